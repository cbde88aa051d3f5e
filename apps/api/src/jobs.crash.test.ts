import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { eventually } from './platform/testing/eventually.ts';
import { openTestDatabase, type TestDatabase } from './platform/testing/test-database.ts';
import { CrashRig } from './testing/crash-rig.ts';

jest.setTimeout(150_000);

let testDatabase: TestDatabase;
let rig: CrashRig;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  rig = await CrashRig.open(testDatabase, 1_500);
});

afterEach(() => rig.killAll());

afterAll(async () => {
  await rig.close();
  await testDatabase.close();
});

/** Kills workers amid the rows of an operation; at least one of them was at it. */
async function killAmid(operationId: string, kills: number): Promise<number> {
  const killed = await rig.killAmid(operationId, kills);
  expect(killed).toBeGreaterThan(0);
  return killed;
}

test('workers killed over and over in an import, an assignment and a migration: everybody exactly once, and the same report [16, 20]', async () => {
  await rig.newOrganization();
  const importId = await rig.beginImport();
  let killed = await rig.killUntil(importId, 'PREVIEWED', 3, (times) => times * 60);
  const [preview] = await rig.query<{ counts: object }>('SELECT counts FROM operation WHERE id = $1', [importId]);
  expect(preview?.counts).toEqual({ NEW: rig.people });
  await rig.commit(importId);
  killed += await killAmid(importId, 3);
  const imported = await rig.tallyImport(importId);
  expect(imported.found).toEqual(imported.expected);

  const assignId = await rig.beginAssignment();
  await rig.commit(assignId);
  killed += await killAmid(assignId, 2);
  const assigned = await rig.tallyAssignment(assignId);
  expect(assigned.found).toEqual(assigned.expected);

  const migrateId = await rig.beginMigration();
  await rig.commit(migrateId);
  killed += await killAmid(migrateId, 2);
  const migrated = await rig.tallyMigration(migrateId);
  expect(migrated.found).toEqual(migrated.expected);
  expect(killed).toBeGreaterThanOrEqual(7);
});

test('the jobs of a killed worker are taken over within the lease, and those of a stopped one; the stopped one wakes and changes nothing [20]', async () => {
  await rig.newOrganization();
  const importId = await rig.beginImport();
  const zombie = await rig.startWorker();
  await rig.whenIn(importId, 'PREVIEWED', 30);
  await rig.commit(importId);
  await eventually('some rows are in', async () => (await rig.rowsDone(importId)) > 0, 30);
  zombie.stop();
  const stopped = performance.now();
  const heir = await rig.startWorker();
  await rig.whenIn(importId, 'DONE', 30);
  const seconds = (performance.now() - stopped) / 1000;
  expect(seconds).toBeLessThan(15);
  await pause(Math.max(0, 2_000 - (performance.now() - stopped)));
  zombie.resume();
  await pause(500);
  const { found, expected } = await rig.tallyImport(importId);
  expect(found).toEqual(expected);
  expect(await rig.heldJobs()).toBe(0);
  expect(heir.child.exitCode).toBeNull();
});
