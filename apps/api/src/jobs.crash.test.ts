import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { buildCaller, buildGrant } from './features/access/caller.factory.ts';
import { buildAssignmentPreview } from './features/assignments/assignment.factory.ts';
import { buildCourse } from './features/learning-objects/course.factory.ts';
import { buildPlan } from './features/learning-plans/learning-plan.factory.ts';
import { commitOperation, lockOperation } from './features/operations/index.ts';
import { buildOrganization } from './features/organizations/organization.factory.ts';
import { buildPeopleImport } from './features/people-import/people-import.factory.ts';
import { buildPerson } from './features/people-import/person.factory.ts';
import { eventually } from './platform/testing/eventually.ts';
import { spawnServer, type ServerProcess } from './platform/testing/spawn-server.ts';
import { openTestDatabase, type TestDatabase } from './platform/testing/test-database.ts';
import type { Caller } from './platform/request/caller.ts';
import { startTestServer, type TestServer } from './testing/start-test-server.ts';

jest.setTimeout(100_000);

let testDatabase: TestDatabase;
let server: TestServer;
let dataDir: string;
let organizationId: string;
let admin: Caller;
let workers: ServerProcess[] = [];
const people = 1_500;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'milepost-crash-'));
  server = await startTestServer(testDatabase, { roles: new Set(['web']), dataDir });
});

afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.kill()));
  workers = [];
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
  await rm(dataDir, { recursive: true, force: true });
});

async function startWorker(): Promise<ServerProcess> {
  const worker = await spawnServer(testDatabase, { MILEPOST_ROLES: 'worker', JOB_LEASE_SECONDS: '1', DATA_DIR: dataDir });
  workers.push(worker);
  return worker;
}

async function newOrganization(): Promise<void> {
  const { database } = server.services;
  organizationId = await buildOrganization(database);
  const person = await buildPerson(database, organizationId, { employeeNumber: 'ADMIN' });
  await buildGrant(database, person, 'MASTER_ADMIN');
  admin = buildCaller(person, 'MASTER_ADMIN');
}

const query = <Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> =>
  server.services.database.read({ organizationId }, (transaction) => transaction.query<Row>(sql, parameters));

async function beginImport(): Promise<string> {
  const rows = Array.from({ length: people }, (_, index) => `P${index},Person ${index},p${index}@example.com,Company/Unit ${index % 20},${index < 10 ? '' : `P${index % 10}`}`);
  const csv = ['Employee number,Name,E-mail,Department,Manager employee number', ...rows].join('\n');
  return (await buildPeopleImport(server.services.database, admin, dataDir, csv)).operationId;
}

async function stateOf(operationId: string): Promise<string> {
  const [row] = await query<{ state: string; problem: unknown }>('SELECT state, problem FROM operation WHERE id = $1', [operationId]);
  if (row?.state === 'FAILED') throw new Error(JSON.stringify(row.problem));
  return row?.state ?? 'GONE';
}

async function commit(operationId: string): Promise<void> {
  await server.services.database.write(admin, async (transaction) => {
    const operation = await lockOperation(transaction, operationId);
    const committed = await commitOperation(transaction, admin, operationId, operation?.previewHash ?? '');
    if (!committed.ok) throw new Error(committed.problem[0]?.code);
  });
}

/** Kills worker after worker, each a moment after it began, until the operation is in `state`; the last one may finish. */
async function killUntil(operationId: string, state: string, kills: number): Promise<number> {
  let killed = 0;
  while (killed < kills && (await stateOf(operationId)) !== state) {
    const worker = await startWorker();
    await pause(killed * 60);
    await worker.kill();
    killed++;
  }
  if ((await stateOf(operationId)) !== state) await startWorker();
  await eventually(`the operation is ${state}`, async () => (await stateOf(operationId)) === state, 60);
  return killed;
}

