import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { assignPlan } from './features/assignments/assignment.factory.ts';
import { evaluateEnrollments } from './features/enrollments/index.ts';
import { buildCourse, type BuiltCourse } from './features/learning-objects/course.factory.ts';
import { buildPlan } from './features/learning-plans/learning-plan.factory.ts';
import { buildPeople, type BuiltPerson } from './features/people-import/person.factory.ts';
import { newId } from './platform/database/new-id.ts';
import { openTestDatabase, type TestDatabase } from './platform/testing/test-database.ts';
import { buildWorld, type World } from './testing/build-world.ts';
import { startTestServer, type TestServer, type TestSession } from './testing/start-test-server.ts';

let testDatabase: TestDatabase;
let server: TestServer;
let world: World;
let learner: BuiltPerson;
let session: TestSession;
let planId: string;
let enrollmentId: string;
let secret: BuiltCourse;
let keys: readonly string[];

const onDay = (date: string) => ({ releaseRule: { kind: 'ON', date: date as never } as const });

/** A plan of NONE: open, then two steps of one day, one of another, one without a day, and one that is open but locked by all of them. */
beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) }, () => new Date('2027-06-01T10:00:00Z'));
  world = await buildWorld(server.services.database);
  const { database } = server.services;
  secret = await buildCourse(database, world.organizationId, { name: 'SECRET course' });
  const items = [secret.id];
  planId = await buildPlan(database, world.caller, {
    name: 'Surprise', displayUnreleasedSteps: 'NONE', milestoneOrderEnforced: true,
    milestones: [
      { name: 'Open', items: [world.course.id] },
      { name: 'SECRET one', description: 'SECRET words', items, ...onDay('2027-12-03') },
      { name: 'SECRET two', items, ...onDay('2027-12-03') },
      { name: 'SECRET three', items, ...onDay('2027-12-24') },
      { name: 'SECRET four', items, releaseRule: { kind: 'MANUAL' } },
      { name: 'Last', items: [world.course.id] },
    ],
  });
  [learner] = (await buildPeople(database, world.organizationId, [{ timeZone: 'UTC' }])) as [BuiltPerson];
  await assignPlan(database, world.caller, planId, { audience: { kind: 'PEOPLE', personIds: [learner.id] as never } });
  session = await server.signInAs(learner);
  const rows = await query<{ id: string; key: string }>('SELECT e.id, m.key FROM enrollment e JOIN milestone m ON m.plan_version_id = e.plan_version_id WHERE e.plan_id = $1 ORDER BY m.position', [planId]);
  enrollmentId = rows[0]!.id;
  keys = rows.map(({ key }) => key);
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

const query = <Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> => server.services.database.write(world, (transaction) => transaction.query<Row>(sql, parameters));

interface Path {
  readonly minutesLeft: number;
  readonly milestones: readonly { readonly key: string; readonly name: string | null; readonly status: string; readonly opensOn: string | null; readonly lockedBecause: string | null; readonly items: readonly unknown[] }[];
}
const readPath = async (): Promise<Path> =>
  (await session.ask<{ myPlan: Path }>('query ($id: ID!) { myPlan(enrollmentId: $id) { minutesLeft next { milestoneName name } milestones { key name description status elective metric unitsRequired unitsEarned opensOn lockedBecause due { date } items { name } } } }', { id: enrollmentId }))
    .myPlan;

test('with NONE a learner sees the days on which more opens, and not what, how many or how much; what has no day is not there [C4, C19, O6, X6]', async () => {
  const { milestones } = await readPath();
  expect(milestones.map(({ name, status, opensOn, lockedBecause }) => [name, status, opensOn, lockedBecause])).toEqual([
    ['Open', 'AVAILABLE', '2027-06-01', null],
    [null, 'NOT_RELEASED', '2027-12-03', 'Opens on December 3, 2027.'],
    [null, 'NOT_RELEASED', '2027-12-24', 'Opens on December 24, 2027.'],
    ['Last', 'LOCKED', '2027-06-01', 'Opens when you have finished Open and a step to come.'],
  ]);
});

