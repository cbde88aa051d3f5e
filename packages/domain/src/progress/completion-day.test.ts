import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, calendarDate, dateIn, instant } from '../shared/calendar.ts';
import { expectCatalogIsComplete } from '../shared/catalog.testing.ts';
import { checkCompletionDay, completionDayProblemCatalog, type CompletionDayContext } from './completion-day.ts';

const now = instant('2027-06-01T20:00:00Z');
const check = (value: string, more: Partial<CompletionDayContext> = {}) => checkCompletionDay(value, { zone: 'UTC', now, ...more });

describe('the day of a completion that somebody else records', () => {
  test('is at most the person’s today, wherever who records it is [U11, X9]', () => {
    expect(check('2027-06-02', { zone: 'Asia/Tokyo' })).toEqual({ ok: true, value: { on: '2027-06-02', warnings: [] } });
    expect(check('2027-06-02')).toEqual({ ok: false, problem: { code: 'COMPLETION_DAY_AHEAD', params: { date: '2027-06-02', today: '2027-06-01' } } });
    fc.assert(
      fc.property(fc.constantFrom('UTC', 'Asia/Tokyo', 'America/Los_Angeles', 'Pacific/Kiritimati'), fc.integer({ min: -400, max: 400 }), (zone, days) => {
        expect(check(addDays(dateIn(now, zone), days), { zone }).ok).toBe(days <= 0);
      }),
    );
  });

  test.each(['', '2027-02-30', '2027-2-3', '01.02.2027', '2027/02/03', '2027-06-01T10:00', '２０２７-06-01'])('has to be a day: %p [U18]', (value) =>
    expect(check(value)).toEqual({ ok: false, problem: { code: 'COMPLETION_DAY_INVALID', params: { value } } }));

  test('before the person was hired or the thing existed it is let through with a warning [X9]', () => {
    const since = { hiredOn: calendarDate('2027-01-01'), existsSince: calendarDate('2027-03-01') };
    expect(check('2026-12-31', since)).toMatchObject({ ok: true, value: { warnings: ['BEFORE_HIRE', 'BEFORE_ITEM'] } });
    expect(check('2027-01-01', since)).toMatchObject({ ok: true, value: { warnings: ['BEFORE_ITEM'] } });
    expect(check('2027-03-01', since)).toMatchObject({ ok: true, value: { warnings: [] } });
  });
});

test('what is wrong with it is said in both languages', () =>
  expectCatalogIsComplete(completionDayProblemCatalog, { COMPLETION_DAY_INVALID: { value: 'soon' }, COMPLETION_DAY_AHEAD: { date: '2027-06-02', today: '2027-06-01' } }));
