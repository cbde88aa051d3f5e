import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DueRule } from '../learning-plans/plan-definition.ts';
import { detachFromGroups, groupSources } from './detach-from-groups.ts';
import { at, day, key, milestone, plan, situation, source, stand } from './standing.testing.ts';
import type { GroupConflictPolicy, Situation, Source } from './standing-input.ts';

const fixed = (date: string): DueRule => ({ kind: 'FIXED', date: day(date) });
const relative = (amount: number, anchor: Extract<DueRule, { kind: 'RELATIVE' }>['anchor']): DueRule => ({ kind: 'RELATIVE', amount, unit: 'DAYS', anchor });
const [A, B] = [milestone('A', 1, ['a']), milestone('B', 1, ['b'])];
const two = [A, B];

/** The situation just after the person has been taken out of the groups. */
function detached(definition: ReturnType<typeof plan>, before: Situation): Situation {
  const individual = detachFromGroups(stand(definition, before));
  const ended = new Set(groupSources(before));
  if (ended.size === 0) return before;
  const sources = before.sources.map((each) => (ended.has(each) ? { ...each, to: before.now } : each));
  return { ...before, sources: [...sources, { ...source('kept', 'INDIVIDUAL', '2027-06-01'), from: before.now, ...individual }] };
}
const duesOf = (definition: ReturnType<typeof plan>, input: Situation) => {
  const { effectiveDue, milestones } = stand(definition, input);
  return [effectiveDue, ...milestones.map((each) => each.effectiveDue)].map((due) => due && [due.date, due.awaiting]);
};

describe('taken out of a group assignment [L44]', () => {
  test('the dates of the group stay, as individual ones, from the group’s start on', () => {
    const group = source('sales', 'DEPARTMENT', '2027-05-01', { dueRule: relative(60, 'ASSIGNED'), milestoneDueRules: [{ milestoneKey: key('A'), dueRule: fixed('2027-06-15') }] });
    const standing = stand(plan(two), situation({ sources: [group] }));
    expect(detachFromGroups(standing)).toEqual({ dueRule: fixed('2027-06-30'), milestoneDueRules: [{ milestoneKey: 'A', dueRule: fixed('2027-06-15') }] });
  });

  test('what counts from something still to come goes on being counted', () => {
    const group = source('sales', 'GROUP', '2027-05-01', { dueRule: relative(14, 'FIRST_SIGN_IN') });
    expect(detachFromGroups(stand(plan(two), situation({ sources: [group] }))).dueRule).toEqual(relative(14, 'FIRST_SIGN_IN'));
  });

  test('a group without dates leaves none: the plan’s own hold as before', () => {
    const definition = plan(two, { dueRule: fixed('2027-12-31') });
    expect(detachFromGroups(stand(definition, situation({ sources: [source('sales', 'GROUP', '2027-05-01')] })))).toEqual({ dueRule: null, milestoneDueRules: [] });
  });

  test('what the plan counts from the assignment is held fast, for being assigned happens anew', () => {
    const definition = plan(two, { dueRule: relative(90, 'ASSIGNED') });
    expect(detachFromGroups(stand(definition, situation({ sources: [source('sales', 'GROUP', '2027-05-01')] }))).dueRule).toEqual(fixed('2027-07-30'));
  });

  test('only live sources of groups are such: not those named by hand, ended, or suppressed', () => {
    const sources = [
      source('by hand', 'INDIVIDUAL', '2027-01-01'), source('group', 'GROUP', '2027-01-01'), source('own', 'SELF_STARTED', '2027-01-01'),
      source('left', 'RULE', '2027-01-01', { to: at('2027-02-01') }), source('removed', 'RULE', '2027-01-01', { suppressed: true }),
    ];
    expect(groupSources(situation({ sources })).map(({ id }) => id)).toEqual(['group']);
  });

  test('no due date moves by it, whatever gave the plan and whatever the policy', () => {
    const anchors = ['ENROLLED', 'ASSIGNED', 'FIRST_SIGN_IN', 'HIRE_DATE'] as const;
    const rule = fc.oneof(
      fc.constant<DueRule>({ kind: 'NONE' }),
      fc.integer({ min: 1, max: 28 }).map((date) => fixed(`2027-07-${String(date).padStart(2, '0')}`)),
      fc.tuple(fc.integer({ min: 1, max: 400 }), fc.constantFrom(...anchors)).map(([amount, anchor]) => relative(amount, anchor)),
    );
    const previous = fc.integer({ min: 1, max: 30 }).map((amount) => relative(amount, 'PREVIOUS_STEP'));
    const sources = fc.array(
      fc.record({ kind: fc.constantFrom<Source['kind']>('GROUP', 'DEPARTMENT', 'RULE', 'INDIVIDUAL', 'SELF_STARTED'), dueRule: rule, ofB: fc.option(fc.oneof(rule, previous)), on: fc.integer({ min: 1, max: 28 }), dormant: fc.boolean() }),
      { minLength: 1, maxLength: 4 },
    );
    const policies = fc.constantFrom<GroupConflictPolicy>('FIRST_WINS', 'MOST_LENIENT', 'STRICTEST', 'LATEST_ASSIGNMENT');
    fc.assert(
      fc.property(sources, rule, fc.oneof(rule, previous), policies, fc.boolean(), (each, ofPlan, ofMilestone, groupConflict, isHired) => {
        const definition = plan([A, { ...B, dueRule: ofMilestone }], { dueRule: ofPlan });
        const before = situation({
          policies: { groupConflict },
          person: { zone: 'UTC', hiredOn: isHired ? day('2027-03-01') : null },
          sources: each.map(({ kind, dueRule, ofB, on, dormant }, index) =>
            source(`s${index}`, kind, `2027-02-${String(on).padStart(2, '0')}`, { dueRule, dormant, milestoneDueRules: ofB === null ? [] : [{ milestoneKey: key('B'), dueRule: ofB }] })),
        });
        expect(duesOf(definition, detached(definition, before))).toEqual(duesOf(definition, before));
      }),
      { numRuns: 400 },
    );
  });
});
