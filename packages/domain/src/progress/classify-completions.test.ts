import { describe, expect, test } from '@jest/globals';
import { calendarDate, instant } from '../shared/calendar.ts';
import { classifyAddedCompletion, classifyRevokedCompletion, type AddedCompletion, type AddedCompletionSituation } from './classify-completions.ts';

const asked: AddedCompletion = { completedOn: calendarDate('2027-06-02'), existsSince: calendarDate('2027-01-01'), again: false, now: instant('2027-06-01T20:00:00Z') };
const person: AddedCompletionSituation = { zone: 'Asia/Tokyo', hiredOn: null, completed: false, sameDay: false };
const classify = (of: Partial<AddedCompletionSituation> = {}, how: Partial<AddedCompletion> = {}) => classifyAddedCompletion({ ...person, ...of }, { ...asked, ...how });

describe('a completion that somebody records', () => {
  test('is new up to the person’s today [U11, X9]', () => {
    expect(classify()).toBe('NEW');
    expect(classify({ zone: 'UTC' })).toBe('DAY_AHEAD');
    expect(classify({ zone: 'UTC', completed: true, sameDay: true })).toBe('DAY_AHEAD');
  });

  test('is left out for who has completed it, unless a further one is wanted; never twice on one day [U23]', () => {
    expect(classify({ completed: true })).toBe('ALREADY_COMPLETED');
    expect(classify({ completed: true }, { again: true })).toBe('NEW');
    expect(classify({ completed: true, sameDay: true }, { again: true })).toBe('ALREADY_COMPLETED');
    expect(classify({ sameDay: true })).toBe('ALREADY_COMPLETED');
  });

  test('is pointed out when the day is before they were hired or the thing existed [X9]', () => {
    expect(classify({ hiredOn: calendarDate('2027-06-03') })).toBe('NEW_EARLY');
    expect(classify({}, { completedOn: calendarDate('2026-12-31') })).toBe('NEW_EARLY');
    expect(classify({ hiredOn: calendarDate('2027-06-02') })).toBe('NEW');
  });

  test('can be taken back where it is complete [U29]', () => expect([true, false].map((completed) => classifyRevokedCompletion({ completed }))).toEqual(['REVOKED', 'NOT_COMPLETED']));
});
