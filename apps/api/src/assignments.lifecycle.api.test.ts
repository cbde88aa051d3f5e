import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildGrant } from './features/access/caller.factory.ts';
import { assignPlan, carryOut } from './features/assignments/assignment.factory.ts';
import { reevaluateAssignments } from './features/assignments/index.ts';
import { buildCourse, type BuiltCourse } from './features/learning-objects/course.factory.ts';
import { buildPlan } from './features/learning-plans/learning-plan.factory.ts';
import { buildPerson, type BuiltPerson } from './features/people-import/person.factory.ts';
import type { TestClient } from './platform/testing/graphql-client.ts';
import { runJob } from './platform/testing/run-job.ts';
import { openTestDatabase, type TestDatabase } from './platform/testing/test-database.ts';
import { buildWorld, type World } from './testing/build-world.ts';
import { startTestServer, type TestServer } from './testing/start-test-server.ts';

let testDatabase: TestDatabase;
let server: TestServer;
let world: World;
let admin: TestClient;
let course: BuiltCourse;
/** One for each assignment, spoken by nobody else. */
const languages = ['de', 'fr', 'ja', 'ko', 'pt', 'es', 'it', 'nl'];

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) });
  world = await buildWorld(server.services.database);
  course = await buildCourse(server.services.database, world.organizationId);
  admin = await signInWith('MASTER_ADMIN');
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

async function signInWith(role: Parameters<typeof buildGrant>[2]): Promise<TestClient> {
  const person = await newPerson();
  await buildGrant(server.services.database, person, role);
  return server.signInAs(person);
}

const newPerson = (): Promise<BuiltPerson> => buildPerson(server.services.database, world.organizationId);
const query = <Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> =>
  server.services.database.write({ organizationId: world.organizationId }, (transaction) => transaction.query<Row>(sql, parameters));

/** A dynamic assignment to everybody of a language of its own, which people speak by being given it. */
async function assignToSpeakers(people: readonly BuiltPerson[]): Promise<{ id: string; planId: string; speak: (person: BuiltPerson, yes: boolean) => Promise<void> }> {
  const language = languages.pop()!;
  const speak = async ({ id }: BuiltPerson, yes: boolean): Promise<void> => {
    await query('UPDATE person SET locale = $2 WHERE id = $1', [id, yes ? language : 'en']);
  };
  for (const person of people) await speak(person, true);
  const planId = await buildPlan(server.services.database, world.caller, { milestones: [{ items: [course.id] }] });
  const operationId = await assignPlan(server.services.database, world.caller, planId, { audience: { kind: 'LANGUAGES', languages: [language] }, mode: 'DYNAMIC' });
  const [row] = await query<{ id: string }>('SELECT id FROM assignment WHERE operation_id = $1', [operationId]);
  return { id: row!.id, planId, speak };
}

interface Answer {
  __typename: string;
  id: string;
  state: string;
  previewHash: string;
  counts: { class: string; rows: number }[];
  viewerCan: Record<string, boolean>;
  problems: { code: string }[];
}

async function act(name: string, assignmentId: string, client: TestClient = admin, more: object = {}): Promise<Answer> {
  const type = name === 'previewEndAssignment' ? 'EndAssignmentInput' : 'AssignmentActInput';
  const changed = name === 'inactivateAssignment' ? '... on Assignment { id state viewerCan { inactivate activate end } }' : '... on Operation { id previewHash counts { class rows } }';
  const answer = await client.ask<Record<string, Answer>>(
    `mutation ($input: ${type}!) { answer: ${name}(input: $input) { __typename ${changed} ... on Refusal { problems { code } } } }`,
    { input: { assignmentId, ...more } },
  );
  return answer['answer']!;
}

async function commit({ id, previewHash }: Answer): Promise<Answer> {
  const { commitOperation } = await admin.ask<{ commitOperation: Answer }>(
    'mutation ($input: CommitOperationInput!) { commitOperation(input: $input) { __typename ... on Refusal { problems { code } } } }',
    { input: { operationId: id, previewHash } },
  );
  if (commitOperation.__typename === 'Operation') await carryOut(server.services.database, world.organizationId, id);
  return commitOperation;
}

const stateOf = async (id: string): Promise<Pick<Answer, 'state' | 'viewerCan'>> =>
  (await admin.ask<{ assignment: Answer }>('query ($id: ID!) { assignment(id: $id) { state viewerCan { inactivate activate end } } }', { id })).assignment;
const statuses = async (planId: string): Promise<Record<string, string>> =>
  Object.fromEntries((await query<{ id: string; status: string }>('SELECT e.person_id AS id, s.status FROM enrollment e JOIN standing s ON s.enrollment_id = e.id WHERE e.plan_id = $1', [planId])).map((row) => [row.id, row.status]));
