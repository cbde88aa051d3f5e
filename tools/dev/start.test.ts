import { once } from 'node:events';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { freePort } from './postgres/cluster.ts';
import { isAlive } from './postgres/holders.ts';
import { createFixtureProject, launch, type Launched } from './testing/fixture-project.ts';

jest.setTimeout(90_000);

const projects: ReturnType<typeof createFixtureProject>[] = [];
const launches: Launched[] = [];

function newProject(): string {
  const project = createFixtureProject();
  projects.push(project);
  return project.root;
}

function start(root: string, env?: Record<string, string>): Launched {
  const launched = launch(root, env);
  launches.push(launched);
  return launched;
}

async function startUntilReady(root: string, env?: Record<string, string>): Promise<Launched> {
  const launched = start(root, env);
  await launched.said('Ctrl-C stops everything.');
  return launched;
}

const environmentOf = async (launched: Launched) => (await (await fetch(`${launched.origin()}/env`)).json()) as Record<string, string> & { pid: number };

const databasePort = (launched: Launched) => Number(/Database … embedded, .*port (\d+)/.exec(launched.output())?.[1]);

async function isFree(port: number): Promise<boolean> {
  return await new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

afterEach(async () => {
  for (const { child, exitCode } of launches.splice(0)) {
    child.kill('SIGTERM');
    await exitCode;
  }
});

afterAll(async () => {
  for (const project of projects) await project.remove();
});

describe('a start', () => {
  let root: string;
  beforeAll(() => {
    root = newProject();
  });

  test('says every step with its seconds, where to go and whom to sign in as', async () => {
    const launched = await startUntilReady(root);
    for (const line of ['Build … unchanged', 'Database … embedded, started', 'Migrations … done', 'Demonstration organization … there', 'API … ready']) {
      expect(launched.output()).toMatch(new RegExp(`${line}[^\\n]* \\(\\d+\\.\\d s\\)\\n`));
    }
    expect(launched.output()).toContain(`Admin     ${launched.origin()}/admin`);
    expect(launched.output()).toMatch(/Master admin\s+Ada\s+ada@northwind\.example\s+secret-of-ada/);
  });

  test('later prints the same accounts from a file that only its owner reads, without loading them again', async () => {
    const launched = await startUntilReady(root);
    expect(launched.output()).toContain('secret-of-ada');
    expect(readFileSync(join(root, '.data/seed-calls'), 'utf8')).toBe('x');
    expect(statSync(join(root, '.data/demo-accounts.json')).mode & 0o777).toBe(0o600);
  });

  test('gives the API a secret of this clone and the serving roles, never the owner’s address', async () => {
    const first = await environmentOf(await startUntilReady(root, { DATABASE_OWNER_URL: '' }));
    expect(first.DATABASE_OWNER_URL).toBeUndefined();
    expect(new URL(first.DATABASE_URL ?? '').username).toBe('milepost_app');
    expect(new URL(first.DATABASE_RELAY_URL ?? '').username).toBe('milepost_relay');
    expect(first.MILEPOST_SECRET).toMatch(/^[\w-]{43}$/);
    expect(first.MILEPOST_SECRET).toBe(readFileSync(join(root, '.data/secret'), 'utf8'));
  });

  test('of two at once in one clone shares the database and takes two ports', async () => {
    const [one, two] = await Promise.all([startUntilReady(root), startUntilReady(root)]);
    expect(one.origin()).not.toBe(two.origin());
    expect(databasePort(one)).toBe(databasePort(two));
    one.child.kill('SIGTERM');
    await one.exitCode;
    expect(await isFree(databasePort(two))).toBe(false);
  });

  test('takes PORT exactly', async () => {
    const port = await freePort();
    expect((await startUntilReady(root, { PORT: String(port) })).origin()).toBe(`http://127.0.0.1:${port}`);
  });

  test('refuses a PORT that is taken or no port, in words', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as { port: number };
    for (const [value, words] of [[String(port), `Port ${port} (PORT) is in use`], ['http', 'PORT is "http"']] as const) {
      const launched = start(root, { PORT: value });
      expect(await launched.exitCode).toBe(1);
      expect(launched.output()).toContain(words);
      expect(launched.output()).not.toContain('    at ');
    }
    taken.close();
  });
});

describe('an end', () => {
  let root: string;
  beforeAll(() => {
    root = newProject();
  });

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('by %s leaves nothing running', async (signal) => {
    const launched = await startUntilReady(root);
    const { pid } = await environmentOf(launched);
    launched.child.kill(signal);
    expect(await launched.exitCode).toBe(0);
    expect(isAlive(pid)).toBe(false);
    expect(await isFree(databasePort(launched))).toBe(true);
  });

  test('in the middle of the start leaves nothing running', async () => {
    const launched = start(root);
    await launched.said('Migrations …');
    launched.child.kill('SIGINT');
    expect(await launched.exitCode).toBe(0);
    expect(launched.output()).not.toContain('Milepost is ready');
    expect(await isFree(databasePort(launched))).toBe(true);
  });

  test('insists when asked a second time', async () => {
    const launched = await startUntilReady(root, { STUBBORN: '1' });
    const { pid } = await environmentOf(launched);
    launched.child.kill('SIGINT');
    await launched.said('Stopping …');
    const asking = setInterval(() => launched.child.kill('SIGINT'), 200);
    expect(await launched.exitCode).toBe(0);
    clearInterval(asking);
    expect(isAlive(pid)).toBe(false);
  });

  test('by a crash of the API stops the database, shows the end of the log and fails', async () => {
    const launched = await startUntilReady(root);
    await fetch(`${launched.origin()}/crash`).catch(() => undefined);
    expect(await launched.exitCode).toBe(1);
    expect(launched.output()).toMatch(/The API stopped by itself: exit code 7[\s\S]*planted crash/);
    expect(await isFree(databasePort(launched))).toBe(true);
  });

  test('by kill -9 while the demonstration is loaded begins it anew in an emptied database', async () => {
    const root = newProject();
    const killed = start(root, { CRASH: 'while loading' });
    expect(await killed.exitCode).toBe(1);
    const next = await startUntilReady(root);
    expect(next.output()).toMatch(/Demonstration organization … there/);
    expect(next.output()).toContain('secret-of-ada');
    // Once by each start, and once more by the second for the emptied database.
    expect([readFileSync(join(root, '.data/seed-calls'), 'utf8'), readFileSync(join(root, '.data/migrate-calls'), 'utf8')]).toEqual(['xx', 'xxx']);
  });

  test('of the API while it starts is told with its reason', async () => {
    const launched = start(root, { CRASH: 'at start' });
    expect(await launched.exitCode).toBe(1);
    expect(launched.output()).toMatch(/The API stopped while it started[\s\S]*planted crash at start/);
  });

  test('by kill -9 takes the API along, and the next start takes the database over', async () => {
    const killed = await startUntilReady(root);
    const { pid } = await environmentOf(killed);
    killed.child.kill('SIGKILL');
    await killed.exitCode;
    const next = await startUntilReady(root);
    expect(next.output()).toContain('embedded, already running');
    expect(isAlive(pid)).toBe(false);
    expect(existsSync(join(root, '.data/seed-calls'))).toBe(true);
  });
});
