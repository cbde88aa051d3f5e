import { describe, expect, test } from '@jest/globals';
import { decimal } from '../shared/decimal.ts';
import type { ExamInstanceId, PersonId } from '../shared/ids.ts';
import { at, contentsOf, course, creditMilestone, credits, day, id, milestone, plan, session } from '../standing/standing.testing.ts';
import { checkPlanForPublishing, isPlanTermTooLong, mayPublish } from './check-plan-for-publishing.ts';
import type { ContentDefinition, DueRule, MilestoneDefinition, PlanVersionDefinition, ReleaseRule } from './plan-definition.ts';
import type { PublishSettings } from './publish-settings.ts';

const settings: PublishSettings = {
  ownerId: 'owner' as PersonId, collaborationAllowed: false, visibleRange: { kind: 'EVERYONE' }, displayOnFrontEnd: true, showAddToMyPlans: false,
  inCatalog: false, planTerm: null, firstVersion: true, now: at('2027-06-01T20:00:00Z'), zone: 'Asia/Tokyo',
};
const M = milestone('M', 1, ['A']);
const good = plan([M]);
const check = (definition: PlanVersionDefinition, contents: readonly ContentDefinition[] = [], more: Partial<PublishSettings> = {}) => checkPlanForPublishing(definition, contentsOf(definition, contents), { ...settings, ...more });
/** "ERROR CODE step milestone/item/field". */
const found = (...args: Parameters<typeof check>) => check(...args).map(({ severity, code, place }) => `${severity} ${code} ${place.step} ${[place.milestoneKey, place.learningObjectId, place.field].filter(Boolean).join('/')}`.trim());
const basics = (more: Partial<PlanVersionDefinition>, at: Partial<PublishSettings> = {}) => found({ ...good, ...more }, [], at);
const ofMilestone = (more: Partial<MilestoneDefinition>, contents: readonly ContentDefinition[] = []) => found(plan([{ ...M, ...more }]), contents);
const fixed = (date: string): DueRule => ({ kind: 'FIXED', date: day(date) });
const relative = (amount: number, unit: 'DAYS' | 'WEEKS' | 'MONTHS' = 'DAYS', anchor: 'ENROLLED' | 'ASSIGNED' | 'PREVIOUS_STEP' = 'ENROLLED'): DueRule => ({ kind: 'RELATIVE', amount, unit, anchor });

test('a sound plan has no problem and may be published', () => {
  expect(check(good)).toEqual([]);
  expect(mayPublish([])).toBe(true);
});

test('warnings do not stop it, errors do', () => {
  const warned = check(good, [], { visibleRange: null });
  expect([warned.length, mayPublish(warned), mayPublish([...warned, ...check(plan([]))])]).toEqual([1, true, false]);
});

