import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { openDataSource } from './data-source.ts';
import { Database } from './database.ts';
import { newId } from './new-id.ts';

let testDatabase: TestDatabase;
let database: Database;
let destroy: () => Promise<void>;
const [ours, theirs] = [newId(), newId()] as [string, string];

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  const source = await openDataSource(testDatabase.url.app, [], 8).initialize();
  destroy = () => source.destroy();
  database = new Database(source);
  for (const organizationId of [ours, theirs]) {
    await database.write({ organizationId }, async (transaction) => {
      await transaction.query('INSERT INTO organization (organization_id, name) VALUES ($1, $2)', [organizationId, 'Example']);
      await transaction.query(
        `INSERT INTO department (organization_id, id, name, name_key) SELECT $1, gen_random_uuid(), n::text, n::text FROM generate_series(1, 20) n`,
        [organizationId],
      );
    });
  }
});

afterAll(async () => {
  await destroy();
  await testDatabase.close();
});

const countDepartments = 'SELECT count(*)::int AS n, count(DISTINCT organization_id)::int AS tenants FROM department';

describe('row-level security', () => {
  test('without a tenant nothing is visible, to the owner neither', async () => {
    for (const role of ['app', 'owner'] as const) {
      const client = await testDatabase.connect(role);
      expect((await client.query(countDepartments)).rows).toEqual([{ n: 0, tenants: 0 }]);
    }
  });

  test('a connection that comes back from the pool shows nothing of the tenant that had it before', async () => {
    const client = await testDatabase.connect('app');
    await client.query(`BEGIN; SELECT set_config('app.organization_id', '${ours}', true)`);
    expect((await client.query(countDepartments)).rows).toEqual([{ n: 20, tenants: 1 }]);
    await client.query('COMMIT');
    expect((await client.query(`SELECT current_setting('app.organization_id', true) AS left`)).rows).toEqual([{ left: '' }]);
    expect((await client.query(countDepartments)).rows).toEqual([{ n: 0, tenants: 0 }]);
  });

  test('a transaction that forgets to filter still sees its own organization only', async () => {
    const rows = await database.read({ organizationId: ours }, (transaction) => transaction.query(countDepartments));
    expect(rows).toEqual([{ n: 20, tenants: 1 }]);
  });

  test('what is read at once is as fenced; what is asked after the first answer, and so behind its end, is refused', async () => {
    const once = await database.readAtOnce({ organizationId: ours }, (transaction) =>
      Promise.all([transaction.query(countDepartments), transaction.query(countDepartments)]),
    );
    expect(once).toEqual([[{ n: 20, tenants: 1 }], [{ n: 20, tenants: 1 }]]);
    const late = database.readAtOnce({ organizationId: ours }, async (transaction) => {
      await transaction.query(countDepartments);
      return transaction.query(countDepartments);
    });
    await expect(late).rejects.toThrow('has ended');
    await expect(database.readAtOnce({ organizationId: ours }, (transaction) => transaction.query('SELECT 1 / 0'))).rejects.toThrow('division by zero');
    await expect(database.readAtOnce({ organizationId: theirs }, (transaction) => transaction.query(countDepartments))).resolves.toEqual([{ n: 20, tenants: 1 }]);
  });

  test('generic plans hold for the reading that asked for them and for none after it', async () => {
    const mode = (plans?: 'GENERIC') =>
      database.readAtOnce({ organizationId: ours }, (transaction) => transaction.query(`SELECT current_setting('plan_cache_mode') AS mode`), plans);
    expect([await mode('GENERIC'), await mode()]).toEqual([[{ mode: 'force_generic_plan' }], [{ mode: 'auto' }]]);
  });

  test('a row of another organization is neither written, nor changed, nor deleted', async () => {
    await database.write({ organizationId: ours }, async (transaction) => {
      expect(await transaction.execute('UPDATE department SET name = name WHERE organization_id = $1', [theirs])).toBe(0);
    });
    const insert = database.write({ organizationId: ours }, (transaction) =>
      transaction.query(`INSERT INTO department (organization_id, id, name, name_key) VALUES ($1, $2, 'x', 'x')`, [theirs, newId()]),
    );
    await expect(insert).rejects.toThrow('violates row-level security policy');
    const move = database.write({ organizationId: ours }, (transaction) => transaction.query('UPDATE department SET organization_id = $1', [theirs]));
    await expect(move).rejects.toThrow(/violates row-level security policy|violates foreign key/);
  });

  test('a foreign key to a row of another organization is refused, and its message does not tell whether that row exists', async () => {
    const [foreign] = await database.read({ organizationId: theirs }, (transaction) => transaction.query<{ id: string }>('SELECT id FROM department LIMIT 1'));
    const link = (parentId: string) =>
      database.write({ organizationId: ours }, (transaction) =>
        transaction.query(`INSERT INTO department (organization_id, id, parent_id, name, name_key) VALUES ($1, $2, $3, 'child', 'child')`, [ours, newId(), parentId]),
      );
    const messages = await Promise.all([link(foreign!.id), link(newId())].map((attempt) => attempt.catch((error: Error) => error.message)));
    expect(messages[0]).toBe(messages[1]);
    expect(messages[0]).toContain('violates foreign key constraint');
  });

  test('a statement in a read cannot write', async () => {
    const write = database.read({ organizationId: ours }, (transaction) => transaction.query(`UPDATE department SET name = 'x'`));
    await expect(write).rejects.toThrow('read-only transaction');
  });

  test('what is no id of an organization opens no transaction', async () => {
    await expect(database.read({ organizationId: `${ours}'; SELECT '` }, async () => 1)).rejects.toThrow('needs the id of an organization');
  });

  test('200 transactions of two organizations at once over eight connections each see their own', async () => {
    const seen = await Promise.all(
      Array.from({ length: 200 }, async (_, index) => {
        const organizationId = index % 2 === 0 ? ours : theirs;
        const act = index % 5 === 0 ? database.write.bind(database) : database.read.bind(database);
        try {
          return await act({ organizationId }, async (transaction) => {
            const before = await transaction.query<{ id: string }>('SELECT DISTINCT organization_id AS id FROM department');
            if (index % 7 === 0) throw new Error('given up');
            const after = await transaction.query<{ id: string }>('SELECT organization_id AS id FROM organization');
            return [...before, ...after].every((row) => row.id === organizationId) && after.length === 1;
          });
        } catch (error) {
          return (error as Error).message === 'given up';
        }
      }),
    );
    expect(seen.filter((isRight) => !isRight)).toEqual([]);
  });
});
