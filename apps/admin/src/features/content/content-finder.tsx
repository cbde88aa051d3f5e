import { Button, Checkbox, Group, MultiSelect, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { usePages } from '@milepost/web/apollo/use-pages.ts';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { EmptyState } from '@milepost/web/ui/empty-state.tsx';
import { ErrorState } from '@milepost/web/ui/error-state.tsx';
import { ListSkeleton } from '@milepost/web/ui/skeletons.tsx';
import { useRef, useState } from 'react';
import { Dialog } from '@milepost/web/ui/dialog.tsx';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import type { LearningObjectFilterInput, LearningObjectKind, LearningObjectStatus } from '../../gql/schema-types.ts';
import { type FoundContentFragment, useContentFinderQuery } from './content-finder.generated.ts';
import classes from './content-finder.module.css';
import { type LibraryChoice, useLibraryChoices } from './use-library-choices.ts';

const allKinds: readonly LearningObjectKind[] = ['COURSE', 'MODULE', 'ACTIVITY'];
const offered = ['ACTIVE', 'DRAFT'] as const satisfies readonly LearningObjectStatus[];
const pageSize = 30;
/** So many values of one filter the API takes at once. */
const mostChosen = 100;

interface ContentFinderProps {
  opened: boolean;
  /** What it is found for: "Link content". */
  title: string;
  /** Which kinds are offered; absent: all. */
  kinds?: readonly LearningObjectKind[] | undefined;
  /** Says why something is not offered. */
  note?: string | undefined;
  /** What is linked already, and so cannot be chosen again. */
  linked: ReadonlySet<string>;
  onAdd(chosen: readonly FoundContentFragment[]): void;
  onClose(): void;
}

/** Finds content of the library by name, kind, status, language and credits; several can be chosen at once (L30). */
export function ContentFinder({ opened, title, ...rest }: ContentFinderProps) {
  return (
    <Dialog opened={opened} onClose={rest.onClose} size="lg" title={title}>
      <Finder {...rest} />
    </Dialog>
  );
}

/** What the finder is narrowed by beside its words. */
interface Narrowing {
  readonly kind: LearningObjectKind | 'ALL';
  readonly status: (typeof offered)[number] | 'ALL';
  readonly languages: readonly string[];
  readonly creditTypes: readonly string[];
}

const unnarrowed: Narrowing = { kind: 'ALL', status: 'ALL', languages: [], creditTypes: [] };

function Finder({ linked, kinds = allKinds, note, onAdd, onClose }: Omit<ContentFinderProps, 'opened' | 'title'>) {
  const { t } = useTranslation(['content', 'ui', 'work']);
  const format = useFormat();
  const searchField = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), 250);
  const [{ kind, status, languages, creditTypes }, setNarrowing] = useState<Narrowing>(unnarrowed);
  const narrow = (change: Partial<Narrowing>) => setNarrowing((before) => ({ ...before, ...change }));
  const [chosen, setChosen] = useState<ReadonlyMap<string, FoundContentFragment>>(new Map());
  const filter: LearningObjectFilterInput = {
    search: search || null,
    kinds: kind === 'ALL' ? [...kinds] : [kind],
    statuses: status === 'ALL' ? [...offered] : [status],
    languages: [...languages],
    creditTypes: [...creditTypes],
  };
  const query = useContentFinderQuery({ variables: { first: pageSize, filter }, fetchPolicy: 'cache-and-network' });
  const choices = useLibraryChoices(filter);
  const narrowed = text !== '' || kind !== 'ALL' || status !== 'ALL' || languages.length > 0 || creditTypes.length > 0;
  const clear = () => {
    setText('');
    setNarrowing(unnarrowed);
    searchField.current?.focus();
  };
  const clearButton = (
    <Button variant="subtle" size="compact-sm" onClick={clear}>
      {t('work:list.clearFilters')}
    </Button>
  );
  const connection = (query.data ?? query.previousData)?.learningObjects;
  const { rows, hasMore, loadingMore, onLoadMore } = usePages(query, connection);
  const state = queryState(query, connection);
  const toggle = (content: FoundContentFragment) => {
    const next = new Map(chosen);
    if (!next.delete(content.id)) next.set(content.id, content);
    setChosen(next);
  };
  return (
    <Stack>
      <TextInput ref={searchField} type="search" label={t('finder.search')} data-autofocus value={text} onChange={(event) => setText(event.currentTarget.value)} />
      <Group gap="sm">
        {kinds.length > 1 && (
          <SegmentedControl
            aria-label={t('finder.kind')}
            value={kind}
            onChange={(next) => narrow({ kind: next })}
            data={[{ value: 'ALL', label: t('finder.all') }, ...kinds.map((value) => ({ value, label: t(`kind.${value}`) }))]}
          />
        )}
        <SegmentedControl
          aria-label={t('finder.status')}
          value={status}
          onChange={(next) => narrow({ status: next })}
          data={[{ value: 'ALL', label: t('finder.all') }, ...offered.map((value) => ({ value, label: t(`status.${value}`) }))]}
        />
      </Group>
      <Group gap="sm" align="flex-start">
        <ChoiceField label={t('finder.language')} choices={choices.languages} value={languages} onChange={(next) => narrow({ languages: next })} />
        <ChoiceField label={t('finder.credits')} choices={choices.creditTypes} value={creditTypes} onChange={(next) => narrow({ creditTypes: next })} />
      </Group>
      {narrowed && rows.length > 0 && <div>{clearButton}</div>}
      {note && (
        <Text size="sm" c="dimmed">
          {note}
        </Text>
      )}
      {state.is === 'loading' && <ListSkeleton rows={5} />}
      {state.is === 'failed' && <ErrorState failure={state.failure} onRetry={state.retry} order={3} />}
      {state.is === 'ready' &&
        rows.length === 0 &&
        (narrowed ? (
          <EmptyState order={3} title={t('finder.nothing')} text={t('work:list.nothingFoundHint')} action={clearButton} />
        ) : (
          <EmptyState order={3} title={t('list.emptyTitle')} text={t('finder.empty')} />
        ))}
      {state.is === 'ready' && rows.length > 0 && (
        <ul className={classes.found} aria-label={t('finder.found')}>
          {rows.map((content) => (
            <li key={content.id}>
              <Checkbox
                checked={chosen.has(content.id) || linked.has(content.id)}
                disabled={linked.has(content.id)}
                onChange={() => toggle(content)}
                label={content.name}
                description={[
                  t(`kind.${content.kind}`),
                  content.durationMinutes ? format.duration(content.durationMinutes) : '',
                  content.status === 'DRAFT' ? t('finder.draft') : '',
                  linked.has(content.id) ? t('finder.linked') : '',
                ]
                  .filter(Boolean)
                  .join(' · ')}
              />
            </li>
          ))}
        </ul>
      )}
      {hasMore && (
        <Button variant="default" onClick={onLoadMore} loading={loadingMore}>
          {t('work:list.loadMore')}
        </Button>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('ui:action.cancel')}
        </Button>
        <Button
          disabled={chosen.size === 0}
          onClick={() => {
            onAdd([...chosen.values()]);
            onClose();
          }}
        >
          {t('finder.add', { count: chosen.size })}
        </Button>
      </Group>
    </Stack>
  );
}

interface ChoiceFieldProps {
  label: string;
  choices: readonly LibraryChoice[];
  value: readonly string[];
  onChange(next: readonly string[]): void;
}

/** Any of several values, each with how much there is of it; where there is nothing to choose from, it is not shown. */
function ChoiceField({ label, choices, value, onChange }: ChoiceFieldProps) {
  const { t } = useTranslation('content');
  const format = useFormat();
  if (choices.length === 0) return null;
  const countOf = (wanted: string) => choices.find((choice) => choice.value === wanted)?.count ?? 0;
  return (
    <MultiSelect
      className={classes.filter}
      label={label}
      placeholder={value.length === 0 ? t('finder.all') : undefined}
      searchable
      maxValues={mostChosen}
      data={choices.map((choice) => ({ value: choice.value, label: choice.label }))}
      value={[...value]}
      onChange={onChange}
      renderOption={({ option }) => t('finder.choice', { name: option.label, number: format.number(countOf(option.value)) })}
    />
  );
}
