import { describe, expect, test } from '@jest/globals';
import type { DueRule } from '../learning-plans/plan-definition.ts';
import { calendarDate, instant } from '../shared/calendar.ts';
import { expectCatalogIsComplete } from '../shared/catalog.testing.ts';
import type { LearningObjectId, MilestoneKey, PlanId } from '../shared/ids.ts';
import { mayBecome, nextTransitions, transition } from '../shared/lifecycle.ts';
import type { AssignmentDefinition } from './assignment.ts';
import { assignmentLifecycle, assignmentMemberLifecycle, enrollmentLifecycle } from './assignment-lifecycle.ts';
import { assignmentProblemCatalog, checkAssignment, sayAssignmentProblem } from './check-assignment.ts';
import { classifyMember, type MemberSituation } from './classify-member.ts';

const base: MemberSituation = {
  person: { status: 'ACTIVE', hasEmployeeNumber: true }, expectsEmployeeNumber: false, source: { kind: 'GROUP', hasDueRule: true },
  liveSources: [], isCompleted: false, groupConflict: 'FIRST_WINS', dueProblem: null,
};
const live = (kind: MemberSituation['source']['kind'], hasDueRule = true, isThisAssignment = false) => ({ kind, hasDueRule, isThisAssignment });

describe('what an assignment comes to for one person [2.2, 2.6]', () => {
  test.each<[string, Partial<MemberSituation>, string, string | null, [adds: boolean, dormant: boolean, notifies: boolean]]>([
    ['nothing was there', {}, 'APPLIED', null, [true, false, true]],
    ['only taken up by oneself before [S3]', { liveSources: [live('SELF_STARTED', false)] }, 'APPLIED', null, [true, false, true]],
    ['this very assignment again', { liveSources: [live('GROUP', true, true)], isCompleted: true }, 'SKIPPED_ALREADY_ASSIGNED', null, [false, false, false]],
    ['completed in this cycle [S4, S10, U22]', { isCompleted: true, liveSources: [live('GROUP')] }, 'SKIPPED_ALREADY_COMPLETED', null, [true, false, false]],
    ['another group came first [L35, X2]', { liveSources: [live('RULE')] }, 'CONFLICT', null, [true, true, false]],
    ['another group without dates [2.4]', { liveSources: [live('RULE', false)] }, 'MERGED', null, [true, false, false]],
    ['no dates of its own', { source: live('GROUP', false), liveSources: [live('RULE')] }, 'MERGED', null, [true, false, false]],
    ['named by hand before', { liveSources: [live('INDIVIDUAL')] }, 'MERGED', null, [true, false, false]],
    ['named by hand now', { source: live('INDIVIDUAL'), liveSources: [live('RULE')] }, 'MERGED', null, [true, false, false]],
    ['another policy has no conflicts', { groupConflict: 'MOST_LENIENT', liveSources: [live('RULE')] }, 'MERGED', null, [true, false, false]],
    ['nobody knows the anchor: applied, flagged, told', { dueProblem: 'UNKNOWN_ANCHOR' }, 'EXCEPTION', 'UNKNOWN_ANCHOR', [true, false, true]],
    ['too little time: applied, flagged, not told twice', { dueProblem: 'UNREALISTIC', liveSources: [live('API')] }, 'EXCEPTION', 'UNREALISTIC_DUE', [true, false, false]],
    ['a due problem that is not its own', { dueProblem: 'UNREALISTIC', source: live('GROUP', false) }, 'APPLIED', null, [true, false, true]],
    ['a conflict with a due problem is a conflict', { dueProblem: 'UNREALISTIC', liveSources: [live('RULE')] }, 'CONFLICT', null, [true, true, false]],
    ['suspended', { person: { status: 'SUSPENDED', hasEmployeeNumber: true } }, 'EXCEPTION', 'INACTIVE_PERSON', [true, false, false]],
    ['has left', { person: { status: 'LEFT', hasEmployeeNumber: true }, isCompleted: true }, 'EXCEPTION', 'INACTIVE_PERSON', [true, false, false]],
    ['no job number, found by something else [D26, D27]', { expectsEmployeeNumber: true, person: { status: 'ACTIVE', hasEmployeeNumber: false } }, 'EXCEPTION', 'NO_EMPLOYEE_NUMBER', [true, false, true]],
    ['no employee number where it is not needed', { person: { status: 'ACTIVE', hasEmployeeNumber: false } }, 'APPLIED', null, [true, false, true]],
    ['a job number, found by something else', { expectsEmployeeNumber: true }, 'APPLIED', null, [true, false, true]],
  ])('%s', (_, more, state, exception, [addsSource, sourceIsDormant, notifies]) =>
    expect(classifyMember({ ...base, ...more })).toEqual({ state, exception, addsSource, sourceIsDormant, notifies, startsCycle: false }));

  test.each<[string, Partial<MemberSituation>, object]>([
    ['completed, and to be done again', {}, { state: 'APPLIED', startsCycle: true, notifies: true, sourceIsDormant: false }],
    ['what holds them in the completed cycle is no conflict', { liveSources: [live('RULE')] }, { state: 'APPLIED', startsCycle: true, notifies: true }],
    ['too little time', { dueProblem: 'UNREALISTIC' }, { state: 'EXCEPTION', exception: 'UNREALISTIC_DUE', startsCycle: true }],
    ['this very assignment', { liveSources: [live('GROUP', true, true)] }, { state: 'SKIPPED_ALREADY_ASSIGNED', startsCycle: false }],
    ['not completed yet', { isCompleted: false, liveSources: [live('INDIVIDUAL')] }, { state: 'MERGED', startsCycle: false }],
  ])('assigned again, in a new cycle: %s [2.6]', (_, more, expected) => expect(classifyMember({ ...base, isCompleted: true, again: true, ...more })).toMatchObject(expected));
});

