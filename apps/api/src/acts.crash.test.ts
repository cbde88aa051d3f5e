import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from './platform/testing/test-database.ts';
import { CrashRig } from './testing/crash-rig.ts';

jest.setTimeout(150_000);

let testDatabase: TestDatabase;
let rig: CrashRig;

beforeEach(async () => {
  testDatabase = await openTestDatabase();
  rig = await CrashRig.open(testDatabase, 1_500);
});

afterEach(async () => {
  await rig.close();
  await testDatabase.close();
});

/** Everybody has a plan and a piece of content, or a plan alone, by a dynamic assignment; answers the ids of what there is. */
async function assignToEverybody(gives: 'PLAN_AND_COURSE' | 'PLAN' | 'CLOSED_PLAN' = 'PLAN_AND_COURSE'): Promise<{ readonly planId: string; readonly courseId: string; readonly assignmentId: string }> {
  await rig.newOrganization();
  await rig.newPeople();
  const operationId = await rig.beginAssignment('DYNAMIC', gives);
  await rig.commit(operationId);
  await rig.killUntil(operationId, 'DONE', 0, () => 0);
  const [found] = await rig.query<{ planId: string; courseId: string; assignmentId: string }>(
    'SELECT (SELECT id FROM learning_plan) AS "planId", (SELECT learning_object_id FROM enrollment WHERE learning_object_id IS NOT NULL LIMIT 1) AS "courseId", (SELECT id FROM assignment) AS "assignmentId"',
  );
  return found!;
}

/** Carries an act out by workers that are killed; answers how everybody stands by then. */
async function carryOutKilled(operationId: string): Promise<object | undefined> {
  await rig.commit(operationId);
  expect(await rig.killAmid(operationId, 2)).toBeGreaterThan(0);
  return rig.tallyStandings(operationId);
}

const undoOf = (operationId: string): Promise<string> => rig.begin('previewUndo', 'PreviewUndoInput', { operationId });

test('workers killed over and over in an act on content, and in taking it back: everybody exactly once [2.0.6, 16]', async () => {
  const { courseId } = await assignToEverybody();
  const everybody = rig.people + 1;
  const reasons = 2 * everybody;
  const waiver = await rig.begin('previewWaive', 'PreviewWaiveInput', { learningObjectId: courseId, filter: { statuses: ['NOT_STARTED'] }, reason: 'Known' });
  const waived = { EXEMPT: everybody, NOT_STARTED: everybody };
  expect(await carryOutKilled(waiver)).toEqual({ standings: waived, counted: waived, reasons, rules: everybody, ended: 0, result: { CHANGED_AND_DETACHED: everybody } });
  const asBefore = { NOT_STARTED: 2 * everybody };
  expect(await carryOutKilled(await undoOf(waiver))).toEqual({ standings: asBefore, counted: asBefore, reasons, rules: 0, ended: everybody, result: { TAKEN_BACK: everybody } });
});

test('workers killed over and over in the end of an assignment, and in taking it back: everybody exactly once [2.0.6, 16]', async () => {
  const { assignmentId } = await assignToEverybody();
  const all = 2 * (rig.people + 1);
  const end = await rig.begin('previewEndAssignment', 'EndAssignmentInput', { assignmentId, people: 'KEEP_IF_STARTED' });
  expect(await carryOutKilled(end)).toEqual({ standings: { WITHDRAWN: all }, counted: { WITHDRAWN: all }, reasons: 0, rules: 0, ended: 0, result: { ENDED: all } });
  expect(await carryOutKilled(await undoOf(end))).toEqual({ standings: { NOT_STARTED: all }, counted: { NOT_STARTED: all }, reasons: all, rules: 0, ended: 0, result: { TAKEN_BACK: all } });
});

test('workers killed over and over while a plan is inactivated, activated, archived and brought back: everybody exactly once [2.2, C20, 16]', async () => {
  const { planId } = await assignToEverybody('PLAN');
  const become = (act: string): Promise<string> => rig.begin('previewPlanLifecycle', 'PreviewPlanLifecycleInput', { planId, act });
  const allAre = (status: string, people: number, result: string, done = people): object => ({ standings: { [status]: people }, counted: { [status]: people }, reasons: people, rules: 0, ended: 0, result: { [result]: done } });
  const everybody = rig.people + 1;

  // It writes nothing for anybody, so that a worker may be done before it is killed.
  const inactivate = await become('INACTIVATE');
  await rig.commit(inactivate);
  await rig.killUntil(inactivate, 'DONE', 3, (killed) => 10 * killed);
  expect(await rig.tallyStandings(inactivate)).toEqual(allAre('NOT_STARTED', everybody, 'KEEPS'));

  await rig.newPeople();
  const more = everybody + rig.people;
  // From the commit on the assignment's own rule is at work again: whom it was faster to give the plan is left as changed.
  const activated = (await carryOutKilled(await become('ACTIVATE'))) as { readonly result: Readonly<Record<string, number>> };
  const { APPLIED = 0, SKIPPED_CHANGED_SINCE_PREVIEW = 0, ...others } = activated.result;
  expect([APPLIED + SKIPPED_CHANGED_SINCE_PREVIEW, others]).toEqual([rig.people, {}]);
  expect(activated).toEqual({ ...allAre('NOT_STARTED', more, 'APPLIED'), result: activated.result });

  const archive = await become('ARCHIVE');
  expect(await carryOutKilled(archive)).toEqual(allAre('NOT_COMPLETED', more, 'CLOSED'));
  expect(await carryOutKilled(await undoOf(archive))).toEqual(allAre('NOT_STARTED', more, 'TAKEN_BACK'));
});

test('workers killed over and over while a step is opened for everybody, and while that is taken back: everybody exactly once [2.0.6, C16, 16]', async () => {
  const { planId } = await assignToEverybody('CLOSED_PLAN');
  const everybody = rig.people + 1;
  const [step] = await rig.query<{ key: string }>('SELECT key FROM milestone');
  const tally = async (): Promise<object> => {
    const [found] = await rig.query<{ open: number; acts: number; available: number }>(
      `SELECT (SELECT count(*)::int FROM step_release WHERE released_at IS NOT NULL) AS open, (SELECT count(*)::int FROM step_release_act) AS acts,
         (SELECT count(*)::int FROM standing WHERE milestones->0->>'status' = 'AVAILABLE') AS available`,
    );
    return found!;
  };
  const release = await rig.begin('previewStepRelease', 'PreviewStepReleaseInput', { planId, milestoneKey: step!.key, act: 'RELEASE', filter: {}, reason: 'The room is free' });
  expect(await carryOutKilled(release)).toMatchObject({ standings: { NOT_STARTED: everybody }, result: { RELEASED: everybody } });
  expect(await tally()).toEqual({ open: everybody, acts: everybody, available: everybody });
  expect(await carryOutKilled(await undoOf(release))).toMatchObject({ standings: { NOT_STARTED: everybody }, result: { TAKEN_BACK: everybody } });
  expect(await tally()).toEqual({ open: 0, acts: 2 * everybody, available: 0 });
});
