import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildCatalog } from './features/catalogs/catalog.factory.ts';
import { assignPlan } from './features/assignments/assignment.factory.ts';
import { readEvaluations } from './features/enrollments/index.ts';
import { buildCourse } from './features/learning-objects/course.factory.ts';
import { buildPlan } from './features/learning-plans/learning-plan.factory.ts';
import { carryOutAsSeen } from './features/operations/operation.factory.ts';
import { buildPerson, type BuiltPerson } from './features/people-import/person.factory.ts';
import { eventually } from './platform/testing/eventually.ts';
import { openTestDatabase, type TestDatabase } from './platform/testing/test-database.ts';
import { buildWorld, type World } from './testing/build-world.ts';
import { startTestServer, type TestServer, type TestSession } from './testing/start-test-server.ts';

/*
 * Somebody from whom a plan was taken away has since done all that it asks for. Where they cannot find the plan that is no completion (S6); once
 * they can, by whatever comes to pass, it is one by their own doing (S5).
 */

let testDatabase: TestDatabase;
let server: TestServer;
let world: World;
let admin: TestSession;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase);
  world = await buildWorld(server.services.database);
  admin = await server.signInAs(world.admin);
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

/** @param made the type of what comes of it, where its id is wanted */
async function act(name: string, inputType: string, input: object, made?: 'Operation' | 'Group'): Promise<string> {
  const answer = await admin.ask<Record<string, { id: string; problems?: object[] }>>(
    `mutation ($input: ${inputType}!) { ${name}(input: $input) { __typename ... on Refusal { problems { code } } ${made ? `... on ${made} { id }` : ''} } }`,
    { input },
  );
  if (answer[name]!.problems) throw new Error(JSON.stringify(answer));
  return answer[name]!.id;
}

interface Scene {
  readonly person: BuiltPerson;
  readonly planId: string;
  readonly enrollmentId: string;
}

async function rowVersionOf(type: 'learningPlan' | 'person', id: string): Promise<number> {
  return (await admin.ask<Record<string, { rowVersion: number }>>(`query ($id: ID!) { ${type}(id: $id) { rowVersion } }`, { id }))[type]!.rowVersion;
}

const show = async (planId: string, visibleRange: object | null): Promise<unknown> =>
  act('setPlanVisibleRange', 'SetPlanVisibleRangeInput', { planId, rowVersion: await rowVersionOf('learningPlan', planId), visibleRange });

/** Somebody who had a plan, no longer has it since the day before yesterday, and has done today what it asks for. */
async function setScene(visibleRange: object | null = null): Promise<Scene> {
  const { database } = server.services;
  const person = await buildPerson(database, world.organizationId);
  const course = await buildCourse(database, world.organizationId);
  const planId = await buildPlan(database, world.caller, { milestones: [{ items: [course.id] }] });
  if (visibleRange) await show(planId, visibleRange);
  await assignPlan(database, world.caller, planId, { audience: { kind: 'PEOPLE', personIds: [person.id as never] } });
  await carryOutAsSeen(database, world.caller, await act('previewUnassign', 'PreviewUnassignInput', { planId, personIds: [person.id], reason: 'Tried' }, 'Operation'));
  const [enrollment] = await database.write(world, (transaction) =>
    transaction.query<{ id: string }>(
      `UPDATE enrollment_source s SET valid_from = s.valid_from - interval '3 days', valid_to = s.valid_to - interval '2 days'
       FROM enrollment e WHERE e.id = s.enrollment_id AND e.plan_id = $1 RETURNING e.id`,
      [planId],
    ),
  );
  const learner = await server.signInAs(person);
  await learner.ask('mutation ($input: RecordProgressInput!) { recordProgress(input: $input) { __typename } }', {
    input: { moduleId: course.moduleIds[0], courseId: course.id, at: new Date().toISOString(), viewed: 1, reachedEnd: true, confirmed: true },
  });
  return { person, planId, enrollmentId: enrollment!.id };
}

async function standing({ planId }: Scene): Promise<string> {
  const { enrollments } = await admin.ask<{ enrollments: { edges: { node: { status: string; completionClass: string | null } }[] } }>(
    'query ($planId: ID!) { enrollments(filter: { planId: $planId, cycles: ALL }) { edges { node { status completionClass } } } }',
    { planId },
  );
  return enrollments.edges.map(({ node }) => `${node.status} ${node.completionClass ?? ''}`.trim()).join();
}

/** What the evaluator says at this moment, and what is stored, are the same. */
async function expectNoDrift(scene: Scene): Promise<void> {
  const [evaluation] = await server.services.database.read(world, (transaction) => readEvaluations(transaction, [scene.enrollmentId]));
  expect((await standing(scene)).split(' ')[0]).toBe(evaluation!.standing.status);
}

const ways: readonly (readonly [string, (scene: Scene) => Promise<unknown>, () => object | null])[] = [
  ['its visible range is widened', ({ planId }) => show(planId, { kind: 'EVERYONE' }), () => null],
  ['it comes into a catalog', ({ planId }) => buildCatalog(server.services.database, world.caller, { planIds: [planId] }), () => null],
  [
    'they come to a department that finds it',
    async ({ person }) => act('updatePerson', 'UpdatePersonInput', { personId: person.id, rowVersion: await rowVersionOf('person', person.id), departmentId: world.admin.departmentId }),
    () => ({ kind: 'DEPARTMENTS', departmentIds: [world.admin.departmentId], includeSubDepartments: true }),
  ],
];

test.each(ways)('is complete by own doing once %s [S5, S6]', async (_, happen, range) => {
  const scene = await setScene(range());
  expect(await standing(scene)).toBe('WITHDRAWN');
  await expectNoDrift(scene);
  await happen(scene);
  await eventually('they have completed it', async () => (await standing(scene)) !== 'WITHDRAWN');
  expect(await standing(scene)).toBe('COMPLETED SELF');
  await expectNoDrift(scene);
});

test('is complete by own doing once they join a group that finds it [S5, S6]', async () => {
  const groupId = await act('createGroup', 'CreateGroupInput', { name: 'Finders' }, 'Group');
  const scene = await setScene({ kind: 'GROUPS', groupIds: [groupId] });
  expect(await standing(scene)).toBe('WITHDRAWN');
  await act('addGroupMembers', 'GroupMembersInput', { groupId, personIds: [scene.person.id] });
  await eventually('they have completed it', async () => (await standing(scene)) !== 'WITHDRAWN');
  expect(await standing(scene)).toBe('COMPLETED SELF');
});

test('what was completed stays so when it can no longer be found [S5]', async () => {
  const scene = await setScene();
  await show(scene.planId, { kind: 'EVERYONE' });
  await eventually('they have completed it', async () => (await standing(scene)) !== 'WITHDRAWN');
  await show(scene.planId, null);
  await expectNoDrift(scene);
  expect(await standing(scene)).toBe('COMPLETED SELF');
});
