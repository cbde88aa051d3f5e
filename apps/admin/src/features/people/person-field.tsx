import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useState } from 'react';
import { useManagerChoicesQuery } from './people.generated.ts';

interface PersonFieldProps {
  label: string;
  value: string | null;
  /** Who is chosen at first. */
  known?: { readonly id: string; readonly name: string } | null;
  error?: string;
  /** What stands in it while nobody is chosen; absent: that there is nobody. */
  placeholder?: string;
  onChange(next: string | null): void;
}

/** Chooses one of the active people, by name, e-mail address or number. */
export function PersonField({ label, value, known, error, placeholder, onChange }: PersonFieldProps) {
  const { t } = useTranslation('people');
  const [typed, setTyped] = useState(known?.name ?? '');
  const [search] = useDebouncedValue(typed, 250);
  const [chosen, setChosen] = useState(known ? { value: known.id, label: known.name } : undefined);
  const query = useManagerChoicesQuery({ variables: { search: search === chosen?.label ? null : search || null } });
  const found = ((query.data ?? query.previousData)?.people.edges ?? []).map(({ node }) => ({
    value: node.id,
    label: [node.displayName, node.employeeNumber].filter(Boolean).join(' · '),
  }));
  const data = chosen && !found.some((each) => each.value === chosen.value) ? [chosen, ...found] : found;
  return (
    <Select
      label={label}
      placeholder={placeholder ?? t('edit.none')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': `${label}: ${t('edit.none')}` }}
      searchValue={typed}
      onSearchChange={setTyped}
      // The API has searched already, also by number.
      filter={({ options }) => options}
      nothingFoundMessage={query.error ? t('edit.failed') : t('edit.nothing')}
      data={data}
      value={value}
      error={error}
      onChange={(next) => {
        setChosen(data.find((each) => each.value === next));
        onChange(next);
      }}
    />
  );
}
