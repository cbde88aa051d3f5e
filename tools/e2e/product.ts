import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestDatabase, stopTestDatabase } from '../jest/test-database.ts';
import { runToEnd } from '../dev/start/run-to-end.ts';
import { serverOptions } from '../dev/start/server-options.ts';
import { supervise, type Supervised, waitUntilReady } from '../dev/start/supervise.ts';

const root = join(import.meta.dirname, '../..');
const scriptWithinMs = 90_000;

/** One way into the demonstration organization. */
export interface Account {
  readonly who: string;
  readonly name: string;
  readonly signIn: string;
  readonly password: string;
}

/** The product as its users meet it: several API processes on one database, with the demonstration organization. */
export interface Product {
  /** The address of each API process. */
  readonly origins: readonly string[];
  account(who: string): Account;
  /** Kills one API process without a word, and starts it again on the same address. */
  restart(index: number): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the built product with `processes` API processes; what cannot be started leaves nothing behind. */
export async function startProduct(processes: number): Promise<Product> {
  await startTestDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'milepost-stories-'));
  const servers: Supervised[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(servers.map((server) => server.stop()));
    await stopTestDatabase();
    rmSync(dataDir, { recursive: true, force: true });
  };
  const env = {
    ...process.env,
    DATABASE_OWNER_URL: process.env.TEST_OWNER_URL,
    DATABASE_URL: process.env.TEST_APP_URL,
    DATABASE_RELAY_URL: process.env.TEST_RELAY_URL,
    MILEPOST_SECRET: 'a secret of the stories, long enough',
    DATA_DIR: dataDir,
    STATIC_ADMIN_DIR: join(root, 'apps/admin/dist/site'),
    STATIC_LEARNER_DIR: join(root, 'apps/learner/dist/site'),
    LOG_LEVEL: 'warn',
  };
  const start = async (index: number, port: number): Promise<void> => {
    const server = supervise([...serverOptions, join(root, 'apps/api/dist/server.js')], { cwd: root, env: { ...env, PORT: String(port) } });
    servers[index] = server;
    await waitUntilReady(`http://127.0.0.1:${port}/readyz`, server, new AbortController().signal);
  };
  try {
    await run('migrate.js', env);
    const seeded = await run('seed.js', env);
    const { accounts } = JSON.parse(seeded.trim().split('\n').at(-1) ?? '') as { accounts: Account[] };
    const ports = await Promise.all(Array.from({ length: processes }, freePort));
    await Promise.all(ports.map((port, index) => start(index, port)));
    return {
      origins: ports.map((port) => `http://127.0.0.1:${port}`),
      account: (who) => {
        const account = accounts.find((each) => each.who === who);
        if (!account) throw new Error(`The demonstration has no ${who}`);
        return account;
      },
      restart: async (index) => {
        await servers[index]?.stop(true);
        await start(index, ports[index]!);
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function run(script: string, env: NodeJS.ProcessEnv): Promise<string> {
  return await runToEnd(script, ['--enable-source-maps', join(root, 'apps/api/dist', script)], { cwd: root, env, signal: AbortSignal.timeout(scriptWithinMs) });
}

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
