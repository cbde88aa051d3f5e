import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { openDataSource } from '../database/data-source.ts';
import { Database } from '../database/database.ts';
import { newId } from '../database/new-id.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';

const organizationId = newId();
let testDatabase: TestDatabase;
let source: DataSource;
let database: Database;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  source = await openDataSource(testDatabase.url.app, [], 4).initialize();
  database = new Database(source, undefined, undefined, { 'people.changed': ['first', 'second'], 'plan.changed': ['third'] });
});

afterAll(async () => {
  await source.destroy();
  await testDatabase.close();
});

async function takeJobs(): Promise<{ task: string; payload: unknown }[]> {
  const relay = await testDatabase.connect('relay');
  const { rows } = await relay.query<{ task: string; payload: unknown }>(
    `SELECT t.identifier AS task, j.payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
     ORDER BY t.identifier`,
  );
  await relay.query('DELETE FROM graphile_worker._private_jobs');
  return rows;
}

test('what reacts to an event is enqueued with it, with the ids of the event', async () => {
  const personId = newId();
  await database.write({ organizationId }, (transaction) =>
    transaction.emit({ type: 'people.changed', ids: { personId } }, { type: 'nobody.listens', ids: { personId } }),
  );
  expect(await takeJobs()).toEqual([
    { task: 'first', payload: { personId, organizationId } },
    { task: 'second', payload: { personId, organizationId } },
  ]);
});

test('nothing reacts to what was rolled back', async () => {
  const failing = database.write({ organizationId }, async (transaction) => {
    await transaction.emit({ type: 'plan.changed', ids: { planId: newId() } });
    throw new Error('changed its mind');
  });
  await expect(failing).rejects.toThrow('changed its mind');
  expect(await takeJobs()).toEqual([]);
});
