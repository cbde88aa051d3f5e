import type { Brand } from './ids.ts';

/** A day in the calendar of people, 'YYYY-MM-DD', years 0001 to 9999, without a zone. Sorts as text. */
export type CalendarDate = Brand<string, 'CalendarDate'>;

/** A moment, as ISO 8601 in UTC with milliseconds: '2027-06-30T14:59:59.999Z'. Sorts as text. */
export type Instant = Brand<string, 'Instant'>;

const DAY_MS = 86_400_000;
const OWN_FORM = '2027-06-30T14:59:59.999Z'.length;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const FIRST_DAY = dayNumber(1, 1, 1);
const LAST_DAY = dayNumber(9999, 12, 31);

/** Reads 'YYYY-MM-DD'; undefined for every other form and for days that do not exist, such as 30 February. */
export function parseCalendarDate(text: string): CalendarDate | undefined {
  const match = DATE.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const exists = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return exists ? (text as CalendarDate) : undefined;
}

/** The date that a literal in code or a trusted column means; throws a RangeError where there is none. */
export function calendarDate(text: string): CalendarDate {
  const date = parseCalendarDate(text);
  if (date === undefined) throw new RangeError(`no calendar date: ${text}`);
  return date;
}

/** Negative if `a` is earlier, positive if later, 0 for the same day. */
export function compareDates(a: CalendarDate, b: CalendarDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The earliest of some dates; undefined of none. */
export function earliest(dates: Iterable<CalendarDate>): CalendarDate | undefined {
  let first: CalendarDate | undefined;
  for (const date of dates) if (first === undefined || date < first) first = date;
  return first;
}

/** The latest of some dates; undefined of none. */
export function latest(dates: Iterable<CalendarDate>): CalendarDate | undefined {
  let last: CalendarDate | undefined;
  for (const date of dates) if (last === undefined || date > last) last = date;
  return last;
}

/** The day that many days later, or earlier if negative; stops at the ends of the calendar. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromDayNumber(toDayNumber(date) + days);
}

/** The same day of the week that many weeks later. */
export function addWeeks(date: CalendarDate, weeks: number): CalendarDate {
  return addDays(date, weeks * 7);
}

/** The same day of the month that many months later, or the month's last where it is too short: 31 January + 1 is 28 or 29 February. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(index / 12);
  const targetMonth = index - targetYear * 12 + 1;
  return fromDayNumber(dayNumber(targetYear, targetMonth, Math.min(day, daysInMonth(targetYear, targetMonth))));
}

/** How many days lie from `from` to `to`; negative if `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** Reads any ISO 8601 date and time with an offset, as PostgreSQL and JSON write it; undefined for what is none. */
export function parseInstant(text: string): Instant | undefined {
  if (!/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}([.,]\d+)?)?(Z|[+-]\d{2}(:?\d{2})?)$/i.test(text)) return undefined;
  if (parseCalendarDate(text.slice(0, 10)) === undefined) return undefined;
  const iso = text.replace(' ', 'T').replace(',', '.').replace(/([+-]\d{2})$/, '$1:00');
  const ms = Date.parse(iso);
  return Number.isNaN(ms) ? undefined : instantFromMs(ms);
}

/** The moment that a literal in code or a trusted column means; throws a RangeError where there is none. */
export function instant(text: string): Instant {
  const moment = parseInstant(text);
  if (moment === undefined) throw new RangeError(`no instant: ${text}`);
  return moment;
}

/** Milliseconds since 1970 began in UTC. */
export function instantToMs(moment: Instant): number {
  return Date.parse(moment);
}

/** The moment that many milliseconds after 1970 began in UTC. */
export function instantFromMs(ms: number): Instant {
  return new Date(ms).toISOString() as Instant;
}

/** Negative if `a` is earlier, positive if later; moments of one form, as this module makes them, or of any that Date reads. */
export function compareInstants(a: Instant, b: Instant): number {
  if (a === b) return 0;
  // Two of our own form sort as text, which is a tenth of the work of reading them.
  if (isOwnForm(a) && isOwnForm(b)) return a < b ? -1 : 1;
  return instantToMs(a) - instantToMs(b);
}

function isOwnForm(moment: string): boolean {
  return moment.length === OWN_FORM && moment.endsWith('Z');
}

/** Whether a text names a time zone of the IANA database; offsets such as '+08:00' are no zones. */
export function isTimeZone(text: string): boolean {
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    formatterOf(text);
    return true;
  } catch {
    return false;
  }
}

