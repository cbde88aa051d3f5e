import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { withClient } from '../dev/postgres/prepare-database.ts';

jest.setTimeout(60_000);

const root = join(import.meta.dirname, '../..');
let project: string;

const TEST_FILE = `
import { test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
test('sees the database', () => {
  writeFileSync(process.env.SEEN, JSON.stringify(process.env));
});
test('fails', () => { throw new Error('planted'); });
`;

/** Runs a jest project of its own with the database's setup and teardown, and one test that fails. */
beforeAll(() => {
  project = mkdtempSync(join(root, 'tools/jest/.project-'));
  writeFileSync(join(project, 'planted.test.js'), TEST_FILE);
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
  writeFileSync(
    join(project, 'jest.config.js'),
    `export default { transform: {}, globalSetup: '../start-test-database.mjs', globalTeardown: '../stop-test-database.mjs' };`,
  );
});

afterAll(() => rmSync(project, { recursive: true }));

test('a run gets a database of its own by its environment, and it is gone afterwards although a test failed', async () => {
  const seen = join(project, 'env.json');
  const run = spawnSync(process.execPath, ['--experimental-vm-modules', join(root, 'node_modules/jest/bin/jest.js'), '--rootDir', project], {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, SEEN: seen, TEST_DATABASE_URL: '' },
  });
  expect(run.stderr).toContain('1 failed, 1 passed');
  const { default: env } = (await import(seen, { with: { type: 'json' } })) as { default: Record<string, string> };
  expect(env.TEST_OWNER_URL).toMatch(/^postgres:\/\/milepost_owner:.+@127\.0\.0\.1:\d+\/milepost$/);
  expect(env.TEST_APP_URL).toMatch(/^postgres:\/\/milepost_app:/);
  expect(env.TEST_RELAY_URL).toMatch(/^postgres:\/\/milepost_relay:/);
  await expect(withClient(env.TEST_APP_URL as string, (client) => client.query('select'))).rejects.toThrow('ECONNREFUSED');
});
