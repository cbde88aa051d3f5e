import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { buildGrant } from './features/access/caller.factory.ts';
import { assignPlan, carryOut } from './features/assignments/assignment.factory.ts';
import { buildCourse, type BuiltCourse } from './features/learning-objects/course.factory.ts';
import { buildPlan } from './features/learning-plans/learning-plan.factory.ts';
import { startScheduledOperation } from './features/operations/index.ts';
import { buildPerson, type BuiltPerson } from './features/people-import/person.factory.ts';
import type { TestClient } from './platform/testing/graphql-client.ts';
import { runJob } from './platform/testing/run-job.ts';
import { openTestDatabase, type TestDatabase } from './platform/testing/test-database.ts';
import { buildWorld, type World } from './testing/build-world.ts';
import { startTestServer, type TestServer } from './testing/start-test-server.ts';

const today = new Date('2027-06-01T10:00:00Z');
const tomorrow = '2027-06-02T08:00:00.000Z';

let testDatabase: TestDatabase;
let server: TestServer;
let world: World;
let admin: TestClient;
let course: BuiltCourse;
let now = today;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) }, () => now);
  world = await buildWorld(server.services.database);
  course = await buildCourse(server.services.database, world.organizationId);
  const person = await newPerson();
  await buildGrant(server.services.database, person, 'MASTER_ADMIN');
  admin = await server.signInAs(person);
});

