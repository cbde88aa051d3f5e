import { describe, expect, test } from '@jest/globals';
import type { MilestoneDefinition, PlanVersionDefinition, ReleaseRule } from '../learning-plans/plan-definition.ts';
import type { Situation, StepRelease } from './standing-input.ts';
import { at, course, day, fact, id, key, milestone, plan, situation, stand, waive } from './standing.testing.ts';

const M = milestone('M', 1, ['A']);
const N = milestone('N', 1, ['B']);
const E = milestone('E', null, ['C']);
const ordered = { milestoneOrderEnforced: true };
const statuses = (milestones: readonly MilestoneDefinition[], more: Partial<PlanVersionDefinition>, input: Partial<Situation>) =>
  stand(plan(milestones, more), situation(input)).milestones.map((entry) => entry.status);
const A = fact('A', '2027-02-01');
const B = fact('B', '2027-03-01');

describe('order', () => {
  test('off: all may start and all count [O1]', () => expect(statuses([M, N], {}, { facts: [B] })).toEqual(['AVAILABLE', 'COMPLETED']));

  test('on: the next opens when the earlier are completed or waived [O2, L11]', () => {
    expect(statuses([M, N], ordered, { facts: [A] })).toEqual(['COMPLETED', 'AVAILABLE']);
    expect(statuses([M, N], ordered, { overrides: [waive('M', '2027-02-01')] })).toEqual(['WAIVED', 'AVAILABLE']);
  });

  test('on: the next is locked while an earlier is open, and says by which [O3]', () => {
    const standing = stand(plan([M, N, milestone('O', 1, ['D'])], ordered), situation());
    expect(standing.milestones.map((entry) => entry.lockedBy)).toEqual([[], ['M'], ['M', 'N']]);
    expect(standing.milestones[1]).toMatchObject({ status: 'LOCKED', items: [{ locked: { why: 'MILESTONE_LOCKED', by: ['M'] } }] });
  });

  test('on: evidence counts all the same, "done, unlocks later" [O3]', () =>
    expect(stand(plan([M, N], ordered), situation({ facts: [B] })).milestones[1]).toMatchObject({ status: 'COMPLETED', lockedBy: ['M'], items: [{ locked: null }] }));

  test('an elective blocks nobody, and waits for earlier required ones [O4, X12]', () => {
    expect(statuses([E, M], ordered, {})).toEqual(['AVAILABLE', 'AVAILABLE']);
    expect(statuses([M, E, N], ordered, {})).toEqual(['AVAILABLE', 'LOCKED', 'LOCKED']);
    expect(statuses([M, E, N], ordered, { facts: [A] })).toEqual(['COMPLETED', 'AVAILABLE', 'AVAILABLE']);
  });

  test('positions decide, not the order of the list', () => {
    const definition = { ...plan([M, N], ordered), milestones: [{ ...N, position: 1 }, { ...M, position: 0 }] };
    expect(stand(definition, situation()).milestones.map((entry) => entry.key)).toEqual(['M', 'N']);
  });

  const three = milestone('M', 3, ['A', 'B', 'C'], { itemOrderEnforced: true });
  test('within a milestone an item waits for all before it [O5, L29]', () => {
    expect(stand(plan([three]), situation({ facts: [B] })).milestones[0]?.items.map((item) => item.locked)).toEqual([null, null, { why: 'EARLIER_ITEM', by: ['A'] }]);
    expect(stand(plan([three]), situation()).milestones[0]?.items[2]?.locked).toEqual({ why: 'EARLIER_ITEM', by: ['A', 'B'] });
    expect(stand(plan([{ ...three, itemOrderEnforced: false }]), situation()).milestones[0]?.items.map((item) => item.locked)).toEqual([null, null, null]);
  });

  test('a step that is not released says when it opens, and hides as much as the plan wants [O6, C19, X6]', () => {
    const later = milestone('N', 1, ['B'], { releaseRule: { kind: 'ON', date: day('2027-06-02') } });
    const shown = (displayUnreleasedSteps: 'NONE' | 'TITLES' | 'DETAILS') => stand(plan([M, later], { ...ordered, displayUnreleasedSteps }), situation({ facts: [A] })).milestones[1];
    expect(shown('NONE')).toMatchObject({ status: 'NOT_RELEASED', opensOn: '2027-06-02', titleHidden: true, detailsHidden: true, items: [{ locked: { why: 'MILESTONE_NOT_RELEASED' } }] });
    expect(shown('TITLES')).toMatchObject({ titleHidden: false, detailsHidden: true });
    expect(shown('DETAILS')).toMatchObject({ titleHidden: false, detailsHidden: false });
    expect(stand(plan([M, later], { ...ordered, displayUnreleasedSteps: 'NONE' }), situation({ facts: [B] })).milestones[1]).toMatchObject({ status: 'COMPLETED', titleHidden: false, detailsHidden: true });
    expect(stand(plan([M], { displayUnreleasedSteps: 'NONE' }), situation()).milestones[0]).toMatchObject({ titleHidden: false, detailsHidden: false });
  });
});

