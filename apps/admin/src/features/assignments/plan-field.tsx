import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useState } from 'react';
import { useAssignableTargetsQuery } from './assignments.generated.ts';

/** Chooses a published plan that may be assigned. */
export function PlanField({ value, onChange }: { value: string | null; onChange(next: string | null): void }) {
  const { t } = useTranslation('assignments');
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text, 250);
  const query = useAssignableTargetsQuery({ variables: { search: search || null } });
  const plans = (query.data ?? query.previousData)?.assignableTargets.filter(({ kind }) => kind === 'PLAN') ?? [];
  return (
    <Select
      label={t('form.plan')}
      placeholder={t('form.planText')}
      searchable
      searchValue={text}
      onSearchChange={setText}
      // The API has searched already, also by code.
      filter={({ options }) => options}
      nothingFoundMessage={query.error ? t('form.planFailed') : t('form.planNothing')}
      data={plans.map((plan) => ({ value: plan.id, label: `${plan.name} · ${plan.code}` }))}
      value={value}
      onChange={onChange}
    />
  );
}
