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
