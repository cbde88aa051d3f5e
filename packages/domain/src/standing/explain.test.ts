import { describe, expect, test } from '@jest/globals';
import type { DueRule, PlanVersionDefinition } from '../learning-plans/plan-definition.ts';
import { expectCatalogIsComplete } from '../shared/catalog.testing.ts';
import type { FactId } from '../shared/ids.ts';
import { evaluate } from './evaluate.ts';
import { explain } from './explain.ts';
import type { ExplanationNode } from './explanation.ts';
import { prepareDefinition } from './prepare-definition.ts';
import type { Situation } from './standing-input.ts';
import { sayStanding, standingCatalog } from './standing-messages.ts';
import { adjustDue, adjustUnits, at, contentsOf, creditMilestone, day, fact, key, milestone, plan, planFact, situation, source, stand, waive } from './standing.testing.ts';

const M = milestone('M', 2, ['A', 'B', 'C!']);
const N = milestone('N', 1, ['D']);
const of = (definition: PlanVersionDefinition, input: Partial<Situation> = {}) => {
  const full = situation(input);
  const prepared = prepareDefinition(definition, contentsOf(definition));
  return explain(prepared, full, evaluate(prepared, full));
};
const sentence = (definition: PlanVersionDefinition, input: Partial<Situation> = {}) => sayStanding(of(definition, input).sentence, 'en');
/** The tree as indented lines. */
const lines = (node: ExplanationNode, depth = 0): string[] => [`${'  '.repeat(depth)}${sayStanding(node.message, 'en')}`, ...node.because.flatMap((reason) => lines(reason, depth + 1))];

const due: DueRule = { kind: 'RELATIVE', amount: 30, unit: 'DAYS', anchor: 'ASSIGNED' };
const sales = source('g', 'GROUP', '2027-05-20', { name: 'Sales EMEA', dueRule: due });

describe('the sentence for the learner [2.0.4, ambition 1]', () => {
  test('says why, by when and what next', () => {
    expect(sentence(plan([M]), { sources: [sales], person: { zone: 'Asia/Tokyo' } })).toBe('Why you have this: assigned to the group “Sales EMEA”, since May 20, 2027. Due by the end of June 19, 2027 (Asia/Tokyo). Next: “Course A” in “Milestone M”.');
    expect(sayStanding(of(plan([M]), { sources: [sales] }).sentence, 'zh-CN')).toBe('您拥有此计划的原因：2027年5月20日起，指派给群组“Sales EMEA”。截止日期为2027年6月19日结束前（UTC）。下一步：“Milestone M”中的“Course A”。');
  });
  test('speaks of the person to whoever looks after them', () => {
    const { sentenceToOthers } = of(plan([M]), { sources: [sales] });
    expect(sayStanding(sentenceToOthers, 'en')).toBe('Why they have this: assigned to the group “Sales EMEA”, since May 20, 2027. Due by the end of June 19, 2027 (UTC). Next: “Course A” in “Milestone M”.');
    expect(sayStanding(of(plan([M]), { planFacts: [planFact('2027-03-01')] }).sentenceToOthers, 'en')).toBe('Completed on March 1, 2027, as assigned study. Why they have this: assigned by name, since January 1, 2027.');
  });
  test('names an assignment before an own choice, and the oldest of them', () => {
    const others = [source('s', 'SELF_STARTED', '2027-01-01'), source('late', 'API', '2027-05-21'), sales, source('gone', 'GROUP', '2026-01-01', { to: at('2027-01-01') }), source('supp', 'RULE', '2026-01-01', { suppressed: true })];
    expect(sentence(plan([M]), { sources: others })).toContain('“Sales EMEA”');
    expect(sentence(plan([M]), { sources: others.slice(0, 1) })).toContain('Why you have this: started on one’s own on January 1, 2027. No due date.');
  });
  test('does not give away a step whose title is hidden [C19]', () => {
    const later = { ...N, releaseRule: { kind: 'ON', date: day('2027-07-01') } as const };
    const facts = [fact('A', '2027-02-01'), fact('C', '2027-02-02')];
    expect(sentence(plan([M, later]), { facts })).toContain('Next: wait for “Milestone N”, which opens on July 1, 2027.');
    expect(sentence(plan([M, later], { displayUnreleasedSteps: 'NONE' }), { facts })).toContain('Next: wait for the next step, which opens on July 1, 2027.');
    expect(sentence(plan([M, { ...N, releaseRule: { kind: 'MANUAL' } }], { displayUnreleasedSteps: 'NONE' }), { facts })).toContain('Next: wait for the next step.');
  });
  test('nor does its tree name it to the learner, while it tells an admin all [C19, X6]', () => {
    const prepared = prepareDefinition(plan([M, { ...N, releaseRule: { kind: 'MANUAL' } }, { ...N, key: key('L'), name: 'Last' }], { displayUnreleasedSteps: 'NONE', milestoneOrderEnforced: true }), contentsOf(plan([M, N])));
    const asked = situation();
    const told = (reader: 'LEARNER' | 'OTHERS') => JSON.stringify(explain(prepared, asked, evaluate(prepared, asked), reader));
    expect(told('OTHERS')).toContain('Milestone N');
    expect(told('LEARNER')).not.toContain('Milestone N');
    expect(told('LEARNER')).not.toContain('"N"');
  });
  test('says so when nothing can be started, or nothing is left', () => {
    expect(sentence(plan([milestone('M', 3, ['A'])]), { facts: [fact('A', '2027-02-01')] })).toContain('Next: “Milestone M”, where nothing can be started at present.');
    expect(sentence(plan([milestone('E', null, ['A'])]), { facts: [fact('A', '2027-02-01')] })).toContain('Next: nothing is left to do.');
  });
  test.each<[Partial<Situation>, string]>([
    [{ planFacts: [planFact('2027-03-01')] }, 'Completed on March 1, 2027, as assigned study. Why you have this: assigned by name, since January 1, 2027.'],
    [{ planFacts: [planFact('2026-03-01')] }, 'Completed on March 1, 2026, as self-learning. Why you have this: assigned by name, since January 1, 2027.'],
    [{ overrides: [waive('M', '2027-02-01')] }, 'Exempt: every required milestone was waived. Why'],
    [{ sources: [{ ...sales, to: at('2027-05-25') }] }, 'Withdrawn: no assignment holds the person any more. Why you have this: nothing gives it any more.'],
    [{ plan: { findable: true, archivedAt: at('2027-05-01') } }, 'Not completed: the plan closed first. Why'],
  ])('of a plan that is over: case %#', (input, said) => expect(sentence(plan([M]), input)).toContain(said));
});