/** What the learner's own session may ask for, and what comes back. */
const asked: readonly (readonly [string, string, (ids: { readonly enrollmentId: string; readonly planId: string }) => object])[] = [
  ['their plan', 'query ($enrollmentId: ID!) { myPlan(enrollmentId: $enrollmentId) { why next { milestoneName learningObjectId name } milestones { key name description unitsRequired lockedBecause due { date } items { learningObjectId name } } } }', ({ enrollmentId: id }) => ({ enrollmentId: id })],
  ['all of theirs', '{ myLearning { plans { name next { milestoneName name } milestones { key name description items { name } } } } }', () => ({})],
  ['why, and the enrollment itself', 'query ($id: ID!) { enrollment(id: $id) { stepsHeld explanation { sentence tree } milestones { key release { held acts } } planVersion { name file milestones { key name description items { learningObjectId } } } plan { publishedVersion { file milestones { name } } versionsInUse { file milestones { name } } draftVersion { id } } dueChanges { edges { node { milestoneName sentence } } } } }', () => ({ id: enrollmentId })],
  ['a list of enrollments', 'query ($planId: ID!) { enrollments(filter: { planId: $planId }) { edges { node { explanation { tree } milestones { key } plan { publishedVersion { milestones { name } } } } } } }', ({ planId: id }) => ({ planId: id })],
  ['the Learning centre', '{ learningCentre(filter: { search: "Surprise" }) { edges { node { id name } } } }', () => ({})],
  ['what they were told', '{ inbox { edges { node { message } } } }', () => ({})],
];

test.each(asked)('nothing that is hidden comes with %s [C19, X6]', async (_, text, variables) => {
  const { text: answer, body } = await session.graphql<object>(text, variables({ enrollmentId, planId }));
  expect(body.errors).toBeUndefined();
  expect(answer).not.toContain('SECRET');
  for (const hidden of [secret.id, ...keys.slice(1, 5)]) expect(answer).not.toContain(hidden);
});

test.each([
  ['the plan', 'query ($id: ID!) { found: learningPlan(id: $id) { id } }'],
  ['its versions', 'query ($id: ID!) { found: planVersions(planId: $id) { id } }'],
  ['what changed in it', 'query ($id: ID!) { found: versionDiff(planId: $id) { changes { kind } } }'],
])('a learner does not get %s as it is written', async (_, text) => {
  const { body } = await session.graphql<{ found: unknown }>(text, { id: planId });
  expect(body.errors?.map(({ extensions }) => extensions.code) ?? []).not.toContain('GRAPHQL_VALIDATION_FAILED');
  expect(body.data?.found ?? null).toBeNull();
});

test('an admin sees all of it in the same answers [2.11]', async () => {
  const admin = await server.signInAs(world.admin);
  const { text } = await admin.graphql<object>('query ($id: ID!) { enrollment(id: $id) { milestones { key } explanation { tree } planVersion { milestones { name } } } }', { id: enrollmentId });
  for (const name of ['SECRET one', 'SECRET four', ...keys]) expect(text).toContain(name);
});

test('what was done before it opened does not vanish; what else is in it stays hidden [O3, X6]', async () => {
  await query(`INSERT INTO completion_fact (organization_id, id, person_id, learning_object_id, kind, completed_on, recorded_at, origin) VALUES ($1, $2, $3, $4, 'COURSE', $5, $6, $7)`, [
    world.organizationId, newId(), learner.id, secret.id, '2027-05-30', new Date('2027-05-30T10:00:00Z'), 'IMPORT',
  ]);
  await server.services.database.write(world, (transaction) => evaluateEnrollments(transaction, [enrollmentId]));
  const { milestones } = await readPath();
  expect(milestones.map(({ name, status, items }) => [name, status, items.length])).toEqual([
    ['Open', 'AVAILABLE', 1],
    ['SECRET one', 'COMPLETED', 0],
    ['SECRET two', 'COMPLETED', 0],
    ['SECRET three', 'COMPLETED', 0],
    ['SECRET four', 'COMPLETED', 0],
    ['Last', 'LOCKED', 1],
  ]);
});
