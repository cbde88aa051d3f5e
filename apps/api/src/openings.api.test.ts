import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { assignPlan, carryOut } from './features/assignments/assignment.factory.ts';
import { evaluateEnrollments, openSteps, readEvaluations } from './features/enrollments/index.ts';
import { buildPlan } from './features/learning-plans/learning-plan.factory.ts';
import { tellOfOpening } from './features/notifications/index.ts';
import { buildPeople, type BuiltPerson } from './features/people-import/person.factory.ts';
import { openTestDatabase, type TestDatabase } from './platform/testing/test-database.ts';
import { runJob } from './platform/testing/run-job.ts';
import { buildWorld, type World } from './testing/build-world.ts';
import { startTestServer, type TestServer, type TestSession } from './testing/start-test-server.ts';

jest.setTimeout(60_000);

const beginning = new Date('2027-06-01T10:00:00Z');
let now = beginning;
let testDatabase: TestDatabase;
let server: TestServer;
let world: World;
let admin: TestSession;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) }, () => now);
  world = await buildWorld(server.services.database);
  admin = await server.signInAs(world.admin);
});

beforeEach(() => {
  now = beginning;
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

const query = <Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> => server.services.database.write(world, (transaction) => transaction.query<Row>(sql, parameters));

interface Scene {
  readonly planId: string;
  readonly people: readonly BuiltPerson[];
  readonly keys: readonly string[];
}

/** A plan of two steps, the second of which opens on 10 June, and somebody of each zone who has it. */
async function setScene(zones: readonly string[], rule: object = { kind: 'ON', date: '2027-06-10' }): Promise<Scene> {
  const { database } = server.services;
  const people = await buildPeople(database, world.organizationId, zones.map((timeZone) => ({ timeZone })));
  const planId = await buildPlan(database, world.caller, { name: 'Safety', milestones: [{ items: [world.course.id] }, { name: 'First aid', items: [world.course.id], releaseRule: rule as never }] });
  await assignPlan(database, world.caller, planId, { audience: { kind: 'PEOPLE', personIds: people.map(({ id }) => id) as never } });
  const rows = await query<{ key: string }>('SELECT m.key FROM milestone m JOIN learning_plan p ON p.published_version_id = m.plan_version_id WHERE p.id = $1 ORDER BY m.position', [planId]);
  return { planId, people, keys: rows.map(({ key }) => key) };
}

/** What workers would do by now: who is due is evaluated, and what has opened is told, each twice, because jobs are. */
async function work(): Promise<void> {
  const { database } = server.services;
  for (let round = 0; round < 2; round += 1) {
    await runJob(openSteps, database, world.organizationId, {});
    for (const { id } of await query<{ id: string }>('SELECT DISTINCT opening_id AS id FROM step_release WHERE opening_id IS NOT NULL')) await runJob(tellOfOpening, database, world.organizationId, { openingId: id });
  }
}

const messages = async (person: BuiltPerson): Promise<readonly string[]> => {
  const { inbox } = await (await server.signInAs(person)).ask<{ inbox: { edges: { node: { message: string; type: string } }[] } }>('{ inbox { edges { node { message type } } } }');
  return inbox.edges.filter(({ node }) => node.type === 'STEP_OPENED').map(({ node }) => node.message);
};
const firstAid = ['“First aid” in “Safety” is open for you now.'];

test('a step opens at local midnight of each, and each is told once, when it is theirs [C3, C16, C18]', async () => {
  const { people } = await setScene(['Pacific/Kiritimati', 'Europe/Berlin', 'America/Los_Angeles']);
  const told = async () => Promise.all(people.map(messages));
  for (const [moment, expected] of [
    ['2027-06-09T09:59:00Z', [[], [], []]],
    ['2027-06-09T10:00:00Z', [firstAid, [], []]],
    ['2027-06-09T22:00:00Z', [firstAid, firstAid, []]],
    ['2027-06-10T06:59:00Z', [firstAid, firstAid, []]],
    ['2027-06-10T07:00:00Z', [firstAid, firstAid, firstAid]],
  ] as const) {
    now = new Date(moment);
    await work();
    expect(await told()).toEqual(expected);
  }
});

test('what was open at enrollment is not announced; nor to whom it is withdrawn, who is done, or while the plan is inactive [C18, C20]', async () => {
  const { planId, people } = await setScene(['UTC', 'UTC', 'UTC', 'UTC']);
  const [left, done, held, late] = people as [BuiltPerson, BuiltPerson, BuiltPerson, BuiltPerson];
  await query('UPDATE enrollment_source x SET valid_to = $3 FROM enrollment e WHERE x.enrollment_id = e.id AND e.plan_id = $1 AND e.person_id = $2', [planId, left.id, now]);
  const session = await server.signInAs(done);
  for (const moduleId of world.course.moduleIds) {
    await session.ask('mutation ($input: RecordProgressInput!) { recordProgress(input: $input) { __typename } }', { input: { moduleId, courseId: world.course.id, at: now.toISOString(), viewed: 1, reachedEnd: true, confirmed: true } });
  }
  await query('INSERT INTO step_release (organization_id, enrollment_id, milestone_key, held_at) SELECT $1, e.id, m.key, $4 FROM enrollment e JOIN milestone m ON m.plan_version_id = e.plan_version_id AND m.position = 1 WHERE e.plan_id = $2 AND e.person_id = $3', [
    world.organizationId, planId, held.id, now,
  ]);
  now = new Date('2027-06-11T10:00:00Z');
  const [newcomer] = (await buildPeople(server.services.database, world.organizationId, [{ timeZone: 'UTC' }])) as [BuiltPerson];
  await assignPlan(server.services.database, world.caller, planId, { audience: { kind: 'PEOPLE', personIds: [newcomer.id] as never } });
  await work();
  expect(await Promise.all([left, done, held, late, newcomer].map(messages))).toEqual([[], [], [], firstAid, []]);

  now = beginning;
  const inactive = await setScene(['UTC']);
  await query("UPDATE learning_plan SET lifecycle = 'INACTIVE' WHERE id = $1", [inactive.planId]);
  now = new Date('2027-06-11T10:00:00Z');
  await work();
  expect(await messages(inactive.people[0]!)).toEqual([]);
});

test('opened by hand it is announced at once; taken back unseen and opened again it is not announced twice, and meanwhile not named [C16, C18, C19]', async () => {
  const { planId, people, keys } = await setScene(['UTC'], { kind: 'MANUAL' });
  const carryOutAct = async (field: string, type: string, input: object): Promise<string> => {
    const answer = await admin.ask<{ preview: { id: string; previewHash: string } }>(`mutation ($input: ${type}!) { preview: ${field}(input: $input) { ... on Operation { id previewHash } } }`, { input });
    await admin.ask('mutation ($input: CommitOperationInput!) { commitOperation(input: $input) { __typename } }', { input: { operationId: answer.preview.id, previewHash: answer.preview.previewHash } });
    await carryOut(server.services.database, world.organizationId, answer.preview.id);
    await work();
    return answer.preview.id;
  };
  const open = () => carryOutAct('previewStepRelease', 'PreviewStepReleaseInput', { planId, milestoneKey: keys[1], act: 'RELEASE', filter: {}, reason: 'The room is free' });
  const operationId = await open();
  expect(await messages(people[0]!)).toEqual(firstAid);
  now = new Date('2027-06-01T11:00:00Z');
  await carryOutAct('previewUndo', 'PreviewUndoInput', { operationId });
  expect(await messages(people[0]!)).toEqual(['A step of “Safety” is open for you now.']);
  now = new Date('2027-06-01T12:00:00Z');
  await open();
  expect(await messages(people[0]!)).toEqual(firstAid);
});

test('a step opens by the completion of the one before it, some days later; until then nobody is told [C16]', async () => {
  const { database } = server.services;
  const { people, planId } = await setScene(['America/Los_Angeles'], { kind: 'AFTER_PREVIOUS_COMPLETED', days: 2 });
  await query("INSERT INTO override (organization_id, id, enrollment_id, milestone_key, act, valid_from) SELECT $1, gen_random_uuid(), e.id, m.key, 'WAIVE', $3 FROM enrollment e JOIN milestone m ON m.plan_version_id = e.plan_version_id AND m.position = 0 WHERE e.plan_id = $2", [
    world.organizationId, planId, now,
  ]);
  const rows = await query<{ id: string }>('SELECT id FROM enrollment WHERE plan_id = $1', [planId]);
  await database.write(world, (transaction) => evaluateEnrollments(transaction, rows.map(({ id }) => id)));
  now = new Date('2027-06-03T06:59:00Z');
  await work();
  expect(await messages(people[0]!)).toEqual([]);
  now = new Date('2027-06-03T07:00:00Z');
  await work();
  expect(await messages(people[0]!)).toEqual(firstAid);
});

test('a step that opened is new until its learner has looked, and stays open then; looking again writes nothing, and nobody looks for another [2.2]', async () => {
  const { people, planId } = await setScene(['UTC']);
  const [{ id }] = (await query<{ id: string }>('SELECT id FROM enrollment WHERE plan_id = $1', [planId])) as [{ id: string }];
  now = new Date('2027-06-10T10:00:00Z');
  const session = await server.signInAs(people[0]!);
  const marks = async () => (await session.ask<{ myPlan: { milestones: object[] } }>('query ($id: ID!) { myPlan(enrollmentId: $id) { milestones { unseen isNew } } }', { id })).myPlan.milestones;
  const see = async (client = session) => (await client.ask<{ seeSteps: number }>('mutation ($input: SeeStepsInput!) { seeSteps(input: $input) }', { input: { enrollmentId: id } })).seeSteps;
  expect(await marks()).toEqual([{ unseen: false, isNew: false }, { unseen: true, isNew: true }]);
  expect(await see(admin)).toBe(0);
  expect([await see(), await see()]).toEqual([1, 0]);
  expect(await marks()).toEqual([{ unseen: false, isNew: false }, { unseen: false, isNew: false }]);
});

test('people who looked on different days are evaluated together; apart from them those to whom a held step stays open because they saw it [C16, 2.2]', async () => {
  const { planId, people, keys } = await setScene(['UTC', 'UTC', 'UTC', 'UTC', 'UTC']);
  const rows = await query<{ id: string; personId: string }>('SELECT id, person_id AS "personId" FROM enrollment WHERE plan_id = $1', [planId]);
  const ids = people.map(({ id }) => rows.find(({ personId }) => personId === id)!.id);
  for (const [place, day] of ['2027-06-10', '2027-06-10', '2027-06-12', '2027-06-14'].entries()) {
    now = new Date(`${day}T1${place}:00:00Z`);
    await (await server.signInAs(people[place]!)).ask('mutation ($input: SeeStepsInput!) { seeSteps(input: $input) }', { input: { enrollmentId: ids[place] } });
  }
  const groups = async (): Promise<string[][]> => {
    const evaluations = await server.services.database.read(world, (transaction) => readEvaluations(transaction, ids));
    return evaluations.map(({ enrollmentIds, standing }) => [String(standing.milestones[1]!.released), ...enrollmentIds.map((id) => String(ids.indexOf(id))).sort()]).sort((a, b) => a.join().localeCompare(b.join()));
  };
  expect(await groups()).toEqual([['true', '0', '1', '2', '3', '4']]);
  await query(
    `INSERT INTO step_release (organization_id, enrollment_id, milestone_key, held_at) SELECT $1, e.id, $3, $4 FROM enrollment e WHERE e.plan_id = $2
     ON CONFLICT (organization_id, enrollment_id, milestone_key) DO UPDATE SET held_at = excluded.held_at`,
    [world.organizationId, planId, keys[1], now],
  );
  expect(await groups()).toEqual([['false', '4'], ['true', '0', '1'], ['true', '2'], ['true', '3']]);
});
