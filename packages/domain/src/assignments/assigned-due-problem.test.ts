import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DueRule } from '../learning-plans/plan-definition.ts';
import { addDays, calendarDate } from '../shared/calendar.ts';
import { assignedDueProblem, realisticDue } from './assigned-due-problem.ts';

const today = calendarDate('2027-06-01');
const relative = (amount: number, anchor: Extract<DueRule, { kind: 'RELATIVE' }>['anchor']): DueRule => ({ kind: 'RELATIVE', amount, unit: 'DAYS', anchor });
const on = (date: string): DueRule => ({ kind: 'FIXED', date: calendarDate(date) });

test.each<[string, DueRule | null, string | null, number, string | null]>([
  ['no date of its own', null, null, 30, null],
  ['a day far enough', on('2027-07-01'), null, 30, null],
  ['a day that is a day too soon for the plan', on('2027-06-30'), null, 30, 'UNREALISTIC'],
  ['today, in a plan that takes no least time', on('2027-06-01'), null, 0, null],
  ['yesterday', on('2027-05-31'), null, 0, 'UNREALISTIC'],
  ['counted from a hire date that nobody knows', relative(30, 'HIRE_DATE'), null, 0, 'UNKNOWN_ANCHOR'],
  ['counted from a hire date long ago', relative(30, 'HIRE_DATE'), '2020-01-01', 0, 'UNREALISTIC'],
  ['counted from a hire date of last week', relative(30, 'HIRE_DATE'), '2027-05-25', 0, null],
  ['counted from a hire date of last week, too soon for the plan', relative(30, 'HIRE_DATE'), '2027-05-25', 60, 'UNREALISTIC'],
  ['awaited: nobody has signed in yet', relative(30, 'FIRST_SIGN_IN'), null, 0, null],
  ['counted from a sign-in long ago', relative(30, 'FIRST_SIGN_IN'), '2026-01-01', 0, 'UNREALISTIC'],
  ['counted from the assignment', relative(30, 'ASSIGNED'), null, 30, null],
  ['counted from the assignment, too soon for the plan', relative(29, 'ASSIGNED'), null, 30, 'UNREALISTIC'],
  ['counted from an enrollment long ago', relative(30, 'ENROLLED'), '2026-01-01', 0, 'UNREALISTIC'],
  ['counted from an enrollment of today', relative(30, 'ENROLLED'), null, 0, null],
])('%s [2.4]', (_, rule, anchorOn, minimumDays, problem) =>
  expect(assignedDueProblem(rule, { anchorOn: anchorOn === null ? null : calendarDate(anchorOn), today }, minimumDays)).toBe(problem));

test('the date that is offered instead is the plan’s least time and a week ahead, and never unrealistic itself [2.4]', () => {
  expect(realisticDue(today, 30)).toBe('2027-07-08');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: -500, max: 500 }), (minimumDays, shift) => {
      const from = addDays(today, shift);
      expect(assignedDueProblem({ kind: 'FIXED', date: realisticDue(from, minimumDays) }, { anchorOn: null, today: from }, minimumDays)).toBeNull();
    }),
  );
});
