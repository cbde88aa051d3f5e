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
