import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildGrant } from './features/access/caller.factory.ts';
import { assignPlan, buildAssignmentPreview, carryOut } from './features/assignments/assignment.factory.ts';
import { buildCourse, type BuiltCourse } from './features/learning-objects/course.factory.ts';
import { buildPlan } from './features/learning-plans/learning-plan.factory.ts';
import { buildPeople, buildPerson, type BuiltPerson } from './features/people-import/person.factory.ts';
import type { TestClient } from './platform/testing/graphql-client.ts';
import { openTestDatabase, type TestDatabase } from './platform/testing/test-database.ts';
import { buildWorld, type World } from './testing/build-world.ts';
import { startTestServer, type TestServer } from './testing/start-test-server.ts';

let testDatabase: TestDatabase;
let server: TestServer;
let world: World;
let admin: TestClient;
let course: BuiltCourse;
let now = new Date();

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) }, () => now);
  world = await buildWorld(server.services.database);
  course = await buildCourse(server.services.database, world.organizationId);
  const person = await buildPerson(server.services.database, world.organizationId);
  await buildGrant(server.services.database, person, 'MASTER_ADMIN');
  admin = await server.signInAs(person);
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

interface Shown {
  id: string;
  state: string;
  previewHash: string;
  counts: { class: string; rows: number }[];
  result: { class: string; rows: number }[];
  undoUntil: string | null;
  undoes: { id: string; state: string } | null;
  viewerCan: { undo: boolean };
}

const shown = 'id state previewHash counts { class rows } result { class rows } undoUntil undoes { id state } viewerCan { undo }';
type Answer = Shown & { __typename: string; problems: { code: string }[] };

const operation = async (id: string): Promise<Shown> => (await admin.ask<{ operation: Shown }>(`query ($id: ID!) { operation(id: $id) { ${shown} } }`, { id })).operation;

async function previewUndo(operationId: string, client: TestClient = admin): Promise<Answer> {
  const { previewUndo: answer } = await client.ask<{ previewUndo: Answer }>(
    `mutation ($input: PreviewUndoInput!) { previewUndo(input: $input) { __typename ... on Operation { ${shown} } ... on Refusal { problems { code } } } }`,
    { input: { operationId } },
  );
  return answer;
}

async function commit({ id, previewHash }: Pick<Shown, 'id' | 'previewHash'>): Promise<Answer> {
  const { commitOperation } = await admin.ask<{ commitOperation: Answer }>(
    `mutation ($input: CommitOperationInput!) { commitOperation(input: $input) { __typename ... on Operation { ${shown} } ... on Refusal { problems { code } } } }`,
    { input: { operationId: id, previewHash } },
  );
  if (commitOperation.__typename === 'Operation') await carryOut(server.services.database, world.organizationId, id);
  return commitOperation;
}

async function assignTo(people: readonly BuiltPerson[]): Promise<{ planId: string; operationId: string }> {
  const { database } = server.services;
  const planId = await buildPlan(database, world.caller, { milestones: [{ items: [course.id] }] });
  const operationId = await buildAssignmentPreview(database, world.caller, planId, { audience: { kind: 'PEOPLE', personIds: people.map(({ id }) => id) as never } });
  await commit(await operation(operationId));
  return { planId, operationId };
}

const statuses = async (planId: string): Promise<Record<string, string>> => {
  const { enrollments } = await admin.ask<{ enrollments: { edges: { node: { status: string; person: { id: string } } }[] } }>(
    'query ($planId: ID!) { enrollments(first: 50, filter: { planId: $planId }) { edges { node { status person { id } } } } }',
    { planId },
  );
  return Object.fromEntries(enrollments.edges.map(({ node }) => [node.person.id, node.status]));
};

