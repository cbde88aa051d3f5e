import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { openDataSource } from '../database/data-source.ts';
import { Database } from '../database/database.ts';
import { newId } from '../database/new-id.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { openFileStore, type FileStore } from './file-store.ts';
import { sweepFiles } from './sweep-files.ts';

let folder: string;
let store: FileStore;
let testDatabase: TestDatabase;
let database: Database;
let close: () => Promise<void>;
let hours = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sweep-'));
  store = await openFileStore(folder);
  testDatabase = await openTestDatabase();
  const source = await openDataSource(testDatabase.url.app, [], 2, 10).initialize();
  database = new Database(source, undefined, () => new Date(Date.now() + hours * 3_600_000));
  close = () => source.destroy();
});

afterAll(async () => {
  await close();
  await testDatabase.close();
  await rm(folder, { recursive: true });
});

test('a file whose row was never written goes after a day, and one with a row stays; so do uploads that nobody has gone on with', async () => {
  const [organizationId, known, orphan] = [newId(), newId(), newId()];
  await database.write({ organizationId }, async (transaction) => {
    await transaction.query("INSERT INTO organization (organization_id, name, default_locale, default_time_zone) VALUES ($1, 'Example', 'en', 'Europe/Berlin')", [organizationId]);
    await transaction.query(
      `INSERT INTO stored_file (organization_id, id, name, media_type, size, sha256, storage_key, purpose) VALUES ($1, $2, 'a.csv', 'text/csv', 1, '\\x00', $3, 'IMPORT')`,
      [organizationId, known, `${organizationId}/${known}`],
    );
  });
  await mkdir(store.pathOf(organizationId));
  await mkdir(store.pathOf('lost+found'));
  for (const name of [known, orphan]) await writeFile(store.pathOf(`${organizationId}/${name}`), 'x');
  await writeFile(join(store.incoming, 'begun'), 'x');
  hours = 23;
  expect(await sweepFiles(store, database)).toBe(0);
  hours = 25;
  expect(await sweepFiles(store, database)).toBe(2);
  expect((await readdir(store.pathOf(organizationId))).map((name) => basename(name))).toEqual([known]);
  expect(await readdir(store.incoming)).toEqual([]);
});
