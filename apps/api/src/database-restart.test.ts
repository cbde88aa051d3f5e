import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import pg from 'pg';
import { buildPeopleImport } from './features/people-import/people-import.factory.ts';
import { eventually } from './platform/testing/eventually.ts';
import { TestSocket } from './platform/testing/socket-client.ts';
import { openTestDatabase, type TestDatabase } from './platform/testing/test-database.ts';
import { buildWorld, type World } from './testing/build-world.ts';
import { startTestServer, type TestServer } from './testing/start-test-server.ts';

jest.setTimeout(90_000);

let testDatabase: TestDatabase;
let server: TestServer;
let world: World;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase);
  world = await buildWorld(server.services.database);
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

/** What a restart is to the product: every connection ends at once, and new ones are refused for a while. */
async function restart(whileDown: () => Promise<void>): Promise<void> {
  const elsewhere = new URL(testDatabase.url.owner);
  elsewhere.pathname = '/postgres';
  const owner = new pg.Client({ connectionString: elsewhere.href });
  await owner.connect();
  const [app, relay] = [await testDatabase.connect('app'), await testDatabase.connect('relay')];
  await owner.query(`ALTER DATABASE ${testDatabase.name} ALLOW_CONNECTIONS false`);
  for (const client of [app, relay]) {
    await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()');
    await client.end();
  }
  await whileDown();
  await owner.query(`ALTER DATABASE ${testDatabase.name} ALLOW_CONNECTIONS true`);
  await owner.end();
}

interface Progress {
  readonly data: { readonly operationProgress: { readonly state: string; readonly rowsDone: number } };
}
interface Change {
  readonly data: { readonly enrollmentChanged: { readonly cursor: string; readonly enrollmentIds: readonly string[] } };
}

const isReady = async (): Promise<boolean> => (await fetch(`${server.url}/readyz`)).status === 200;
const touch = (enrollmentId: string): Promise<void> =>
  server.services.database.write(world, (transaction) => transaction.emit({ type: 'enrollment.changed', ids: { enrollmentId, subjectId: world.planId, personId: world.learner.id } }));

test('the database is restarted while pages are open and a job runs: the job goes on, each row once, and open sockets miss nothing [21]', async () => {
  const admin = await server.signInAs(world.admin);
  const people = 4_000;
  const rows = Array.from({ length: people }, (_, index) => `P${index},Person ${index},p${index}@example.com`);
  const { operationId } = await buildPeopleImport(server.services.database, world.caller, server.config.dataDir, ['Employee number,Name,E-mail', ...rows].join('\n'));
  const progress = await admin.socket();
  const watched = progress.subscribe('subscription ($id: ID!) { operationProgress(id: $id) { state rowsDone } }', { id: operationId });
  const last = (): Progress['data']['operationProgress'] | undefined => progress.payloads<Progress>(watched).at(-1)?.data.operationProgress;
  await eventually('the preview', () => last()?.state === 'PREVIEWED', 30);
  const partner = await TestSocket.open(server.url, { connectionParams: { authorization: `Bearer ${world.apiClient.key}` } });
  const changes = partner.subscribe('subscription { enrollmentChanged(filter: {}) { cursor enrollmentIds } }');
  const seen = (): string[] => partner.payloads<Change>(changes).map(({ data }) => data.enrollmentChanged.cursor);

  const { operation } = await admin.ask<{ operation: { previewHash: string } }>('query ($id: ID!) { operation(id: $id) { previewHash } }', { id: operationId });
  await admin.ask('mutation ($input: CommitOperationInput!) { commitOperation(input: $input) { __typename } }', { input: { operationId, ...operation } });
  await touch(world.ids.enrollment!);
  await eventually('the job is at work, and the first change is there', () => (last()?.rowsDone ?? 0) > 0 && seen().length === 1);
  expect(last()?.rowsDone).toBeLessThan(people);

  await restart(async () => {
    await eventually('the process says that it is not ready', async () => !(await isReady()));
    const during = await admin.graphql('{ viewer { id } }');
    expect(during.status).toBeGreaterThanOrEqual(500);
    expect(during.text).not.toMatch(/database|connect|pg|ECONN|SELECT/i);
  });
  const back = performance.now();
  await eventually('the process is ready again', isReady);
  for (let each = 0; each < 3; each++) await touch(world.ids.enrollment!);
  await eventually('the partner has heard of every change', () => seen().length === 4, 20);
  expect(new Set(seen()).size).toBe(4);
  await eventually('the import is done', () => last()?.state === 'DONE', 40);
  expect((performance.now() - back) / 1000).toBeLessThan(30);
  const [counted] = await server.services.database.read(world, (transaction) =>
    transaction.query(`SELECT count(*)::int AS people, (SELECT result FROM operation WHERE id = $1) AS result FROM person WHERE employee_number LIKE 'P%'`, [operationId]),
  );
  expect(counted).toEqual({ people, result: { IMPORTED: people } });
  expect([progress.closed, partner.closed]).toEqual([undefined, undefined]);
  progress.cut();
  partner.cut();
});