/** The day that it is at a moment in a zone. */
export function dateIn(moment: Instant, zone: string): CalendarDate {
  const days = remembered(daysOfMoments, zone, () => new Map<Instant, CalendarDate>());
  return remembered(days, moment, () => {
    const ms = instantToMs(moment);
    return fromDayNumber(Math.floor((ms + offsetMs(ms, zone)) / DAY_MS));
  });
}

/** The first moment of a day in a zone, also where clocks skip that midnight or pass it twice (then the first). */
export function startOfDay(date: CalendarDate, zone: string): Instant {
  return remembered(daysStarts, `${zone} ${date}`, () => instantFromMs(momentOfWall(toDayNumber(date) * DAY_MS, zone)));
}

/** The moment at which a zone's clocks show a time of a day (`HH:MM`): where they skip it the next that they show, where they show it twice the first. */
export function instantAt(date: CalendarDate, time: string, zone: string): Instant {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return instantFromMs(momentOfWall(toDayNumber(date) * DAY_MS + (hours * 60 + minutes) * 60_000, zone));
}

/** The last millisecond of a day in a zone: one before the next day begins. */
export function endOfDay(date: CalendarDate, zone: string): Instant {
  return remembered(daysEnds, `${zone} ${date}`, () =>
    instantFromMs(momentOfWall((toDayNumber(date) + 1) * DAY_MS, zone) - 1));
}

/** `wall` is the time that is looked for, read as if it were UTC. */
function momentOfWall(wall: number, zone: string): number {
  // No offset exceeds 14 hours, and no zone changes twice within two days: one of these is in force at that time.
  const before = offsetMs(wall - DAY_MS, zone);
  const after = offsetMs(wall + DAY_MS, zone);
  const candidates = before >= after ? [before, after] : [after, before];
  for (const offset of candidates) {
    const moment = wall - offset;
    if (offsetMs(moment, zone) === offset) return moment;
  }
  return momentOfChange(wall - DAY_MS, wall + DAY_MS, before, zone);
}

/** Halves the span in which a zone leaves an offset until the first moment of the new one is found. */
function momentOfChange(from: number, to: number, offset: number, zone: string): number {
  let [old, changed] = [from, to];
  while (changed - old > 1) {
    const middle = Math.floor((old + changed) / 2);
    if (offsetMs(middle, zone) === offset) old = middle;
    else changed = middle;
  }
  return changed;
}

/** How far a zone's clocks are ahead of UTC at a moment, in milliseconds. */
function offsetMs(ms: number, zone: string): number {
  const day = Math.floor(ms / DAY_MS);
  const days = remembered(zonesDays, zone, () => new Map<number, number | 'CHANGES'>());
  // No zone changes twice within two days: one that has the same offset at both ends of a day has it all day.
  const ofDay = remembered(days, day, () => {
    const first = askOffsetMs(day * DAY_MS, zone);
    return first === askOffsetMs((day + 1) * DAY_MS - 1, zone) ? first : 'CHANGES';
  });
  return ofDay === 'CHANGES' ? askOffsetMs(ms, zone) : ofDay;
}

function askOffsetMs(ms: number, zone: string): number {
  const parts: { [type: string]: number } = {};
  for (const { type, value } of formatterOf(zone).formatToParts(ms)) parts[type] = Number(value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts;
  const wall = dayNumber(year, month, day) * DAY_MS + ((hour * 60 + minute) * 60 + second) * 1000;
  return wall - Math.floor(ms / 1000) * 1000;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  return remembered(formatters, zone, () => new Intl.DateTimeFormat('en-US', {
    timeZone: zone, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23',
    year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
  }));
}

// Asking Intl costs microseconds, and a batch of people asks for the same few moments and days: answers are kept, within bounds.
const daysOfMoments = new Map<string, Map<Instant, CalendarDate>>();
const zonesDays = new Map<string, Map<number, number | 'CHANGES'>>();
const daysStarts = new Map<string, Instant>();
const daysEnds = new Map<string, Instant>();
const REMEMBERED = 10_000;

function remembered<K, V>(memory: Map<K, V>, key: K, find: () => V): V {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const found = find();
  if (memory.size >= REMEMBERED) memory.clear();
  memory.set(key, found);
  return found;
}

function partsOf(date: CalendarDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

function toDayNumber(date: CalendarDate): number {
  const { year, month, day } = partsOf(date);
  return dayNumber(year, month, day);
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Days since 1 January 1970 in the Gregorian calendar; counts years from March, so that the leap day is the last. */
function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The inverse of `dayNumber`, held within the years 0001 to 9999. */
function fromDayNumber(days: number): CalendarDate {
  const z = Math.min(Math.max(days, FIRST_DAY), LAST_DAY) + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}` as CalendarDate;
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
