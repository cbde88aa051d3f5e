import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildGrant } from './features/access/caller.factory.ts';
import { assignPlan, carryOut } from './features/assignments/assignment.factory.ts';
import { buildCourse } from './features/learning-objects/course.factory.ts';
import { buildPlan } from './features/learning-plans/learning-plan.factory.ts';
import { addStep, buildNextVersion, dropStep } from './features/learning-plans/next-version.factory.ts';
import { commitAsSeen } from './features/operations/operation.factory.ts';
import { buildPeople, type BuiltPerson } from './features/people-import/person.factory.ts';
import { buildMigrationPreview } from './features/plan-migrations/plan-migration.factory.ts';
import { openTestDatabase, type TestDatabase } from './platform/testing/test-database.ts';
import { buildWorld, type World } from './testing/build-world.ts';
import { startTestServer, type TestServer, type TestSession } from './testing/start-test-server.ts';

let testDatabase: TestDatabase;
let server: TestServer;
let world: World;
let admin: TestSession;
let planId: string;
let people: readonly BuiltPerson[];

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) });
  const { database } = server.services;
  world = await buildWorld(database);
  admin = await server.signInAs(world.admin);
  const [course, law] = [await buildCourse(database, world.organizationId), await buildCourse(database, world.organizationId)];
  planId = await buildPlan(database, world.caller, { milestones: [{ name: 'Basics', items: [course.id] }, { name: 'Old law', items: [course.id] }] });
  people = await buildPeople(database, world.organizationId, [{}, {}, {}]);
  await assign(people[0]!, people[1]!);
  await run(await buildMigrationPreview(database, world.caller, planId, 'PIN', [addStep('Law', [law.id]), dropStep('Old law')]));
  await assign(people[2]!);
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

const assign = (...who: readonly BuiltPerson[]): Promise<string> =>
  assignPlan(server.services.database, world.caller, planId, { audience: { kind: 'PEOPLE', personIds: who.map(({ id }) => id) as never } });

async function run(operationId: string): Promise<void> {
  await commitAsSeen(server.services.database, world.caller, operationId);
  await carryOut(server.services.database, world.organizationId, operationId);
}

const versions = async (): Promise<readonly string[]> => {
  const { planVersions } = await admin.ask<{ planVersions: { number: number; state: string; people: number }[] }>('query ($id: ID!) { planVersions(planId: $id) { number state people } }', { id: planId });
  return planVersions.map(({ number, state, people: on }) => `v${number} ${state} ${on}`);
};

test('the list of versions tells how many people are on each, and they can be listed and counted by it [2.2]', async () => {
  expect(await versions()).toEqual(['v2 PUBLISHED 1', 'v1 SUPERSEDED 2']);
  const found = await admin.ask<{ enrollments: { edges: { node: { person: { id: string }; planVersion: { number: number; milestones: { name: string }[] } } }[] }; enrollmentCount: number }>(
    `query ($filter: EnrollmentFilterInput) { enrollmentCount(filter: $filter)
       enrollments(filter: $filter) { edges { node { person { id } planVersion { number milestones { name } } } } } }`,
    { filter: { planId, planVersionNumbers: [1] } },
  );
  expect(found.enrollmentCount).toBe(2);
  expect(new Set(found.enrollments.edges.map(({ node }) => node.person.id))).toEqual(new Set([people[0]!.id, people[1]!.id]));
  expect(found.enrollments.edges[0]!.node.planVersion).toEqual({ number: 1, milestones: [{ name: 'Basics' }, { name: 'Old law' }] });
  const { learningPlan } = await admin.ask<{ learningPlan: { versionsInUse: { number: number }[] } }>('query ($id: ID!) { learningPlan(id: $id) { versionsInUse { number } } }', { id: planId });
  expect(learningPlan.versionsInUse).toEqual([{ number: 2 }, { number: 1 }]);
});

