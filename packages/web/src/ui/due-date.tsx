import { useTranslation } from '../i18n/use-translation.tsx';
import { calendarDateIn, daysBetween, sameClock } from '../i18n/calendar-date.ts';
import { useFormat } from '../i18n/format.ts';
import { useReaderZone } from '../i18n/reader-zone.tsx';
import classes from './due-date.module.css';
import { Hint } from './hint.tsx';
import { IconClockExclamation } from './icons.ts';

export interface Due {
  /** Calendar date `YYYY-MM-DD`; the day counts to its end. */
  readonly date: string;
  /** IANA zone whose end of day is meant. */
  readonly timeZone: string;
  /** The instant of that end of day (ISO 8601), as the API gives it; lets the reader's own time be named. */
  readonly instant?: string;
}

/**
 * A due date: relative in words, exact on hover and focus, with its zone named where the reader's clock differs (L10, L28).
 * Whether it is overdue is said by the evaluator, not worked out here.
 */
export function DueDate({ due, overdue = false, now = new Date() }: { due: Due | null; overdue?: boolean; now?: Date }) {
  const { t } = useTranslation('ui');
  const format = useFormat();
  const readerZone = useReaderZone();
  if (!due) return <span className={classes.none}>{t('due.none')}</span>;

  const otherZone = !sameClock(due.timeZone, readerZone, due.instant ? new Date(due.instant) : now);
  const zone = format.zoneName(due.timeZone);
  const date = format.date(due.date);
  const exact: string[] = [t('due.exact', { date: format.date(due.date, 'long'), zone })];
  if (otherZone && due.instant) exact.push(t('due.yours', { time: format.dateTime(new Date(due.instant), { withZone: true }) }));
  const days = daysBetween(calendarDateIn(due.timeZone, now), due.date);

  return (
    <span className={classes.root} data-overdue={overdue || undefined}>
      {overdue && <IconClockExclamation size={16} aria-hidden />}
      <span>
        {overdue && <span className={classes.word}>{t('due.overdue')} · </span>}
        <Hint more={exact.join(' ')}>{format.relativeDays(days)}</Hint>
        <span className={classes.date}> · {otherZone ? t('due.by', { date, zone }) : date}</span>
      </span>
    </span>
  );
}