describe('the tree for admins [2.0.4]', () => {
  test('goes from the status to the milestones and their facts', () => {
    const two = plan([M, N], { milestoneOrderEnforced: true, dueRule: { kind: 'FIXED', date: day('2027-06-30') } });
    expect(lines(of(two, { facts: [fact('B', '2027-02-02', { origin: 'IMPORT' }), fact('A', '2027-02-01')], overrides: [adjustUnits('M', 3, '2027-02-03')] }).status)).toEqual([
      'In progress, 33%, since February 1, 2027',
      '  “Milestone M” has 2 of 3 sessions',
      '    The requirement was adjusted to 3 on February 3, 2027',
      '    “Course A” was completed on February 1, 2027, recorded automatically',
      '    “Course B” was completed on February 2, 2027, recorded by an import',
      '    Mandatory and still open: “Course C”',
      '    Due by the end of June 30, 2027 (UTC)',
      '      It has no due date of its own and takes that of the plan',
      '      Set by the plan',
      '      On June 30, 2027',
      '  “Milestone N” is locked',
      '    Complete “Milestone M” first',
      '    Due by the end of June 30, 2027 (UTC)',
      '      It has no due date of its own and takes that of the plan',
      '      Set by the plan',
      '      On June 30, 2027',
    ]);
  });
  test('of a completed plan shows what completed it', () => {
    const done = of(plan([N, milestone('E', null, ['X'])]), { facts: [fact('D', '2027-02-01')], planFacts: [planFact('2027-02-01', { evidence: ['D@2027-02-01' as FactId] })], revocations: [{ factId: 'D@2027-02-01' as FactId, at: at('2027-03-01') }] });
    expect(lines(done.status)).toEqual(['Completed on February 1, 2027, as assigned study', '  The plan was recorded as completed on February 1, 2027, automatically', '  A completion that this rests on was revoked later', '  “Milestone N” was completed on February 1, 2027', '    “Course D” was completed on February 1, 2027, recorded automatically', '    No due date']);
    expect(done.status.because[0]).toMatchObject({ about: 'FACT', subjectId: 'plan@2027-02-01' });
  });
  test('of a withdrawn one shows the sources', () => expect(lines(of(plan([N]), { sources: [{ ...sales, to: at('2027-05-25') }] }).status)).toEqual(['Withdrawn: no assignment holds the person any more', '  assigned to the group “Sales EMEA”, since May 20, 2027', '    Ended on May 25, 2027']));

  test('says of each source what became of it [L37, 2.5]', () => {
    const sources = [source('b', 'RULE', '2027-02-01', { suppressed: true, name: 'New hires' }), source('a', 'DEPARTMENT', '2027-02-01', { dormant: true, kept: true }), source('c', 'BOOKMARK', '2027-03-01', { to: at('2027-04-01') }), source('d', 'SELF_REGISTRATION', '2027-01-01')];
    expect(lines(of(plan([N]), { sources }).sources)).toEqual([
      '2 reasons to have this, 2 ended', '  registered on January 1, 2027', '  assigned to the department, since February 1, 2027', '    Its dates wait until the earlier assignment has ended', '    Kept after leaving the audience',
      '  assigned by the rule “New hires”, since February 1, 2027', '    Removed by hand, although the rule still matches', '  added to one’s own plans on March 1, 2027', '    Ended on April 1, 2027',
    ]);
  });

  test.each<[string, Partial<Situation>, Partial<PlanVersionDefinition>, string[]]>([
    ['none', {}, {}, ['No due date']],
    ['set by a group', { sources: [sales] }, {}, ['Due by the end of June 19, 2027 (UTC)', '  Set by an assignment: assigned to the group “Sales EMEA”, since May 20, 2027', '  30 days after assignment']],
    ['overridden', { overrides: [adjustDue(null, '2027-05-05', '2027-05-06')] }, {}, ['Due by the end of May 5, 2027 (UTC)', '  Set for this person alone', '  On May 5, 2027', '  It had passed or left too little time when it was set']],
    ['taken away', { overrides: [adjustDue(null, null, '2027-05-06')] }, {}, ['The due date was taken away', '  Set for this person alone']],
    ['awaited', {}, { dueRule: { ...due, anchor: 'FIRST_SIGN_IN' } }, ['The due date is counted from the first sign-in, which has not happened yet', '  Set by the plan', '  30 days after the first sign-in']],
    ['unknown', {}, { dueRule: { ...due, anchor: 'HIRE_DATE', amount: 1, unit: 'MONTHS' } }, ['The due date is counted from the hire date, which is not known', '  Set by the plan', '  1 month after the hire date']],
  ])('says why a due date is as it is: %s [2.4]', (_, input, more, said) => expect(lines(of(plan([N], more), input).due)).toEqual(said));

  test('says when and why a step opens [C3, C16]', () => {
    const step = (releaseRule: (typeof N)['releaseRule'], input: Partial<Situation> = {}) => lines(of(plan([M, milestone('E', null, ['X']), { ...N, releaseRule, dueRule: { kind: 'FIXED', date: day('2027-12-31') } }]), input).milestones[2]).slice(0, 3);
    const held = { enrollment: { enrolledOn: day('2027-01-01'), cycle: 1, stepReleases: [{ milestoneKey: key('N'), heldAt: at('2027-02-01') }] } };
    expect(step({ kind: 'ON', date: day('2027-07-01') })).toEqual(['“Milestone N” is not open yet', '  It opens on July 1, 2027', '  Due by the end of December 31, 2027 (UTC)']);
    expect(step({ kind: 'AFTER_PREVIOUS_COMPLETED', days: 1 })[1]).toBe('  It opens 1 day after “Milestone M”');
    expect(step({ kind: 'MANUAL' })[1]).toBe('  It is opened by an administrator');
    expect(step({ kind: 'IMMEDIATE' }, held)[1]).toBe('  An administrator holds it back');
    expect(step({ kind: 'IMMEDIATE' })).toEqual(['“Milestone N” can be started: 1 session', '  Due by the end of December 31, 2027 (UTC)', '    Set by the milestone']);
  });

  test('says waived, elective and credit milestones', () => {
    const definition = plan([M, milestone('E', null, ['A']), creditMilestone('K', '2.5', ['B'])]);
    expect(of(definition, { overrides: [waive('M', '2027-02-01')], facts: [fact('A', '2027-02-02')] }).milestones.map((node) => sayStanding(node.message, 'en'))).toEqual(['“Milestone M” was waived on February 1, 2027', 'The elective “Milestone E” was done on February 2, 2027', '“Milestone K” can be started: 2.5 credits']);
    expect(stand(definition, situation()).status).toBe('NOT_STARTED');
  });
});