test('a milestone that only people on an earlier version have is waived for them; the others are left out, and counted [L42]', async () => {
  const { learningPlan } = await admin.ask<{ learningPlan: { versionsInUse: { milestones: { key: string; name: string }[] }[] } }>('query ($id: ID!) { learningPlan(id: $id) { versionsInUse { milestones { key name } } } }', { id: planId });
  const { key } = learningPlan.versionsInUse.flatMap(({ milestones }) => milestones).find(({ name }) => name === 'Old law')!;
  const { previewWaive } = await admin.ask<{ previewWaive: { title: object; counts: object[] } }>(
    'mutation ($input: PreviewWaiveInput!) { previewWaive(input: $input) { ... on Operation { title counts { class rows } } } }',
    { input: { planId, milestoneKey: key, reason: 'Replaced', filter: { planId } } },
  );
  expect(previewWaive.title).toMatchObject({ milestone: 'Old law' });
  expect(previewWaive.counts).toEqual(expect.arrayContaining([{ class: 'OTHER_VERSION', rows: 1 }]));
});

test('a version that everybody has left is retired, until an undo puts people back [2.2, V6]; its publishing is found from the plan while it waits', async () => {
  const { database } = server.services;
  const pending = async (): Promise<string | undefined> => {
    const { learningPlan } = await admin.ask<{ learningPlan: { versionOperation: { id: string } | null } }>('query ($id: ID!) { learningPlan(id: $id) { versionOperation { id } } }', { id: planId });
    return learningPlan.versionOperation?.id;
  };
  expect(await pending()).toBeUndefined();
  const operationId = await buildMigrationPreview(database, world.caller, planId, 'MOVE_ALL_OPEN');
  expect(await pending()).toBe(operationId);
  await run(operationId);
  expect(await pending()).toBeUndefined();
  expect(await versions()).toEqual(['v3 PUBLISHED 3', 'v2 RETIRED 0', 'v1 RETIRED 0']);
  const { previewUndo } = await admin.ask<{ previewUndo: { id: string } }>('mutation ($input: PreviewUndoInput!) { previewUndo(input: $input) { ... on Operation { id } } }', { input: { operationId } });
  await run(previewUndo.id);
  expect(await versions()).toEqual(['v3 PUBLISHED 0', 'v2 SUPERSEDED 1', 'v1 SUPERSEDED 2']);
});

test('a preview whose draft was thrown away waits for nobody', async () => {
  const { database } = server.services;
  await buildMigrationPreview(database, world.caller, planId, 'PIN');
  const { learningPlan } = await admin.ask<{ learningPlan: { draftVersion: { rowVersion: number } } }>('query ($id: ID!) { learningPlan(id: $id) { draftVersion { rowVersion } } }', { id: planId });
  await admin.ask('mutation ($input: DiscardDraftInput!) { discardDraft(input: $input) { __typename } }', { input: { planId, rowVersion: learningPlan.draftVersion.rowVersion } });
  await buildNextVersion(database, world.caller, planId, []);
  expect((await admin.ask<{ learningPlan: { versionOperation: object | null } }>('query ($id: ID!) { learningPlan(id: $id) { versionOperation { id } } }', { id: planId })).learningPlan.versionOperation).toBeNull();
});

test('whose people are not everybody is told of their own alone [D35]', async () => {
  const { database } = server.services;
  const [leader] = (await buildPeople(database, world.organizationId, [{ department: ['Law'] }])) as [BuiltPerson];
  await buildGrant(database, leader, 'SUB_ADMIN', { scopeKind: 'DEPARTMENT', scopeId: leader.departmentId });
  await assign(leader);
  const client = await server.signInAs(leader);
  const { planVersions } = await client.ask<{ planVersions: { number: number; state: string; people: number }[] }>('query ($id: ID!) { planVersions(planId: $id) { number state people } }', { id: planId });
  expect(planVersions.filter(({ people: on }) => on > 0)).toEqual([{ number: 3, state: 'PUBLISHED', people: 1 }]);
  expect(planVersions.find(({ number }) => number === 1)).toEqual({ number: 1, state: 'SUPERSEDED', people: 0 });
});
