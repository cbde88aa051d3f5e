import { Button, Group, Select, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback, useMediaQuery } from '@mantine/hooks';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import type { ListParamsControl } from '@milepost/web/ui/list-params.ts';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { useTrainingPartnersQuery } from './training-progress.generated.ts';

/** What narrows the list beside what its toolbar has, as its address names it. */
export const narrowing = ['training', 'partner', 'department', 'from', 'to'] as const;

interface TrainingProgressNarrowingProps {
  params: ListParamsControl;
  departmentFilter: ReactNode;
  /** Whether partner accounts are to choose from. */
  withPartner: boolean;
}

/** By the name of the training, the partner account, the department, and the days; all together (U7). */
export function TrainingProgressNarrowing({ params, departmentFilter, withPartner }: TrainingProgressNarrowingProps) {
  const { t } = useTranslation('trainingProgress');
  const partners = useTrainingPartnersQuery({ skip: !withPartner }).data?.partnerAccounts ?? [];
  const valueOf = (id: (typeof narrowing)[number]): string => params.filters[id]?.[0] ?? '';
  const set = (id: (typeof narrowing)[number], value: string | null) => params.setFilter(id, value ? [value] : []);
  const isPhone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  const [opened, setOpened] = useState(false);
  const toggle = isPhone && (
    <Button variant="default" size="compact-md" mb="xs" aria-expanded={opened} onClick={() => setOpened(!opened)}>
      {t('moreFilters', { count: narrowing.filter((id) => valueOf(id) !== '').length })}
    </Button>
  );
  // On a phone the fields would stand before the list.
  if (toggle && !opened) return toggle;
  return (
    <Group gap="xs" mb="xs">
      {toggle}
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
      <DayField label={t('from')} value={valueOf('from')} max={valueOf('to') || undefined} onChange={(next) => set('from', next)} />
      <DayField label={t('to')} value={valueOf('to')} min={valueOf('from') || undefined} onChange={(next) => set('to', next)} />
    </Group>
  );
}

interface DayFieldProps {
  label: string;
  value: string;
  min?: string;
  max?: string;
  onChange(next: string): void;
}

function DayField({ label, value, min, max, onChange }: DayFieldProps) {
  const id = useId();
  return (
    <Group gap={6} wrap="nowrap">
      <Text component="label" htmlFor={id} size="sm" c="dimmed">
        {label}
      </Text>
      <TextInput id={id} type="date" value={value} min={min} max={max} onChange={(event) => onChange(event.currentTarget.value)} />
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
