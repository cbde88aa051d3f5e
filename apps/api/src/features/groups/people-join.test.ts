import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runJob } from '../../platform/testing/run-job.ts';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { buildWorld, type World } from '../../testing/build-world.ts';
import { startTestServer, type TestServer, type TestSession } from '../../testing/start-test-server.ts';
import { applyOperation } from '../operations/index.ts';
import { carryOutAsSeen, commitAsSeen } from '../operations/operation.factory.ts';
import { buildPeoplePreview } from '../people-import/people-import.factory.ts';
import { buildPeople } from '../people-import/person.factory.ts';
import { buildDynamicGroup, buildStaticGroup } from './group.factory.ts';

let testDatabase: TestDatabase;
let server: TestServer;
let world: World;
let admin: TestSession;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) });
  world = await buildWorld(server.services.database);
  admin = await server.signInAs(world.admin);
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

interface Previewed {
  readonly result: readonly { readonly class: string; readonly rows: number }[];
  readonly rows: { readonly edges: readonly { readonly node: { readonly class: string; readonly details: Record<string, unknown>; readonly problems: readonly { readonly code: string; readonly field: string | null }[] } }[] };
}

async function read(id: string): Promise<Previewed> {
  const { operation } = await admin.ask<{ operation: Previewed }>(
    'query ($id: ID!) { operation(id: $id) { result { class rows } rows { edges { node { class details problems { code field } } } } } }',
    { id },
  );
  return operation;
}

const preview = (content: string | Buffer): Promise<string> => buildPeoplePreview(server.services.database, world.caller, server.config.dataDir, content);
const carryOut = (id: string): Promise<void> => carryOutAsSeen(server.services.database, world.caller, id);

const sums = (counts: Previewed['result']) => Object.fromEntries(counts.map((each) => [each.class, each.rows]));
const query = <Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> =>
  server.services.database.read(world, (transaction) => transaction.query<Row>(sql, parameters));
const membersOf = (groupId: string) =>
  query<{ number: string }>('SELECT p.employee_number AS number FROM group_membership m JOIN person p ON p.id = m.person_id WHERE m.group_id = $1 AND m.valid_to IS NULL ORDER BY 1', [groupId]);

test('people join the static groups that their row names; what cannot be joined is said, and the rest is imported [L55]', async () => {
  const { database } = server.services;
  const [old] = await buildPeople(database, world.organizationId, [{ employeeNumber: 'G-1', displayName: 'Old', email: null }, { employeeNumber: 'G-2', displayName: 'Member', email: null }]);
  const wardens = await buildStaticGroup(database, world.caller, [old!.id], 'Fire wardens');
  const aiders = await buildStaticGroup(database, world.caller, [], 'First aiders');
  await buildDynamicGroup(database, world.caller, { kind: 'EVERYONE' }, 'All of us');
  const id = await preview('Employee number,Name,Groups\nG-1,Old,fire WARDENS;First aiders\nG-2,Member,\nG-3,New,First aiders;All of us;Nobodies\nG-4,Other,Fire wardens\n');
  const previewed = await read(id);
  expect(previewed.rows.edges.map(({ node }) => [node.details.row, node.class, ...node.problems.map((each) => each.code)])).toEqual([
    [2, 'CHANGED'],
    [3, 'UNCHANGED'],
    [4, 'NEW', 'GROUP_BY_RULE', 'UNKNOWN_GROUP'],
    [5, 'NEW'],
  ]);
  expect(previewed.rows.edges[0]?.node.details).toMatchObject({ changed: ['groups'], joins: [{ name: 'First aiders' }] });
  expect(await membersOf(aiders)).toEqual([]);
  await carryOut(id);
  expect(sums((await read(id)).result)).toEqual({ IMPORTED: 3, UNCHANGED: 1 });
  expect(await membersOf(wardens)).toEqual([{ number: 'G-1' }, { number: 'G-4' }]);
  expect(await membersOf(aiders)).toEqual([{ number: 'G-1' }, { number: 'G-3' }]);
  expect(await query("SELECT ids->>'groupId' AS id FROM event_log WHERE type = 'group.members_changed' AND ids->>'groupId' = ANY ($1::text[])", [[wardens, aiders]])).not.toHaveLength(0);
});

test('a group that is gone when the rows are carried out is left out; who was only to join it is said to have been', async () => {
  const { database } = server.services;
  await buildPeople(database, world.organizationId, [{ employeeNumber: 'H-1', displayName: 'Hal', email: null }]);
  const gone = await buildStaticGroup(database, world.caller, [], 'Short-lived');
  const id = await preview('Employee number,Name,Groups\nH-1,Hal,Short-lived\n');
  await commitAsSeen(database, world.caller, id);
  await database.write(world.caller, (transaction) => transaction.query('UPDATE person_group SET removed_at = now() WHERE organization_id = $1 AND id = $2', [world.organizationId, gone]));
  await runJob(applyOperation, database, world.organizationId, { operationId: id });
  expect(sums((await read(id)).result)).toEqual({ SKIPPED_CHANGED_SINCE_PREVIEW: 1 });
});
