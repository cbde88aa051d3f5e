import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type EmbeddedPostgres, startPostgres } from './postgres.ts';
import { freePort } from './postgres/cluster.ts';
import { withClient } from './postgres/prepare-database.ts';
import { chooseDatabase } from './start/choose-database.ts';
import { checkDatabase, type Inspection } from './start/given-database.ts';
import { createFixtureProject, launch } from './testing/fixture-project.ts';

jest.setTimeout(60_000);

let postgres: EmbeddedPostgres;
const dataDir = mkdtempSync(join(tmpdir(), 'milepost-given-'));
const otherDataDir = mkdtempSync(join(tmpdir(), 'milepost-given-'));

const run = (url: string, sql: string) => withClient(url, async (client) => (await client.query<Record<string, unknown>>(sql)).rows);

beforeAll(async () => {
  postgres = await startPostgres({ dataDir: mkdtempSync(join(tmpdir(), 'milepost-test-')), purpose: 'test' });
});

afterAll(async () => {
  await postgres.stop();
  for (const folder of [dataDir, otherDataDir]) rmSync(folder, { recursive: true, force: true });
});

const with_ = (url: string, change: Partial<Record<'password' | 'pathname' | 'port' | 'hostname', string>>) => Object.assign(new URL(url), change).href;

describe('a DATABASE_URL that does not work ends the start with a message and no stack', () => {
  const project = createFixtureProject();
  afterAll(() => project.remove());

  test.each<[string, () => Promise<string> | string, string]>([
    ['nobody listens', async () => with_(postgres.url('superuser'), { port: String(await freePort()) }), 'no PostgreSQL answers there'],
    ['the host is unknown', () => with_(postgres.url('superuser'), { hostname: 'nowhere.invalid' }), 'no such host'],
    ['the password is wrong', () => with_(postgres.url('superuser'), { password: 'wrong-password' }), 'the password is wrong, or there is no such role'],
    ['the database is missing', () => with_(postgres.url('superuser'), { pathname: '/missing' }), 'the server has no such database'],
    ['it is no address', () => 'localhost/milepost', 'DATABASE_URL is not an address'],
    ['it is another kind of address', () => 'mysql://root@localhost/milepost', 'must begin with postgres://'],
  ])('%s', async (_, url, words) => {
    const { exitCode, output } = launch(project.root, { DATABASE_URL: await url() });
    expect(await exitCode).toBe(1);
    expect(output()).toContain(words);
    expect(output()).not.toContain('    at ');
    expect(output()).not.toContain('wrong-password');
  });
});

describe('DATABASE_URL alone', () => {
  test('is the owner’s: the serving roles are created through it, with passwords that this clone keeps', async () => {
    await run(postgres.url('superuser', 'postgres'), `create role operator login createrole password 'p'`);
    await run(postgres.url('superuser', 'postgres'), 'create database theirs owner operator');
    await run(postgres.url('superuser', 'postgres'), 'drop owned by milepost_app, milepost_relay; drop role milepost_app');
    await run(postgres.url('superuser'), 'drop owned by milepost_relay');
    await run(postgres.url('superuser'), 'drop role milepost_relay');
    const url = `postgres://operator:p@127.0.0.1:${postgres.port}/theirs`;
    for (const start of [1, 2]) {
      const database = await chooseDatabase(dataDir, { DATABASE_URL: url });
      expect({ start, ...database }).toMatchObject({ start, embedded: false, owner: url, description: `yours at 127.0.0.1:${postgres.port}/theirs` });
      expect(await run(database.app, 'select current_user, rolsuper or rolbypassrls as unfenced from pg_roles where rolname = current_user')).toEqual([{ current_user: 'milepost_app', unfenced: false }]);
      expect(await run(database.relay, 'select current_user')).toEqual([{ current_user: 'milepost_relay' }]);
    }
  });

  test('is refused where another installation on the server made the roles', async () => {
    const url = `postgres://operator:p@127.0.0.1:${postgres.port}/theirs`;
    await expect(chooseDatabase(otherDataDir, { DATABASE_URL: url })).rejects.toThrow('made by another installation');
  });

  test('is refused, with the statements to run, where its role may not create roles', async () => {
    await run(postgres.url('superuser', 'postgres'), 'alter role operator nocreaterole; alter role milepost_app rename to elsewhere');
    await expect(chooseDatabase(otherDataDir, { DATABASE_URL: `postgres://operator:p@127.0.0.1:${postgres.port}/theirs` })).rejects.toThrow(/create role milepost_app login nosuperuser nobypassrls/);
  });
});

describe('three addresses', () => {
  const good: Inspection = { variable: 'DATABASE_OWNER_URL', version: 18, database: 'd', role: 'owner', superuser: false, bypassesRowSecurity: false, mayCreateRoles: false, mayCreateSchemas: true };
  const app: Inspection = { ...good, variable: 'DATABASE_URL', role: 'app', mayCreateSchemas: false };

  test.each<[string, Inspection, Inspection, string]>([
    ['PostgreSQL 14 is too old', { ...good, version: 14 }, app, 'needs 15 or newer'],
    ['an owner that may create nothing', { ...good, mayCreateSchemas: false }, app, 'grant create on database "d" to "owner"'],
    ['a serving role that steps around row-level security', good, { ...app, bypassesRowSecurity: true }, 'alter role "app" nosuperuser nobypassrls'],
    ['a serving role that is the owner', good, { ...app, role: 'owner' }, 'must own nothing'],
    ['two databases', good, { ...app, database: 'e' }, 'they must be one'],
  ])('are refused: %s', (_, owner, serving, words) => {
    expect(() => checkDatabase({ owner, app: serving })).toThrow(words);
  });

  test('are accepted when the owner may create and the others may not pass', () => {
    expect(() => checkDatabase({ owner: good, app })).not.toThrow();
  });

  test('are three or one', async () => {
    await expect(chooseDatabase(dataDir, { DATABASE_URL: 'postgres://a@h/d', DATABASE_OWNER_URL: 'postgres://o@h/d' })).rejects.toThrow('or DATABASE_URL alone');
    await expect(chooseDatabase(dataDir, { DATABASE_OWNER_URL: 'postgres://o@h/d' })).rejects.toThrow('DATABASE_URL is not');
  });
});
