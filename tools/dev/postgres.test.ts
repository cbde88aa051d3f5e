import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type EmbeddedPostgres, removeAbandonedTestServer, startPostgres } from './postgres.ts';
import { isAlive } from './postgres/holders.ts';
import { withClient } from './postgres/prepare-database.ts';

jest.setTimeout(60_000);

const asRoot = process.getuid?.() === 0;
const folders: string[] = [];
const holders: ChildProcess[] = [];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'milepost-supervisor-'));
  folders.push(folder);
  return folder;
}

/** Another process of the same clone that uses the server. */
async function startHolder(dataDir: string) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'testing/hold-postgres.ts'), dataDir], { stdio: ['pipe', 'pipe', 'inherit'] });
  holders.push(child);
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { child, ...(JSON.parse(line) as { port: number; adopted: boolean }) };
}

async function exited(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

function postmasterOf(postgres: EmbeddedPostgres): number {
  return Number(readFileSync(join(postgres.clusterDir, 'postmaster.pid'), 'utf8').split('\n')[0]);
}

function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2000 }, () => resolve(true));
    socket.on('error', () => resolve(false)).on('timeout', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
}

const ask = (url: string, sql: string) => withClient(url, async (client) => (await client.query<Record<string, unknown>>(sql)).rows);

afterAll(async () => {
  for (const child of holders) child.kill('SIGKILL');
  for (const folder of folders) {
    await removeAbandonedTestServer(folder);
    rmSync(folder, { recursive: true, force: true });
  }
});

describe('a running server', () => {
  let postgres: EmbeddedPostgres;
  let dataDir: string;
  beforeAll(async () => {
    dataDir = newFolder();
    postgres = await startPostgres({ dataDir, purpose: 'product' });
  });
  afterAll(() => postgres.stop());

  test('has the database, its owner, its locale and its extensions', async () => {
    expect(await ask(postgres.url('owner'), `
      select pg_get_userbyid(datdba) as owner, datlocprovider, datlocale, pg_encoding_to_char(encoding) as encoding,
             (select array_agg(extname::text order by extname) from pg_extension where extname <> 'plpgsql') as extensions
        from pg_database where datname = current_database()`)).toEqual([
      { owner: 'milepost_owner', datlocprovider: 'b', datlocale: 'C.UTF-8', encoding: 'UTF8', extensions: ['btree_gist', 'pg_trgm', 'unaccent'] },
    ]);
  });

  test.each(['owner', 'app', 'relay'] as const)('gives %s no right over other roles or past row-level security', async (role) => {
    expect(await ask(postgres.url(role), 'select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication from pg_roles where rolname = current_user')).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolreplication: false },
    ]);
  });

  test.each(['app', 'relay'] as const)('lets %s create nothing', async (role) => {
    await expect(ask(postgres.url(role), 'create table public.mine ()')).rejects.toThrow('permission denied for schema public');
    await expect(ask(postgres.url(role), 'create schema mine')).rejects.toThrow('permission denied for database');
  });

  test('asks for the password by SCRAM and knows no other way in', async () => {
    const rules = await ask(postgres.url('superuser'), 'select type, database, user_name, address, netmask, auth_method from pg_hba_file_rules');
    expect(rules).toEqual([{ type: 'host', database: ['all'], user_name: ['all'], address: '127.0.0.1', netmask: '255.255.255.255', auth_method: 'scram-sha-256' }]);
    const wrong = new URL(postgres.url('app'));
    wrong.password = 'wrong';
    await expect(ask(wrong.href, 'select')).rejects.toThrow('password authentication failed');
    const [{ stored }] = (await ask(postgres.url('superuser'), `select rolpassword like 'SCRAM-SHA-256$%' as stored from pg_authid where rolname = 'milepost_app'`)) as [{ stored: boolean }];
    expect(stored).toBe(true);
  });

  test('listens on the loopback interface only, without a socket in the file system', async () => {
    const others = Object.values(networkInterfaces()).flat().filter((address) => address && !address.internal && address.family === 'IPv4');
    expect(await answers('127.0.0.1', postgres.port)).toBe(true);
    for (const address of others) expect(await answers(address?.address ?? '', postgres.port)).toBe(false);
    expect(await ask(postgres.url('superuser'), `select current_setting('listen_addresses') as tcp, current_setting('unix_socket_directories') as unix`)).toEqual([{ tcp: '127.0.0.1', unix: '' }]);
  });

  test('keeps the passwords where only their owner can read them, and its data from others too', () => {
    expect(statSync(join(dataDir, 'postgres-passwords.json')).mode & 0o777).toBe(0o600);
    expect(statSync(postgres.clusterDir).mode & 0o777).toBe(0o700);
    if (asRoot) expect(statSync(postgres.clusterDir).uid).not.toBe(0);
  });

  test('can be emptied, whoever is connected, and is then as new', async () => {
    await withClient(postgres.url('owner'), async (connected) => {
      await connected.query('create table left_behind ()');
      await postgres.renew();
    });
    expect(await ask(postgres.url('owner'), `select to_regclass('left_behind') as table, (select count(*)::int from pg_extension) as extensions`)).toEqual([
      { table: null, extensions: 4 },
    ]);
  });
});

