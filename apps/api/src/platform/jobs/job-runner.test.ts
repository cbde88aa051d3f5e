import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { openDataSource } from '../database/data-source.ts';
import { Database } from '../database/database.ts';
import { DedicatedConnection } from '../database/dedicated-connection.ts';
import { newId } from '../database/new-id.ts';
import { eventually } from '../testing/eventually.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { JobRunner } from './job-runner.ts';

const logger = pino({ level: 'silent' });
const leaseSeconds = 1;
const organizationId = newId();
let testDatabase: TestDatabase;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
});

afterAll(() => testDatabase.close());

test('a job that outlasts its lease stays with its living worker and runs once', async () => {
  const source = await openDataSource(testDatabase.url.app, [], 4).initialize();
  const database = new Database(source);
  const connection = new DedicatedConnection(testDatabase.url.relay, leaseSeconds, logger);
  let begun = 0;
  let ended = 0;
  const runner = new JobRunner({
    relayUrl: testDatabase.url.relay,
    database,
    connection,
    logger,
    leaseSeconds,
    handlers: {
      long: async ({ write }) => {
        begun++;
        const end = Date.now() + 3 * leaseSeconds * 1000;
        // Short transactions one after the other, as a bulk act has them; each throws when the job was given away.
        while (Date.now() < end) await write((transaction) => transaction.query('SELECT pg_sleep(0.05)'));
        ended++;
      },
    },
  });
  await connection.open();
  await runner.start();
  await database.write({ organizationId }, (transaction) => transaction.enqueue({ task: 'long', payload: {} }));
  await eventually('the end of the job', () => ended === 1, 10);
  expect(begun).toBe(1);
  await runner.stop();
  await connection.close();
  await source.destroy();
}, 20_000);

test('a job that was broken off because its process stops is gone on with at once by another, and has lost no attempt', async () => {
  const source = await openDataSource(testDatabase.url.app, [], 4).initialize();
  const database = new Database(source);
  const processes = await Promise.all(
    ['first', 'second'].map(async () => {
      const connection = new DedicatedConnection(testDatabase.url.relay, leaseSeconds, logger);
      await connection.open();
      return connection;
    }),
  );
  const runnerOn = (connection: DedicatedConnection, work: (signal: AbortSignal) => Promise<void>): JobRunner =>
    new JobRunner({ relayUrl: testDatabase.url.relay, database, connection, logger, leaseSeconds, handlers: { long: ({ signal }) => work(signal) } });
  let begun = false;
  const first = runnerOn(processes[0]!, async (signal) => {
    begun = true;
    await new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('The process stops'))));
  });
  await first.start();
  await database.write({ organizationId }, (transaction) => transaction.enqueue({ task: 'long', payload: {} }));
  await eventually('it has begun', () => begun);
  await first.stop();
  const relay = await testDatabase.connect('relay');
  const waiting = await relay.query('SELECT attempts, run_at <= now() AS due FROM graphile_worker._private_jobs');
  expect(waiting.rows).toEqual([{ attempts: 0, due: true }]);
  let ended = false;
  const second = runnerOn(processes[1]!, async () => {
    ended = true;
  });
  await second.start();
  await eventually('the other one has done it', () => ended, 5);
  await second.stop();
  await Promise.all(processes.map((connection) => connection.close()));
  await source.destroy();
}, 20_000);

interface WaitingJob {
  readonly attempts: number;
  readonly waitSeconds: number;
}

/** Runs a job that fails each time, and never waits: whenever it is to be tried later, that is noted and it is tried at once. */
async function failAgainAndAgain(error: Error, task: string, tries: number): Promise<{ waits: WaitingJob[]; begun: number; givenUp: number }> {
  const source = await openDataSource(testDatabase.url.app, [], 4).initialize();
  const database = new Database(source);
  const connection = new DedicatedConnection(testDatabase.url.relay, leaseSeconds, logger);
  await connection.open();
  let begun = 0;
  let givenUp = 0;
  const fail = async (): Promise<void> => {
    begun++;
    throw error;
  };
  const runner = new JobRunner({
    relayUrl: testDatabase.url.relay,
    database,
    connection,
    logger,
    leaseSeconds,
    handlers: { [task]: fail },
    whenGivenUp: { [task]: async () => void givenUp++ },
  });
  await runner.start();
  await database.write({ organizationId }, (transaction) => transaction.enqueue({ task, payload: {} }));
  const relay = await testDatabase.connect('relay');
  const waits: WaitingJob[] = [];
  await eventually(
    'it has failed often enough',
    async () => {
      const { rows } = await relay.query<WaitingJob>(
        `UPDATE graphile_worker._private_jobs j SET run_at = now() FROM graphile_worker._private_jobs b
         WHERE b.id = j.id AND j.locked_at IS NULL AND j.attempts < j.max_attempts AND j.last_error IS NOT NULL AND j.run_at > now()
         RETURNING j.attempts, extract(epoch FROM b.run_at - now())::float8 AS "waitSeconds"`,
      );
      waits.push(...rows);
      if (rows.length > 0) await relay.query(`SELECT pg_notify('jobs:insert', '{"r":"hurry","count":1}')`);
      return waits.length >= tries || givenUp > 0;
    },
    20,
  );
  await runner.stop();
  await connection.close();
  await source.destroy();
  await relay.query('DELETE FROM graphile_worker._private_jobs');
  return { waits, begun, givenUp };
}

test('a job that fails by a fault of ours is given up within minutes, after a few tries [20]', async () => {
  const { waits, begun, givenUp } = await failAgainAndAgain(new Error('a fault of ours'), 'broken', 20);
  expect([begun, givenUp]).toEqual([5, 1]);
  expect(waits.reduce((sum, { waitSeconds }) => sum + waitSeconds, 0)).toBeLessThan(180);
}, 30_000);

test('a database that is away counts as no attempt of the job, however long it is, and the job is tried again soon [21]', async () => {
  const away = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  const { waits, givenUp } = await failAgainAndAgain(away, 'waiting', 8);
  expect(givenUp).toBe(0);
  for (const wait of waits) expect(wait).toMatchObject({ attempts: 0, waitSeconds: expect.any(Number) });
  expect(Math.max(...waits.map(({ waitSeconds }) => waitSeconds))).toBeLessThan(5);
}, 30_000);
