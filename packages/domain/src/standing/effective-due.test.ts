import { describe, expect, test } from '@jest/globals';
import type { DueRule, MilestoneDefinition, PlanVersionDefinition } from '../learning-plans/plan-definition.ts';
import type { GroupConflictPolicy, Situation, Source } from './standing-input.ts';
import { adjustDue, at, day, fact, key, milestone, plan, situation, source, stand, waive } from './standing.testing.ts';

const fixed = (date: string): DueRule => ({ kind: 'FIXED', date: day(date) });
const relative = (amount: number, anchor: Extract<DueRule, { kind: 'RELATIVE' }>['anchor'], unit: 'DAYS' | 'WEEKS' | 'MONTHS' = 'DAYS'): DueRule => ({ kind: 'RELATIVE', amount, unit, anchor });
const M = milestone('M', 1, ['A']);
const N = milestone('N', 1, ['B']);
const planDue = (more: Partial<PlanVersionDefinition>, input: Partial<Situation>) => stand(plan([M, N], more), situation(input)).effectiveDue;
const milestoneDue = (own: DueRule | null, more: Partial<PlanVersionDefinition>, input: Partial<Situation>, milestones: readonly MilestoneDefinition[] = [{ ...M, dueRule: own }]) =>
  stand(plan(milestones, more), situation(input)).milestones.at(-1)?.effectiveDue ?? null;
const withDue = (name: string, kind: Source['kind'], from: string, dueRule: DueRule | null, milestoneDue: DueRule | null = null, more: Partial<Source> = {}) =>
  source(name, kind, from, { dueRule, milestoneDueRules: milestoneDue === null ? [] : [{ milestoneKey: key('M'), dueRule: milestoneDue }], ...more });

describe('the due date of a plan [2.4]', () => {
  const rule = { dueRule: fixed('2027-05-05') };
  const group = withDue('group', 'GROUP', '2027-01-01', fixed('2027-04-04'));
  const individual = withDue('individual', 'INDIVIDUAL', '2027-02-01', fixed('2027-03-03'));

  test('nothing says anything: none', () => expect(planDue({}, {})).toBeNull());
  test('NONE says nothing', () => expect(planDue({ dueRule: { kind: 'NONE' } }, { sources: [withDue('s', 'INDIVIDUAL', '2027-01-01', { kind: 'NONE' })] })).toBeNull());
  test('the rule of the plan [L10]', () => expect(planDue(rule, {})).toEqual({ date: '2027-05-05', zone: 'UTC', endsAt: '2027-05-05T23:59:59.999Z', origin: 'PLAN_RULE', inherited: false, rule: fixed('2027-05-05'), sourceId: null, awaiting: null, problem: null }));
  test('a group beats the plan', () => expect(planDue(rule, { sources: [group] })).toMatchObject({ date: '2027-04-04', origin: 'GROUP_ASSIGNMENT', sourceId: 'group' }));
  test.each(['INDIVIDUAL', 'IMPORT', 'API'] as const)('%s beats a group, however new', (kind) => expect(planDue(rule, { sources: [group, { ...individual, kind }] })).toMatchObject({ date: '2027-03-03', origin: 'INDIVIDUAL_ASSIGNMENT', sourceId: 'individual' }));
  test.each(['GROUP', 'DEPARTMENT', 'POSITION', 'JOB_ROLE', 'RULE'] as const)('%s ranks as a group', (kind) => expect(planDue(rule, { sources: [{ ...group, kind }] })?.origin).toBe('GROUP_ASSIGNMENT'));
  test.each(['SELF_REGISTRATION', 'SELF_STARTED', 'BOOKMARK'] as const)('%s sets no date', (kind) => expect(planDue(rule, { sources: [{ ...group, kind }] })?.origin).toBe('PLAN_RULE'));
  test('of two individual assignments the newer', () => expect(planDue(rule, { sources: [withDue('new', 'API', '2027-02-02', fixed('2027-06-06')), individual] })?.date).toBe('2027-06-06'));
  test('an individual assignment without a date leaves it to the group', () => expect(planDue(rule, { sources: [withDue('individual', 'INDIVIDUAL', '2027-02-01', null), group] })?.date).toBe('2027-04-04'));
  test('an override beats all [L43]', () => {
    expect(planDue(rule, { sources: [group, individual], overrides: [adjustDue(null, '2027-12-12', '2027-02-02'), adjustDue('M', '2027-11-11', '2027-02-03')] })).toMatchObject({ date: '2027-12-12', origin: 'OVERRIDE', sourceId: null });
    expect(planDue(rule, { overrides: [adjustDue(null, '2027-12-13', '2027-02-03'), adjustDue(null, '2027-12-12', '2027-02-02')] })?.date).toBe('2027-12-13');
  });
  test('an override can take the date away', () => expect(planDue(rule, { overrides: [adjustDue(null, null, '2027-02-02')] })).toMatchObject({ date: null, endsAt: null, origin: 'OVERRIDE', problem: null, awaiting: null }));
  test('only live sources contest [2.4]', () => {
    for (const more of [{ to: at('2027-05-31') }, { from: at('2027-06-02') }, { suppressed: true }] as Partial<Source>[]) expect(planDue(rule, { sources: [{ ...group, ...more }, source('live', 'BOOKMARK', '2027-01-01')] })?.origin).toBe('PLAN_RULE');
    expect(planDue(rule, { sources: [{ ...group, kept: true }] })?.origin).toBe('GROUP_ASSIGNMENT');
  });
});

