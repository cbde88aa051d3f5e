import { Group, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import type { ListParamsControl } from '@milepost/web/ui/list-params.ts';
import { type ReactNode, useEffect, useState } from 'react';
import { useTrainingPartnersQuery } from './training-progress.generated.ts';

/** What narrows the list beside what its toolbar has, as its address names it. */
export const narrowing = ['training', 'partner', 'department', 'from', 'to'] as const;

interface TrainingProgressNarrowingProps {
  params: ListParamsControl;
  departmentFilter: ReactNode;
}

/** By the name of the training, the partner account, the department, and the days; all together (U7). */
export function TrainingProgressNarrowing({ params, departmentFilter }: TrainingProgressNarrowingProps) {
  const { t } = useTranslation('trainingProgress');
  const partners = useTrainingPartnersQuery().data?.partnerAccounts ?? [];
  const valueOf = (id: (typeof narrowing)[number]): string => params.filters[id]?.[0] ?? '';
  const set = (id: (typeof narrowing)[number], value: string | null) => params.setFilter(id, value ? [value] : []);
  return (
    <Group gap="xs" justify="flex-end">
      <TrainingField value={valueOf('training')} onChange={(next) => set('training', next)} />
      {partners.length > 0 && (
        <Select
          aria-label={t('partner')}
          placeholder={t('partner')}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('clearPartner') }}
          data={partners.map(({ id, name }) => ({ value: id, label: name }))}
          value={valueOf('partner') || null}
          onChange={(next) => set('partner', next)}
        />
      )}
      {departmentFilter}
      <TextInput type="date" aria-label={t('from')} title={t('from')} value={valueOf('from')} max={valueOf('to') || undefined} onChange={(event) => set('from', event.currentTarget.value)} />
      <TextInput type="date" aria-label={t('to')} title={t('to')} value={valueOf('to')} min={valueOf('from') || undefined} onChange={(event) => set('to', event.currentTarget.value)} />
    </Group>
  );
}

const typingPauseMs = 250;

function TrainingField({ value, onChange }: { value: string; onChange(next: string): void }) {
  const { t } = useTranslation('trainingProgress');
  const [typed, setTyped] = useState(value);
  const tell = useDebouncedCallback(onChange, typingPauseMs);
  // The address may change from elsewhere: filters are cleared, or one goes back.
  useEffect(() => setTyped(value), [value]);
  return (
    <TextInput
      aria-label={t('byTraining')}
      placeholder={t('byTraining')}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        tell(event.currentTarget.value);
      }}
    />
  );
}
