import { skipToken } from '@apollo/client/react';
import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useState } from 'react';
import type { AssignmentTargetKind } from '../../gql/schema-types.ts';
import { useAssignableTargetsQuery } from './assignments.generated.ts';

/** Something to assign, as it was chosen. */
export interface ChosenTarget {
  readonly id: string;
  readonly kind: AssignmentTargetKind;
  readonly name: string;
  readonly code?: string | null;
}

/** What holds where an assignment sets no due date, as a word of `assignments`: content by itself has none. */
export function dueUnlessSet(targets: readonly Pick<ChosenTarget, 'kind'>[]): 'form.dueAsPlan' | 'form.dueAsEach' {
  return targets.length === 1 && targets[0]?.kind === 'PLAN' ? 'form.dueAsPlan' : 'form.dueAsEach';
}

interface TargetFieldProps {
  value: readonly ChosenTarget[];
  error?: string;
  onChange(next: readonly ChosenTarget[]): void;
}

const kinds = ['PLAN', 'COURSE', 'MODULE', 'ACTIVITY'] as const satisfies readonly AssignmentTargetKind[];

/** What is given: plans and content together (C12), found by name or code; what is searched for only once one looks. */
export function TargetField({ value, error, onChange }: TargetFieldProps) {
  const { t } = useTranslation('assignments');
  const [looked, setLooked] = useState(false);
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text, 250);
  const query = useAssignableTargetsQuery(looked ? { variables: { search: search || null } } : skipToken);
  const found: readonly ChosenTarget[] = (query.data ?? query.previousData)?.assignableTargets ?? [];
  const known = [...found, ...value.filter((chosen) => found.every(({ id }) => id !== chosen.id))];
  const data = kinds
    .map((kind) => ({
      group: t(`targetKinds.${kind}`),
      items: known.filter((each) => each.kind === kind).map(({ id, name, code }) => ({ value: id, label: code ? `${name} · ${code}` : name })),
    }))
    .filter(({ items }) => items.length > 0);
  return (
    <MultiSelect
      label={t('form.targets')}
      description={t('form.targetsText')}
      placeholder={value.length === 0 ? t('form.targetsPlaceholder') : undefined}
      searchable
      hidePickedOptions
      maxValues={100}
      error={error}
      searchValue={text}
      onSearchChange={setText}
      onFocus={() => setLooked(true)}
      // The API has searched already, also by code.
      filter={({ options }) => options}
      nothingFoundMessage={query.error ? t('form.planFailed') : query.loading ? t('form.searching') : t('form.targetsNothing')}
      data={data}
      value={value.map(({ id }) => id)}
      onChange={(ids) => onChange(ids.flatMap((id) => known.find((each) => each.id === id) ?? []))}
    />
  );
}
