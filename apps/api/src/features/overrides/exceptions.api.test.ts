import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { TestClient } from '../../platform/testing/graphql-client.ts';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { buildWorld, type World } from '../../testing/build-world.ts';
import { startTestServer, type TestServer } from '../../testing/start-test-server.ts';
import { runJob } from '../../platform/testing/run-job.ts';
import { assignPlan, carryOut } from '../assignments/assignment.factory.ts';
import { reviewExceptions } from '../assignments/index.ts';
import { buildPlan } from '../learning-plans/learning-plan.factory.ts';
import { buildPeople, type BuiltPerson } from '../people-import/person.factory.ts';

/** Noon of 1 June 2027 in Berlin. */
const beginning = new Date('2027-06-01T10:00:00Z');
let now = beginning;

let testDatabase: TestDatabase;
let server: TestServer;
let world: World;
let admin: TestClient;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) }, () => now);
  world = await buildWorld(server.services.database);
  admin = await server.signInAs(world.admin);
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

beforeEach(() => {
  now = beginning;
});

interface Case {
  readonly status: string;
  readonly due: { readonly date: string; readonly origin: string } | null;
  readonly person: { readonly id: string };
  readonly exceptions: readonly { readonly code: string; readonly message: string; readonly options: readonly { readonly choice: string; readonly due: string | null; readonly consequence: string }[] }[];
}

async function read(planId: string, exceptions: boolean | null): Promise<Record<string, Case>> {
  const { enrollments } = await admin.ask<{ enrollments: { edges: { node: Case }[] } }>(
    `query ($filter: EnrollmentFilterInput) { enrollments(first: 50, filter: $filter) { edges { node { status due { date origin } person { id }
       exceptions { code message options { choice due consequence } } } } } }`,
    { filter: { planId, exceptions } },
  );
  return Object.fromEntries(enrollments.edges.map(({ node }) => [node.person.id, node]));
}

interface Operation {
  readonly id: string;
  readonly previewHash: string;
  readonly counts: readonly { readonly class: string; readonly rows: number }[];
}

async function resolve(input: object): Promise<Operation> {
  const { previewResolveExceptions } = await admin.ask<{ previewResolveExceptions: Operation }>(
    'mutation ($input: PreviewResolveExceptionsInput!) { previewResolveExceptions(input: $input) { ... on Operation { id previewHash counts { class rows } } } }',
    { input: { reason: 'Asked the team', ...input } },
  );
  return previewResolveExceptions;
}

async function commit({ id, previewHash }: Operation): Promise<void> {
  const { commitOperation } = await admin.ask<{ commitOperation: { __typename: string } }>('mutation ($input: CommitOperationInput!) { commitOperation(input: $input) { __typename } }', {
    input: { operationId: id, previewHash },
  });
  expect(commitOperation.__typename).toBe('Operation');
  await carryOut(server.services.database, world.organizationId, id);
}

async function undo({ id }: Operation): Promise<Operation> {
  const { previewUndo } = await admin.ask<{ previewUndo: Operation }>(
    'mutation ($input: PreviewUndoInput!) { previewUndo(input: $input) { ... on Operation { id previewHash counts { class rows } } } }',
    { input: { operationId: id } },
  );
  return previewUndo;
}

interface Scene {
  readonly planId: string;
  readonly unknown: BuiltPerson;
  readonly late: BuiltPerson;
  readonly fine: BuiltPerson;
}

/** A plan counted from the hire date: of one person nobody knows it, of one it is long ago, of one it is fine. */
async function setScene(): Promise<Scene> {
  const { database } = server.services;
  const hired = [null, '2015-01-01', '2027-05-20'].map((hireDate) => ({ hireDate, timeZone: 'Europe/Berlin' }));
  const [unknown, late, fine] = (await buildPeople(database, world.organizationId, hired)) as [BuiltPerson, BuiltPerson, BuiltPerson];
  const planId = await buildPlan(database, world.caller, { milestones: [{ items: [world.course.id] }] });
  await assignPlan(database, world.caller, planId, {
    audience: { kind: 'PEOPLE', personIds: [unknown.id, late.id, fine.id] as never },
    dueRule: { kind: 'RELATIVE', amount: 30, unit: 'DAYS', anchor: 'HIRE_DATE' },
  });
  return { planId, unknown, late, fine };
}

const countsOf = ({ counts }: Operation): Record<string, number> => Object.fromEntries(counts.map((each) => [each.class, each.rows]));

test('the inbox shows who needs a decision, what is the matter, and what follows from each choice; nobody is withheld [ambition 9]', async () => {
  const { planId, unknown, late, fine } = await setScene();
  const inbox = await read(planId, true);
  expect(Object.keys(inbox).toSorted()).toEqual([unknown.id, late.id].toSorted());
  expect(inbox[unknown.id]).toMatchObject({
    status: 'NOT_STARTED',
    due: null,
    exceptions: [{ code: 'UNKNOWN_ANCHOR', options: [{ choice: 'REALISTIC_DUE', due: '2027-06-08' }, { choice: 'KEEP' }, { choice: 'DISMISS' }] }],
  });
  expect(inbox[unknown.id]?.exceptions[0]?.options[0]?.consequence).toContain('June 8, 2027');
  expect((await read(planId, null))[fine.id]).toMatchObject({ status: 'NOT_STARTED', due: { date: '2027-06-19' }, exceptions: [] });
});

