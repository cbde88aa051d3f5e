import { type ChildProcess, fork } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../dev/postgres/cluster.ts';
import type { EmbeddedPostgres } from '../dev/postgres.ts';
import { waitUntilReady } from '../dev/start/supervise.ts';
import type { World } from './dataset/generate.ts';
import { serverOptions } from '../dev/start/server-options.ts';

const root = join(import.meta.dirname, '../..');
const secret = randomBytes(32).toString('base64url');

/** A server that is measured. */
export interface Measured {
  readonly port: number;
  readonly pid: number;
  /** The most memory that it has had, in MiB; undefined where the system does not tell. */
  readonly peakMemory: () => number | undefined;
  /** Counts its peak memory from now on. */
  readonly forgetPeak: () => void;
  readonly stop: () => Promise<void>;
}

/** The text of the trusted document of either app that has this operation, and its id. */
export function findDocument(operation: string): string {
  for (const documents of ['admin', 'learner'].map(readDocuments)) {
    const found = Object.entries(documents).find(([, text]) => new RegExp(`(query|mutation|subscription) ${operation}\\b`).test(text));
    if (found) return found[0];
  }
  throw new Error(`No app has a document ${operation}`);
}

function readDocuments(app: string): Record<string, string> {
  return JSON.parse(readFileSync(join(root, 'apps', app, 'src/gql/trusted-documents.json'), 'utf8')) as Record<string, string>;
}

/** Starts the API as it is deployed: one process, with sign-in, tenancy and the trusted documents of both apps. */
export async function startApi(postgres: EmbeddedPostgres, dataDir: string, roles = 'web,worker'): Promise<Measured> {
  const port = await freePort();
  const site = (app: string): string => {
    const folder = join(dataDir, `site-${app}`);
    mkdirSync(join(folder, 'assets'), { recursive: true });
    writeFileSync(join(folder, 'index.html'), '<!doctype html>');
    writeFileSync(join(folder, 'trusted-documents.json'), JSON.stringify(readDocuments(app)));
    return folder;
  };
  const child = fork(join(root, 'apps/api/dist/server.js'), {
    execArgv: [...serverOptions],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: String(port),
      DATABASE_URL: postgres.url('app'),
      DATABASE_RELAY_URL: postgres.url('relay'),
      MILEPOST_SECRET: secret,
      MILEPOST_ROLES: roles,
      DATA_DIR: dataDir,
      STATIC_ADMIN_DIR: site('admin'),
      STATIC_LEARNER_DIR: site('learner'),
      LOG_LEVEL: 'warn',
      NODE_ENV: 'production',
    },
  });
  const ended = once(child, 'exit').then(([code]) => `exit code ${String(code)}`);
  await waitUntilReady(`http://127.0.0.1:${port}/readyz`, { ended }, AbortSignal.timeout(60_000));
  return measured(child, port);
}

/** Starts the server to compare with. */
export async function startBare(postgres: EmbeddedPostgres, world: World): Promise<Measured> {
  const child = fork(join(import.meta.dirname, 'bare/bare-server.ts'), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, BENCH_DATABASE_URL: postgres.url('superuser'), BENCH_ORGANIZATION: world.organizationId, NODE_ENV: 'production' },
  });
  const [port] = (await once(child, 'message')) as [number];
  return measured(child, port);
}

function measured(child: ChildProcess, port: number): Measured {
  return {
    port,
    pid: child.pid!,
    peakMemory: () => {
      try {
        return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024);
      } catch {
        return undefined;
      }
    },
    forgetPeak: () => {
      try {
        writeFileSync(`/proc/${child.pid}/clear_refs`, '5');
      } catch {
        // Where the system does not tell it, there is none to forget.
      }
    },
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      await exit;
    },
  };
}

/** The `Cookie` header of a session whose token is known. */
export function sessionCookie(token: string): string {
  let value = 0;
  for (const char of secret) value = (Math.imul(value, 31) + char.charCodeAt(0)) >>> 0;
  return `milepost-${value.toString(36)}.session_token=${token}`;
}

/** The token of a person's session in the benchmark. */
export function tokenOf(personId: string): string {
  return createHash('sha256').update(`${secret}${personId}`).digest('hex');
}
