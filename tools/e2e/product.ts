import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { serverOptions } from '../dev/start/server-options.ts';
import { supervise, type Supervised, waitUntilReady } from '../dev/start/supervise.ts';
import { apiEnv } from './seeded-database.ts';

const root = join(import.meta.dirname, '../..');

/** Compiled, because the API's sources have decorators. */
interface Compiled {
  readonly openTestDatabase: () => Promise<{ readonly url: Readonly<Record<'owner' | 'app' | 'relay', string>>; close(): Promise<void> }>;
}

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

/** Starts the built product with `processes` API processes on a copy of the demonstration; what cannot be started leaves nothing behind. */
export async function startProduct(processes: number): Promise<Product> {
  const { STORIES_DATA_DIR: seededFiles = '', STORIES_ACCOUNTS: seededAccounts = '[]' } = process.env;
  const accounts = JSON.parse(seededAccounts) as Account[];
  const { openTestDatabase } = (await import(pathToFileURL(join(root, 'apps/api/dist/platform/testing/test-database.js')).href)) as Compiled;
  const database = await openTestDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'milepost-stories-'));
  cpSync(seededFiles, dataDir, { recursive: true });
  const env = apiEnv(database.url, dataDir);
  const servers: Supervised[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(servers.map((server) => server.stop()));
    await database.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
  const start = async (index: number, port: number): Promise<void> => {
    const server = supervise([...serverOptions, join(root, 'apps/api/dist/server.js')], { cwd: root, env: { ...env, PORT: String(port) } });
    servers[index] = server;
    await waitUntilReady(`http://127.0.0.1:${port}/readyz`, server, new AbortController().signal);
  };
  try {
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

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
