import { describe, expect, test } from '@jest/globals';
import { calendarDate, endOfDay, instant } from '../shared/calendar.ts';
import { moveClock } from './move-clock.ts';
import type { Situation } from './standing-input.ts';

const fact = (id: string, day: string): Situation['facts'][number] => ({ id: id as never, learningObjectId: id as never, completedOn: calendarDate(day), recordedAt: instant('2027-06-01T00:00:00Z'), origin: 'AUTO' });
const situation: Situation = {
  enrollment: { enrolledOn: calendarDate('2027-01-01'), cycle: 1, stepReleases: [] },
  person: { zone: 'Asia/Shanghai' },
  facts: [fact('a', '2027-02-01'), fact('b', '2027-04-01')],
  planFacts: [{ ...fact('plan', '2027-04-01') }],
  revocations: [{ factId: 'a' as never, at: instant('2027-03-01T00:00:00Z') }],
  itemStates: [{ learningObjectId: 'b' as never, state: 'IN_PROGRESS', progress: 0.5, startedAt: instant('2027-03-20T00:00:00Z') }],
  overrides: [], sources: [], plan: { findable: true }, policies: { groupConflict: 'FIRST_WINS' },
  now: instant('2027-05-01T09:00:00Z'),
};
const at = (day: string, supposed: readonly (readonly [string, string])[] = []): Situation =>
  moveClock(situation, endOfDay(calendarDate(day), 'Asia/Shanghai'), new Map(supposed.map(([id, on]) => [id, calendarDate(on)])));
const known = ({ facts, planFacts, revocations, itemStates }: Situation): unknown => [facts.map(({ learningObjectId }) => learningObjectId), planFacts.length, revocations.length, itemStates.length];

describe('the clock of somebody who is simulated [ambition 10]', () => {
  test('at their own moment they are the very same', () => {
    expect(moveClock(situation, situation.now, new Map())).toBe(situation);
  });

  test.each([
    ['2027-01-15', [[], 0, 0, 0]],
    ['2027-02-01', [['a'], 0, 0, 0]],
    ['2027-03-10', [['a'], 0, 1, 0]],
    ['2027-03-25', [['a'], 0, 1, 1]],
    ['2027-06-01', [['a', 'b'], 1, 1, 1]],
  ])('on %s only what had happened by then has happened', (day, expected) => {
    expect(known(at(day))).toEqual(expected);
  });

  test('what is supposed to be done is done from its day on, beside what was done', () => {
    expect(known(at('2027-06-09', [['c', '2027-06-10']]))).toEqual([['a', 'b'], 1, 1, 1]);
    expect(at('2027-06-10', [['c', '2027-06-10']]).facts.at(-1)).toMatchObject({ learningObjectId: 'c', completedOn: '2027-06-10', completedAt: '2027-06-10T04:00:00.000Z' });
  });
});
