import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { assignPlan, carryOut } from './features/assignments/assignment.factory.ts';
import { reevaluateAssignments } from './features/assignments/index.ts';
import { buildCourse, type BuiltCourse } from './features/learning-objects/course.factory.ts';
import { buildPlan } from './features/learning-plans/learning-plan.factory.ts';
import { buildPeople, type BuiltPerson } from './features/people-import/person.factory.ts';
import type { TestClient } from './platform/testing/graphql-client.ts';
import { runJob } from './platform/testing/run-job.ts';
import { openTestDatabase, type TestDatabase } from './platform/testing/test-database.ts';
import { buildWorld, type World } from './testing/build-world.ts';
import { startTestServer, type TestServer } from './testing/start-test-server.ts';

const beginning = new Date('2027-06-01T10:00:00Z');
let now = beginning;

let testDatabase: TestDatabase;
let server: TestServer;
let world: World;
let admin: TestClient;
let course: BuiltCourse;
let planId: string;
/** Each test has people who speak a language of their own. */
const languages = ['de', 'fr', 'ja', 'ko', 'pt', 'es'];
let language: string;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) }, () => now);
  world = await buildWorld(server.services.database);
  admin = await server.signInAs(world.admin);
});

beforeEach(async () => {
  now = beginning;
  language = languages.pop()!;
  course = await buildCourse(server.services.database, world.organizationId);
  planId = await buildPlan(server.services.database, world.caller, { milestones: [{ items: [course.id] }] });
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

const query = <Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> =>
  server.services.database.write({ organizationId: world.organizationId }, (transaction) => transaction.query<Row>(sql, parameters));
const speakers = (count: number, more: object = {}): Promise<BuiltPerson[]> =>
  buildPeople(server.services.database, world.organizationId, Array.from({ length: count }, () => ({ timeZone: 'UTC', ...more }))).then(async (people) => {
    await query('UPDATE person SET locale = $2 WHERE id = ANY ($1::uuid[])', [people.map(({ id }) => id), language]);
    return people;
  });
const later = (hours: number): void => {
  now = new Date(now.getTime() + hours * 3_600_000);
};

interface Assigned {
  readonly id: string;
  readonly operationId: string;
}

/** A dynamic assignment to whoever speaks the language of the test. */
async function assign(more: object = {}): Promise<Assigned> {
  const operationId = await assignPlan(server.services.database, world.caller, planId, { audience: { kind: 'LANGUAGES', languages: [language] }, mode: 'DYNAMIC', ...more });
  const [row] = await query<{ id: string }>('SELECT id FROM assignment WHERE operation_id = $1', [operationId]);
  return { id: row!.id, operationId };
}

interface Operation {
  readonly __typename: string;
  readonly id: string;
  readonly previewHash: string;
  readonly counts: readonly { readonly class: string; readonly rows: number }[];
  readonly problems?: readonly { readonly code: string }[];
}
const parts = '__typename ... on Operation { id previewHash counts { class rows } } ... on Refusal { problems { code } }';
const countsOf = ({ counts }: Operation): Record<string, number> => Object.fromEntries(counts.map((each) => [each.class, each.rows]));

async function commit(operation: Operation): Promise<Operation> {
  await admin.ask('mutation ($input: CommitOperationInput!) { commitOperation(input: $input) { __typename } }', { input: { operationId: operation.id, previewHash: operation.previewHash } });
  await carryOut(server.services.database, world.organizationId, operation.id);
  return operation;
}

async function end({ id }: Assigned, people = 'KEEP_IF_STARTED'): Promise<Operation> {
  const { previewEndAssignment } = await admin.ask<{ previewEndAssignment: Operation }>(`mutation ($input: EndAssignmentInput!) { previewEndAssignment(input: $input) { ${parts} } }`, { input: { assignmentId: id, people } });
  later(1);
  return commit(previewEndAssignment);
}

async function previewUndo(operationId: string): Promise<Operation> {
  return (await admin.ask<{ previewUndo: Operation }>(`mutation ($input: PreviewUndoInput!) { previewUndo(input: $input) { ${parts} } }`, { input: { operationId } })).previewUndo;
}

const undo = async ({ id }: Pick<Operation, 'id'>): Promise<Record<string, number>> => countsOf(await commit(await previewUndo(id)));
const stateOf = async ({ id }: Assigned): Promise<string> => (await query<{ state: string }>('SELECT state FROM assignment WHERE id = $1', [id]))[0]!.state;
const react = (): Promise<void> => runJob(reevaluateAssignments, server.services.database, world.organizationId, {});

async function study(person: BuiltPerson, viewed = 0.5): Promise<void> {
  const learner = await server.signInAs(person);
  await learner.ask('mutation ($input: RecordProgressInput!) { recordProgress(input: $input) { __typename } }', {
    input: { moduleId: course.moduleIds[0], courseId: course.id, at: now.toISOString(), viewed, reachedEnd: viewed === 1, confirmed: viewed === 1 },
  });
}

/** Status, due date, and of each live reason by the number of the assignment: waiting, kept, and as a member what. */
async function standing({ id }: BuiltPerson): Promise<unknown> {
  const [row] = await query(
    `SELECT s.status, s.due_on::text AS due, (SELECT coalesce(jsonb_agg(concat_ws(' ', m.state, CASE WHEN x.dormant THEN 'waits' END, CASE WHEN x.kept THEN 'kept' END) ORDER BY a.number), '[]')
       FROM enrollment_source x LEFT JOIN assignment a ON a.id = x.assignment_id LEFT JOIN assignment_member m ON m.assignment_id = a.id AND m.person_id = e.person_id
       WHERE x.enrollment_id = e.id AND x.valid_to IS NULL) AS live
     FROM enrollment e JOIN standing s ON s.enrollment_id = e.id WHERE e.person_id = $1 AND e.plan_id = $2`,
    [id, planId],
  );
  return row;
}

/** The bulk act that an ended assignment names, for its undo. */
async function endingOf({ id }: Assigned): Promise<string | undefined> {
  const { assignment } = await admin.ask<{ assignment: { endedBy: { id: string } | null } }>('query ($id: ID!) { assignment(id: $id) { endedBy { id } } }', { id });
  return assignment.endedBy?.id;
}

test('the end of an assignment is taken back: who lost it has it as before, who kept it belongs to it, and it goes on [2.0.6, 2.2]', async () => {
  const [untouched, begun, done] = (await speakers(3)) as [BuiltPerson, BuiltPerson, BuiltPerson];
  const assignment = await assign({ dueRule: { kind: 'RELATIVE', amount: 30, unit: 'DAYS', anchor: 'ASSIGNED' } });
  await study(begun);
  await study(done, 1);
  const before = await Promise.all([untouched, begun, done].map(standing));
  const ended = await end(assignment);
  expect(countsOf(ended)).toEqual({ ENDED: 1, KEPT: 2 });
  expect(await standing(untouched)).toEqual({ status: 'WITHDRAWN', due: null, live: [] });
  expect(await standing(begun)).toMatchObject({ status: 'IN_PROGRESS', live: ['APPLIED kept'] });
  expect(await endingOf(assignment)).toEqual(ended.id);
  const [late] = (await speakers(1)) as [BuiltPerson];
  await react();
  expect(await standing(late)).toBeUndefined();

  later(48);
  expect(await undo(ended)).toEqual({ TAKEN_BACK: 3 });
  expect(await Promise.all([untouched, begun, done].map(standing))).toEqual(before);
  expect(await stateOf(assignment)).toBe('ACTIVE');
  expect(await endingOf(assignment)).toBeUndefined();
  await react();
  expect(await standing(late)).toMatchObject({ status: 'NOT_STARTED', live: ['APPLIED'] });
  // Ended anew, that can be taken back like the first time.
  expect(await undo(await end(assignment, 'REMOVE'))).toEqual({ TAKEN_BACK: 4 });
});

test('what has changed since is left alone and listed: given by name, settled individually, completed [2.0.6]', async () => {
  const [given, settled, untouched] = (await speakers(3)) as [BuiltPerson, BuiltPerson, BuiltPerson];
  const assignment = await assign();
  await study(settled);
  const ended = await end(assignment);
  later(1);
  await assignPlan(server.services.database, world.caller, planId, { audience: { kind: 'PEOPLE', personIds: [given.id] as never } });
  await query(
    `INSERT INTO override (organization_id, id, enrollment_id, act, due_on, valid_from) SELECT e.organization_id, gen_random_uuid(), e.id, 'ADJUST_DUE', '2027-12-31', $2
     FROM enrollment e WHERE e.person_id = $1`,
    [settled.id, now],
  );
  expect(await undo(ended)).toEqual({ TAKEN_BACK: 1, LEFT_CHANGED_SINCE: 2 });
  expect(await standing(given)).toMatchObject({ live: ['APPLIED'] });
  expect(await standing(settled)).toMatchObject({ live: ['APPLIED kept'] });
  expect(await standing(untouched)).toMatchObject({ status: 'NOT_STARTED', live: ['APPLIED'] });
});

test('what took over when it ended waits behind it again, and its date is the one of before [L35, 2.4]', async () => {
  const [person] = (await speakers(1)) as [BuiltPerson];
  const first = await assign({ dueRule: { kind: 'FIXED', date: '2027-07-31' } });
  await assign({ dueRule: { kind: 'FIXED', date: '2027-09-30' } });
  expect(await standing(person)).toEqual({ status: 'NOT_STARTED', due: '2027-07-31', live: ['APPLIED', 'CONFLICT waits'] });
  const ended = await end(first);
  expect(await standing(person)).toEqual({ status: 'NOT_STARTED', due: '2027-09-30', live: ['APPLIED'] });
  expect(await undo(ended)).toEqual({ TAKEN_BACK: 1 });
  expect(await standing(person)).toEqual({ status: 'NOT_STARTED', due: '2027-07-31', live: ['APPLIED', 'CONFLICT waits'] });
});

test('an inactive assignment is inactive again, and an open case is open again [ambition 9]', async () => {
  const [person] = (await speakers(1, { hireDate: null })) as [BuiltPerson];
  const assignment = await assign({ dueRule: { kind: 'RELATIVE', amount: 30, unit: 'DAYS', anchor: 'HIRE_DATE' } });
  await admin.ask('mutation ($input: AssignmentActInput!) { inactivateAssignment(input: $input) { __typename } }', { input: { assignmentId: assignment.id } });
  expect(await standing(person)).toMatchObject({ live: ['EXCEPTION'] });
  const ended = await end(assignment);
  expect(await standing(person)).toMatchObject({ status: 'WITHDRAWN', live: [] });
  await undo(ended);
  expect(await standing(person)).toMatchObject({ status: 'NOT_STARTED', live: ['EXCEPTION'] });
  expect(await query('SELECT reason FROM assignment_member WHERE assignment_id = $1', [assignment.id])).toEqual([{ reason: 'UNKNOWN_ANCHOR' }]);
  expect(await stateOf(assignment)).toBe('INACTIVE');
});

test('an assignment that was itself taken back since stays ended; after 72 hours the end stays [2.0.6]', async () => {
  await speakers(2);
  const [assignment, other] = [await assign(), await assign()];
  const [ended, late] = [await end(assignment), await end(other)];
  await undo({ id: assignment.operationId });
  expect(await undo(ended)).toEqual({ LEFT_CHANGED_SINCE: 2 });
  expect(await stateOf(assignment)).toBe('ENDED');
  later(73);
  expect((await previewUndo(late.id)).problems).toMatchObject([{ code: 'UNDO_EXPIRED' }]);
});
