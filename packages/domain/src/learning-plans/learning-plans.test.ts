import { describe, expect, test } from '@jest/globals';
import { expectCatalogIsComplete } from '../shared/catalog.testing.ts';
import { nextTransitions, transition } from '../shared/lifecycle.ts';
import { nextPlanActs, planLifecycle, planVersionLifecycle } from './plan-lifecycle.ts';
import { newPlanVersion } from './plan-presets.ts';
import { planProblemCatalog, sayPlanProblem } from './plan-problem-messages.ts';

describe('the life of a plan [2.2]', () => {
  const after = (state: Parameters<typeof nextTransitions<(typeof planLifecycle.states)[number], never>>[1]) => nextTransitions(planLifecycle, state).map(({ event, to }) => `${event} ${to}`);
  test('has these transitions and no others [C20]', () => {
    expect(after('DRAFT')).toEqual(['publish ACTIVE', 'delete DELETED']);
    expect(after('ACTIVE')).toEqual(['newVersion ACTIVE', 'publishVersion ACTIVE', 'inactivate INACTIVE', 'archive ARCHIVED']);
    expect(after('INACTIVE')).toEqual(['activate ACTIVE', 'archive ARCHIVED']);
    expect([after('ARCHIVED'), after('DELETED')]).toEqual([[], []]);
  });
  test.each([['DRAFT', []], ['ACTIVE', ['INACTIVATE', 'ARCHIVE']], ['INACTIVE', ['ACTIVATE', 'ARCHIVE']], ['ARCHIVED', []]] as const)('of a plan that is %s admins are offered %j', (state, acts) => {
    expect(nextPlanActs(state)).toEqual(acts);
  });
  test('a published version is never a draft again [2.0.2]', () => {
    expect(transition(planVersionLifecycle, 'DRAFT', 'publish')).toEqual({ ok: true, value: 'PUBLISHED' });
    expect(transition(planVersionLifecycle, 'PUBLISHED', 'supersede')).toEqual({ ok: true, value: 'SUPERSEDED' });
    expect(transition(planVersionLifecycle, 'SUPERSEDED', 'retire')).toEqual({ ok: true, value: 'RETIRED' });
    expect(transition(planVersionLifecycle, 'PUBLISHED', 'publish').ok).toBe(false);
  });
});

test('the presets differ in registration and order only [X8]', () => {
  const learning = newPlanVersion('LEARNING_PLAN', 'Onboarding');
  expect(learning).toEqual({
    name: 'Onboarding', description: '', preset: 'LEARNING_PLAN', cover: null, startsAt: null, endsAt: null, dueRule: null, milestoneOrderEnforced: false, registrationType: 'NON_ENFORCED', autoRegister: false,
    displayUnreleasedSteps: 'TITLES', lookback: { kind: 'ANY' }, endPolicy: 'KEEP_OPEN', graceDays: 0, minimumDays: null, certificateTemplateId: null, issueOnExemption: false, validity: null, milestones: [],
  });
  expect(newPlanVersion('TRAINING_PLAN', 'Onboarding')).toEqual({ ...learning, preset: 'TRAINING_PLAN', registrationType: 'DISABLED' });
  expect(newPlanVersion('CERTIFICATION_PLAN', 'Onboarding')).toEqual({ ...learning, preset: 'CERTIFICATION_PLAN', registrationType: 'DISABLED', milestoneOrderEnforced: true });
});

test('every problem of a plan is there in both languages', () => {
  const m = { milestone: 'M' };
  const item = { milestone: 'M', item: 'A' };
  expectCatalogIsComplete(planProblemCatalog, {
    NAME_MISSING: {}, TEXT_TOO_LONG: { limit: 1, length: 2 }, TEXT_HAS_CONTROL_CHARACTERS: {}, COVER_WITHOUT_TEXT: {}, ENDS_BEFORE_START: {}, ALREADY_ENDED: {}, DUE_IN_PAST: { due: '2027-01-01' }, DUE_AFTER_END: { due: '2027-01-02', end: '2027-01-01' }, DUE_BEFORE_START: { due: '2027-01-01', start: '2027-01-02' },
    NUMBER_OUT_OF_RANGE: { from: 0, to: 1 }, PREVIOUS_STEP_ON_PLAN: {}, PREVIOUS_STEP_ON_FIRST: m, RELEASE_AFTER_PREVIOUS_ON_FIRST: m, AUTO_REGISTER_WITHOUT_ENFORCED: {}, ADD_BUTTON_WITH_ENFORCED: {}, PLAN_TERM_TOO_LONG: { limit: 20, length: 21 }, NO_MILESTONE: {},
    TOO_MANY_MILESTONES: { limit: 1, count: 2 }, TOO_MANY_ITEMS: { limit: 1, count: 2 }, DUPLICATED_MILESTONE_KEY: m, DUPLICATED_ITEM: item, NO_REQUIRED_MILESTONE: {}, CERTIFICATE_WITHOUT_REQUIRED_MILESTONE: {}, CERTIFICATION_WITHOUT_COURSE: {},
    UNITS_MISSING: m, UNITS_ON_ELECTIVE: m, UNITS_NOT_POSITIVE: m, UNITS_NOT_WHOLE: m, UNITS_TOO_LARGE: { ...m, limit: '5' }, CREDIT_TYPE_WITHOUT_CREDITS: m, CANNOT_BE_COMPLETED: { ...m, required: '5', reachable: '4' }, CREDITS_SHARED_WITH_EARLIER: { ...m, required: '5', reachable: '4', sharedWith: ['L'] },
    ACTIVITY_IN_CREDITS: item, NO_ITEMS: m, ITEM_UNKNOWN: m, ITEM_NOT_ACTIVE: item, ITEM_EXPIRED: { ...item, expiredOn: '2027-01-01' }, ITEM_EXPIRES_BEFORE_DUE: { ...item, expiresOn: '2027-01-01', due: '2027-01-02' }, COURSE_WITHOUT_MODULES: item,
    MILESTONE_DUE_AFTER_PLAN: { ...m, due: '2027-01-02', planDue: '2027-01-01' }, MILESTONE_TERM_LONGER_THAN_PLAN: m, COLLABORATION_WITHOUT_OWNER: {}, VISIBLE_RANGE_MISSING: {},
  });
  expect(sayPlanProblem({ code: 'CANNOT_BE_COMPLETED', params: { milestone: 'Basics', required: '5', reachable: '4' }, severity: 'ERROR', place: { step: 'CONTENT' } }, 'en')).toBe('“Basics” can never be completed: it requires 5, and what it links gives 4.');
});
