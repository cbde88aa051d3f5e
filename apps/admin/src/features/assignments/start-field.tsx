import { Radio, Stack, TextInput } from '@mantine/core';
import { calendarDate, instantAt } from '@milepost/domain';
import { calendarDateIn } from '@milepost/web/i18n/calendar-date.ts';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useReaderZone } from '@milepost/web/i18n/reader-zone.tsx';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';

/** When something begins: null at once; else the time on the reader's clock, `YYYY-MM-DDTHH:MM`, empty while none is chosen. */
export type Start = string | null;

/** The instant of a start that was chosen whole; null: at once; undefined: none is chosen yet. */
export function startInstant(start: Start, zone: string): string | null | undefined {
  if (start === null) return null;
  const [date, time] = start.split('T');
  return date && time ? instantAt(calendarDate(date), time, zone) : undefined;
}

interface StartTimeProps {
  value: string;
  error?: string;
  onChange(next: string): void;
}

/** A time of a day on the reader's clock, whose zone is named. */
export function StartTime({ value, error, onChange }: StartTimeProps) {
  const { t } = useTranslation('assignments');
  const format = useFormat();
  const zone = useReaderZone();
  return (
    <TextInput
      type="datetime-local"
      label={t('form.startsAt')}
      description={t('form.startsAtText', { zone: format.zoneName(zone) })}
      min={`${calendarDateIn(zone, new Date())}T00:00`}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** Whether an assignment begins at once or later (C16). */
export function StartField({ value, error, onChange }: { value: Start; error?: string; onChange(next: Start): void }) {
  const { t } = useTranslation('assignments');
  return (
    <>
      <Radio.Group label={t('form.start')} value={value === null ? 'NOW' : 'LATER'} onChange={(choice) => onChange(choice === 'NOW' ? null : '')}>
        <Stack gap="xs" mt={4}>
          <Radio value="NOW" label={t('form.startNow')} />
          <Radio value="LATER" label={t('form.startLater')} description={t('form.startLaterText')} />
        </Stack>
      </Radio.Group>
      {value !== null && <StartTime value={value} error={error} onChange={onChange} />}
    </>
  );
}
