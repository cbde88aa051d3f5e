import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withClient } from '../dev/postgres/prepare-database.ts';
import { runToEnd } from '../dev/start/run-to-end.ts';
import { startTestDatabase, stopTestDatabase } from '../jest/test-database.ts';

const root = join(import.meta.dirname, '../..');
/** It takes twenty seconds. */
const seededWithinMs = 120_000;

/**
 * Starts a PostgreSQL with the demonstration organization, of which each story gets a copy, and says where in `TEST_OWNER_URL`, `TEST_APP_URL` and
 * `TEST_RELAY_URL`; its files in `STORIES_DATA_DIR`, who can sign in in `STORIES_ACCOUNTS`. What does not come to its end is looked at and begun anew, once.
 */
export async function startSeededDatabase(): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await seed();
    } catch (error) {
      await stopSeededDatabase();
      if (attempt === 2) throw error;
      console.error('\n!! The demonstration organization was not loaded; once more.', error);
    }
  }
}

/** Stops what `startSeededDatabase` started, with its data. */
export async function stopSeededDatabase(): Promise<void> {
  const { STORIES_DATA_DIR: dataDir } = process.env;
  if (dataDir) rmSync(dataDir, { recursive: true, force: true });
  await stopTestDatabase();
}

/** What the API is told in its environment. */
export function apiEnv(database: Readonly<Record<'owner' | 'app' | 'relay', string>>, dataDir: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    DATABASE_OWNER_URL: database.owner,
    DATABASE_URL: database.app,
    DATABASE_RELAY_URL: database.relay,
    MILEPOST_SECRET: 'a secret of the stories, long enough',
    DATA_DIR: dataDir,
    STATIC_ADMIN_DIR: join(root, 'apps/admin/dist/site'),
    STATIC_LEARNER_DIR: join(root, 'apps/learner/dist/site'),
    LOG_LEVEL: 'warn',
  };
}

async function seed(): Promise<void> {
  await startTestDatabase();
  const { TEST_OWNER_URL: owner = '', TEST_APP_URL: app = '', TEST_RELAY_URL: relay = '' } = process.env;
  const dataDir = mkdtempSync(join(tmpdir(), 'milepost-stories-'));
  process.env.STORIES_DATA_DIR = dataDir;
  const env = apiEnv({ owner, app, relay }, dataDir);
  const timeout = AbortSignal.timeout(seededWithinMs);
  const run = (script: string): Promise<string> => runToEnd(script, ['--enable-source-maps', join(root, 'apps/api/dist', script)], { cwd: root, env, signal: timeout });
  const looked = setTimeout(() => void lookWhatItWaitsFor(relay), seededWithinMs - 10_000);
  try {
    await run('migrate.js');
    const { accounts } = JSON.parse((await run('seed.js')).trim().split('\n').at(-1) ?? '') as { accounts: unknown };
    process.env.STORIES_ACCOUNTS = JSON.stringify(accounts);
  } finally {
    clearTimeout(looked);
  }
}

/** Prints what goes on in the database and which jobs wait: that it should ever be needed is a fault that was not found yet (decision 0046). */
async function lookWhatItWaitsFor(relayUrl: string): Promise<void> {
  const found = await withClient(relayUrl, async (client) => ({
    backends: (await client.query('SELECT usename, state, wait_event_type, wait_event, now() - xact_start AS age, left(query, 200) AS query, pg_blocking_pids(pid) AS blocked_by FROM pg_stat_activity WHERE datname = current_database()')).rows as unknown,
    jobs: (await client.query('SELECT j.id, j.run_at, j.attempts, j.last_error, j.locked_at, j.locked_by, j.payload FROM graphile_worker._private_jobs j')).rows as unknown,
  })).catch((error: unknown) => error);
  console.error('!! Loading the demonstration organization has not ended. In the database:', JSON.stringify(found, undefined, 1));
}