describe('lifecycles [2.2]', () => {
  const eventsOf = (state: Parameters<typeof nextTransitions<typeof assignmentLifecycle.states[number], never>>[1]) => nextTransitions(assignmentLifecycle, state).map(({ event, to }) => `${event} ${to}`);
  test('an assignment', () => {
    expect(eventsOf('DRAFT')).toEqual(['schedule SCHEDULED', 'apply APPLYING', 'cancel CANCELLED']);
    expect(eventsOf('SCHEDULED')).toEqual(['apply APPLYING', 'cancel CANCELLED']);
    expect(eventsOf('APPLYING')).toEqual(['finish ACTIVE', 'finish DONE']);
    expect(eventsOf('ACTIVE')).toEqual(['inactivate INACTIVE', 'end ENDED', 'takeBack ENDED']);
    expect(eventsOf('INACTIVE')).toEqual(['activate ACTIVE', 'end ENDED', 'takeBack ENDED']);
    expect(eventsOf('DONE')).toEqual(['takeBack ENDED']);
    expect(eventsOf('ENDED')).toEqual(['takeBackEnd ACTIVE', 'takeBackEnd INACTIVE']);
    expect(eventsOf('CANCELLED')).toEqual([]);
  });
  test('a member: an exception is resolved or dismissed, a conflict takes over, an override detaches [L44, L58]', () => {
    expect(transition(assignmentMemberLifecycle, 'EXCEPTION', 'resolve')).toEqual({ ok: true, value: 'APPLIED' });
    expect(transition(assignmentMemberLifecycle, 'EXCEPTION', 'dismiss')).toEqual({ ok: true, value: 'DISMISSED' });
    expect(transition(assignmentMemberLifecycle, 'CONFLICT', 'takeOver')).toEqual({ ok: true, value: 'APPLIED' });
    expect(transition(assignmentMemberLifecycle, 'APPLIED', 'override')).toEqual({ ok: true, value: 'DETACHED' });
    expect(transition(assignmentMemberLifecycle, 'APPLIED', 'leave')).toEqual({ ok: true, value: 'REMOVED' });
    expect(transition(assignmentMemberLifecycle, 'DISMISSED', 'resolve').ok).toBe(false);
  });
  test.each<[string, string, boolean]>([
    ['NOT_STARTED', 'IN_PROGRESS', true], ['NOT_STARTED', 'COMPLETED', true], ['IN_PROGRESS', 'EXEMPT', true], ['EXEMPT', 'IN_PROGRESS', true], ['EXEMPT', 'COMPLETED', true],
    ['NOT_STARTED', 'WITHDRAWN', true], ['IN_PROGRESS', 'WITHDRAWN', true], ['COMPLETED', 'WITHDRAWN', false], ['EXEMPT', 'WITHDRAWN', false], ['WITHDRAWN', 'COMPLETED', true],
    ['IN_PROGRESS', 'NOT_COMPLETED', true], ['COMPLETED', 'NOT_COMPLETED', false], ['NOT_COMPLETED', 'COMPLETED', true], ['COMPLETED', 'IN_PROGRESS', true], ['COMPLETED', 'NOT_STARTED', false], ['COMPLETED', 'EXEMPT', false],
  ])('an enrollment: %s to %s is %s', (from, to, possible) => expect(mayBecome(enrollmentLifecycle, from as never, to as never)).toBe(possible));
});