beforeEach(() => {
  now = today;
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

const newPerson = (): Promise<BuiltPerson> => buildPerson(server.services.database, world.organizationId);
const newPlan = (): Promise<string> => buildPlan(server.services.database, world.caller, { milestones: [{ items: [course.id] }] });
const query = <Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> =>
  server.services.database.write({ organizationId: world.organizationId }, (transaction) => transaction.query<Row>(sql, parameters));

const shown = 'id state previewHash startsAt counts { class rows } result { class rows } problem { code }';
interface Shown {
  __typename: string;
  id: string;
  state: string;
  previewHash: string;
  startsAt: string | null;
  counts: { class: string; rows: number }[];
  result: { class: string; rows: number }[];
  problem: { code: string } | null;
  problems?: { code: string; field: string | null }[];
}

async function preview(input: object): Promise<Shown> {
  const { previewAssignment } = await admin.ask<{ previewAssignment: Shown }>(
    `mutation ($input: PreviewAssignmentInput!) { previewAssignment(input: $input) { __typename ... on Operation { ${shown} } ... on Refusal { problems { code field } } } }`,
    { input },
  );
  return previewAssignment;
}

async function commit({ id, previewHash }: Shown): Promise<Shown> {
  const { commitOperation } = await admin.ask<{ commitOperation: Shown }>(
    `mutation ($input: CommitOperationInput!) { commitOperation(input: $input) { __typename ... on Operation { ${shown} } ... on Refusal { problems { code field } } } }`,
    { input: { operationId: id, previewHash } },
  );
  return commitOperation;
}

const look = async (id: string): Promise<Shown> => (await admin.ask<{ operation: Shown }>(`query ($id: ID!) { operation(id: $id) { ${shown} } }`, { id })).operation;

interface Answer {
  __typename: string;
  state?: string;
  startsAt?: string;
  problems?: { code: string }[];
}
async function act(name: 'cancelAssignment' | 'rescheduleAssignment', input: { assignmentId: string; startsAt?: string }): Promise<Answer> {
  const type = name === 'cancelAssignment' ? 'AssignmentActInput' : 'RescheduleAssignmentInput';
  const answer = await admin.ask<Record<string, Answer>>(
    `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ... on Assignment { state startsAt } ... on Refusal { problems { code } } } }`,
    { input },
  );
  return answer[name]!;
}

/** Speakers of a language of its own, and an assignment of a plan to them for tomorrow, committed. */
async function schedule(language: string, more: object = {}): Promise<{ id: string; operation: Shown; planId: string; speak: (person: BuiltPerson) => Promise<unknown> }> {
  const speak = ({ id }: BuiltPerson): Promise<unknown> => query('UPDATE person SET locale = $2 WHERE id = $1', [id, language]);
  const planId = await newPlan();
  await speak(await newPerson());
  const operation = await commit(await preview({ planId, audience: { kind: 'LANGUAGES', languages: [language] }, startsAt: tomorrow, ...more }));
  const [row] = await query<{ id: string }>('SELECT id FROM assignment WHERE operation_id = $1', [operation.id]);
  return { id: row!.id, operation, planId, speak };
}

const begin = (operationId: string): Promise<void> => runJob(startScheduledOperation, server.services.database, world.organizationId, { operationId });
const haveIt = async (planId: string): Promise<number> => (await query<{ people: number }>('SELECT count(*)::int AS people FROM enrollment WHERE plan_id = $1', [planId]))[0]!.people;

test('an assignment for later waits, classifies everybody anew at its time, and is carried out once [C16, 2.2]', async () => {
  const { id, operation, planId, speak } = await schedule('de');
  expect(operation).toMatchObject({ state: 'SCHEDULED', startsAt: tomorrow, counts: [{ class: 'APPLIED', rows: 1 }] });
  expect(await commit(operation)).toMatchObject({ state: 'SCHEDULED' });
  await begin(operation.id);
  expect(await look(operation.id)).toMatchObject({ state: 'SCHEDULED' });
  await speak(await newPerson());
  now = new Date(tomorrow);
  await begin(operation.id);
  await begin(operation.id);
  expect(await look(operation.id)).toMatchObject({ state: 'APPLYING', counts: [{ class: 'APPLIED', rows: 2 }] });
  await carryOut(server.services.database, world.organizationId, operation.id);
  expect(await look(operation.id)).toMatchObject({ state: 'DONE', result: [{ class: 'APPLIED', rows: 2 }] });
  expect(await haveIt(planId)).toBe(2);
  expect(await query(`SELECT state, (SELECT enrolled_on::text FROM enrollment WHERE plan_id = $2 LIMIT 1) AS on FROM assignment WHERE id = $1`, [id, planId])).toEqual([{ state: 'DONE', on: '2027-06-02' }]);
});

test('before its time it gets another one, or is cancelled; a job of the earlier time does nothing', async () => {
  const { id, operation, planId } = await schedule('fr');
  expect(await act('rescheduleAssignment', { assignmentId: id, startsAt: '2027-05-31T08:00:00Z' })).toMatchObject({ problems: [{ code: 'STARTS_IN_PAST' }] });
  expect(await act('rescheduleAssignment', { assignmentId: id, startsAt: '2027-06-10T08:00:00Z' })).toMatchObject({ state: 'SCHEDULED', startsAt: '2027-06-10T08:00:00.000Z' });
  now = new Date(tomorrow);
  await begin(operation.id);
  expect(await look(operation.id)).toMatchObject({ state: 'SCHEDULED', startsAt: '2027-06-10T08:00:00.000Z' });
  expect(await act('cancelAssignment', { assignmentId: id })).toMatchObject({ state: 'CANCELLED' });
  expect(await act('cancelAssignment', { assignmentId: id })).toMatchObject({ problems: [{ code: 'ILLEGAL_OPERATION' }] });
  now = new Date('2027-06-11T08:00:00Z');
  await begin(operation.id);
  expect(await look(operation.id)).toMatchObject({ state: 'CANCELLED' });
  expect(await haveIt(planId)).toBe(0);
});

test('what is no longer in use at its time is not given, and the reason is told', async () => {
  const { id, operation, planId } = await schedule('ja');
  await query(`UPDATE learning_plan SET lifecycle = 'INACTIVE' WHERE id = $1`, [planId]);
  now = new Date(tomorrow);
  await begin(operation.id);
  expect(await look(operation.id)).toMatchObject({ state: 'CANCELLED', problem: { code: 'START_REFUSED' } });
  expect(await query('SELECT state FROM assignment WHERE id = $1', [id])).toEqual([{ state: 'CANCELLED' }]);
});

test('a start that has passed, or lies behind the due date, is refused [X25]', async () => {
  const input = { planId: await newPlan(), audience: { kind: 'EVERYONE' } };
  expect((await preview({ ...input, startsAt: '2027-06-01T09:59:59Z' })).problems).toMatchObject([{ code: 'STARTS_IN_PAST', field: 'startsAt' }]);
  expect((await preview({ ...input, startsAt: tomorrow, dueRule: { kind: 'FIXED', date: '2027-06-01' } })).problems).toMatchObject([{ code: 'DUE_BEFORE_START' }]);
});

test('an assignment that concerns nobody is refused, unless somebody may come later [bad input]', async () => {
  const input = { planId: await newPlan(), audience: { kind: 'LANGUAGES', languages: ['la'] } };
  const sayBeforehand = async (more: object): Promise<unknown> => {
    const { id } = await preview({ ...input, ...more });
    return (await admin.ask<{ operation: object }>('query ($id: ID!) { operation(id: $id) { rowsTotal changesBeyondRows } }', { id })).operation;
  };
  expect(await sayBeforehand({})).toEqual({ rowsTotal: 0, changesBeyondRows: false });
  expect(await sayBeforehand({ mode: 'DYNAMIC' })).toEqual({ rowsTotal: 0, changesBeyondRows: true });
  expect((await commit(await preview(input))).problems).toMatchObject([{ code: 'NOBODY_SELECTED' }]);
  expect(await commit(await preview({ ...input, mode: 'DYNAMIC' }))).toMatchObject({ state: 'APPLYING' });
  expect(await commit(await preview({ ...input, startsAt: tomorrow }))).toMatchObject({ state: 'SCHEDULED' });
});

test('it is found by its number and by what it gives [C10]', async () => {
  const { id, planId } = await schedule('pt', { name: 'Größe zählt' });
  const [row] = await query<{ number: number; plan: string }>('SELECT a.number, p.name AS plan FROM assignment a, learning_plan p WHERE a.id = $1 AND p.id = $2', [id, planId]);
  const find = async (search: string, states: readonly string[] | null = null): Promise<string[]> => {
    const { assignments } = await admin.ask<{ assignments: { edges: { node: { id: string } }[] } }>(
      'query ($filter: AssignmentFilterInput) { assignments(first: 50, filter: $filter) { edges { node { id } } } }',
      { filter: { search, states } },
    );
    return assignments.edges.map(({ node }) => node.id);
  };
  expect(await find(`#${row!.number}`)).toEqual([id]);
  expect(await find('grosse')).toEqual([id]);
  expect(await find(row!.plan)).toContain(id);
  expect(await find('Größe', ['DONE'])).toEqual([]);
  expect(await find('Größe', ['SCHEDULED'])).toEqual([id]);
});

test('who has completed it does it again in a new cycle, on the same day too; the earlier one is kept [2.6, E9, S8]', async () => {
  const person = await newPerson();
  const planId = await newPlan();
  const audience = { kind: 'PEOPLE' as const, personIds: [person.id] };
  await assignPlan(server.services.database, world.caller, planId, { audience: audience as never });
  const learner = await server.signInAs(person);
  const study = () =>
    learner.ask('mutation ($input: RecordProgressInput!) { recordProgress(input: $input) { __typename } }', {
      input: { moduleId: course.moduleIds[0], courseId: course.id, at: now.toISOString(), viewed: 1, reachedEnd: true, confirmed: true },
    });
  const cycles = () =>
    query<{ cycle: number; status: string }>('SELECT e.cycle, s.status FROM enrollment e JOIN standing s ON s.enrollment_id = e.id WHERE e.person_id = $1 AND e.plan_id = $2 ORDER BY 1', [person.id, planId]);
  const course1 = async () => (await learner.ask<{ myCourse: { state: string; progress: number } }>('query ($id: ID!) { myCourse(id: $id) { state progress } }', { id: course.id })).myCourse;
  await study();
  expect(await cycles()).toEqual([{ cycle: 1, status: 'COMPLETED' }]);

  expect((await preview({ planId, audience })).counts).toEqual([{ class: 'SKIPPED_ALREADY_COMPLETED', rows: 1 }]);
  now = new Date(today.getTime() + 60_000);
  const again = await preview({ planId, audience, again: true });
  expect(again.counts).toEqual([{ class: 'NEW_CYCLE', rows: 1 }]);
  await commit(again);
  await carryOut(server.services.database, world.organizationId, again.id);
  await carryOut(server.services.database, world.organizationId, again.id);
  expect(await look(again.id)).toMatchObject({ state: 'DONE', result: [{ class: 'NEW_CYCLE', rows: 1 }] });
  expect(await cycles()).toEqual([{ cycle: 1, status: 'COMPLETED' }, { cycle: 2, status: 'NOT_STARTED' }]);
  expect(await course1()).toMatchObject({ state: 'NOT_STARTED', progress: 0 });

  now = new Date(today.getTime() + 120_000);
  await study();
  expect(await cycles()).toEqual([{ cycle: 1, status: 'COMPLETED' }, { cycle: 2, status: 'COMPLETED' }]);
  expect(await course1()).toMatchObject({ state: 'COMPLETED', progress: 1 });
  expect(await query('SELECT count(*)::int AS facts FROM completion_fact WHERE person_id = $1 AND learning_object_id = $2', [person.id, course.moduleIds[0]])).toEqual([{ facts: 2 }]);
});

test('a new cycle that is taken back counts as if it had never been [2.0.6]', async () => {
  const person = await newPerson();
  const audience = { kind: 'PEOPLE' as const, personIds: [person.id] };
  const learner = await server.signInAs(person);
  await learner.ask('mutation ($input: RecordProgressInput!) { recordProgress(input: $input) { __typename } }', {
    input: { moduleId: course.moduleIds[0], courseId: course.id, at: now.toISOString(), viewed: 1, reachedEnd: true, confirmed: true },
  });
  const targets = [{ learningObjectId: course.id }];
  now = new Date(today.getTime() + 60_000);
  const again = await preview({ targets, audience, again: true });
  expect(again.counts).toEqual([{ class: 'NEW_CYCLE', rows: 1 }]);
  await commit(again);
  await carryOut(server.services.database, world.organizationId, again.id);
  const { previewUndo } = await admin.ask<{ previewUndo: Shown }>(`mutation ($input: PreviewUndoInput!) { previewUndo(input: $input) { ... on Operation { ${shown} } } }`, { input: { operationId: again.id } });
  await commit(previewUndo);
  await carryOut(server.services.database, world.organizationId, previewUndo.id);
  expect((await preview({ targets, audience })).counts).toEqual([{ class: 'SKIPPED_ALREADY_COMPLETED', rows: 1 }]);
  expect((await preview({ targets, audience, again: true })).counts).toEqual([{ class: 'NEW_CYCLE', rows: 1 }]);
});
