import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { TestClient } from '../../platform/testing/graphql-client.ts';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { buildWorld, type World } from '../../testing/build-world.ts';
import { startTestServer, type TestServer } from '../../testing/start-test-server.ts';
import { assignPlan, carryOut } from '../assignments/assignment.factory.ts';
import { buildCourse, type BuiltCourse } from '../learning-objects/course.factory.ts';
import { buildPlan } from '../learning-plans/learning-plan.factory.ts';
import { buildPeople, type BuiltPerson } from '../people-import/person.factory.ts';

/** Noon of 1 June 2027 in Berlin. */
const beginning = new Date('2027-06-01T10:00:00Z');
let now = beginning;

let testDatabase: TestDatabase;
let server: TestServer;
let world: World;
let admin: TestClient;
let course: BuiltCourse;
let other: BuiltCourse;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) }, () => now);
  world = await buildWorld(server.services.database);
  admin = await server.signInAs(world.admin);
  course = await buildCourse(server.services.database, world.organizationId);
  other = await buildCourse(server.services.database, world.organizationId);
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

beforeEach(() => {
  now = beginning;
});

interface Operation {
  readonly __typename: string;
  readonly id: string;
  readonly state: string;
  readonly previewHash: string;
  readonly counts: readonly { readonly class: string; readonly rows: number }[];
  readonly title: Record<string, string>;
  readonly problems?: readonly { readonly code: string; readonly field: string | null }[];
}
const parts = 'id state previewHash counts { class rows } title';

async function preview(act: 'Unassign' | 'SetDue' | 'Waive', input: object, client: TestClient = admin): Promise<Operation> {
  const answer = await client.ask<Record<string, Operation>>(
    `mutation ($input: Preview${act}Input!) { preview${act}(input: $input) { __typename ... on Operation { ${parts} } ... on Refusal { problems { code field } } } }`,
    { input: { reason: 'Reorganised', ...input } },
  );
  return answer[`preview${act}`]!;
}

async function commit({ id, previewHash }: Operation): Promise<string> {
  const { commitOperation } = await admin.ask<{ commitOperation: Operation }>(
    'mutation ($input: CommitOperationInput!) { commitOperation(input: $input) { __typename } }',
    { input: { operationId: id, previewHash } },
  );
  if (commitOperation.__typename === 'Operation') await carryOut(server.services.database, world.organizationId, id);
  return commitOperation.__typename;
}

async function undo({ id }: Operation): Promise<Operation> {
  const { previewUndo } = await admin.ask<{ previewUndo: Operation }>(
    `mutation ($input: PreviewUndoInput!) { previewUndo(input: $input) { __typename ... on Operation { ${parts} } } }`,
    { input: { operationId: id } },
  );
  return previewUndo;
}

const countsOf = ({ counts }: Operation): Record<string, number> => Object.fromEntries(counts.map((each) => [each.class, each.rows]));

interface Standing {
  readonly status: string;
  readonly due: { readonly date: string; readonly origin: string } | null;
  readonly sources: readonly { readonly kind: string; readonly suppressedBecause: string | null; readonly validTo: string | null; readonly endedBecause: string | null }[];
  readonly milestones: readonly { readonly key: string; readonly status: string }[];
}
const enrollmentsOf = async (planId: string): Promise<Record<string, Standing>> => {
  const { enrollments } = await admin.ask<{ enrollments: { edges: { node: Standing & { person: { id: string } } }[] } }>(
    `query ($planId: ID!) { enrollments(first: 50, filter: { planId: $planId }) { edges { node { person { id } status due { date origin } milestones { key status }
       sources { kind suppressedBecause validTo endedBecause } } } } }`,
    { planId },
  );
  return Object.fromEntries(enrollments.edges.map(({ node }) => [node.person.id, node]));
};

interface Scene {
  readonly planId: string;
  readonly named: BuiltPerson;
  readonly grouped: BuiltPerson;
  readonly done: BuiltPerson;
  readonly keys: readonly string[];
}

/** A plan of two steps that one person has by name, one through the department, and one has completed. */
async function setScene(): Promise<Scene> {
  const { database } = server.services;
  const department = [`Department ${Math.random()}`];
  const [named, grouped, done] = (await buildPeople(database, world.organizationId, [{}, { department }, {}].map((each) => ({ timeZone: 'Europe/Berlin', ...each })))) as [BuiltPerson, BuiltPerson, BuiltPerson];
  const planId = await buildPlan(database, world.caller, { milestones: [{ items: [course.id] }, { items: [other.id] }] });
  const dueRule = { kind: 'RELATIVE', amount: 30, unit: 'DAYS', anchor: 'ASSIGNED' } as const;
  await assignPlan(database, world.caller, planId, { audience: { kind: 'PEOPLE', personIds: [named.id, done.id] as never }, dueRule });
  await assignPlan(database, world.caller, planId, { audience: { kind: 'DEPARTMENTS', departmentIds: [grouped.departmentId] as never, includeSubDepartments: false }, dueRule });
  const session = await server.signInAs(done);
  for (const each of [course, other]) {
    for (const moduleId of each.moduleIds) {
      await session.ask('mutation ($input: RecordProgressInput!) { recordProgress(input: $input) { __typename } }', {
        input: { moduleId, courseId: each.id, at: now.toISOString(), viewed: 1, reachedEnd: true, confirmed: true },
      });
    }
  }
  const standings = await enrollmentsOf(planId);
  expect(standings[done.id]!.status).toBe('COMPLETED');
  return { planId, named, grouped, done, keys: standings[named.id]!.milestones.map(({ key }) => key) };
}