describe('basics', () => {
  test.each<[Partial<PlanVersionDefinition>, string[]]>([
    [{ name: ' ' }, ['ERROR NAME_MISSING BASICS name']], [{ name: 'x'.repeat(200) }, []], [{ name: 'x'.repeat(201) }, ['ERROR TEXT_TOO_LONG BASICS name']], [{ name: 'a\nb' }, ['ERROR TEXT_HAS_CONTROL_CHARACTERS BASICS name']],
    [{ description: 'a\nb' }, []], [{ description: 'a\0b' }, ['ERROR TEXT_HAS_CONTROL_CHARACTERS BASICS description']], [{ description: 'x'.repeat(10_000) }, []], [{ description: 'x'.repeat(10_001) }, ['ERROR TEXT_TOO_LONG BASICS description']],
    [{ graceDays: -1 }, ['ERROR NUMBER_OUT_OF_RANGE BASICS graceDays']], [{ graceDays: 3651 }, ['ERROR NUMBER_OUT_OF_RANGE BASICS graceDays']], [{ graceDays: 0.5 }, ['ERROR NUMBER_OUT_OF_RANGE BASICS graceDays']], [{ graceDays: 3650, minimumDays: 0 }, []],
    [{ minimumDays: -1 }, ['ERROR NUMBER_OUT_OF_RANGE BASICS minimumDays']], [{ lookback: { kind: 'WITHIN_DAYS', days: -1 } }, ['ERROR NUMBER_OUT_OF_RANGE BASICS lookback']], [{ lookback: { kind: 'WITHIN_DAYS', days: 0 } }, []],
    [{ validity: { kind: 'DURATION', amount: 0, unit: 'MONTHS' } }, ['ERROR NUMBER_OUT_OF_RANGE BASICS validity']], [{ validity: { kind: 'DURATION', amount: 1, unit: 'MONTHS' } }, []], [{ validity: { kind: 'END_OF_MONTH', months: -1 } }, ['ERROR NUMBER_OUT_OF_RANGE BASICS validity']], [{ validity: { kind: 'END_OF_MONTH', months: 0 } }, []],
    [{ autoRegister: true, registrationType: 'NON_ENFORCED' }, ['ERROR AUTO_REGISTER_WITHOUT_ENFORCED BASICS autoRegister']], [{ autoRegister: true, registrationType: 'ENFORCED' }, []],
    [{ startsAt: at('2027-07-02'), endsAt: at('2027-07-02') }, ['ERROR ENDS_BEFORE_START BASICS endsAt']], [{ startsAt: at('2027-07-01'), endsAt: at('2027-07-02') }, []], [{ endsAt: settings.now }, ['ERROR ALREADY_ENDED BASICS endsAt']],
    [{ dueRule: fixed('2027-06-01') }, ['ERROR DUE_IN_PAST BASICS dueRule']], [{ dueRule: fixed('2027-06-02') }, []], [{ dueRule: { kind: 'NONE' } }, []],
    [{ dueRule: fixed('2027-07-01'), startsAt: at('2027-07-01T16:00:00Z') }, ['ERROR DUE_BEFORE_START BASICS dueRule']], [{ dueRule: fixed('2027-07-02'), startsAt: at('2027-07-01T16:00:00Z') }, []],
    [{ dueRule: fixed('2027-07-03'), endsAt: at('2027-07-01T16:00:00Z') }, ['WARNING DUE_AFTER_END BASICS dueRule']], [{ dueRule: fixed('2027-07-02'), endsAt: at('2027-07-01T16:00:00Z') }, []],
    [{ dueRule: relative(-1) }, ['ERROR NUMBER_OUT_OF_RANGE BASICS dueRule']], [{ dueRule: relative(3650) }, []], [{ dueRule: relative(1, 'DAYS', 'PREVIOUS_STEP') }, ['ERROR PREVIOUS_STEP_ON_PLAN BASICS dueRule']],
  ])('case %#: %j [L9, L10, L16]', (more, problems) => expect(basics(more)).toEqual(problems));

  test('a date that has passed is only a warning for a later version', () => expect(basics({ dueRule: fixed('2027-06-01') }, { firstVersion: false })).toEqual(['WARNING DUE_IN_PAST BASICS dueRule']));
  test('the own word for a plan has at most 20 characters as a reader sees them [L6]', () => {
    expect(basics({}, { planTerm: 'x'.repeat(20) })).toEqual([]);
    expect(basics({}, { planTerm: 'x'.repeat(21) })).toEqual(['ERROR PLAN_TERM_TOO_LONG BASICS planTerm']);
    expect([isPlanTermTooLong('👩🏽‍🚀'.repeat(20)), isPlanTermTooLong('👩🏽‍🚀'.repeat(21))]).toEqual([false, true]);
  });
});

