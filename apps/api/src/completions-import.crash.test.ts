import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from './platform/testing/test-database.ts';
import { CrashRig } from './testing/crash-rig.ts';

jest.setTimeout(150_000);

let testDatabase: TestDatabase;
let rig: CrashRig;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  rig = await CrashRig.open(testDatabase, 1_000);
});

afterAll(async () => {
  await rig.close();
  await testDatabase.close();
});

test('workers killed over and over in the analysis and the import of a file of completions: each row once, and the same report [U21, U26, 16, 20]', async () => {
  await rig.newOrganization();
  await rig.newPeople();
  const [people] = await rig.query<{ count: number }>('SELECT count(*)::int FROM person WHERE email IS NOT NULL');
  const { count } = people!;
  const id = await rig.beginCompletions();
  const analysing = await rig.killUntil(id, 'PREVIEWED', 5, (times) => times * 60);
  const [preview] = await rig.query<{ counts: object; chunks: number }>(
    'SELECT counts, (SELECT count(DISTINCT number)::int FROM operation_chunk c WHERE c.operation_id = o.id) AS chunks FROM operation o WHERE id = $1',
    [id],
  );
  expect(preview?.counts).toEqual({ NEW: count * 2, ERROR: count + 1 });
  await rig.commit(id);
  const applying = await rig.killAmid(id, 5);
  expect(analysing + applying).toBeGreaterThanOrEqual(6);
  const [found] = await rig.query<object>(
    `SELECT o.state, o.result, count(*)::int AS facts, count(DISTINCT (f.person_id, f.subject_id))::int AS distinct FROM operation o
     JOIN completion_fact f ON f.operation_id = o.id AND f.origin = 'IMPORT' WHERE o.id = $1 GROUP BY o.state, o.result`,
    [id],
  );
  expect(found).toEqual({ state: 'DONE', result: { NEW: count * 2, ERROR: count + 1 }, facts: count * 2, distinct: count * 2 });
});
