import './styles/work.css';
import { ActionIcon, Button, Checkbox, CloseButton, Popover, Stack, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useFormat } from '../i18n/format.ts';
import { useTranslation } from '../i18n/use-translation.tsx';
import { IconChevronDown, IconSearch, IconX } from './icons.ts';
import type { ListParamsControl } from './list-params.ts';
import classes from './list-page.module.css';

export interface ListFilter {
  readonly id: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

const searchDelayMs = 250;

interface ListToolbarProps {
  params: ListParamsControl;
  filters: readonly ListFilter[];
  searchLabel?: string;
  /** Stands at the end of the row: export, columns. */
  end?: ReactNode;
}

/** Search and filters of a list, and what is chosen as chips that take themselves away. */
export function ListToolbar({ params, filters, searchLabel, end }: ListToolbarProps) {
  const { t } = useTranslation('work');
  const chips = filters.flatMap((filter) =>
    (params.filters[filter.id] ?? []).map((value) => ({ filter, value, word: filter.options.find((option) => option.value === value)?.label ?? value })),
  );
  if (!searchLabel && filters.length === 0 && !end) return null;
  return (
    <div className={classes.toolbar} role="search">
      <div className={classes.controls}>
        {searchLabel && <SearchField params={params} label={searchLabel} />}
        {filters.map((filter) => (
          <FilterButton key={filter.id} filter={filter} chosen={params.filters[filter.id] ?? []} onChange={(values) => params.setFilter(filter.id, values)} />
        ))}
        {end && <span className={classes.end}>{end}</span>}
      </div>
      {chips.length > 0 && (
        <div className={classes.chips}>
          {chips.map(({ filter, value, word }) => (
            <span key={`${filter.id} ${value}`} className={classes.chip}>
              {filter.label}: {word}
              <ActionIcon
                size={24}
                variant="transparent"
                color="gray"
                aria-label={t('list.removeFilter', { name: filter.label, value: word })}
                onClick={() => params.setFilter(filter.id, (params.filters[filter.id] ?? []).filter((other) => other !== value))}
              >
                <IconX size={14} aria-hidden />
              </ActionIcon>
            </span>
          ))}
          <Button variant="subtle" size="compact-sm" onClick={params.clear}>
            {t('list.clearFilters')}
          </Button>
        </div>
      )}
    </div>
  );
}

function SearchField({ params, label }: { params: ListParamsControl; label: string }) {
  const { t } = useTranslation('work');
  const [typed, setTyped] = useState(params.search);
  const written = useRef(params.search);
  const write = (text: string) => {
    written.current = text;
    params.setSearch(text);
  };
  const apply = useDebouncedCallback(write, searchDelayMs);
  // Back, forward and "clear filters" change the address without typing; what was written itself has been typed on since.
  useEffect(() => {
    if (params.search === written.current) return;
    written.current = params.search;
    apply.cancel();
    setTyped(params.search);
  }, [params.search, apply]);
  return (
    <TextInput
      className={classes.search}
      type="search"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        typed && (
          <CloseButton
            size="sm"
            aria-label={t('list.clearSearch')}
            onClick={() => {
              apply.cancel();
              setTyped('');
              write('');
            }}
          />
        )
      }
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        apply(event.currentTarget.value);
      }}
      // What is done next finds the search in the address.
      onBlur={() => apply.flush()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') apply.flush();
      }}
    />
  );
}

function FilterButton({ filter, chosen, onChange }: { filter: ListFilter; chosen: readonly string[]; onChange(values: readonly string[]): void }) {
  const { t } = useTranslation('work');
  const format = useFormat();
  const name = t('list.addFilter', { name: filter.label });
  const number = chosen.length > 0 ? format.number(chosen.length) : undefined;
  return (
    <Popover position="bottom-start" shadow="md" trapFocus returnFocus width={260}>
      <Popover.Target>
        <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />} aria-label={number ? `${name} ${number}` : name}>
          {filter.label} {number && <span className={classes.chosen}>{number}</span>}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={name}>
        <Checkbox.Group aria-label={filter.label} value={[...chosen]} onChange={onChange}>
          <Stack gap="xs">
            {filter.options.map((option) => (
              <Checkbox key={option.value} value={option.value} label={option.label} />
            ))}
          </Stack>
        </Checkbox.Group>
      </Popover.Dropdown>
    </Popover>
  );
}
