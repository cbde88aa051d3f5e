import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestDatabase, stopTestDatabase } from '../jest/test-database.ts';
import { serverOptions } from '../dev/start/server-options.ts';

const root = join(import.meta.dirname, '../..');
const readyWithinMs = 60_000;

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

/** Starts the built product with `processes` API processes. */
export async function startProduct(processes: number): Promise<Product> {
  await startTestDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'milepost-stories-'));
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
  await runToEnd('migrate.js', env);
  const seeded = await runToEnd('seed.js', env);
  const { accounts } = JSON.parse(seeded.trim().split('\n').at(-1) ?? '') as { accounts: Account[] };
  const ports = await Promise.all(Array.from({ length: processes }, freePort));
  const servers = await Promise.all(ports.map((port) => startServer(port, env)));
  return {
    origins: ports.map((port) => `http://127.0.0.1:${port}`),
    account: (who) => {
      const account = accounts.find((each) => each.who === who);
      if (!account) throw new Error(`The demonstration has no ${who}`);
      return account;
    },
    restart: async (index) => {
      await end(servers[index], 'SIGKILL');
      servers[index] = await startServer(ports[index] ?? 0, env);
    },
    stop: async () => {
      await Promise.all(servers.map((server) => end(server, 'SIGTERM')));
      await stopTestDatabase();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function runToEnd(script: string, env: NodeJS.ProcessEnv): Promise<string> {
  const child = spawn(process.execPath, [...serverOptions, join(root, 'apps/api/dist', script)], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (part: Buffer) => (output += part.toString()));
  const code = await new Promise((resolve) => child.on('exit', resolve));
  if (code !== 0) throw new Error(`${script} ended with ${String(code)}: ${output}`);
  return output;
}

async function startServer(port: number, env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const child = spawn(process.execPath, [...serverOptions, join(root, 'apps/api/dist/server.js')], {
    env: { ...env, PORT: String(port) },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const deadline = Date.now() + readyWithinMs;
  while (!(await isReady(port))) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error('The API did not become ready');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return child;
}

async function isReady(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/readyz`).then(
    (answer) => answer.ok,
    () => false,
  );
}

async function end(child: ChildProcess | undefined, signal: NodeJS.Signals): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.on('exit', resolve));
  child.kill(signal);
  await ended;
}

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
