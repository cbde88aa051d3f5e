import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays, addMonths, addWeeks, calendarDate, compareDates, compareInstants, dateIn, daysBetween, earliest, endOfDay,
  instant, instantAt, instantFromMs, instantToMs, isTimeZone, latest, parseCalendarDate, parseInstant, startOfDay,
} from './calendar.ts';

const d = calendarDate;
const DAY = 86_400_000;
const anyDate = fc.integer({ min: -700_000, max: 2_900_000 }).map((n) => d(new Date(n * DAY).toISOString().slice(0, 10)));
const modernDate = fc.integer({ min: 0, max: 25_000 }).map((n) => d(new Date(n * DAY).toISOString().slice(0, 10)));
const anyZone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));

describe('calendar dates', () => {
  test.each(['2027-01-01', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31', '2027-04-30', '2027-01-31'])(
    '%s is a date', (text) => expect(parseCalendarDate(text)).toBe(text));

  test.each([
    '2027-02-30', '2027-02-29', '1900-02-29', '2100-02-29', '2027-13-01', '2027-00-10', '2027-04-31', '2027-06-31',
    '2027-09-31', '2027-11-31', '2027-01-32', '2027-01-00', '0000-01-01', '2027-1-1', '27-01-01', '2027/01/01',
    ' 2027-01-01', '2027-01-01 ', '2027-01-01T00:00:00Z', '+2027-01-01', '', '2027-01-0１',
  ])('%j is none [U18]', (text) => expect(parseCalendarDate(text)).toBeUndefined());

  test('a literal that is no date is a fault of the program', () => expect(() => d('2027-02-30')).toThrow('no calendar date: 2027-02-30'));

  test('adding days agrees with the calendar of the runtime, over all years', () => {
    fc.assert(fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
      const ms = Date.parse(`${date}T00:00:00Z`) + days * DAY;
      fc.pre(ms > Date.parse('0001-01-02T00:00:00Z'));
      expect(addDays(date, days)).toBe(new Date(ms).toISOString().slice(0, 10));
      expect(daysBetween(date, addDays(date, days))).toBe(days);
    }));
  });

  test.each([
    ['2027-01-31', 1, '2027-02-28'], ['2028-01-31', 1, '2028-02-29'], ['2027-01-31', 3, '2027-04-30'],
    ['2027-12-15', 1, '2028-01-15'], ['2027-01-15', -1, '2026-12-15'], ['2027-03-31', -1, '2027-02-28'],
    ['2024-02-29', 12, '2025-02-28'], ['2024-02-29', 48, '2028-02-29'], ['2027-05-10', 0, '2027-05-10'],
    ['2027-11-30', 1, '2027-12-30'], ['2027-12-31', -12, '2026-12-31'],
  ])('%s and %i months is %s', (from, months, to) => expect(addMonths(d(from), months)).toBe(to));

  test('a week is seven days', () => expect(addWeeks(d('2027-02-25'), 2)).toBe('2027-03-11'));

  test('dates stop at the ends of the calendar', () => {
    expect(addDays(d('9999-12-31'), 1)).toBe('9999-12-31');
    expect(addDays(d('0001-01-01'), -1)).toBe('0001-01-01');
  });

  test('dates are compared, and the first and last of some are found', () => {
    const days = [d('2027-03-02'), d('2027-03-01'), d('2027-03-03')];
    expect(compareDates(days[0], days[1])).toBeGreaterThan(0);
    expect(compareDates(days[1], days[0])).toBeLessThan(0);
    expect(compareDates(days[0], days[0])).toBe(0);
    expect(earliest(days)).toBe('2027-03-01');
    expect(latest(days)).toBe('2027-03-03');
    expect(earliest([])).toBeUndefined();
    expect(latest([])).toBeUndefined();
  });
});

describe('instants', () => {
  test.each([
    ['2027-06-30T14:59:59.999Z', '2027-06-30T14:59:59.999Z'], ['2027-06-30T14:59:59Z', '2027-06-30T14:59:59.000Z'],
    ['2026-11-22T06:54:10.123456+00:00', '2026-11-22T06:54:10.123Z'], ['2027-06-30 23:00:00+09', '2027-06-30T14:00:00.000Z'],
    ['2027-06-30T23:00+05:30', '2027-06-30T17:30:00.000Z'],
  ])('%s is read as %s', (text, moment) => expect(parseInstant(text)).toBe(moment));

  test.each(['2027-06-30', '2027-06-30T10:00:00', '2027-02-30T10:00:00Z', '2027-06-30T25:00:00Z', 'now', '', '2027-06-30T10:00:00Zx'])(
    '%j is refused', (text) => expect(parseInstant(text)).toBeUndefined());

  test('a literal that is no instant is a fault of the program', () => expect(() => instant('soon')).toThrow('no instant: soon'));

  test('instants are compared by when they are, not by how they are written', () => {
    expect(compareInstants(instant('2027-01-01T00:00:00Z'), instant('2027-01-01T00:00:00.001Z'))).toBeLessThan(0);
    expect(compareInstants('2027-01-01T00:00:00+00:00' as never, instant('2027-01-01T00:00:00Z'))).toBe(0);
    expect(compareInstants(instant('2027-01-01T00:00:00.001Z'), instant('2027-01-01T00:00:00Z'))).toBeGreaterThan(0);
    expect(compareInstants('2027-01-01T01:00:00+0100' as never, instant('2027-01-01T00:30:00Z'))).toBeLessThan(0);
    expect(instantToMs(instantFromMs(1_234_567))).toBe(1_234_567);
  });
});