test('a realistic date is given to each alone, and taken back [2.4]', async () => {
  const { planId, unknown, late, fine } = await setScene();
  const operation = await resolve({ planId, personIds: [unknown.id, late.id, fine.id], choice: 'REALISTIC_DUE' });
  expect(countsOf(operation)).toEqual({ RESOLVED: 2, NO_EXCEPTION: 1 });
  await commit(operation);
  const after = await read(planId, null);
  for (const { id } of [unknown, late]) expect(after[id]).toMatchObject({ due: { date: '2027-06-08', origin: 'OVERRIDE' }, exceptions: [] });
  now = new Date('2027-06-02T10:00:00Z');
  const undone = await undo(operation);
  expect(countsOf(undone)).toEqual({ TAKEN_BACK: 2 });
  await commit(undone);
  expect(Object.keys(await read(planId, true)).toSorted()).toEqual([unknown.id, late.id].toSorted());
  expect((await read(planId, true))[unknown.id]?.due).toBeNull();
});

test('kept, the plan stays as it is and the case is closed', async () => {
  const { planId, unknown, late } = await setScene();
  await commit(await resolve({ planId, filter: { exceptions: true }, choice: 'KEEP' }));
  expect(await read(planId, true)).toEqual({});
  const after = await read(planId, null);
  expect([after[unknown.id]?.due, after[late.id]?.due?.date]).toEqual([null, '2015-01-31']);
});

test('dismissed, the assignment reaches them no more; taken back, it does, and the case is open again', async () => {
  const { planId, unknown } = await setScene();
  const operation = await resolve({ planId, personIds: [unknown.id], choice: 'DISMISS' });
  expect(countsOf(operation)).toEqual({ DISMISSED: 1 });
  await commit(operation);
  expect((await read(planId, null))[unknown.id]).toMatchObject({ status: 'WITHDRAWN', exceptions: [] });
  now = new Date('2027-06-02T10:00:00Z');
  await commit(await undo(operation));
  expect((await read(planId, true))[unknown.id]).toMatchObject({ status: 'NOT_STARTED', exceptions: [{ code: 'UNKNOWN_ANCHOR' }] });
});

/** Does what a worker would do when somebody has changed. */
async function setPerson(person: BuiltPerson, change: string): Promise<void> {
  const { database } = server.services;
  await database.write({ organizationId: world.organizationId }, (transaction) => transaction.query(`UPDATE person SET ${change} WHERE organization_id = $1 AND id = $2`, [world.organizationId, person.id]));
  await runJob(reviewExceptions, database, world.organizationId, { personId: person.id });
}

test('who is suspended with work to do is a case, keeps the plan, and is none any more when they are back [ambition 9]', async () => {
  const { planId, fine } = await setScene();
  await setPerson(fine, "status = 'SUSPENDED'");
  expect((await read(planId, true))[fine.id]).toMatchObject({
    status: 'NOT_STARTED',
    due: { date: '2027-06-19' },
    exceptions: [{ code: 'INACTIVE_PERSON', options: [{ choice: 'KEEP', due: null }, { choice: 'DISMISS', due: null }] }],
  });
  await setPerson(fine, "status = 'ACTIVE'");
  expect(Object.keys(await read(planId, true))).not.toContain(fine.id);
  expect((await read(planId, null))[fine.id]).toMatchObject({ exceptions: [] });
});

test('kept while away it is not asked again until the next time; dismissed, it is over', async () => {
  const { planId, fine } = await setScene();
  await setPerson(fine, "status = 'SUSPENDED'");
  const kept = await resolve({ planId, personIds: [fine.id], choice: 'KEEP' });
  expect(countsOf(kept)).toEqual({ RESOLVED: 1 });
  await commit(kept);
  await setPerson(fine, "display_name = 'Renamed'");
  expect(Object.keys(await read(planId, true))).not.toContain(fine.id);
  await setPerson(fine, "status = 'ACTIVE'");
  await setPerson(fine, "status = 'LEFT'");
  expect((await read(planId, true))[fine.id]?.exceptions).toMatchObject([{ code: 'INACTIVE_PERSON' }]);
  await commit(await resolve({ planId, personIds: [fine.id], choice: 'DISMISS' }));
  expect((await read(planId, null))[fine.id]).toMatchObject({ status: 'WITHDRAWN', exceptions: [] });
});

test('all cases of a plan are decided together, whatever each is about [ambition 9]', async () => {
  const { planId, fine } = await setScene();
  await setPerson(fine, "status = 'SUSPENDED'");
  const realistic = await resolve({ planId, filter: { exceptions: true }, choice: 'REALISTIC_DUE' });
  expect(countsOf(realistic)).toEqual({ RESOLVED: 2, NOT_ABOUT_A_DATE: 1 });
  const all = await resolve({ planId, filter: { exceptions: true }, choice: 'KEEP' });
  expect(countsOf(all)).toEqual({ RESOLVED: 3 });
  await commit(all);
  expect(await read(planId, true)).toEqual({});
});
