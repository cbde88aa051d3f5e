import { existsSync, mkdirSync, mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { removeAbandonedTestServer, startPostgres } from '../dev/postgres.ts';
import { chooseDatabase, type Database } from '../dev/start/choose-database.ts';
import { runToEnd } from '../dev/start/run-to-end.ts';

const root = join(import.meta.dirname, '../..');
const PREFIX = 'milepost-test-';
/** A folder this young may belong to a run that has not started its server yet. */
const YOUNG_MS = 60_000;

let stop: (() => Promise<void>) | undefined;

/**
 * Starts a PostgreSQL for one run of the tests, or uses the one at `TEST_DATABASE_URL` (an owner that may create databases and roles), and says where in
 * `TEST_OWNER_URL`, `TEST_APP_URL` and `TEST_RELAY_URL`. They lead to the database that each test worker copies (`create database … template …`);
 * `prepareTemplate` in the API's `platform/testing`, where there is one, has migrated it by then.
 */
export async function startTestDatabase(): Promise<void> {
  await removeAbandonedTestServers();
  const database = process.env.TEST_DATABASE_URL ? await givenDatabase(process.env.TEST_DATABASE_URL) : await embeddedDatabase();
  stop = database.stop;
  process.env.TEST_OWNER_URL = database.owner;
  process.env.TEST_APP_URL = database.app;
  process.env.TEST_RELAY_URL = database.relay;
  try {
    await prepareTemplate(database.owner);
  } catch (error) {
    // jest calls no teardown after a setup that failed.
    await stopTestDatabase();
    throw error;
  }
}

/** Stops what `startTestDatabase` started, with its data. */
export async function stopTestDatabase(): Promise<void> {
  await stop?.();
  stop = undefined;
}

/** Stops and deletes the servers of test runs that were killed. */
export async function removeAbandonedTestServers(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const folder = join(tmpdir(), name);
    if (!name.startsWith(PREFIX) || !isOurs(folder)) continue;
    await removeAbandonedTestServer(folder).catch((error: unknown) => {
      // Another run may have removed it at the same moment.
      if (existsSync(folder)) throw error;
    });
  }
}

function isOurs(folder: string): boolean {
  const { uid, mtimeMs } = statSync(folder);
  return (!process.getuid || uid === process.getuid()) && Date.now() - mtimeMs > YOUNG_MS;
}

type TestDatabase = Pick<Database, 'owner' | 'app' | 'relay' | 'stop'>;

async function embeddedDatabase(): Promise<TestDatabase> {
  const postgres = await startPostgres({ dataDir: mkdtempSync(join(tmpdir(), PREFIX)), purpose: 'test' });
  return { owner: postgres.url('owner'), app: postgres.url('app'), relay: postgres.url('relay'), stop: postgres.stop };
}

async function givenDatabase(url: string): Promise<TestDatabase> {
  const dataDir = join(root, '.data/given-test-database');
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  return await chooseDatabase(dataDir, { DATABASE_URL: url });
}

/** The hook is compiled, because its imports have decorators, which Node's own reading of TypeScript does not know. */
async function prepareTemplate(ownerUrl: string): Promise<void> {
  if (!existsSync(join(root, 'apps/api/src/platform/testing/prepare-template.ts'))) return;
  await runToEnd('Compiling the API', [join(root, 'node_modules/typescript/bin/tsc'), '-b', 'apps/api'], { cwd: root });
  const compiled = pathToFileURL(join(root, 'apps/api/dist/platform/testing/prepare-template.js')).href;
  const hook = (await import(compiled)) as { prepareTemplate: (ownerUrl: string) => Promise<void> };
  await hook.prepareTemplate(ownerUrl);
}
