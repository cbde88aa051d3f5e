import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { eventually } from './eventually.ts';
import type { TestDatabase } from './test-database.ts';

/** A process of the product, to be killed. */
export interface ServerProcess {
  readonly child: ChildProcess;
  readonly logs: string[];
  /** SIGKILL: no goodbye. Resolves when the process is gone. */
  kill(): Promise<void>;
  stop(): void;
  resume(): void;
}

/** The compiled server: the tests' setup has built it. */
const script = fileURLToPath(new URL('../../../dist/server.js', import.meta.url));

/** Seconds; a machine that builds and tests beside has little left for a process that begins. */
const patience = 60;

/** Starts the real server as a process of its own, on any port; resolves when it listens. */
export async function spawnServer(database: TestDatabase, env: NodeJS.ProcessEnv): Promise<ServerProcess> {
  const child = spawn(process.execPath, [script], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: database.url.app,
      DATABASE_RELAY_URL: database.url.relay,
      MILEPOST_SECRET: 'a secret that is known to tests only',
      PORT: '0',
      DATABASE_POOL_SIZE: '4',
      LOG_LEVEL: 'info',
      ...env,
    },
  });
  const logs: string[] = [];
  let ended = false;
  child.stdout.on('data', (data: Buffer) => logs.push(data.toString('utf8')));
  child.stderr.on('data', (data: Buffer) => logs.push(data.toString('utf8')));
  child.on('exit', () => (ended = true));
  await eventually('the server process listens', () => {
    if (ended) throw new Error(`The server process ended: ${logs.join('')}`);
    return logs.some((line) => line.includes('"listening"'));
  }, patience);
  return {
    child,
    logs,
    kill: async () => {
      child.kill('SIGKILL');
      await eventually('the process is gone', () => ended);
    },
    stop: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
  };
}