describe('content', () => {
  test('a plan has at least one milestone', () => expect(found(plan([]))).toEqual(['ERROR NO_MILESTONE CONTENT milestones']));
  test('without a required one nobody can complete it; a certificate needs one [2.1]', () => {
    const electives = plan([milestone('E', null, ['A'])]);
    expect(found(electives)).toEqual(['WARNING NO_REQUIRED_MILESTONE CONTENT milestones']);
    expect(found({ ...electives, certificateTemplateId: 'c' })).toEqual(['ERROR CERTIFICATE_WITHOUT_REQUIRED_MILESTONE CONTENT milestones']);
    expect(found({ ...good, certificateTemplateId: 'c' })).toEqual([]);
  });
  test('a certification plan has a course [U35]', () => {
    const module = [course('A', { kind: 'MODULE' })];
    expect(found({ ...good, preset: 'CERTIFICATION_PLAN' }, module)).toEqual(['ERROR CERTIFICATION_WITHOUT_COURSE CONTENT']);
    expect(found(good, module)).toEqual([]);
    expect(found({ ...good, preset: 'CERTIFICATION_PLAN' })).toEqual([]);
    expect(found({ ...plan([M, milestone('N', 1, ['B'])]), preset: 'CERTIFICATION_PLAN' }, module)).toEqual([]);
  });
  test('a plan beyond the limits is not looked into', () => {
    const many = (count: number, items: number) => plan(Array.from({ length: count }, (_, i) => milestone(`M${i}`, 1, Array.from({ length: items }, (__, j) => `A${j}`))));
    expect(found(many(201, 1))).toEqual(['ERROR TOO_MANY_MILESTONES CONTENT milestones']);
    expect(found(many(200, 1))).toEqual([]);
    expect(found(many(50, 101))).toEqual(['ERROR TOO_MANY_ITEMS CONTENT milestones']);
    expect(found(many(50, 100))).toEqual([]);
  });
  test('keys are unique', () => expect(found(plan([M, M]))).toEqual(['ERROR DUPLICATED_MILESTONE_KEY CONTENT M/key']));

  test.each<[string, Partial<MilestoneDefinition>, string[]]>([
    ['no name', { name: '' }, ['ERROR NAME_MISSING CONTENT M/name']], ['a long name', { name: 'x'.repeat(201) }, ['ERROR TEXT_TOO_LONG CONTENT M/name']], ['a long description', { description: 'x'.repeat(5001) }, ['ERROR TEXT_TOO_LONG CONTENT M/description']],
    ['no units', { units: null }, ['ERROR UNITS_MISSING CONTENT M/units']], ['zero units', { units: decimal(0) }, ['ERROR UNITS_NOT_POSITIVE CONTENT M/units']], ['half a session', { units: decimal('0.5') }, ['ERROR UNITS_NOT_WHOLE CONTENT M/units']],
    ['too many sessions', { units: decimal(5001) }, ['ERROR UNITS_TOO_LARGE CONTENT M/units', 'ERROR CANNOT_BE_COMPLETED CONTENT M/units']], ['too many credits', { metric: 'CREDITS', units: decimal(100_001) }, ['ERROR UNITS_TOO_LARGE CONTENT M/units', 'ERROR CANNOT_BE_COMPLETED CONTENT M/units']],
    ['an elective with units [L27]', { metric: 'NONE' }, ['WARNING NO_REQUIRED_MILESTONE CONTENT milestones', 'ERROR UNITS_ON_ELECTIVE CONTENT M/units']], ['a credit type without credits', { creditType: 'CPE' }, ['ERROR CREDIT_TYPE_WITHOUT_CREDITS CONTENT M/creditType']],
    ['an elective that links nothing', { metric: 'NONE', units: null, items: [] }, ['WARNING NO_REQUIRED_MILESTONE CONTENT milestones', 'WARNING NO_ITEMS CONTENT M/items']], ['one that links nothing', { items: [] }, ['ERROR CANNOT_BE_COMPLETED CONTENT M/units']],
    ['a due amount', { dueRule: relative(3651) }, ['ERROR NUMBER_OUT_OF_RANGE CONTENT M/dueRule']], ['due after a step that is not there', { dueRule: relative(1, 'DAYS', 'PREVIOUS_STEP') }, ['ERROR PREVIOUS_STEP_ON_FIRST CONTENT M/dueRule']],
    ['a release of negative days', { releaseRule: { kind: 'AFTER_ENROLLMENT', days: -1 } }, ['ERROR NUMBER_OUT_OF_RANGE CONTENT M/releaseRule']], ['a sound release', { releaseRule: { kind: 'AFTER_ENROLLMENT', days: 0 } }, []],
    ['released after a step that is not there', { releaseRule: { kind: 'AFTER_PREVIOUS_RELEASED', days: 1 } }, ['ERROR RELEASE_AFTER_PREVIOUS_ON_FIRST CONTENT M/releaseRule']], ['completed a step that is not there', { releaseRule: { kind: 'AFTER_PREVIOUS_COMPLETED', days: 1 } }, ['ERROR RELEASE_AFTER_PREVIOUS_ON_FIRST CONTENT M/releaseRule']],
  ])('%s', (_, more, problems) => expect(ofMilestone(more)).toEqual(problems));

  test('an elective is no previous step, a required one is [2.1]', () => {
    const after: ReleaseRule = { kind: 'AFTER_PREVIOUS_COMPLETED', days: 1 };
    const second = milestone('N', 1, ['B'], { releaseRule: after, dueRule: relative(1, 'DAYS', 'PREVIOUS_STEP') });
    expect(found(plan([M, second]))).toEqual([]);
    expect(found(plan([milestone('E', null, ['A']), second]))).toHaveLength(2);
  });

  test.each<[DueRule, DueRule, string[]]>([
    [fixed('2027-07-02'), fixed('2027-07-01'), ['WARNING MILESTONE_DUE_AFTER_PLAN CONTENT M/dueRule']], [fixed('2027-07-01'), fixed('2027-07-01'), []],
    [relative(31), relative(30), ['WARNING MILESTONE_TERM_LONGER_THAN_PLAN CONTENT M/dueRule']], [relative(30), relative(30), []], [relative(5, 'WEEKS'), relative(1, 'MONTHS'), ['WARNING MILESTONE_TERM_LONGER_THAN_PLAN CONTENT M/dueRule']],
    [relative(30), relative(1, 'MONTHS'), []], [relative(2, 'MONTHS'), relative(1, 'MONTHS'), ['WARNING MILESTONE_TERM_LONGER_THAN_PLAN CONTENT M/dueRule']], [relative(2, 'MONTHS'), relative(8, 'WEEKS'), []], [relative(2, 'MONTHS'), relative(7, 'WEEKS'), ['WARNING MILESTONE_TERM_LONGER_THAN_PLAN CONTENT M/dueRule']],
    [relative(31), relative(30, 'DAYS', 'ASSIGNED'), []], [fixed('2027-07-02'), relative(1), []], [relative(99), fixed('2027-07-02'), []], [relative(15), relative(2, 'WEEKS'), ['WARNING MILESTONE_TERM_LONGER_THAN_PLAN CONTENT M/dueRule']], [relative(14), relative(2, 'WEEKS'), []],
    [relative(2, 'WEEKS'), relative(13), ['WARNING MILESTONE_TERM_LONGER_THAN_PLAN CONTENT M/dueRule']],
  ])('a milestone due later than its plan, case %# [2.1]', (own, whole, problems) => expect(found({ ...plan([{ ...M, dueRule: own }]), dueRule: whole })).toEqual(problems));
});

