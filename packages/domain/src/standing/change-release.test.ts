import { expect, test } from '@jest/globals';
import { expectCatalogIsComplete } from '../shared/catalog.testing.ts';
import { changeRelease, releaseProblemCatalog, sayReleaseProblem, type ReleaseAct } from './change-release.ts';
import type { EnrollmentStatus, MilestoneStatus } from './standing.ts';
import { at } from './standing.testing.ts';

const now = at('2027-06-01');
type Step = { readonly status: MilestoneStatus; readonly released: boolean; readonly held: boolean };
const scheduled: Step = { status: 'NOT_RELEASED', released: false, held: false };
const held: Step = { ...scheduled, held: true };
const open: Step = { status: 'AVAILABLE', released: true, held: false };
const done: Step = { ...scheduled, status: 'COMPLETED' };
const decide = (act: ReleaseAct, step: Step, plan: EnrollmentStatus = 'IN_PROGRESS') => {
  const changed = changeRelease(act, plan, step, now);
  return changed.ok ? changed.value : changed.problem.code;
};

test.each<[string, ReleaseAct, Step, ReturnType<typeof decide>]>([
  ['a step that waits for its day is held', 'HOLD', scheduled, { heldAt: now, releasedAt: null }],
  ['held twice is held once', 'HOLD', held, null],
  ['what has opened is not closed again', 'HOLD', open, 'STEP_OPEN'],
  ['what is done is not held', 'HOLD', done, 'STEP_DONE'],
  ['a held step is left to its schedule again', 'RESUME', held, { heldAt: null, releasedAt: null }],
  ['a hold on what was done meanwhile is taken back as well', 'RESUME', { ...done, held: true }, { heldAt: null, releasedAt: null }],
  ['without a hold there is nothing to take back', 'RESUME', scheduled, null],
  ['a step opens before its day', 'RELEASE', scheduled, { heldAt: null, releasedAt: now }],
  ['a held step opens at once', 'RELEASE', held, { heldAt: null, releasedAt: now }],
  ['what is open is not opened again', 'RELEASE', open, null],
  ['what is done is not opened', 'RELEASE', done, 'STEP_DONE'],
])('%s [C3, C16]', (_, act, step, expected) => expect(decide(act, step)).toEqual(expected));

test.each<EnrollmentStatus>(['COMPLETED', 'EXEMPT', 'WITHDRAWN', 'NOT_COMPLETED'])('of a plan that is over (%s) nothing is held or opened', (status) => {
  expect([decide('HOLD', scheduled, status), decide('RESUME', held, status), decide('RELEASE', scheduled, status)]).toEqual(['STEPS_SETTLED', 'STEPS_SETTLED', 'STEPS_SETTLED']);
});

test('refusals are said in both languages', () => {
  expectCatalogIsComplete(releaseProblemCatalog, { STEP_OPEN: {}, STEP_DONE: {}, STEPS_SETTLED: {} });
  expect(sayReleaseProblem({ code: 'STEP_OPEN', params: {} }, 'en')).toContain('stays open');
});
