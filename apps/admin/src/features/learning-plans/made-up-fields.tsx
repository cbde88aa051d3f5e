import { Select, Stack, TextInput } from '@mantine/core';
import { parseCalendarDate } from '@milepost/domain';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import classes from './plan-preview.module.css';
import type { MadeUpPerson } from './simulate-plan.ts';

const zones = Intl.supportedValuesOf('timeZone');

/** What a made-up person is like. */
export function MadeUpFields({ value, onChange }: { value: MadeUpPerson; onChange(next: MadeUpPerson): void }) {
  const { t } = useTranslation('plans');
  const setDate = (field: 'enrolledOn' | 'hiredOn', text: string) => {
    const date = parseCalendarDate(text);
    if (date) onChange({ ...value, [field]: date });
    else if (field === 'hiredOn' && text === '') onChange({ ...value, hiredOn: null });
  };
  return (
    <details className={classes.person}>
      <summary>{t('preview.person')}</summary>
      <Stack gap="xs" mt="xs">
        <TextInput type="date" size="sm" label={t('preview.enrolledOn')} value={value.enrolledOn} onChange={(event) => setDate('enrolledOn', event.currentTarget.value)} />
        <TextInput type="date" size="sm" label={t('preview.hiredOn')} value={value.hiredOn ?? ''} onChange={(event) => setDate('hiredOn', event.currentTarget.value)} />
        <Select size="sm" searchable allowDeselect={false} limit={100} label={t('preview.zone')} data={zones} value={value.zone} onChange={(zone) => zone && onChange({ ...value, zone })} />
      </Stack>
    </details>
  );
}