describe('items', () => {
  const withA = (more: Partial<ContentDefinition>, own: Partial<MilestoneDefinition> = {}) => found(plan([{ ...milestone('M', 1, ['A', 'B']), ...own }]), [course('A', more)]);
  test('are known, active, and linked once', () => {
    expect(checkPlanForPublishing(good, [], settings).map(({ code }) => code)).toEqual(['ITEM_UNKNOWN', 'CANNOT_BE_COMPLETED']);
    for (const status of ['DRAFT', 'RETIRED'] as const) expect(withA({ status })).toEqual(['ERROR ITEM_NOT_ACTIVE CONTENT M/A']);
    expect(found(plan([milestone('M', 1, ['A', 'A'])]))).toEqual(['ERROR DUPLICATED_ITEM CONTENT M/A']);
    expect(found(plan([M, milestone('N', 1, ['A'])]))).toEqual([]);
  });
  test('activities give no credits [L31, E5]', () => {
    const contents = [course('A', { kind: 'ACTIVITY', ...credits({ X: 5 }) })];
    expect(found(plan([creditMilestone('M', 1, ['A'])]), contents)).toEqual(['ERROR ACTIVITY_IN_CREDITS CONTENT M/A', 'ERROR CANNOT_BE_COMPLETED CONTENT M/units']);
    expect(found(good, contents)).toEqual([]);
    expect(found(plan([M, milestone('E', null, ['A'])]), contents)).toEqual([]);
  });
  test('courses without modules or sessions are completed by hand: a warning [X24]', () => {
    expect(withA({ moduleIds: [] })).toEqual(['WARNING COURSE_WITHOUT_MODULES CONTENT M/A']);
    expect(withA({ moduleIds: [], sessionIds: [session('s')] })).toEqual([]);
    expect(withA({ kind: 'ACTIVITY', moduleIds: [] })).toEqual([]);
  });
  test('that have expired are an error where they must be done, else a warning [L54]', () => {
    expect(withA({ expiresOn: day('2027-06-01') })).toEqual(['WARNING ITEM_EXPIRED CONTENT M/A']);
    expect(withA({ expiresOn: day('2027-06-02') })).toEqual([]);
    expect(found(good, [course('A', { expiresOn: day('2027-06-02') })])).toEqual([]);
    expect(found(plan([milestone('M', 1, ['A!', 'B'])]), [course('A', { expiresOn: day('2027-06-01') })])).toEqual(['ERROR ITEM_EXPIRED CONTENT M/A']);
    expect(found(good, [course('A', { expiresOn: day('2027-06-01') })])).toEqual(['WARNING ITEM_EXPIRED CONTENT M/A', 'ERROR CANNOT_BE_COMPLETED CONTENT M/units']);
  });
  test('that expire before they are due are a warning', () => {
    expect(withA({ expiresOn: day('2027-07-01') }, { dueRule: fixed('2027-07-02') })).toEqual(['WARNING ITEM_EXPIRES_BEFORE_DUE CONTENT M/A']);
    expect(withA({ expiresOn: day('2027-07-02') }, { dueRule: fixed('2027-07-02') })).toEqual([]);
    expect(found({ ...plan([milestone('M', 1, ['A', 'B'])]), dueRule: fixed('2027-07-02') }, [course('A', { expiresOn: day('2027-07-01') })])).toEqual(['WARNING ITEM_EXPIRES_BEFORE_DUE CONTENT M/A']);
  });
});