describe('the due date of a milestone [2.4]', () => {
  const all = { dueRule: fixed('2027-05-05') };
  const group = withDue('group', 'GROUP', '2027-01-01', fixed('2027-08-08'), fixed('2027-04-04'));
  const individual = withDue('individual', 'INDIVIDUAL', '2027-02-01', fixed('2027-09-09'), fixed('2027-03-03'));
  const input = { sources: [group, individual], overrides: [adjustDue('M', '2027-02-20', '2027-02-02')] };

  test('rank 1: the adjustment [L43]', () => expect(milestoneDue(fixed('2027-07-07'), all, input)).toMatchObject({ date: '2027-02-20', origin: 'OVERRIDE', inherited: false }));
  test('rank 2: the individual assignment [L44]', () => expect(milestoneDue(fixed('2027-07-07'), all, { sources: input.sources })).toMatchObject({ date: '2027-03-03', origin: 'INDIVIDUAL_ASSIGNMENT' }));
  test('rank 3: the winning group [L35]', () => expect(milestoneDue(fixed('2027-07-07'), all, { sources: [group] })).toMatchObject({ date: '2027-04-04', origin: 'GROUP_ASSIGNMENT', inherited: false }));
  test('rank 4: its own rule [L28]', () => expect(milestoneDue(fixed('2027-07-07'), all, { sources: [withDue('g', 'GROUP', '2027-01-01', fixed('2027-08-08'))] })).toMatchObject({ date: '2027-07-07', origin: 'MILESTONE_RULE' }));
  test('rank 5: that of the plan, wherever it comes from', () => {
    expect(milestoneDue(null, all, {})).toMatchObject({ date: '2027-05-05', origin: 'PLAN_RULE', inherited: true });
    expect(milestoneDue(null, all, { sources: [withDue('g', 'GROUP', '2027-01-01', fixed('2027-08-08'))] })).toMatchObject({ date: '2027-08-08', origin: 'GROUP_ASSIGNMENT', inherited: true });
  });
  test('rank 6: none', () => expect(milestoneDue(null, {}, {})).toBeNull());
});