describe('precedence of milestone states [2.2]', () => {
  const late = { releaseRule: { kind: 'MANUAL' } as ReleaseRule };
  const begun: Partial<Situation> = { itemStates: [{ learningObjectId: id('B'), state: 'IN_PROGRESS', progress: 0.5 }] };
  test.each<[string, Partial<MilestoneDefinition>, Partial<Situation>, string]>([
    ['completed beats all', late, { ...begun, facts: [B], overrides: [waive('N', '2027-02-01')] }, 'COMPLETED'],
    ['waived beats not released', late, { ...begun, overrides: [waive('N', '2027-02-01')] }, 'WAIVED'],
    ['not released beats locked', late, begun, 'NOT_RELEASED'],
    ['locked beats in progress', {}, begun, 'LOCKED'],
    ['in progress beats available', {}, { ...begun, facts: [A] }, 'IN_PROGRESS'],
    ['available is what is left', {}, { facts: [A] }, 'AVAILABLE'],
  ])('%s', (_, more, input, status) => expect(statuses([M, { ...N, ...more }], ordered, input)[1]).toBe(status));
});

describe('release of steps', () => {
  const step = (rule: ReleaseRule, input: Partial<Situation> = {}, releases: readonly StepRelease[] = [], first: ReleaseRule = { kind: 'IMMEDIATE' }) => {
    const enrollment = { enrolledOn: day('2027-05-25'), cycle: 1, stepReleases: releases };
    const milestones = [{ ...M, releaseRule: first }, E, { ...N, releaseRule: rule }];
    const { released, opensOn, held } = stand(plan(milestones), situation({ enrollment, ...input })).milestones[2];
    return { released, opensOn, held };
  };

  test.each<[string, ReleaseRule, Partial<Situation>, boolean, string | null]>([
    ['at once', { kind: 'IMMEDIATE' }, {}, true, '2027-05-25'],
    ['on a day that is today', { kind: 'ON', date: day('2027-06-01') }, {}, true, '2027-06-01'],
    ['on a day that is tomorrow', { kind: 'ON', date: day('2027-06-02') }, {}, false, '2027-06-02'],
    ['seven days after enrollment', { kind: 'AFTER_ENROLLMENT', days: 7 }, {}, true, '2027-06-01'],
    ['eight days after enrollment', { kind: 'AFTER_ENROLLMENT', days: 8 }, {}, false, '2027-06-02'],
    ['after the previous required step was released', { kind: 'AFTER_PREVIOUS_RELEASED', days: 7 }, {}, true, '2027-06-01'],
    ['after the previous is completed, which it is not', { kind: 'AFTER_PREVIOUS_COMPLETED', days: 1 }, {}, false, null],
    ['after the previous is completed', { kind: 'AFTER_PREVIOUS_COMPLETED', days: 2 }, { facts: [fact('A', '2027-05-30')] }, true, '2027-06-01'],
    ['after the previous was waived', { kind: 'AFTER_PREVIOUS_COMPLETED', days: 3 }, { overrides: [waive('M', '2027-05-30')] }, false, '2027-06-02'],
    ['by hand', { kind: 'MANUAL' }, {}, false, null],
  ])('%s [C3, C16]', (_, rule, input, released, opensOn) => expect(step(rule, input)).toEqual({ released, opensOn, held: false }));

  test('a day begins where the learner is', () => {
    const rule: ReleaseRule = { kind: 'ON', date: day('2027-06-02') };
    const now = at('2027-06-01T16:00:00Z');
    expect(step(rule, { now, person: { zone: 'Asia/Tokyo' } }).released).toBe(true);
    expect(step(rule, { now, person: { zone: 'Europe/Berlin' } }).released).toBe(false);
  });

  test('after a step that never opens by itself: from its waiver on [2.1]', () => {
    const rule: ReleaseRule = { kind: 'AFTER_PREVIOUS_RELEASED', days: 2 };
    expect(step(rule, {}, [], { kind: 'MANUAL' })).toEqual({ released: false, opensOn: null, held: false });
    expect(step(rule, { overrides: [waive('M', '2027-05-30')] }, [], { kind: 'MANUAL' })).toEqual({ released: true, opensOn: '2027-06-01', held: false });
    expect(step(rule, { overrides: [waive('M', '2027-05-30')] })).toEqual({ released: true, opensOn: '2027-05-27', held: false });
    expect(step(rule, { overrides: [waive('M', '2027-05-30')] }, [], { kind: 'ON', date: day('2027-07-01') })).toEqual({ released: true, opensOn: '2027-06-01', held: false });
  });

  test('a first step counts from the enrollment', () => {
    for (const kind of ['AFTER_PREVIOUS_RELEASED', 'AFTER_PREVIOUS_COMPLETED'] as const)
      expect(stand(plan([{ ...M, releaseRule: { kind, days: 3 } }]), situation()).milestones[0]?.opensOn).toBe('2027-01-04');
  });

  const soon: ReleaseRule = { kind: 'ON', date: day('2027-07-01') };
  test.each<[string, Omit<StepRelease, 'milestoneKey'>, ReleaseRule, object]>([
    ['held: it stays shut though its day has come', { heldAt: at('2027-05-26') }, { kind: 'IMMEDIATE' }, { released: false, opensOn: null, held: true }],
    ['to be held later: it is open', { heldAt: at('2027-06-02') }, { kind: 'IMMEDIATE' }, { released: true, opensOn: '2027-05-25', held: false }],
    ['released early', { releasedAt: at('2027-05-27') }, soon, { released: true, opensOn: '2027-05-27', held: false }],
    ['released by hand', { releasedAt: at('2027-05-27') }, { kind: 'MANUAL' }, { released: true, opensOn: '2027-05-27', held: false }],
    ['to be released later', { releasedAt: at('2027-06-02') }, soon, { released: false, opensOn: '2027-07-01', held: false }],
    ['seen, then moved: it stays open', { seenAt: at('2027-05-28') }, soon, { released: true, opensOn: '2027-05-28', held: false }],
    ['seen, then held: it stays open', { seenAt: at('2027-05-28'), heldAt: at('2027-05-29') }, soon, { released: true, opensOn: '2027-05-28', held: false }],
    ['seen after it opened by its schedule', { seenAt: at('2027-05-28') }, { kind: 'ON', date: day('2027-05-26') }, { released: true, opensOn: '2027-05-26', held: false }],
    ['released, then seen', { seenAt: at('2027-05-29'), releasedAt: at('2027-05-28') }, soon, { released: true, opensOn: '2027-05-28', held: false }],
  ])('%s [2.2 step release]', (_, byHand, rule, release) => expect(step(rule, {}, [{ milestoneKey: key('N'), ...byHand }])).toEqual(release));
});