describe('reachability', () => {
  const reach = (definition: PlanVersionDefinition, contents: readonly ContentDefinition[] = []) => check(definition, contents).filter(({ code }) => code === 'CANNOT_BE_COMPLETED' || code === 'CREDITS_SHARED_WITH_EARLIER').map(({ code, params }) => ({ code, ...params }));
  test('five sessions of four items can never be [2.1]', () => {
    expect(reach(plan([milestone('M', 5, ['A', 'B', 'C', 'D'])]))).toEqual([{ code: 'CANNOT_BE_COMPLETED', milestone: 'Milestone M', required: '5', reachable: '4' }]);
    expect(reach(plan([milestone('M', 4, ['A', 'B', 'C', 'D'])]))).toEqual([]);
  });
  test('parts count one each, alternatives and interchangeable courses one together [E2, E3]', () => {
    const sessionIds = [session('1'), session('2'), session('3')];
    expect(reach(plan([milestone('M', 3, ['A'])]), [course('A', { sessionIds, sessionCounting: 'PARTS' })])).toEqual([]);
    expect(reach(plan([milestone('M', 1, ['A'])]), [course('A', { sessionCounting: 'PARTS' })])).toEqual([]);
    expect(reach(plan([milestone('M', 2, ['A'])]), [course('A', { sessionIds, sessionCounting: 'ALTERNATIVES' })])).toHaveLength(1);
    expect(reach(plan([milestone('M', 2, ['A', 'B'])]), [course('A', { equivalenceKey: 'k' }), course('B', { equivalenceKey: 'k' })])).toHaveLength(1);
  });
  test('an exam used twice is two works [E12]', () => {
    const items = ['x', 'y'].map((instance, position) => ({ learningObjectId: id('X'), position, mandatory: false, examInstanceId: instance as ExamInstanceId }));
    expect(reach(plan([milestone('M', 2, [], { items })]), [course('X', { kind: 'EXAM' })])).toEqual([]);
  });
  const A = course('A', { creditLines: [{ creditType: 'X', amount: decimal('1.5') }, { creditType: 'X', amount: decimal('0.5') }, { creditType: 'Y', amount: decimal(3) }] });
  test('credits of the type add up exactly [R5]', () => {
    expect(reach(plan([creditMilestone('M', 2, ['A'], { creditType: 'X' })]), [A])).toEqual([]);
    expect(reach(plan([creditMilestone('M', '2.1', ['A'], { creditType: 'X' })]), [A])).toEqual([{ code: 'CANNOT_BE_COMPLETED', milestone: 'Milestone M', required: '2.1', reachable: '2' }]);
    expect(reach(plan([creditMilestone('M', 5, ['A'])]), [A])).toEqual([]);
    const pair = [course('A', { equivalenceKey: 'k', ...credits({ X: 1 }) }), course('B', { equivalenceKey: 'k', ...credits({ X: 2 }) })];
    expect([reach(plan([creditMilestone('M', 2, ['A', 'B'])]), pair).length, reach(plan([creditMilestone('M', 3, ['A', 'B'])]), pair).length]).toEqual([0, 1]);
  });
  test('milestones that share items are taken together: what the first counts the second lacks [E7]', () => {
    const B = course('B', credits({ X: 1 }));
    const shared = (second: Partial<MilestoneDefinition>, first: Partial<MilestoneDefinition> = {}) => reach(plan([creditMilestone('M', 1, ['A'], first), creditMilestone('N', 2, ['A', 'B'], second)]), [A, B]);
    expect(shared({})).toEqual([{ code: 'CREDITS_SHARED_WITH_EARLIER', milestone: 'Milestone N', required: '2', reachable: '1', sharedWith: ['Milestone M'] }]);
    expect(shared({ units: decimal(1) })).toEqual([]);
    expect(shared({ units: decimal(6) })).toMatchObject([{ code: 'CREDITS_SHARED_WITH_EARLIER', required: '6', reachable: '1' }]);
    expect(shared({ units: decimal(7) })).toMatchObject([{ code: 'CANNOT_BE_COMPLETED', reachable: '6' }]);
    expect(shared({ creditType: 'Y' }, { creditType: 'X' })).toEqual([]);
    expect(shared({ creditType: 'X' }, { creditType: 'Y' })).toEqual([]);
    expect(shared({ creditType: 'X' }, { creditType: 'X' })).toMatchObject([{ sharedWith: ['Milestone M'], reachable: '1' }]);
  });
});

describe('visible range and collaboration', () => {
  test('the button to add the plan needs free registration [L21]', () => {
    expect(basics({ registrationType: 'ENFORCED' }, { showAddToMyPlans: true })).toEqual(['ERROR ADD_BUTTON_WITH_ENFORCED VISIBLE_RANGE showAddToMyPlans']);
    expect(basics({ registrationType: 'DISABLED' }, { showAddToMyPlans: true })).toEqual([]);
  });
  test('a plan on display that nobody can find is a warning [2.1]', () => {
    expect(basics({}, { visibleRange: null })).toEqual(['WARNING VISIBLE_RANGE_MISSING VISIBLE_RANGE visibleRange']);
    expect([basics({}, { visibleRange: null, inCatalog: true }), basics({}, { visibleRange: null, displayOnFrontEnd: false })]).toEqual([[], []]);
  });
  test('collaboration without an owner is a warning', () => {
    expect(basics({}, { ownerId: null, collaborationAllowed: true })).toEqual(['WARNING COLLABORATION_WITHOUT_OWNER COLLABORATION ownerId']);
    expect(basics({}, { ownerId: null })).toEqual([]);
  });
});