test('workers killed over and over in an import and an assignment: everybody exactly once, and the same report [16, 20]', async () => {
  await newOrganization();
  const importId = await beginImport();
  let killed = await killUntil(importId, 'PREVIEWED', 3);
  const [preview] = await query<{ counts: object }>('SELECT counts FROM operation WHERE id = $1', [importId]);
  expect(preview?.counts).toEqual({ NEW: people });
  await commit(importId);
  killed += await killUntil(importId, 'DONE', 4);
  const [report] = await query('SELECT result, rows_done, rows_total FROM operation WHERE id = $1', [importId]);
  expect(report).toEqual({ result: { IMPORTED: people }, rows_done: people, rows_total: people });
  const [counted] = await query(
    `SELECT count(*)::int AS people, count(DISTINCT employee_number_key)::int AS numbers, count(manager_id)::int AS managed,
       (SELECT count(*)::int FROM affiliation WHERE valid_to IS NULL) AS affiliations,
       (SELECT max(n)::int FROM (SELECT count(*) AS n FROM person_revision GROUP BY person_id) r) AS revisions FROM person WHERE employee_number LIKE 'P%'`,
  );
  expect(counted).toEqual({ people, numbers: people, managed: people - 10, affiliations: people, revisions: 1 });

  const { database } = server.services;
  const course = await buildCourse(database, organizationId);
  const planId = await buildPlan(database, admin, { milestones: [{ items: [course.id] }] });
  const assignId = await buildAssignmentPreview(database, admin, planId);
  await commit(assignId);
  killed += await killUntil(assignId, 'DONE', 10 - killed);
  const everybody = people + 1;
  const [assigned] = await query(
    `SELECT (SELECT count(*)::int FROM enrollment) AS enrollments, (SELECT count(DISTINCT person_id)::int FROM enrollment) AS people,
       (SELECT count(*)::int FROM enrollment_source) AS sources, (SELECT count(*)::int FROM assignment_member) AS members,
       (SELECT sum(people)::int FROM status_count) AS counted, (SELECT count(*)::int FROM standing_history) AS history,
       (SELECT result FROM operation WHERE id = $1) AS result`,
    [assignId],
  );
  expect(assigned).toEqual({
    enrollments: everybody, people: everybody, sources: everybody, members: everybody, counted: everybody, history: everybody, result: { APPLIED: everybody },
  });
  expect(killed).toBeGreaterThanOrEqual(4);
});

test('the jobs of a killed worker are taken over within the lease, and those of a stopped one; the stopped one wakes and changes nothing [20]', async () => {
  await newOrganization();
  const importId = await beginImport();
  const zombie = await startWorker();
  await eventually('the worker has begun', async () => (await stateOf(importId)) !== 'ANALYSING' || (await heldJobs()) > 0, 30);
  await eventually('it is previewed', async () => (await stateOf(importId)) === 'PREVIEWED', 30);
  await commit(importId);
  await eventually('some rows are in', async () => ((await query<{ n: number }>('SELECT rows_done AS n FROM operation WHERE id = $1', [importId]))[0]?.n ?? 0) > 0, 30);
  zombie.stop();
  const stopped = performance.now();
  const heir = await startWorker();
  await eventually('the heir has finished', async () => (await stateOf(importId)) === 'DONE', 30);
  const seconds = (performance.now() - stopped) / 1000;
  expect(seconds).toBeLessThan(15);
  await pause(Math.max(0, 2_000 - (performance.now() - stopped)));
  zombie.resume();
  await pause(500);
  const [report] = await query('SELECT result, rows_done, (SELECT count(*)::int FROM person) AS people FROM operation WHERE id = $1', [importId]);
  expect(report).toEqual({ result: { IMPORTED: people }, rows_done: people, people: people + 1 });
  expect(await heldJobs()).toBe(0);
  expect(heir.child.exitCode).toBeNull();
});

async function heldJobs(): Promise<number> {
  const relay = await testDatabase.connect('relay');
  const { rows } = await relay.query<{ n: number }>('SELECT count(*)::int AS n FROM graphile_worker._private_jobs WHERE locked_by IS NOT NULL');
  await relay.end();
  return rows[0]?.n ?? 0;
}
