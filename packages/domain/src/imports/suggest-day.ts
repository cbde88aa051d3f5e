import { parseCalendarDate, type CalendarDate } from '../shared/calendar.ts';
import { spreadsheetNumber } from './spreadsheet-number.ts';

const YEAR_FIRST = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T ].*)?$/;
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;
/** Days as spreadsheets count them, from about 1954 to 2173. */
const SERIAL = /^[2-9]\d{4}$/;

/** The days that somebody may have meant who wrote a date in another form than year-month-day (U18): none, the only one, or both where day and month cannot be told apart. */
export function suggestDays(value: string): readonly CalendarDate[] {
  const text = value.normalize('NFKC').trim();
  if (SERIAL.test(text)) return daysOf(spreadsheetNumber(text, { kind: 'DATE' }, false));
  const [, year, month, day] = YEAR_FIRST.exec(text) ?? [];
  if (year) return daysOf(written(year, month!, day!));
  const [, first, second, last] = YEAR_LAST.exec(text) ?? [];
  if (!last) return [];
  return [...new Set([...daysOf(written(last, second!, first!)), ...daysOf(written(last, first!, second!))])];
}

function written(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function daysOf(text: string): readonly CalendarDate[] {
  const day = parseCalendarDate(text);
  return day === undefined ? [] : [day];
}
