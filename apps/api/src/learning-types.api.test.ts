import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { assignPlan } from './features/assignments/assignment.factory.ts';
import { buildCourse, type BuiltCourse } from './features/learning-objects/course.factory.ts';
import { buildPlan } from './features/learning-plans/learning-plan.factory.ts';
import { carryOutAsSeen } from './features/operations/operation.factory.ts';
import { buildPerson, type BuiltPerson } from './features/people-import/person.factory.ts';
import { openTestDatabase, type TestDatabase } from './platform/testing/test-database.ts';
import { buildWorld, type World } from './testing/build-world.ts';
import { startTestServer, type TestServer, type TestSession } from './testing/start-test-server.ts';

/* Assigned study or self-learning (2.7), row by row, by what learners and admins do over HTTP. What is imported (S7, S7b) is proven in the domain. */
let testDatabase: TestDatabase;
let server: TestServer;
let world: World;
let admin: TestSession;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) });
  world = await buildWorld(server.services.database);
  admin = await server.signInAs(world.admin);
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

interface Scene {
  readonly person: BuiltPerson;
  readonly learner: TestSession;
  readonly course: BuiltCourse;
  readonly planId: string;
}

/** Somebody, and a plan of one course that everybody can find. */
async function setScene(): Promise<Scene> {
  const { database } = server.services;
  const person = await buildPerson(database, world.organizationId);
  const course = await buildCourse(database, world.organizationId, { modules: 1 });
  const planId = await buildPlan(database, world.caller, { milestones: [{ items: [course.id] }] });
  await show(planId, { kind: 'EVERYONE' });
  return { person, learner: await server.signInAs(person), course, planId };
}

async function show(planId: string, visibleRange: object | null): Promise<void> {
  const { learningPlan } = await admin.ask<{ learningPlan: { rowVersion: number } }>('query ($id: ID!) { learningPlan(id: $id) { rowVersion } }', { id: planId });
  await admin.ask('mutation ($input: SetPlanVisibleRangeInput!) { setPlanVisibleRange(input: $input) { __typename } }', { input: { planId, rowVersion: learningPlan.rowVersion, visibleRange } });
}

const start = async ({ learner, planId }: Scene) => learner.ask('mutation ($input: TakeUpInput!) { startLearning(input: $input) { __typename } }', { input: { id: planId } });
const assign = ({ person, planId }: Scene, more: object = {}) => assignPlan(server.services.database, world.caller, planId, { audience: { kind: 'PEOPLE', personIds: [person.id as never] }, ...more });
const finish = ({ learner, course }: Scene) =>
  learner.ask('mutation ($input: RecordProgressInput!) { recordProgress(input: $input) { __typename } }', {
    input: { moduleId: course.moduleIds[0], courseId: course.id, at: new Date().toISOString(), viewed: 1, reachedEnd: true, confirmed: true },
  });
async function unassign({ person, planId }: Scene): Promise<void> {
  const { previewUnassign } = await admin.ask<{ previewUnassign: { id: string } }>('mutation ($input: PreviewUnassignInput!) { previewUnassign(input: $input) { ... on Operation { id } } }', {
    input: { planId, personIds: [person.id], reason: 'Tried' },
  });
  await carryOutAsSeen(server.services.database, world.caller, previewUnassign.id);
}

interface Tracked {
  status: string;
  completionClass: string | null;
  cycle: number;
}
async function tracked({ planId }: Scene, filter: object = {}): Promise<Tracked[]> {
  const { enrollments } = await admin.ask<{ enrollments: { edges: { node: Tracked }[] } }>('query ($filter: EnrollmentFilterInput) { enrollments(filter: $filter) { edges { node { status completionClass cycle } } } }', {
    filter: { planId, ...filter },
  });
  return enrollments.edges.map(({ node }) => node);
}
const became = async (scene: Scene): Promise<unknown[]> => (await tracked(scene)).map(({ status, completionClass }) => [status, completionClass]);
const ASSIGNED = [['COMPLETED', 'ASSIGNED']];
const SELF = [['COMPLETED', 'SELF']];

describe('assigned study or self-learning over HTTP [D21, D22, 2.7]', () => {
  test('never assigned [S1]', async () => {
    const scene = await setScene();
    await start(scene);
    await finish(scene);
    expect(await became(scene)).toEqual(SELF);
  });

  test('assigned before the start [S2]', async () => {
    const scene = await setScene();
    await assign(scene);
    await start(scene);
    await finish(scene);
    expect(await became(scene)).toEqual(ASSIGNED);
  });

  test('assigned after an own start, before completion, and listed in both tabs [S3, S9, L38]', async () => {
    const scene = await setScene();
    await start(scene);
    await assign(scene);
    expect([(await tracked(scene, { reach: 'REGISTERED' })).length, (await tracked(scene, { reach: 'ASSIGNED' })).length]).toEqual([1, 1]);
    await finish(scene);
    expect(await became(scene)).toEqual(ASSIGNED);
  });

  test('assigned after completion: the class is frozen, and the filter by learning type keeps it [S4, D29]', async () => {
    const scene = await setScene();
    await start(scene);
    await finish(scene);
    await assign(scene);
    expect(await became(scene)).toEqual(SELF);
    expect([(await tracked(scene, { completionClasses: ['SELF'] })).length, (await tracked(scene, { completionClasses: ['ASSIGNED'] })).length]).toEqual([1, 0]);
  });

  test('taken away before completion, and still to be found [S5]', async () => {
    const scene = await setScene();
    await assign(scene);
    await unassign(scene);
    await start(scene);
    await finish(scene);
    expect(await became(scene)).toEqual(SELF);
  });

  test('taken away before completion, and not to be found any more: no completion [S6]', async () => {
    const scene = await setScene();
    await assign(scene);
    await unassign(scene);
    // What is done on the very day on which it was taken away counts as done before.
    await server.services.database.write(world.admin, (transaction) =>
      transaction.query(`UPDATE enrollment_source s SET valid_from = s.valid_from - interval '3 days', valid_to = s.valid_to - interval '2 days' FROM enrollment e WHERE e.id = s.enrollment_id AND e.plan_id = $1`, [scene.planId]),
    );
    await show(scene.planId, null);
    await finish(scene);
    expect((await tracked(scene)).map(({ status, completionClass }) => [status, completionClass])).toEqual([['WITHDRAWN', null]]);
  });

  test('a new cycle is classified by itself [S8]', async () => {
    const scene = await setScene();
    await start(scene);
    await finish(scene);
    await assign(scene, { again: true });
    expect((await tracked(scene, { cycles: 'ALL' })).map(({ cycle, completionClass }) => [cycle, completionClass])).toEqual([[1, 'SELF'], [2, null]]);
  });

  test('everything done before it is assigned [S10]', async () => {
    const scene = await setScene();
    const other = await buildPlan(server.services.database, world.caller, { milestones: [{ items: [scene.course.id] }] });
    await assignPlan(server.services.database, world.caller, other, { audience: { kind: 'PEOPLE', personIds: [scene.person.id as never] } });
    await finish(scene);
    await assign(scene);
    expect(await became(scene)).toEqual(SELF);
  });
});