test('every sentence is there in both languages', () => {
  const inner = { code: 'DUE_NONE', params: {} };
  const since = [{ name: 'Sales', on: '2027-01-01' }, { name: null, on: '2027-01-01' }];
  const maybe = (more: object) => [{ ...more, on: '2027-01-01' }, { ...more, on: null }] as never;
  expectCatalogIsComplete(standingCatalog, {
    LEARNER_OPEN: { why: inner, due: inner, next: inner }, LEARNER_DONE: { why: inner, status: inner }, OTHERS_OPEN: { why: inner, due: inner, next: inner }, OTHERS_DONE: { why: inner, status: inner }, STATUS_NOT_STARTED: {}, STATUS_IN_PROGRESS: [{ progress: 0.5, since: '2027-01-01' }, { progress: 0.5, since: null }],
    STATUS_COMPLETED: [{ on: '2027-01-01', late: true, assigned: true }, { on: '2027-01-01', late: false, assigned: false }], STATUS_EXEMPT: {}, STATUS_WITHDRAWN: {}, STATUS_NOT_COMPLETED: {}, EVIDENCE_WITHDRAWN: {},
    COMPLETED_BY_RECORD: { on: '2027-01-01', origin: 'API' }, MILESTONE_COMPLETED: { milestone: 'M', on: '2027-01-01' }, MILESTONE_ELECTIVE_DONE: { milestone: 'M', on: '2027-01-01' }, MILESTONE_WAIVED: { milestone: 'M', on: '2027-01-01' },
    MILESTONE_NOT_RELEASED: { milestone: 'M' }, MILESTONE_LOCKED: { milestone: 'M' }, MILESTONE_IN_PROGRESS: { milestone: 'M', earned: '1', required: '2', metric: 'SESSIONS' }, MILESTONE_AVAILABLE: { milestone: 'M', required: '2', metric: 'NONE' },
    MANDATORY_OPEN: { items: ['A'] }, UNITS_ADJUSTED: { units: '1.5', on: '2027-01-01' }, FACT: { item: 'A', on: '2027-01-01', origin: 'EVENT' }, LOCKED_BY: { milestones: ['M'] }, OPENS_ON: { on: '2027-01-01' }, OPENS_BY_HAND: {}, OPENS_AFTER: { milestone: 'M', days: 2 }, HELD: {},
    DUE_NONE: {}, DUE_ON: { on: '2027-01-01', zone: 'UTC' }, DUE_AWAITING: { anchor: 'ASSIGNED' }, DUE_UNKNOWN: { anchor: 'ENROLLED' }, DUE_TAKEN_AWAY: {}, DUE_UNREALISTIC: {}, DUE_BY_OVERRIDE: {}, DUE_BY_SOURCE: { source: inner }, DUE_BY_MILESTONE: {}, DUE_BY_PLAN: {}, DUE_INHERITED: {},
    RULE_FIXED: { on: '2027-01-01' }, RULE_RELATIVE: { amount: 2, unit: 'WEEKS', anchor: 'PREVIOUS_STEP' }, SOURCES: { live: 1, ended: 2 }, SOURCE_NONE: {}, SOURCE_INDIVIDUAL: since, SOURCE_GROUP: since, SOURCE_DEPARTMENT: since, SOURCE_POSITION: since, SOURCE_JOB_ROLE: since,
    SOURCE_RULE: since, SOURCE_IMPORT: since, SOURCE_API: since, SOURCE_SELF_REGISTRATION: { on: '2027-01-01' }, SOURCE_SELF_STARTED: { on: '2027-01-01' }, SOURCE_BOOKMARK: { on: '2027-01-01' }, SOURCE_ENDED: { on: '2027-01-01' }, SOURCE_SUPPRESSED: {}, SOURCE_DORMANT: {}, SOURCE_KEPT: {},
    NEXT_ITEM: { item: 'A', milestone: 'M' }, NEXT_MORE: { milestone: 'M' }, NEXT_WAIT: maybe({ milestone: 'M' }), NEXT_HIDDEN: maybe({}), NEXT_NOTHING: {},
  });
});
