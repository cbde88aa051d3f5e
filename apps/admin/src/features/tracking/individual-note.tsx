import { Text } from '@mantine/core';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import type { IndividualRulesPartsFragment } from './enrollment-detail.generated.ts';

/** What holds for this person alone, who settled it and why; nothing where nothing was settled. */
export function IndividualNote({ rules }: { rules: IndividualRulesPartsFragment }) {
  const { t } = useTranslation('tracking');
  const format = useFormat();
  const { action, units, due, withoutDue, note, changedAt, changedBy, reason } = rules;
  if (action === 'NO_ACTION' && !note) return null;
  const parts = [
    action === 'WAIVE' ? t('override.waived') : '',
    units ? t('override.requires', { units: format.number(Number(units)) }) : '',
    due ? t('override.dueOn', { date: format.date(due) }) : '',
    withoutDue ? t('override.noDue') : '',
  ].filter(Boolean);
  const who = changedAt ? t('override.by', { name: changedBy?.name ?? '–', time: format.dateTime(new Date(changedAt)) }) : '';
  return (
    <Text size="xs" component="div">
      {parts.length > 0 && <span>{t('override.individually', { what: format.list(parts) })}</span>}
      {note && <div>{t('override.noted', { note })}</div>}
      <div>{[who, reason].filter(Boolean).join(' · ')}</div>
    </Text>
  );
}