const everybody = ({ planId }: Scene) => ({ planId, filter: {} });

describe('taking a plan away from many [L34, 2.5]', () => {
  test('says of everybody what becomes of them, ends the assignments, and gives back what it took', async () => {
    const scene = await setScene();
    const before = await enrollmentsOf(scene.planId);
    const operation = await preview('Unassign', everybody(scene));
    expect(countsOf(operation)).toEqual({ UNASSIGNED: 2, COMPLETED: 1 });
    now = new Date('2027-06-02T10:00:00Z');
    expect(await commit(operation)).toBe('Operation');
    const after = await enrollmentsOf(scene.planId);
    expect([after[scene.named.id]?.status, after[scene.grouped.id]?.status, after[scene.done.id]?.status]).toEqual(['WITHDRAWN', 'WITHDRAWN', 'COMPLETED']);
    expect(after[scene.named.id]?.sources).toMatchObject([{ kind: 'INDIVIDUAL', endedBecause: 'UNASSIGNED' }]);

    now = new Date('2027-06-03T10:00:00Z');
    const undone = await undo(operation);
    expect(countsOf(undone)).toEqual({ TAKEN_BACK: 2 });
    expect(await commit(undone)).toBe('Operation');
    const again = await enrollmentsOf(scene.planId);
    for (const { id } of [scene.named, scene.grouped]) expect([again[id]?.status, again[id]?.due]).toEqual([before[id]?.status, before[id]?.due]);
  });

  test('where a rule goes on, the removal stays, with its reason, and is no source any more', async () => {
    const scene = await setScene();
    await server.services.database.write(world, (transaction) =>
      transaction.query(
        `UPDATE assignment SET mode = 'DYNAMIC', state = 'ACTIVE' WHERE id IN (SELECT x.assignment_id FROM enrollment_source x JOIN enrollment e ON e.id = x.enrollment_id WHERE e.person_id = $1)`,
        [scene.grouped.id],
      ),
    );
    const operation = await preview('Unassign', { planId: scene.planId, personIds: [scene.grouped.id, scene.named.id] });
    expect(countsOf(operation)).toEqual({ UNASSIGNED: 1, SUPPRESSED: 1 });
    await commit(operation);
    const after = (await enrollmentsOf(scene.planId))[scene.grouped.id]!;
    expect(after.status).toBe('WITHDRAWN');
    expect(after.sources).toMatchObject([
      { kind: 'DEPARTMENT', endedBecause: 'SUPPRESSED', suppressedBecause: null },
      { kind: 'DEPARTMENT', endedBecause: null, validTo: null, suppressedBecause: 'Reorganised' },
    ]);
  });

  test('what changed between preview and commit makes it stale; what changed since is left alone by the undo', async () => {
    const scene = await setScene();
    const stale = await preview('Unassign', everybody(scene));
    const fresh = await preview('Unassign', { planId: scene.planId, personIds: [scene.named.id] });
    await commit(fresh);
    expect(await commit(stale)).toBe('StalePreview');
    now = new Date('2027-06-02T10:00:00Z');
    await assignPlan(server.services.database, world.caller, scene.planId, { audience: { kind: 'PEOPLE', personIds: [scene.named.id] as never } });
    expect(countsOf(await undo(fresh))).toEqual({ LEFT_CHANGED_SINCE: 1 });
  });
});

