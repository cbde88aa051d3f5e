import { expect, test } from '@jest/globals';
import type { GroupConflictPolicy } from '../standing/standing-input.ts';
import { day, milestone, plan, situation, source, stand } from '../standing/standing.testing.ts';
import { classifyPolicyChange } from './classify-policy-change.ts';

const due = (date: string | null) => ({ dueRule: date === null ? null : ({ kind: 'FIXED', date: day(date) } as const) });
const M = milestone('M', 1, ['A']);
const milestoneDue = (date: string) => ({ milestoneDueRules: [{ milestoneKey: M.key, dueRule: { kind: 'FIXED', date: day(date) } as const }] });

/** First a group that says one thing, then one that says another. */
function change(first: object, second: object, policy: GroupConflictPolicy) {
  const sources = [source('first', 'GROUP', '2027-01-01', first), source('second', 'RULE', '2027-02-01', { ...second, dormant: true })];
  const under = (groupConflict: GroupConflictPolicy) => stand(plan([M]), situation({ sources, policies: { groupConflict } }));
  return classifyPolicyChange(under('FIRST_WINS'), under(policy));
}

test.each<[string, string, GroupConflictPolicy, string, string | null]>([
  ['2027-07-07', '2027-09-09', 'MOST_LENIENT', 'LATER', '2027-09-09'],
  ['2027-07-07', '2027-06-06', 'STRICTEST', 'EARLIER', '2027-06-06'],
  ['2027-07-07', '2027-06-06', 'LATEST_ASSIGNMENT', 'EARLIER', '2027-06-06'],
  ['2027-07-07', '2027-06-06', 'MOST_LENIENT', 'SAME', '2027-07-07'],
])('%s and then %s under %s: %s [2.4, L35]', (first, second, policy, expected, to) => {
  expect(change(due(first), due(second), policy)).toEqual({ class: expected, from: '2027-07-07', to });
});

test('a date can come or go where the groups speak of different things [2.4]', () => {
  expect(change(milestoneDue('2027-08-08'), due('2027-09-09'), 'LATEST_ASSIGNMENT')).toEqual({ class: 'DATED', from: null, to: '2027-09-09' });
  expect(change(due('2027-09-09'), milestoneDue('2027-08-08'), 'LATEST_ASSIGNMENT')).toEqual({ class: 'UNDATED', from: '2027-09-09', to: null });
});

test('dates of milestones alone are told too [2.4]', () =>
  expect(change({ ...due('2027-09-09'), ...milestoneDue('2027-08-08') }, { ...due('2027-09-09'), ...milestoneDue('2027-07-07') }, 'STRICTEST')).toMatchObject({ class: 'MILESTONES_ONLY' }));