describe('days in zones', () => {
  test.each([
    ['2027-06-30', 'Asia/Tokyo', '2027-06-29T15:00:00.000Z', '2027-06-30T14:59:59.999Z'],
    ['2027-06-30', 'UTC', '2027-06-30T00:00:00.000Z', '2027-06-30T23:59:59.999Z'],
    ['2027-03-14', 'America/New_York', '2027-03-14T05:00:00.000Z', '2027-03-15T03:59:59.999Z'],
    ['2027-11-07', 'America/New_York', '2027-11-07T04:00:00.000Z', '2027-11-08T04:59:59.999Z'],
    ['2027-06-30', 'Asia/Kathmandu', '2027-06-29T18:15:00.000Z', '2027-06-30T18:14:59.999Z'],
    ['2027-06-30', 'Pacific/Kiritimati', '2027-06-29T10:00:00.000Z', '2027-06-30T09:59:59.999Z'],
  ])('%s in %s lasts from %s to %s [X25]', (date, zone, start, end) => {
    expect(startOfDay(d(date), zone)).toBe(start);
    expect(endOfDay(d(date), zone)).toBe(end);
  });

  test('a day whose midnight is skipped begins when the clocks do', () => {
    expect(startOfDay(d('2018-11-04'), 'America/Sao_Paulo')).toBe('2018-11-04T03:00:00.000Z');
    expect(endOfDay(d('2018-11-03'), 'America/Sao_Paulo')).toBe('2018-11-04T02:59:59.999Z');
  });

  test('a day whose midnight comes twice begins with the first', () => {
    expect(startOfDay(d('2024-11-03'), 'America/Havana')).toBe('2024-11-03T04:00:00.000Z');
  });

  test('a midnight that clocks are set back from begins the day only when it comes for good', () => {
    expect(startOfDay(d('2018-02-18'), 'America/Sao_Paulo')).toBe('2018-02-18T03:00:00.000Z');
    expect(endOfDay(d('2018-02-17'), 'America/Sao_Paulo')).toBe('2018-02-18T02:59:59.999Z');
  });

  test('a day that a country skipped is over as it begins', () => {
    expect(startOfDay(d('2011-12-30'), 'Pacific/Apia')).toBe(startOfDay(d('2011-12-31'), 'Pacific/Apia'));
    expect(startOfDay(d('2011-12-31'), 'Pacific/Apia')).toBe('2011-12-30T10:00:00.000Z');
  });

  test('in every zone the first moment of a day belongs to it and the one before does not, unless the day is skipped', () => {
    fc.assert(fc.property(modernDate, anyZone, (date, zone) => {
      const start = startOfDay(date, zone);
      const lasts = instantToMs(endOfDay(date, zone)) - instantToMs(start) + 1;
      fc.pre(lasts > 0);
      expect(dateIn(start, zone)).toBe(date);
      expect(compareDates(dateIn(instantFromMs(instantToMs(start) - 1), zone), date)).toBeLessThan(0);
    }), { numRuns: 2000 });
  });

  test('days follow each other without a gap', () => {
    fc.assert(fc.property(modernDate, anyZone, (date, zone) => {
      expect(instantToMs(startOfDay(addDays(date, 1), zone)) - instantToMs(endOfDay(date, zone))).toBe(1);
    }));
  });

  test('a moment is on different days in different zones', () => {
    const moment = instant('2027-06-30T20:00:00Z');
    expect(dateIn(moment, 'Asia/Tokyo')).toBe('2027-07-01');
    expect(dateIn(moment, 'America/Los_Angeles')).toBe('2027-06-30');
  });

  test('zones are those of IANA', () => {
    for (const zone of ['Europe/Berlin', 'Asia/Shanghai', 'UTC', 'America/Argentina/Buenos_Aires']) expect(isTimeZone(zone)).toBe(true);
    for (const zone of ['Mars/Olympus', '+08:00', '', 'Europe/', 'GMT+25', ' UTC']) expect(isTimeZone(zone)).toBe(false);
  });
});

describe('a time of a day in a zone [X25]', () => {
  test.each([
    ['2027-06-01', '09:30', 'Asia/Shanghai', '2027-06-01T01:30:00.000Z'],
    ['2027-06-01', '00:00', 'America/New_York', '2027-06-01T04:00:00.000Z'],
    ['2027-06-01', '23:59', 'Pacific/Kiritimati', '2027-06-01T09:59:00.000Z'],
    // Clocks go forward from 02:00 to 03:00, and back from 03:00 to 02:00.
    ['2027-03-28', '02:30', 'Europe/Berlin', '2027-03-28T01:00:00.000Z'],
    ['2027-10-31', '02:30', 'Europe/Berlin', '2027-10-31T00:30:00.000Z'],
  ])('%s %s in %s is %s', (date, time, zone, moment) => expect(instantAt(d(date), time, zone)).toBe(moment));
});