describe('an assignment before its preview', () => {
  const good: AssignmentDefinition = { name: 'Security 2027', targets: [{ kind: 'PLAN', planId: 'p' as PlanId }], audience: { kind: 'EVERYONE' }, mode: 'DYNAMIC', notify: true, onLeave: 'KEEP_IF_STARTED' };
  const clock = { now: instant('2027-06-01T20:00:00Z'), zone: 'Asia/Tokyo' };
  const found = (more: Partial<AssignmentDefinition>) => checkAssignment({ ...good, ...more }, clock).map(({ code, field }) => `${code} ${field}`);
  const fixed = (date: string): DueRule => ({ kind: 'FIXED', date: calendarDate(date) });
  const relative = (amount: number, anchor: 'ENROLLED' | 'PREVIOUS_STEP' = 'ENROLLED'): DueRule => ({ kind: 'RELATIVE', amount, unit: 'DAYS', anchor });
  const ofMilestone = (...rules: [string, DueRule][]) => rules.map(([key, dueRule]) => ({ milestoneKey: key as MilestoneKey, dueRule }));
  const object = { kind: 'LEARNING_OBJECT', learningObjectId: 'p' as LearningObjectId } as const;

  test.each<[Partial<AssignmentDefinition>, string[]]>([
    [{}, []], [{ name: 'x'.repeat(200) }, []], [{ targets: [good.targets[0], object] }, []],
    [{ name: ' ' }, ['NAME_MISSING name']], [{ name: 'x'.repeat(201) }, ['NAME_TOO_LONG name']],
    [{ targets: [] }, ['NO_TARGET targets']], [{ targets: [object, object] }, ['DUPLICATED_TARGET targets']],
    [{ targets: Array.from({ length: 101 }, (_, i) => ({ kind: 'PLAN' as const, planId: `${i}` as PlanId })) }, ['TOO_MANY_TARGETS targets']],
    [{ targets: Array.from({ length: 100 }, (_, i) => ({ kind: 'PLAN' as const, planId: `${i}` as PlanId })) }, []],
    [{ dueRule: fixed('2027-06-01') }, ['DUE_IN_PAST dueRule']], [{ dueRule: fixed('2027-06-02') }, []], [{ dueRule: { kind: 'NONE' } }, []],
    [{ startsAt: instant('2027-06-01T19:59:59Z') }, ['STARTS_IN_PAST startsAt']], [{ startsAt: clock.now }, []],
    [{ startsAt: instant('2027-06-05T16:00:00Z'), dueRule: fixed('2027-06-05') }, ['DUE_BEFORE_START dueRule']],
    [{ startsAt: instant('2027-06-05T14:00:00Z'), dueRule: fixed('2027-06-05') }, []],
    [{ dueRule: relative(-1) }, ['DUE_AMOUNT_OUT_OF_RANGE dueRule']], [{ dueRule: relative(3651) }, ['DUE_AMOUNT_OUT_OF_RANGE dueRule']], [{ dueRule: relative(1.5) }, ['DUE_AMOUNT_OUT_OF_RANGE dueRule']],
    [{ dueRule: relative(0) }, []], [{ dueRule: relative(3650) }, []],
    [{ dueRule: relative(1, 'PREVIOUS_STEP') }, ['DUE_COUNTED_FROM_PREVIOUS_STEP dueRule']], [{ milestoneDueRules: ofMilestone(['m', relative(1, 'PREVIOUS_STEP')]) }, []],
    [{ milestoneDueRules: ofMilestone(['m', relative(1)], ['n', fixed('2027-05-05')], ['m', relative(2)]) }, ['DUE_IN_PAST milestoneDueRules.n', 'DUPLICATED_MILESTONE_DUE milestoneDueRules.m']],
  ])('case %#', (more, problems) => expect(found(more)).toEqual(problems));

  test('every problem is there in both languages', () => {
    expectCatalogIsComplete(assignmentProblemCatalog, {
      NAME_MISSING: {}, NAME_TOO_LONG: { limit: 1, length: 2 }, NO_TARGET: {}, TOO_MANY_TARGETS: { limit: 1 }, DUPLICATED_TARGET: {}, DUE_IN_PAST: { due: '2027-01-01' }, DUE_BEFORE_START: { due: '2027-01-01', start: '2027-01-02' },
      DUE_AMOUNT_OUT_OF_RANGE: { from: 0, to: 1 }, DUE_COUNTED_FROM_PREVIOUS_STEP: {}, DUPLICATED_MILESTONE_DUE: {}, STARTS_IN_PAST: {},
    });
    expect(sayAssignmentProblem({ field: 'dueRule', code: 'DUE_IN_PAST', params: { due: '2027-05-05' } }, 'en')).toBe('The due date May 5, 2027 has passed.');
  });
});