describe('another start', () => {
  const running: EmbeddedPostgres[] = [];
  const start = async (dataDir: string) => {
    const postgres = await startPostgres({ dataDir, purpose: 'product' });
    running.push(postgres);
    return postgres;
  };
  afterEach(async () => {
    for (const postgres of running.splice(0)) await postgres.stop();
  });

  test('takes over the server whose starter was killed, with its data', async () => {
    const dataDir = newFolder();
    const first = await startHolder(dataDir);
    first.child.kill('SIGKILL');
    await exited(first.child);
    const second = await start(dataDir);
    expect(second).toMatchObject({ adopted: true, port: first.port });
    expect(await ask(second.url('app'), 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('recovers the data of a server that was killed', async () => {
    const dataDir = newFolder();
    const killed = await start(dataDir);
    await ask(killed.url('owner'), 'create table kept as select 42 as answer');
    process.kill(postmasterOf(killed), 'SIGKILL');
    const second = await start(dataDir);
    expect(second.adopted).toBe(false);
    expect(await ask(second.url('owner'), 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  test('of two processes at once ends in one server, which the last of them stops', async () => {
    const dataDir = newFolder();
    const [one, two] = await Promise.all([startHolder(dataDir), startHolder(dataDir)]);
    expect(one.port).toBe(two.port);
    expect(new Set([one.adopted, two.adopted])).toEqual(new Set([false, true]));
    one.child.stdin.end();
    await exited(one.child);
    expect(await answers('127.0.0.1', two.port)).toBe(true);
    two.child.stdin.end();
    await exited(two.child);
    expect(await answers('127.0.0.1', two.port)).toBe(false);
  });

  test('in another clone is another server with other passwords', async () => {
    const [one, two] = await Promise.all([start(newFolder()), start(newFolder())]);
    expect(one.port).not.toBe(two.port);
    const crossed = new URL(one.url('app'));
    crossed.port = String(two.port);
    await expect(ask(crossed.href, 'select')).rejects.toThrow('password authentication failed');
  });

  test('refuses passwords that others can read or that belong to someone else', async () => {
    const dataDir = newFolder();
    const file = join(dataDir, 'postgres-passwords.json');
    const first = await startPostgres({ dataDir, purpose: 'product' });
    await first.stop();
    chmodSync(file, 0o644);
    await expect(start(dataDir)).rejects.toThrow(`chmod 600 '${file}'`);
    chmodSync(file, 0o600);
    if (asRoot) {
      chownSync(file, 65534, 65534);
      await expect(start(dataDir)).rejects.toThrow('belongs to another user');
    }
  });

  test('refuses to guess passwords that are gone', async () => {
    const dataDir = newFolder();
    await (await startPostgres({ dataDir, purpose: 'product' })).stop();
    rmSync(join(dataDir, 'postgres-passwords.json'));
    await expect(start(dataDir)).rejects.toThrow('are gone');
  });
});

test('stopping ends the process, and a test server leaves no file', async () => {
  const dataDir = newFolder();
  const postgres = await startPostgres({ dataDir, purpose: 'test' });
  const pid = postmasterOf(postgres);
  expect(await ask(postgres.url('owner'), 'select rolcreatedb from pg_roles where rolname = current_user')).toEqual([{ rolcreatedb: true }]);
  await postgres.stop();
  expect(isAlive(pid)).toBe(false);
  expect(() => statSync(postgres.clusterDir)).toThrow('ENOENT');
  if (asRoot) expect(() => statSync(dirname(postgres.clusterDir))).toThrow('ENOENT');
});
