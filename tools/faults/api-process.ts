import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { eventually } from './eventually.ts';
import { serverOptions } from '../dev/start/server-options.ts';

const root = join(import.meta.dirname, '../..');

/** One process of the built product, as it is deployed. */
export interface ApiProcess {
  readonly origin: string;
  readonly logs: readonly string[];
  /** How it ended; undefined while it lives. */
  readonly end: () => string | undefined;
  /** SIGKILL: no goodbye. */
  kill(): Promise<void>;
}

/** Starts `server.js` on `port` (0: a free one); resolves when it listens. */
export async function startApi(env: NodeJS.ProcessEnv, port = 0): Promise<ApiProcess> {
  const child = spawn(process.execPath, [...serverOptions, join(root, 'apps/api/dist/server.js')], {
    env: { PATH: process.env.PATH, LOG_LEVEL: 'info', ...env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const logs: string[] = [];
  let end: string | undefined;
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => logs.push(part.toString('utf8')));
  child.on('exit', (code, signal) => (end = signal ?? `exit code ${String(code)}`));
  const listens = await eventually('the API listens', () => {
    if (end) throw new Error(`The API ended (${end}): ${logs.join('')}`);
    return /"port":(\d+).*"listening"/.exec(logs.join(''))?.[1];
  }, 60);
  return {
    origin: `http://127.0.0.1:${listens}`,
    logs,
    end: () => end,
    kill: async () => {
      if (end !== undefined) return;
      const exit = once(child, 'exit');
      child.kill('SIGKILL');
      await exit;
    },
  };
}