describe('which group wins [2.4, L35, L58, X1]', () => {
  const early = withDue('early', 'GROUP', '2027-01-01', fixed('2027-05-05'));
  const middle = withDue('middle', 'RULE', '2027-01-02', fixed('2027-04-04'), null, { dormant: true });
  const late = withDue('late', 'DEPARTMENT', '2027-01-03', fixed('2027-06-06'), null, { dormant: true });
  const winner = (groupConflict: GroupConflictPolicy, sources: readonly Source[] = [middle, late, early]) => planDue({}, { sources, policies: { groupConflict } })?.sourceId;

  test.each<[GroupConflictPolicy, string]>([['FIRST_WINS', 'early'], ['MOST_LENIENT', 'late'], ['STRICTEST', 'middle'], ['LATEST_ASSIGNMENT', 'late']])('%s: %s', (policy, name) => {
    expect(winner(policy)).toBe(name);
    expect(winner(policy, [early, late, middle])).toBe(name);
  });

  test('when the winner ends, the next live one takes over, dormant or not [L58]', () => {
    expect(winner('FIRST_WINS', [{ ...early, to: at('2027-05-01') }, late, middle])).toBe('middle');
    expect(winner('FIRST_WINS', [{ ...middle, from: at('2026-01-01') }, early])).toBe('early');
    expect(winner('FIRST_WINS', [{ ...middle, from: at('2026-01-01') }, { ...early, dormant: false }])).toBe('early');
  });

  test('of equal ones the first by id is named', () => {
    const twins = [withDue('b', 'GROUP', '2027-01-01', fixed('2027-05-05')), withDue('a', 'GROUP', '2027-01-01', fixed('2027-05-05'))];
    for (const policy of ['FIRST_WINS', 'MOST_LENIENT', 'STRICTEST'] as const) expect([winner(policy, twins), winner(policy, twins.toReversed())]).toEqual(['a', 'a']);
    expect(winner('LATEST_ASSIGNMENT', twins)).toBe('b');
  });

  test('a group without a due rule does not contest; one with any is final for all places [L35]', () => {
    const mute = withDue('mute', 'GROUP', '2026-12-01', null);
    expect(winner('FIRST_WINS', [mute, early])).toBe('early');
    const onlyMilestone = withDue('first', 'GROUP', '2026-12-01', null, fixed('2027-03-03'));
    expect(winner('FIRST_WINS', [onlyMilestone, early])).toBeUndefined();
    expect(winner('STRICTEST', [onlyMilestone, early])).toBe('early');
    expect(milestoneDue(null, {}, { sources: [early, withDue('second', 'GROUP', '2027-01-05', null, fixed('2027-03-03'))] })).toMatchObject({ date: '2027-05-05', inherited: true });
    expect(winner('FIRST_WINS', [withDue('nothing', 'GROUP', '2026-12-01', null, { kind: 'NONE' }), early])).toBe('early');
  });

  test('a date beats one that is awaited or unknown', () => {
    const awaiting = withDue('awaiting', 'GROUP', '2026-12-01', relative(5, 'FIRST_SIGN_IN'));
    for (const policy of ['MOST_LENIENT', 'STRICTEST'] as const) {
      expect(winner(policy, [awaiting, early])).toBe('early');
      expect(winner(policy, [awaiting])).toBe('awaiting');
      expect(winner(policy, [withDue('unknown', 'GROUP', '2026-12-02', relative(5, 'HIRE_DATE')), awaiting])).toBe('awaiting');
    }
    expect(winner('FIRST_WINS', [awaiting, early])).toBe('awaiting');
  });
});

