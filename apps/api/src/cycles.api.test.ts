import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { buildGrant } from './features/access/caller.factory.ts';
import { assignPlan, carryOut } from './features/assignments/assignment.factory.ts';
import { buildCourse, type BuiltCourse } from './features/learning-objects/course.factory.ts';
import { buildPlan } from './features/learning-plans/learning-plan.factory.ts';
import { buildPeople, type BuiltPerson } from './features/people-import/person.factory.ts';
import type { TestClient } from './platform/testing/graphql-client.ts';
import { openTestDatabase, type TestDatabase } from './platform/testing/test-database.ts';
import { buildWorld, type World } from './testing/build-world.ts';
import { startTestServer, type TestServer } from './testing/start-test-server.ts';

const beginning = new Date('2027-06-01T10:00:00Z');
let now = beginning;

let testDatabase: TestDatabase;
let server: TestServer;
let world: World;
let admin: TestClient;
/** Reaches some people only, so that totals are counted at the moment and not kept. */
let ofSales: TestClient;
let course: BuiltCourse;
let people: BuiltPerson[];
let planId: string;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) }, () => now);
  const { database } = server.services;
  world = await buildWorld(database);
  admin = await server.signInAs(world.admin);
});

beforeEach(async () => {
  now = beginning;
  const { database } = server.services;
  course = await buildCourse(database, world.organizationId, { modules: 1 });
  people = await buildPeople(database, world.organizationId, [{ department: ['Sales'] }, { department: ['Sales'] }, { department: ['Sales'] }, {}]);
  const auditor = people.pop()!;
  await buildGrant(database, auditor, 'AUDITOR', { scopeKind: 'DEPARTMENT', scopeId: people[0]!.departmentId });
  ofSales = await server.signInAs(auditor);
  planId = await buildPlan(database, world.caller, { milestones: [{ items: [course.id] }] });
  await assignPlan(database, world.caller, planId, { audience: audience(), dueRule: { kind: 'RELATIVE', amount: 30, unit: 'DAYS', anchor: 'ENROLLED' } });
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

const audience = () => ({ kind: 'PEOPLE' as const, personIds: people.map(({ id }) => id) as never });
const later = (minutes: number): void => {
  now = new Date(now.getTime() + minutes * 60_000);
};

async function study(person: BuiltPerson, viewed: number): Promise<void> {
  const learner = await server.signInAs(person);
  await learner.ask('mutation ($input: RecordProgressInput!) { recordProgress(input: $input) { __typename } }', {
    input: { moduleId: course.moduleIds[0], courseId: course.id, at: now.toISOString(), viewed, reachedEnd: viewed === 1, confirmed: viewed === 1 },
  });
}

async function undo(operationId: string): Promise<Record<string, number>> {
  const { previewUndo } = await admin.ask<{ previewUndo: { id: string; previewHash: string } }>(
    'mutation ($input: PreviewUndoInput!) { previewUndo(input: $input) { ... on Operation { id previewHash } } }',
    { input: { operationId } },
  );
  await admin.ask('mutation ($input: CommitOperationInput!) { commitOperation(input: $input) { __typename } }', { input: { operationId: previewUndo.id, previewHash: previewUndo.previewHash } });
  await carryOut(server.services.database, world.organizationId, previewUndo.id);
  const { operation } = await admin.ask<{ operation: { result: { class: string; rows: number }[] } }>('query ($id: ID!) { operation(id: $id) { result { class rows } } }', { id: previewUndo.id });
  return Object.fromEntries(operation.result.map((each) => [each.class, each.rows]));
}

interface Row {
  readonly id: string;
  readonly cycle: number;
  readonly isCurrent: boolean;
  readonly status: string;
  readonly person: { readonly id: string };
  readonly otherCycles: readonly { readonly cycle: number; readonly status: string; readonly isCurrent: boolean }[];
}

async function list(more: object = {}): Promise<Row[]> {
  const filter = { planId, ...more };
  const { enrollments, enrollmentCount } = await admin.ask<{ enrollments: { edges: { node: Row }[] }; enrollmentCount: number }>(
    `query ($filter: EnrollmentFilterInput) { enrollmentCount(filter: $filter)
       enrollments(first: 50, filter: $filter) { edges { node { id cycle isCurrent status person { id } otherCycles { cycle status isCurrent } } } } }`,
    { filter },
  );
  expect(enrollmentCount).toBe(enrollments.edges.length);
  return enrollments.edges.map(({ node }) => node);
}

const told = (rows: readonly Row[]): string[] => rows.map(({ cycle, status, isCurrent }) => `${cycle} ${status}${isCurrent ? '' : ' former'}`).toSorted();

/** Kept for whoever reaches everybody, counted for others: both are the same. */
async function totals(): Promise<unknown> {
  const [kept, counted] = await Promise.all(
    [admin, ofSales].map(async (client) => {
      const { planProgress } = await client.ask<{ planProgress: { total: number; counts: { status: string; people: number }[]; completions: { people: number }[]; overdue: number } }>(
        'query ($id: ID!) { planProgress(planId: $id) { total overdue counts { status people } completions { people } } }',
        { id: planId },
      );
      const { total, overdue, counts, completions } = planProgress;
      return { total, overdue, counts: Object.fromEntries(counts.map(({ status, people: each }) => [status, each])), completions: completions.reduce((sum, each) => sum + each.people, 0) };
    }),
  );
  expect(counted).toEqual(kept);
  return kept;
}

test('who has it a second time counts once, by the second; the first stays to be found [2.0.1, 2.6]', async () => {
  for (const person of people) await study(person, 1);
  expect(await totals()).toEqual({ total: 3, overdue: 0, counts: { COMPLETED: 3 }, completions: 3 });
  later(5);
  await assignPlan(server.services.database, world.caller, planId, { audience: audience(), again: true, dueRule: { kind: 'RELATIVE', amount: 10, unit: 'DAYS', anchor: 'ASSIGNED' } });
  expect(await totals()).toEqual({ total: 3, overdue: 0, counts: { NOT_STARTED: 3 }, completions: 0 });
  expect(told(await list())).toEqual(Array(3).fill('2 NOT_STARTED'));
  expect(told(await list({ cycles: 'FORMER' }))).toEqual(Array(3).fill('1 COMPLETED former'));
  expect(told(await list({ cycles: 'ALL', personId: people[0]!.id }))).toEqual(['1 COMPLETED former', '2 NOT_STARTED']);
  expect((await list())[0]!.otherCycles).toEqual([{ cycle: 1, status: 'COMPLETED', isCurrent: false }]);
  later(20 * 24 * 60);
  expect(await totals()).toMatchObject({ total: 3, overdue: 3 });
  await study(people[0]!, 1);
  expect(await totals()).toEqual({ total: 3, overdue: 2, counts: { NOT_STARTED: 2, COMPLETED: 1 }, completions: 1 });
});

test('taken back, the cycle before it counts again; who has begun the new one is left in it [2.0.6]', async () => {
  for (const person of people) await study(person, 1);
  later(5);
  const again = await assignPlan(server.services.database, world.caller, planId, { audience: audience(), again: true });
  await study(people[0]!, 0.5);
  expect(await totals()).toEqual({ total: 3, overdue: 0, counts: { NOT_STARTED: 2, IN_PROGRESS: 1 }, completions: 0 });
  expect(await undo(again)).toEqual({ TAKEN_BACK: 2, LEFT_CHANGED_SINCE: 1 });
  expect(await totals()).toEqual({ total: 3, overdue: 0, counts: { COMPLETED: 2, IN_PROGRESS: 1 }, completions: 2 });
  expect(told(await list())).toEqual(['1 COMPLETED', '1 COMPLETED', '2 IN_PROGRESS']);
  expect(told(await list({ cycles: 'FORMER' }))).toEqual(['1 COMPLETED former', '2 WITHDRAWN former', '2 WITHDRAWN former']);
  // Given once more, it is the third time for whom the second was taken back.
  later(5);
  await assignPlan(server.services.database, world.caller, planId, { audience: audience(), again: true });
  expect(told(await list())).toEqual(['2 IN_PROGRESS', '3 NOT_STARTED', '3 NOT_STARTED']);
  expect(await totals()).toMatchObject({ total: 3, counts: { NOT_STARTED: 2, IN_PROGRESS: 1 } });
});

test('what is done to people of a plan is done to their current cycle, also where a later one was taken back [L42, L43]', async () => {
  for (const person of people) await study(person, 1);
  later(5);
  const again = await assignPlan(server.services.database, world.caller, planId, { audience: audience(), again: true });
  await undo(again);
  const { previewUnassign } = await admin.ask<{ previewUnassign: { counts: { class: string; rows: number }[] } }>(
    'mutation ($input: PreviewUnassignInput!) { previewUnassign(input: $input) { ... on Operation { counts { class rows } } } }',
    { input: { planId, personIds: people.map(({ id }) => id), reason: 'Reorganised' } },
  );
  expect(previewUnassign.counts.reduce((sum, { rows }) => sum + rows, 0)).toBe(3);
});