const react = (): Promise<void> => runJob(reevaluateAssignments, server.services.database, world.organizationId, {});

test('an inactive assignment adds and takes nobody; put into force again it shows first whom it adds and takes [2.2, 2.5]', async () => {
  const [stays, leaves, joins] = [await newPerson(), await newPerson(), await newPerson()];
  const { id, planId, speak } = await assignToSpeakers([stays, leaves]);
  expect(await stateOf(id)).toEqual({ state: 'ACTIVE', viewerCan: { inactivate: true, activate: false, end: true } });
  expect(await act('inactivateAssignment', id)).toMatchObject({ __typename: 'Assignment', state: 'INACTIVE', viewerCan: { inactivate: false, activate: true, end: true } });
  await speak(leaves, false);
  await speak(joins, true);
  await react();
  expect(await statuses(planId)).toEqual({ [stays.id]: 'NOT_STARTED', [leaves.id]: 'NOT_STARTED' });

  const preview = await act('previewActivateAssignment', id);
  expect(preview.counts.toSorted((a, b) => a.class.localeCompare(b.class))).toEqual([
    { class: 'JOINS', rows: 1 },
    { class: 'LEAVES', rows: 1 },
  ]);
  expect(await commit(preview)).toMatchObject({ __typename: 'Operation' });
  expect(await stateOf(id)).toMatchObject({ state: 'ACTIVE' });
  expect(await statuses(planId)).toEqual({ [stays.id]: 'NOT_STARTED', [leaves.id]: 'WITHDRAWN', [joins.id]: 'NOT_STARTED' });
});

test.each([
  ['KEEP', { untouched: 'NOT_STARTED', begun: 'IN_PROGRESS' }],
  ['KEEP_IF_STARTED', { untouched: 'WITHDRAWN', begun: 'IN_PROGRESS' }],
  ['REMOVE', { untouched: 'WITHDRAWN', begun: 'WITHDRAWN' }],
])('an assignment that ends with %s says before what becomes of whom, and nobody joins any more [2.2, L57]', async (people, expected) => {
  const [untouched, begun, late] = [await newPerson(), await newPerson(), await newPerson()];
  const { id, planId, speak } = await assignToSpeakers([untouched, begun]);
  const session = await server.signInAs(begun);
  await session.ask('mutation ($input: RecordProgressInput!) { recordProgress(input: $input) { __typename } }', {
    input: { moduleId: course.moduleIds[0], courseId: course.id, at: new Date().toISOString(), viewed: 0.5, reachedEnd: false, confirmed: false },
  });
  const preview = await act('previewEndAssignment', id, admin, { people });
  expect(preview.counts.reduce((sum, { rows }) => sum + rows, 0)).toBe(2);
  expect(await commit(preview)).toMatchObject({ __typename: 'Operation' });
  expect(await statuses(planId)).toEqual({ [untouched.id]: expected.untouched, [begun.id]: expected.begun });
  expect(await stateOf(id)).toEqual({ state: 'ENDED', viewerCan: { inactivate: false, activate: false, end: false } });
  await speak(late, true);
  await react();
  expect((await statuses(planId))[late.id]).toBeUndefined();
});

test('what its state does not allow is refused in words: twice inactive, ended twice', async () => {
  const { id } = await assignToSpeakers([await newPerson()]);
  await act('inactivateAssignment', id);
  expect((await act('inactivateAssignment', id)).problems).toMatchObject([{ code: 'ILLEGAL_OPERATION' }]);
  const [first, second] = [await act('previewEndAssignment', id, admin, { people: 'KEEP' }), await act('previewEndAssignment', id, admin, { people: 'KEEP' })];
  await commit(first);
  expect((await commit(second)).problems).toMatchObject([{ code: 'ASSIGNMENT_CHANGED' }]);
  expect((await act('previewActivateAssignment', id)).problems).toMatchObject([{ code: 'ILLEGAL_OPERATION' }]);
  expect((await act('inactivateAssignment', 'no id')).__typename).toBe('NotFound');
});

test('an auditor sees it and may change nothing; a learner is not even told of it [2.11]', async () => {
  const { id } = await assignToSpeakers([await newPerson()]);
  const auditor = await signInWith('AUDITOR');
  const { assignment } = await auditor.ask<{ assignment: Answer }>('query ($id: ID!) { assignment(id: $id) { viewerCan { inactivate activate end } } }', { id });
  expect(assignment.viewerCan).toEqual({ inactivate: false, activate: false, end: false });
  for (const name of ['inactivateAssignment', 'previewActivateAssignment']) {
    const { body } = await auditor.graphql(`mutation ($input: AssignmentActInput!) { ${name}(input: $input) { __typename } }`, { input: { assignmentId: id } });
    expect(JSON.stringify(body)).toMatch(/FORBIDDEN|NotAllowed/);
  }
});