describe('a due date for many [L43, L44]', () => {
  test('is set for those named by hand as for those of a group, who leave it, and is taken back', async () => {
    const scene = await setScene();
    const before = await enrollmentsOf(scene.planId);
    const operation = await preview('SetDue', { ...everybody(scene), due: '2027-12-31' });
    expect(operation.title).toMatchObject({ due: '2027-12-31' });
    expect(countsOf(operation)).toEqual({ CHANGED: 1, CHANGED_AND_DETACHED: 1, COMPLETED: 1 });
    now = new Date('2027-06-02T10:00:00Z');
    await commit(operation);
    const after = await enrollmentsOf(scene.planId);
    for (const { id } of [scene.named, scene.grouped]) expect(after[id]?.due).toEqual({ date: '2027-12-31', origin: 'OVERRIDE' });
    expect(after[scene.grouped.id]?.sources).toMatchObject([{ kind: 'DEPARTMENT', endedBecause: 'DETACHED' }, { kind: 'INDIVIDUAL', endedBecause: null }]);
    expect(after[scene.done.id]?.due).toEqual(before[scene.done.id]?.due);
    expect(countsOf(await preview('SetDue', { ...everybody(scene), due: '2027-12-31' }))).toEqual({ UNCHANGED: 2, COMPLETED: 1 });

    now = new Date('2027-06-03T10:00:00Z');
    await commit(await undo(operation));
    const again = await enrollmentsOf(scene.planId);
    for (const { id } of [scene.named, scene.grouped]) expect(again[id]?.due).toEqual(before[id]?.due);
    expect(again[scene.grouped.id]?.sources.filter(({ validTo }) => validTo === null)).toMatchObject([{ kind: 'DEPARTMENT' }]);
  });

  test('that has passed is said of each, and nobody is changed', async () => {
    const scene = await setScene();
    expect(countsOf(await preview('SetDue', { planId: scene.planId, personIds: [scene.named.id], due: '2027-05-31' }))).toEqual({ DUE_IN_PAST: 1 });
  });

  test('whoever got one of their own since keeps it when the act is taken back', async () => {
    const scene = await setScene();
    const operation = await preview('SetDue', { planId: scene.planId, personIds: [scene.named.id], due: '2027-12-31' });
    await commit(operation);
    now = new Date('2027-06-02T10:00:00Z');
    await commit(await preview('SetDue', { planId: scene.planId, personIds: [scene.named.id], due: '2027-11-30' }));
    expect(countsOf(await undo(operation))).toEqual({ LEFT_CHANGED_SINCE: 1 });
  });
});

describe('a waiver for many [L42]', () => {
  test('is given, told who is left out and why, and taken back', async () => {
    const scene = await setScene();
    const milestoneKey = scene.keys[0]!;
    const session = await server.signInAs(scene.named);
    for (const moduleId of course.moduleIds) {
      await session.ask('mutation ($input: RecordProgressInput!) { recordProgress(input: $input) { __typename } }', {
        input: { moduleId, courseId: course.id, at: now.toISOString(), viewed: 1, reachedEnd: true, confirmed: true },
      });
    }
    const operation = await preview('Waive', { ...everybody(scene), milestoneKey });
    expect(operation.title).toMatchObject({ milestone: 'Step 1' });
    expect(countsOf(operation)).toEqual({ MILESTONE_DONE: 1, CHANGED_AND_DETACHED: 1, COMPLETED: 1 });
    await commit(operation);
    const milestoneOf = async () => (await enrollmentsOf(scene.planId))[scene.grouped.id]?.milestones.map(({ status }) => status);
    expect(await milestoneOf()).toEqual(['WAIVED', 'AVAILABLE']);
    now = new Date('2027-06-02T10:00:00Z');
    await commit(await undo(operation));
    expect(await milestoneOf()).toEqual(['AVAILABLE', 'AVAILABLE']);
  });

  test('of a milestone that there is not is refused', async () => {
    const scene = await setScene();
    expect(await preview('Waive', { ...everybody(scene), milestoneKey: scene.planId })).toMatchObject({ __typename: 'NotFound' });
  });
});

test('nobody, or people and a filter at once, is no choice; a reason is needed', async () => {
  const scene = await setScene();
  expect(await preview('Unassign', { planId: scene.planId })).toMatchObject({ problems: [{ code: 'NOTHING_SELECTED' }] });
  expect(await preview('Unassign', { planId: scene.planId, personIds: [scene.named.id], filter: {} })).toMatchObject({ problems: [{ code: 'NOTHING_SELECTED' }] });
  expect(await preview('Unassign', { ...everybody(scene), reason: ' ' })).toMatchObject({ problems: [{ code: 'REASON_MISSING', field: 'reason' }] });
});

test('who has it by an assignment and who took it up are told apart and counted; who has both is in both [L38]', async () => {
  const scene = await setScene();
  await server.services.database.write(world, (transaction) =>
    transaction.query(
      `INSERT INTO enrollment_source (organization_id, id, enrollment_id, kind, valid_from)
       SELECT organization_id, gen_random_uuid(), id, 'SELF_STARTED', now() FROM enrollment WHERE plan_id = $1 AND person_id = $2`,
      [scene.planId, scene.named.id],
    ),
  );
  const counts = await admin.ask<Record<string, number>>(
    `query ($planId: ID!) { all: enrollmentCount(filter: { planId: $planId }) assigned: enrollmentCount(filter: { planId: $planId, reach: ASSIGNED })
       registered: enrollmentCount(filter: { planId: $planId, reach: REGISTERED }) }`,
    { planId: scene.planId },
  );
  expect(counts).toEqual({ all: 3, assigned: 3, registered: 1 });
  const operation = await preview('Unassign', { planId: scene.planId, filter: { reach: 'REGISTERED' } });
  expect(countsOf(operation)).toEqual({ KEPT_BY_THEMSELVES: 1 });
  await commit(operation);
  const after = await enrollmentsOf(scene.planId);
  expect(after[scene.named.id]).toMatchObject({ status: 'NOT_STARTED', due: null });
});
