import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { migrateDatabase } from './platform/database/migrate-database.ts';
import { openTestDatabase, type TestDatabase } from './platform/testing/test-database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
});

afterAll(() => database.close());

/** Runs a compiled command, which the tests' setup has built. */
function run(command: string, env: NodeJS.ProcessEnv, ...args: string[]): { status: number | null; output: string } {
  const script = fileURLToPath(new URL(`../dist/${command}.js`, import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8', env: { PATH: process.env.PATH, ...env } });
  return { status, output: stdout + stderr };
}

const organization = ['--name', 'Example Ltd', '--admin-name', 'Ada', '--admin-email', 'ada@example.com'];
const changed = (change: Partial<Record<'password' | 'hostname' | 'pathname', string>>): string => Object.assign(new URL(database.url.app), change).href;

test('the first organization comes by a command, with a link for its master admin', () => {
  const { status, output } = run('create-organization', { DATABASE_URL: database.url.app, PUBLIC_URL: 'https://learn.example.com' }, ...organization);
  expect({ status, output }).toEqual({ status: 0, output: expect.stringMatching(/https:\/\/learn\.example\.com\/admin\/welcome\?token=[\w-]{43}\n$/) });
});

test('what is kept of an organization is compared with its facts by a command, which says what it looked at', () => {
  const made = run('create-organization', { DATABASE_URL: database.url.app }, ...organization);
  const [, id] = /Organization (\S+) is there/.exec(made.output)!;
  const { status, output } = run('check-drift', { DATABASE_URL: database.url.app }, '--organization', id!);
  expect({ status, output }).toEqual({ status: 0, output: 'Courses of 1 people, 0 enrollments, counts of 0 plans and contents checked.\nNothing differs.\n' });
});

const faults: readonly (readonly [string, () => string, string])[] = [
  ['the password is wrong', () => changed({ password: 'wrong-password' }), 'refuses the role or its password'],
  ['the host is unknown', () => changed({ hostname: 'nowhere.invalid' }), 'a host that does not exist'],
  ['the database is missing', () => changed({ pathname: '/missing' }), 'no such database'],
  ['it was not migrated', () => changed({ pathname: '/postgres' }), 'has not been migrated'],
  ['the role is another one', () => database.url.owner.replace('milepost_owner:', 'milepost_relay:').replace(/:[^:@]+@/, `:${new URL(database.url.relay).password}@`), 'may not do this'],
  ['it is no address', () => 'localhost/milepost', 'It looks like postgres://'],
  ['there is none', () => '', 'DATABASE_URL is not set'],
];

describe('a command whose caller has made a mistake says which, without a stack', () => {
  test.each(faults)('creating an organization: %s', (_name, url, words) => {
    const { status, output } = run('create-organization', { DATABASE_URL: url() }, ...organization);
    expect({ status, output }).toEqual({ status: 1, output: expect.stringContaining(words) });
    expect(output).not.toMatch(/^ {4}at |wrong-password/m);
  });

  test.each([
    ['an unknown argument', ['--nam', 'x'], "Unknown option '--nam'"],
    ['no address', ['--name', 'x', '--admin-name', 'Ada'], '--admin-email is missing'],
    ['an unknown time zone', [...organization, '--time-zone', 'Mars/Olympus'], 'no time zone "Mars/Olympus"'],
  ])('creating an organization: %s', (_name, args, words) => {
    const { status, output } = run('create-organization', { DATABASE_URL: database.url.app }, ...args);
    expect({ status, output }).toEqual({ status: 1, output: expect.stringContaining(words) });
    expect(output).not.toContain('    at ');
  });

  test.each([
    ['no organization', [], '--organization is missing'],
    ['one that is no id', ['--organization', 'x'], '--organization is missing, or no id'],
    ['one that does not exist', ['--organization', '01985b7e-0000-7000-8000-000000000000'], 'There is no organization'],
    ['an unknown argument', ['--fix'], "Unknown option '--fix'"],
  ])('checking for drift: %s', (_name, args, words) => {
    const { status, output } = run('check-drift', { DATABASE_URL: database.url.app }, ...args);
    expect({ status, output }).toEqual({ status: 1, output: expect.stringContaining(words) });
    expect(output).not.toContain('    at ');
  });

  test.each(['server', 'migrate'])('%s: the password is wrong', (command) => {
    const { status, output } = run(command, { DATABASE_URL: changed({ password: 'wrong-password' }), MILEPOST_SECRET: 'x'.repeat(32), PORT: '0' });
    expect({ status, output }).toEqual({ status: 1, output: expect.stringContaining('refuses the role or its password') });
    expect(output).not.toMatch(/^ {4}at |wrong-password/m);
  });

  test('migrating: a role that may not let others act as the application is told what a superuser has to do', async () => {
    await expect(migrateDatabase(database.url.relay, { app: database.url.relay, relay: database.url.relay })).rejects.toThrow(
      'As a superuser run, and start again: GRANT milepost_app TO "milepost_relay";',
    );
  });
});
