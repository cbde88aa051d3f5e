import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildAssignmentPreview } from './features/assignments/assignment.factory.ts';
import { buildPlan } from './features/learning-plans/learning-plan.factory.ts';
import { buildPeopleImport } from './features/people-import/people-import.factory.ts';
import { buildPeople, buildPerson } from './features/people-import/person.factory.ts';
import { buildGrant } from './features/access/caller.factory.ts';
import { eventually } from './platform/testing/eventually.ts';
import { openTestDatabase, type TestDatabase } from './platform/testing/test-database.ts';
import { buildWorld, type World } from './testing/build-world.ts';
import { startTestServer, type TestServer, type TestSession } from './testing/start-test-server.ts';

let testDatabase: TestDatabase;
let web: TestServer;
let world: World;
let admin: TestSession;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  web = await startTestServer(testDatabase, { roles: new Set(['web']), leaseSeconds: 1 });
  world = await buildWorld(web.services.database);
  admin = await web.signInAs(world.admin);
});

afterAll(async () => {
  await web.stop();
  await testDatabase.close();
});

interface State {
  readonly state: string;
  readonly rowsDone: number;
  readonly previewHash: string | null;
  readonly result: readonly { readonly class: string; readonly rows: number }[];
  readonly problem: { readonly code: string; readonly message: string } | null;
}

async function read(id: string): Promise<State> {
  const text = 'query ($id: ID!) { operation(id: $id) { state rowsDone previewHash result { class rows } problem { code message } } }';
  return (await admin.ask<{ operation: State }>(text, { id })).operation;
}

async function commit(client: TestSession, operationId: string): Promise<string> {
  const { previewHash } = await read(operationId);
  const answer = await client.ask<{ commitOperation: { __typename: string } }>('mutation ($input: CommitOperationInput!) { commitOperation(input: $input) { __typename } }', {
    input: { operationId, previewHash: previewHash ?? '' },
  });
  return answer.commitOperation.__typename;
}

/** As if the time that the queue leaves between two attempts were over. */
async function hurry(): Promise<void> {
  const relay = await testDatabase.connect('relay');
  await relay.query('UPDATE graphile_worker._private_jobs SET run_at = now() WHERE run_at > now() AND locked_at IS NULL AND attempts < max_attempts');
  await relay.query(`SELECT pg_notify('jobs:insert', '{"r":"hurry","count":1}')`);
}

async function jobs(): Promise<number> {
  const relay = await testDatabase.connect('relay');
  return (await relay.query<{ n: number }>('SELECT count(*)::int AS n FROM graphile_worker._private_jobs')).rows[0]!.n;
}

test('an assignment whose job fails by a fault of ours is given up after a few tries, says so, keeps what it did, and goes on by another commit, everybody once [16]', async () => {
  const people = await buildPeople(web.services.database, world.organizationId, Array.from({ length: 700 }, () => ({})));
  const planId = await buildPlan(web.services.database, world.caller, { milestones: [{ items: [world.course.id] }] });
  const id = await buildAssignmentPreview(web.services.database, world.caller, planId, { audience: { kind: 'PEOPLE', personIds: people.map((person) => person.id) as never } });
  expect(await commit(admin, id)).toBe('Operation');
  // The second chunk cannot be written.
  const last = people.map((person) => person.id).toSorted().at(-1);
  await testDatabase.asOwner(`
    CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'a fault of ours'; END $$`);
  await testDatabase.asOwner(`CREATE TRIGGER fail BEFORE INSERT ON enrollment FOR EACH ROW WHEN (NEW.person_id = '${last}') EXECUTE FUNCTION fail()`);
  const worker = await startTestServer(testDatabase, { roles: new Set(['worker']), leaseSeconds: 1 });

  const failed = await eventually('it is given up', async () => {
    await hurry();
    const found = await read(id);
    return found.state === 'FAILED' && found;
  });
  expect(failed).toMatchObject({ rowsDone: 500, result: [{ class: 'APPLIED', rows: 500 }], problem: { code: 'OPERATION_GIVEN_UP' } });
  expect(failed.problem?.message).toBe('This stopped before its end: 500 of 700 rows are done and stay. Go on with the rest when the fault is mended.');
  await eventually('its job is settled', async () => (await jobs()) === 0);

  await testDatabase.asOwner('DROP TRIGGER fail ON enrollment');
  const auditor = await buildPerson(web.services.database, world.organizationId);
  await buildGrant(web.services.database, auditor, 'AUDITOR');
  expect(await commit(await web.signInAs(auditor), id)).toBe('NotAllowed');
  expect(await Promise.all([commit(admin, id), commit(admin, id)])).toEqual(['Operation', 'Operation']);
  const done = await eventually('it is done', async () => {
    const found = await read(id);
    return found.state === 'DONE' && found;
  });
  expect(done).toMatchObject({ rowsDone: 700, result: [{ class: 'APPLIED', rows: 700 }], problem: null });
  const [counted] = await web.services.database.read(world, (transaction) =>
    transaction.query(
      `SELECT count(*)::int AS enrollments, (SELECT count(*)::int FROM enrollment_source s JOIN enrollment e ON e.id = s.enrollment_id WHERE e.plan_id = $1) AS sources,
         (SELECT sum(people)::int FROM status_count WHERE subject_id = $1) AS counted FROM enrollment WHERE plan_id = $1`,
      [planId],
    ),
  );
  expect(counted).toEqual({ enrollments: 700, sources: 700, counted: 700 });
  await worker.stop();
});

test('a file whose analysis failed for the last time, or whose last worker was killed, says so; nothing is left waiting', async () => {
  const { operationId } = await buildPeopleImport(web.services.database, world.caller, web.config.dataDir, 'Employee number,Name\nE1,Somebody');
  const relay = await testDatabase.connect('relay');
  await relay.query('UPDATE graphile_worker._private_jobs SET attempts = max_attempts');
  const worker = await startTestServer(testDatabase, { roles: new Set(['worker']), leaseSeconds: 1, dataDir: web.config.dataDir });
  const failed = await eventually('it is given up', async () => {
    const found = await read(operationId);
    return found.state === 'FAILED' && found;
  });
  expect(failed.problem?.code).toBe('ANALYSIS_GIVEN_UP');
  expect(await commit(admin, operationId)).toBe('InputRefused');
  await eventually('its job is settled', async () => (await jobs()) === 0);
  await worker.stop();
});