test('an assignment is taken back: previewed, carried out, reported; who has begun is left alone, and listed [2.0.6]', async () => {
  const [untouched, begun] = (await buildPeople(server.services.database, world.organizationId, [{}, {}])) as [BuiltPerson, BuiltPerson];
  const { planId, operationId } = await assignTo([untouched, begun]);
  const session = await server.signInAs(begun);
  await session.ask('mutation ($input: RecordProgressInput!) { recordProgress(input: $input) { __typename } }', {
    input: { moduleId: course.moduleIds[0], courseId: course.id, at: now.toISOString(), viewed: 0.5, reachedEnd: false, confirmed: false },
  });
  const undo = await previewUndo(operationId);
  expect(undo).toMatchObject({ state: 'PREVIEWED', undoes: { id: operationId, state: 'DONE' }, viewerCan: { undo: false } });
  expect(undo.counts.toSorted((a, b) => a.class.localeCompare(b.class))).toEqual([
    { class: 'LEFT_CHANGED_SINCE', rows: 1 },
    { class: 'TAKEN_BACK', rows: 1 },
  ]);
  expect(await statuses(planId)).toEqual({ [untouched.id]: 'NOT_STARTED', [begun.id]: 'IN_PROGRESS' });

  expect(await commit(undo)).toMatchObject({ __typename: 'Operation' });
  expect(await operation(undo.id)).toMatchObject({ state: 'DONE', undoUntil: null, undoes: { id: operationId, state: 'UNDONE' } });
  expect(await operation(operationId)).toMatchObject({ state: 'UNDONE', viewerCan: { undo: false } });
  expect(await statuses(planId)).toEqual({ [untouched.id]: 'WITHDRAWN', [begun.id]: 'IN_PROGRESS' });
});

test('who begins between the preview of an undo and its commit makes it stale: nothing is taken back [2.0.6]', async () => {
  const [person] = (await buildPeople(server.services.database, world.organizationId, [{}])) as [BuiltPerson];
  const { planId, operationId } = await assignTo([person]);
  const undo = await previewUndo(operationId);
  const session = await server.signInAs(person);
  await session.ask('mutation ($input: RecordProgressInput!) { recordProgress(input: $input) { __typename } }', {
    input: { moduleId: course.moduleIds[0], courseId: course.id, at: now.toISOString(), viewed: 0.5, reachedEnd: false, confirmed: false },
  });
  expect(await commit(undo)).toMatchObject({ __typename: 'StalePreview' });
  expect(await statuses(planId)).toEqual({ [person.id]: 'IN_PROGRESS' });
  expect(await operation(operationId)).toMatchObject({ state: 'DONE' });
});

test('who has the plan by another assignment too keeps it, and its dates [2.4, 2.0.6]', async () => {
  const [person] = (await buildPeople(server.services.database, world.organizationId, [{}])) as [BuiltPerson];
  const { planId, operationId } = await assignTo([person]);
  await assignPlan(server.services.database, world.caller, planId, { audience: { kind: 'PEOPLE', personIds: [person.id] as never } });
  await commit(await previewUndo(operationId));
  expect(await statuses(planId)).toEqual({ [person.id]: 'NOT_STARTED' });
});

test('an act is taken back once: a second undo, and an undo of an undo, are refused', async () => {
  const [person] = (await buildPeople(server.services.database, world.organizationId, [{}])) as [BuiltPerson];
  const { operationId } = await assignTo([person]);
  const [first, second] = [await previewUndo(operationId), await previewUndo(operationId)];
  await commit(first);
  expect((await commit(second)).problems).toMatchObject([{ code: 'ILLEGAL_OPERATION' }]);
  expect((await previewUndo(operationId)).problems).toMatchObject([{ code: 'ILLEGAL_OPERATION' }]);
  expect((await previewUndo(first.id)).problems).toMatchObject([{ code: 'NOT_UNDOABLE' }]);
});

test('after 72 hours it is too late, also for a preview that was made before [2.0.6]', async () => {
  const [person] = (await buildPeople(server.services.database, world.organizationId, [{}])) as [BuiltPerson];
  const { planId, operationId } = await assignTo([person]);
  const early = await previewUndo(operationId);
  const begin = now;
  now = new Date(begin.getTime() + 72 * 3_600_000 + 60_000);
  const later = await server.signInAs(await masterAdmin());
  expect((await previewUndo(operationId, later)).problems).toMatchObject([{ code: 'UNDO_EXPIRED' }]);
  admin = later;
  expect((await commit(early)).problems).toMatchObject([{ code: 'UNDO_EXPIRED' }]);
  expect(await statuses(planId)).toEqual({ [person.id]: 'NOT_STARTED' });
});

async function masterAdmin(): Promise<BuiltPerson> {
  const person = await buildPerson(server.services.database, world.organizationId);
  await buildGrant(server.services.database, person, 'MASTER_ADMIN');
  return person;
}

test('who may not carry the act out may not take it back [2.11]', async () => {
  const [person] = (await buildPeople(server.services.database, world.organizationId, [{}])) as [BuiltPerson];
  const { operationId } = await assignTo([person]);
  const auditor = await buildPerson(server.services.database, world.organizationId);
  await buildGrant(server.services.database, auditor, 'AUDITOR');
  const session = await server.signInAs(auditor);
  expect(await previewUndo(operationId, session)).toMatchObject({ __typename: 'NotAllowed' });
});
