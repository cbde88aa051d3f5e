import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeAbandonedTestServer } from '../postgres.ts';

const MIGRATE = `
import { appendFileSync } from 'node:fs';
appendFileSync(process.env.DATA_DIR + '/migrate-calls', 'x');
if (!process.env.DATABASE_OWNER_URL) throw new Error('no owner');
`;

const SEED = `
import { appendFileSync } from 'node:fs';
appendFileSync(process.env.DATA_DIR + '/seed-calls', 'x');
console.log('loading');
if (process.env.CRASH === 'while loading') process.kill(process.pid, 'SIGKILL');
console.log(JSON.stringify({ accounts: [{ who: 'Master admin', name: 'Ada', signIn: 'ada@northwind.example', password: 'secret-of-ada', app: 'admin' }] }));
`;

const SERVER = `
import { createServer } from 'node:http';
process.on('disconnect', () => process.exit(0));
process.on('SIGTERM', () => { if (process.env.STUBBORN !== '1') process.exit(0); });
if (process.env.CRASH === 'at start') throw new Error('planted crash at start');
createServer((request, response) => {
  if (request.url === '/crash') { console.error('planted crash'); process.exit(7); }
  response.end(request.url === '/env' ? JSON.stringify({ ...process.env, pid: process.pid }) : 'ok');
}).listen(Number(process.env.PORT), process.env.HOST);
`;

/** A clone's folder with the smallest programs that keep the API's side of the contract with `npm start`. */
export function createFixtureProject(): { root: string; remove: () => Promise<void> } {
  const root = mkdtempSync(join(tmpdir(), 'milepost-start-'));
  mkdirSync(join(root, 'apps/api/dist'), { recursive: true });
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }');
  for (const [name, code] of Object.entries({ migrate: MIGRATE, seed: SEED, server: SERVER })) writeFileSync(join(root, `apps/api/dist/${name}.js`), code);
  const remove = async () => {
    await removeAbandonedTestServer(join(root, '.data'));
    rmSync(root, { recursive: true, force: true });
  };
  return { root, remove };
}

/** A start of a fixture project. */
export interface Launched {
  child: ChildProcess;
  /** Everything that it said so far. */
  output: () => string;
  /** Resolves once it has said `text`; refuses if it ends before. */
  said: (text: string) => Promise<void>;
  /** The address that it printed. */
  origin: () => string;
  exitCode: Promise<number | null>;
}

/** Starts `root` with these variables and none of the database's from outside. */
export function launch(root: string, env: Record<string, string> = {}): Launched {
  const { DATABASE_URL: _a, DATABASE_OWNER_URL: _b, DATABASE_RELAY_URL: _c, PORT: _d, HOST: _e, ...rest } = process.env;
  const child = spawn(process.execPath, [join(import.meta.dirname, 'start-fixture.ts'), root], { env: { ...rest, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      for (const check of waiting) check();
    });
  }
  const exitCode = once(child, 'close').then(([code]: unknown[]) => code as number | null);
  const said = (wanted: string) =>
    new Promise<void>((resolve, reject) => {
      const check = () => {
        if (text.includes(wanted)) resolve();
      };
      waiting.add(check);
      check();
      void exitCode.then(() => reject(new Error(`It ended without saying "${wanted}":\n${text}`)));
    });
  return { child, output: () => text, said, origin: () => /GraphQL\s+(http:\S+)\/graphql/.exec(text)?.[1] ?? '', exitCode };
}
