import { useMemo } from 'react';
import { useTranslation } from './use-translation.tsx';
import { useReaderZone } from './reader-zone.tsx';

export interface Formatter {
  /** 12345 → 12,345 */
  number(value: number): string;
  /** A share from 0 to 1 as whole percent, rounded down: 100 % appears only when all is done. */
  percent(share: number): string;
  /** A calendar date `YYYY-MM-DD`, never shifted by a zone. */
  date(calendarDate: string, style?: 'short' | 'long'): string;
  /** An instant in the reader's zone, or in the one given; the zone's name is written when `withZone`. */
  dateTime(instant: Date, options?: { timeZone?: string; withZone?: boolean }): string;
  /** −1 → yesterday, 0 → today, 5 → in 5 days; from 45 days on in months, from 24 months on in years. */
  relativeDays(days: number): string;
  /** An instant told from another one: 3 minutes ago. */
  relative(instant: Date, now: Date): string;
  /** Bytes in the unit that fits: 1.5 MB (decimal units, as file managers show). */
  bytes(count: number): string;
  /** Minutes as words: 1 hr 20 min. */
  duration(minutes: number): string;
  /** A, B and C. */
  list(items: readonly string[]): string;
  /** A language's name for people: zh-CN → Chinese (China); a tag that is none stays as it is. */
  languageName(tag: string): string;
  /** A zone's name for people: China Standard Time. */
  zoneName(timeZone: string): string;
}

const relativeSteps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['second', 60],
  ['minute', 60],
  ['hour', 24],
  ['day', 30],
  ['month', 12],
  ['year', Number.POSITIVE_INFINITY],
];
const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'];

/** Writes numbers, dates and spans by `Intl` for one language and one reader's zone. */
export function makeFormatter(language: string, readerZone: string): Formatter {
  const number = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const languages = new Intl.DisplayNames(language, { type: 'language' });
  const unit = (name: string, value: number, digits = 0) =>
    new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits: digits }).format(value);

  return {
    number: (value) => number.format(value),
    percent: (share) => percent.format(Math.floor(Math.max(0, Math.min(1, share)) * 100 + 1e-9) / 100),
    date: (calendarDate, style = 'short') =>
      new Intl.DateTimeFormat(language, {
        timeZone: 'UTC',
        ...(style === 'long' ? { dateStyle: 'full' } : { day: 'numeric', month: 'short', year: 'numeric' }),
      }).format(new Date(`${calendarDate}T00:00:00Z`)),
    dateTime: (instant, { timeZone = readerZone, withZone = false } = {}) =>
      new Intl.DateTimeFormat(language, {
        timeZone,
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        ...(withZone ? { timeZoneName: 'short' } : {}),
      }).format(instant),
    relativeDays: (days) => {
      if (Math.abs(days) < 45) return relative.format(days, 'day');
      return Math.abs(days) < 730 ? relative.format(Math.trunc(days / 30), 'month') : relative.format(Math.trunc(days / 365), 'year');
    },
    relative: (instant, now) => {
      let amount = (instant.getTime() - now.getTime()) / 1000;
      for (const [name, size] of relativeSteps) {
        if (Math.abs(amount) < size) return relative.format(Math.trunc(amount), name);
        amount /= size;
      }
      return relative.format(Math.trunc(amount), 'year');
    },
    bytes: (count) => {
      const step = count < 1000 ? 0 : Math.min(byteUnits.length - 1, Math.floor(Math.log10(count) / 3));
      return unit(byteUnits[step] ?? 'byte', count / 1000 ** step, step > 1 ? 1 : 0);
    },
    duration: (minutes) => {
      const hours = Math.floor(minutes / 60);
      const rest = Math.round(minutes % 60);
      return [hours > 0 ? unit('hour', hours) : '', rest > 0 || hours === 0 ? unit('minute', rest) : ''].filter(Boolean).join(' ');
    },
    list: (items) => new Intl.ListFormat(language, { type: 'conjunction' }).format(items),
    languageName: (tag) => {
      try {
        return languages.of(tag) ?? tag;
      } catch {
        return tag;
      }
    },
    zoneName: (timeZone) =>
      new Intl.DateTimeFormat(language, { timeZone, timeZoneName: 'longGeneric' }).formatToParts(new Date(0)).find((p) => p.type === 'timeZoneName')
        ?.value ?? timeZone,
  };
}

/** The formatter of the language in use and the reader's zone. */
export function useFormat(): Formatter {
  const { i18n } = useTranslation();
  const zone = useReaderZone();
  return useMemo(() => makeFormatter(i18n.language, zone), [i18n.language, zone]);
}
