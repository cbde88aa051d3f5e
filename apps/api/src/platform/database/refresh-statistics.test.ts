import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { openDataSource } from './data-source.ts';
import { Database } from './database.ts';
import { newId } from './new-id.ts';
import { refreshStatistics } from './refresh-statistics.ts';

let testDatabase: TestDatabase;
let source: DataSource;
let database: Database;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  source = await openDataSource(testDatabase.url.app, [], 4).initialize();
  database = new Database(source);
});

afterAll(async () => {
  await source.destroy();
  await testDatabase.close();
});

/** So many departments of an organization, and what the database then learns of them. */
async function grow(organizationId: string, rows: number): Promise<void> {
  await database.write({ organizationId }, async (transaction) => {
    await transaction.query('INSERT INTO organization (organization_id, name) VALUES ($1, $2) ON CONFLICT DO NOTHING', [organizationId, 'Example']);
    await transaction.query(
      `INSERT INTO department (organization_id, id, name, name_key, created_at, updated_at)
       SELECT $1, gen_random_uuid(), concat('D', n), concat('d', n), now(), now() FROM generate_series(1, $2::int) n`,
      [organizationId, rows],
    );
  });
  await database.write({ organizationId }, (transaction) => refreshStatistics(transaction, ['department'], rows));
}

/** How many rows the planner believes an organization to have. */
const believed = (organizationId: string): Promise<number> =>
  database.read({ organizationId }, async (transaction) => {
    const [row] = await transaction.query<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>(`EXPLAIN (FORMAT JSON) SELECT FROM department WHERE organization_id = '${organizationId}'`);
    return row!['QUERY PLAN'][0].Plan['Plan Rows'];
  });

test('an organization that begins among larger ones is known by its own size, not by that of the table [0016]', async () => {
  const [large, small] = [newId(), newId()];
  await grow(large, 4_000);
  expect(await believed(large)).toBeGreaterThan(3_500);
  await grow(small, 500);
  expect(await believed(small)).toBeGreaterThan(400);
});