describe('relative due dates [2.1, L28, L61]', () => {
  const person = { zone: 'Asia/Tokyo', hiredOn: day('2026-12-31'), firstSignInAt: at('2027-01-05T16:00:00Z') };
  const relativeTo = (rule: DueRule, input: Partial<Situation> = {}) => planDue({ dueRule: rule }, { person, ...input });

  test.each<[string, DueRule, string]>([
    ['days after enrollment', relative(30, 'ENROLLED'), '2027-01-31'],
    ['weeks after enrollment', relative(2, 'ENROLLED', 'WEEKS'), '2027-01-15'],
    ['months after hiring, to the end of a short month', relative(2, 'HIRE_DATE', 'MONTHS'), '2027-02-28'],
    ['days after the first sign-in, in the zone of the learner', relative(1, 'FIRST_SIGN_IN'), '2027-01-07'],
    ['days after being assigned', relative(10, 'ASSIGNED'), '2027-01-11'],
  ])('%s', (_, rule, date) => expect(relativeTo(rule)).toMatchObject({ date, awaiting: null, problem: null }));

  test('the day ends where the learner is [X25, ambition 12]', () => expect(relativeTo(relative(30, 'ENROLLED'))).toMatchObject({ endsAt: '2027-01-31T14:59:59.999Z', zone: 'Asia/Tokyo' }));

  test('what has not happened yet is awaited, and no exception', () => {
    expect(relativeTo(relative(1, 'FIRST_SIGN_IN'), { person: { zone: 'UTC' } })).toMatchObject({ date: null, endsAt: null, awaiting: 'FIRST_SIGN_IN', problem: null });
    expect(relativeTo(relative(1, 'ASSIGNED'), { sources: [source('s', 'SELF_STARTED', '2027-01-01')] })).toMatchObject({ date: null, awaiting: 'ASSIGNED' });
  });

  test('what nobody knows leaves no date, and is flagged', () => {
    expect(relativeTo(relative(1, 'HIRE_DATE'), { person: { zone: 'UTC' } })).toMatchObject({ date: null, awaiting: null, problem: 'UNKNOWN_ANCHOR' });
    expect(relativeTo(relative(1, 'PREVIOUS_STEP'))).toMatchObject({ date: null, problem: 'UNKNOWN_ANCHOR' });
  });

  test('a source that counts from its assignment counts from its own start', () => {
    const sources = [source('i', 'INDIVIDUAL', '2027-03-01'), withDue('g', 'GROUP', '2027-02-01', relative(5, 'ASSIGNED'))];
    expect(planDue({}, { sources })?.date).toBe('2027-02-06');
  });

  test('a rule of the plan counts from the start of the winning source', () => {
    const groups = [source('old', 'GROUP', '2027-02-01'), source('new', 'RULE', '2027-02-05')];
    const from = (groupConflict: GroupConflictPolicy, sources: readonly Source[]) => planDue({ dueRule: relative(0, 'ASSIGNED') }, { sources, policies: { groupConflict } })?.date;
    expect([from('FIRST_WINS', groups), from('STRICTEST', groups), from('MOST_LENIENT', groups), from('LATEST_ASSIGNMENT', groups)]).toEqual(['2027-02-01', '2027-02-01', '2027-02-05', '2027-02-05']);
    expect(from('FIRST_WINS', [...groups, source('i', 'API', '2027-03-01'), source('j', 'IMPORT', '2027-02-20')])).toBe('2027-03-01');
  });

  test('after the previous step: from the day on which the required one before was met or waived', () => {
    const milestones = [M, milestone('E', null, ['X']), { ...N, dueRule: relative(10, 'PREVIOUS_STEP') }];
    const due = (input: Partial<Situation>) => milestoneDue(null, {}, input, milestones);
    expect(due({ facts: [fact('A', '2027-02-01')] })).toMatchObject({ date: '2027-02-11', origin: 'MILESTONE_RULE' });
    expect(due({ overrides: [waive('M', '2027-02-03')] })?.date).toBe('2027-02-13');
    expect(due({ facts: [fact('X', '2027-02-01')] })).toMatchObject({ date: null, awaiting: 'PREVIOUS_STEP' });
    expect(milestoneDue(relative(10, 'PREVIOUS_STEP'), {}, {})).toMatchObject({ problem: 'UNKNOWN_ANCHOR' });
  });
});

describe('unrealistic due dates [2.4]', () => {
  const problem = (more: Partial<PlanVersionDefinition>, input: Partial<Situation> = {}) => planDue(more, input)?.problem;
  test('are those that had passed when they were set', () => {
    expect(problem({ dueRule: fixed('2027-01-01') })).toBeNull();
    expect(problem({ dueRule: fixed('2026-12-31') })).toBe('UNREALISTIC');
    expect(problem({}, { sources: [withDue('g', 'GROUP', '2027-03-01', fixed('2027-02-28'))] })).toBe('UNREALISTIC');
    expect(problem({}, { sources: [withDue('g', 'GROUP', '2027-03-01', fixed('2027-03-01'))] })).toBeNull();
    expect(problem({}, { overrides: [adjustDue(null, '2027-02-01', '2027-02-02')] })).toBe('UNREALISTIC');
  });
  test('or leave less than the minimum of the plan', () => {
    expect(problem({ dueRule: fixed('2027-01-08'), minimumDays: 7 })).toBeNull();
    expect(problem({ dueRule: fixed('2027-01-07'), minimumDays: 7 })).toBe('UNREALISTIC');
    expect(problem({ minimumDays: 7 }, { sources: [withDue('g', 'GROUP', '2027-03-01', fixed('2027-03-07'))] })).toBe('UNREALISTIC');
    expect(problem({ minimumDays: 7 }, { overrides: [adjustDue(null, '2027-02-03', '2027-02-02')] })).toBeNull();
    expect(milestoneDue(fixed('2027-01-02'), { minimumDays: 7 }, {})?.problem).toBeNull();
    expect([milestoneDue(fixed('2027-01-01'), {}, {})?.problem, milestoneDue(fixed('2026-12-31'), {}, {})?.problem]).toEqual([null, 'UNREALISTIC']);
  });
});