describe('what is next', () => {
  const next = (milestones: readonly MilestoneDefinition[], input: Partial<Situation> = {}, more: Partial<PlanVersionDefinition> = {}) => stand(plan(milestones, more), situation(input)).next;
  const step = (milestoneKey: string, learningObjectId: string | null) => ({ milestoneKey, learningObjectId, waitsForRelease: false, opensOn: null });
  const begunB = { itemStates: [{ learningObjectId: id('B'), state: 'IN_PROGRESS' as const, progress: 0.5 }] };

  test('is the first open item of the first open milestone', () => {
    expect(next([M, N])).toEqual(step('M', 'A'));
    expect(next([M, N], { facts: [A] })).toEqual(step('N', 'B'));
    expect(next([milestone('M', 2, ['A', 'B', 'C'])], { facts: [A] })).toEqual(step('M', 'B'));
    expect(next([E, M])).toEqual(step('M', 'A'));
  });
  test('is what was begun before what comes first', () => expect(next([milestone('M', 2, ['A', 'B'])], begunB)).toEqual(step('M', 'B')));
  test('is never a locked item', () => expect(next([milestone('M', 2, ['A', 'B'], { itemOrderEnforced: true })], begunB)).toEqual(step('M', 'A')));
  test('is the wait for a step that will open, if nothing else can be done', () => {
    const later = { ...N, releaseRule: { kind: 'ON', date: day('2027-07-01') } as const };
    expect(next([M, later], { facts: [A] })).toEqual({ milestoneKey: 'N', learningObjectId: null, waitsForRelease: true, opensOn: '2027-07-01' });
    expect(next([later, M])).toEqual(step('M', 'A'));
  });
  test('names no item where none can be done', () => {
    const expired = [course('A', { kind: 'ACTIVITY', expiresOn: day('2027-05-31') })];
    expect(stand(plan([M]), situation(), expired).next).toEqual(step('M', null));
    expect(stand(plan([M]), situation(), expired).milestones[0]?.items[0]?.locked).toEqual({ why: 'EXPIRED', on: '2027-05-31' });
    expect(stand(plan([M]), situation(), [course('A', { expiresOn: day('2027-06-01') })]).milestones[0]?.items[0]?.locked).toBeNull();
  });
  test('is an elective only where nothing is required', () => {
    expect(next([E])).toEqual(step('E', 'C'));
    expect(next([E], { facts: [fact('C', '2027-02-01')] })).toBeNull();
    expect(next([{ ...E, releaseRule: { kind: 'MANUAL' } }])).toBeNull();
  });
  test('is nothing for whoever is done', () => expect(next([M, E], { facts: [A] })).toBeNull());
});
