import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ListIdentifier } from '@milepost/domain';
import { openFileStore } from '../../platform/files/file-store.ts';
import { runJob } from '../../platform/testing/run-job.ts';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { buildWorld, type World } from '../../testing/build-world.ts';
import { startTestServer, type TestServer, type TestSession } from '../../testing/start-test-server.ts';
import { carryOutAsSeen, commitAsSeen } from '../operations/operation.factory.ts';
import { buildImportFile } from '../people-import/people-import.factory.ts';
import { buildPeople, type BuiltPerson } from '../people-import/person.factory.ts';
import { analyseGroupImport } from './analyse-group-import.job.ts';
import { buildStaticGroup } from './group.factory.ts';
import { previewGroupImport } from './preview-group-import.ts';

let testDatabase: TestDatabase;
let server: TestServer;
let world: World;
let admin: TestSession;
let people: BuiltPerson[];

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) });
  world = await buildWorld(server.services.database);
  admin = await server.signInAs(world.admin);
  people = await buildPeople(server.services.database, world.organizationId, ['00123', 'A-1', 'A-2', 'GONE'].map((employeeNumber) => ({ employeeNumber, externalId: `hr/${employeeNumber}` })));
  const elsewhere = await buildWorld(server.services.database, 'Elsewhere Ltd');
  await buildPeople(server.services.database, elsewhere.organizationId, [{ employeeNumber: 'THEIRS' }]);
  await query("UPDATE person SET status = 'LEFT' WHERE employee_number = 'GONE'");
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

const query = <Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> =>
  server.services.database.write({ organizationId: world.organizationId }, (transaction) => transaction.query<Row>(sql, parameters));
const members = async (groupId: string) =>
  (await query<{ id: string }>('SELECT person_id AS id FROM group_membership WHERE group_id = $1 AND valid_to IS NULL ORDER BY person_id', [groupId])).map((row) => row.id);
const ids = (...wanted: readonly BuiltPerson[]) => wanted.map((each) => each.id).toSorted();

async function analyse(operationId: string): Promise<void> {
  await runJob(analyseGroupImport(await openFileStore(server.config.dataDir)), server.services.database, world.organizationId, { operationId });
}

async function preview(groupId: string, content: string, by?: ListIdentifier): Promise<string> {
  const fileId = await buildImportFile(server.services.database, world.caller, server.config.dataDir, content, 'list.csv');
  const previewed = await server.services.database.write(world.caller, (transaction) => previewGroupImport(transaction, { groupId, fileId, by }));
  if (!previewed.ok) throw new Error(previewed.problem[0]?.code);
  await analyse(previewed.value.id);
  return previewed.value.id;
}

interface Shown {
  readonly state: string;
  readonly problem: { readonly code: string } | null;
  readonly counts: readonly { readonly class: string; readonly rows: number }[];
  readonly result: readonly { readonly class: string; readonly rows: number }[];
  readonly rows: { readonly edges: readonly { readonly node: { readonly class: string; readonly details: { readonly row: number }; readonly problems: readonly { readonly code: string; readonly message: string }[] } }[] };
}

const read = async (id: string): Promise<Shown> =>
  (await admin.ask<{ operation: Shown }>(
    'query ($id: ID!) { operation(id: $id) { state problem { code } counts { class rows } result { class rows } rows { edges { node { class details problems { code message } } } } } }',
    { id },
  )).operation;

test('a list names people by what another system knows them by, or by e-mail [X5]', async () => {
  const groupId = await buildStaticGroup(server.services.database, world.caller, []);
  const byExternalId = await read(await preview(groupId, 'External ID\nhr/A-1\nHR/A-2\nTHEIRS\n', 'EXTERNAL_ID'));
  expect(byExternalId.rows.edges.map(({ node }) => [node.class, ...node.problems.map((each) => each.code)])).toEqual([['JOINS'], ['ERROR', 'EXTERNAL_ID_UNKNOWN'], ['ERROR', 'EXTERNAL_ID_UNKNOWN']]);
  expect(byExternalId.rows.edges[1]!.node.problems[0]!.message).toContain('It may be hr/A-2');
  const byEmail = await read(await preview(groupId, `E-mail\n${people[2]!.email}\n`, 'EMAIL'));
  expect(byEmail.rows.edges.map(({ node }) => node.class)).toEqual(['JOINS']);
});

test('each row of a list says whom it means or why nobody; what is committed is what was seen, and can be taken back [D26, U21, 2.0.6]', async () => {
  const { database } = server.services;
  const groupId = await buildStaticGroup(database, world.caller, [people[1]!.id]);
  const id = await preview(groupId, 'Name;Job number\nx;123\nx;a-1\nx;A-2\nx;A-2\nx;\nx;1E+05\nx;GONE\nx;THEIRS\n');
  const shown = await read(id);
  expect(shown.rows.edges.map(({ node }) => [node.details.row, node.class, ...node.problems.map((each) => each.code)])).toEqual([
    [2, 'JOINS', 'ZEROS_RESTORED'],
    [3, 'ALREADY_IN'],
    [4, 'JOINS'],
    [5, 'ERROR', 'PERSON_DOUBLED'],
    [6, 'ERROR', 'NUMBER_MISSING'],
    [7, 'ERROR', 'NUMBER_SHORTENED'],
    [8, 'ERROR', 'PERSON_LEFT'],
    [9, 'ERROR', 'NUMBER_UNKNOWN'],
  ]);
  expect(await members(groupId)).toEqual([people[1]!.id]);
  await carryOutAsSeen(database, world.caller, id);
  expect(await members(groupId)).toEqual(ids(people[0]!, people[1]!, people[2]!));
  expect((await read(id)).result.toSorted((a, b) => a.class.localeCompare(b.class))).toEqual([{ class: 'ALREADY_IN', rows: 1 }, { class: 'ERROR', rows: 5 }, { class: 'JOINS', rows: 2 }]);
  const [event] = await query<{ ids: object }>("SELECT ids FROM event_log WHERE type = 'group.members_changed' AND ids->>'groupId' = $1 ORDER BY xid DESC, seq DESC LIMIT 1", [groupId]);
  expect(event?.ids).toEqual({ groupId, operationId: id, chunk: 0 });

  // Whoever was taken out and put in again by hand since is there for another reason.
  await query("UPDATE group_membership SET valid_to = now(), ended_because = 'BY_HAND' WHERE group_id = $1 AND person_id = $2 AND valid_to IS NULL", [groupId, people[2]!.id]);
  const { previewUndo } = await admin.ask<{ previewUndo: { id: string } }>('mutation ($id: ID!) { previewUndo(input: { operationId: $id }) { ... on Operation { id } } }', { id });
  await carryOutAsSeen(database, world.caller, previewUndo.id);
  expect(await members(groupId)).toEqual([people[1]!.id]);
  expect((await read(previewUndo.id)).result.toSorted((a, b) => a.class.localeCompare(b.class))).toEqual([{ class: 'LEFT_CHANGED_SINCE', rows: 1 }, { class: 'TAKEN_BACK', rows: 1 }]);
});

test('a list without a header is its first column; one whose people have changed since is analysed again', async () => {
  const { database } = server.services;
  const groupId = await buildStaticGroup(database, world.caller);
  const id = await preview(groupId, 'A-1\nA-2\n');
  expect((await read(id)).counts).toEqual([{ class: 'JOINS', rows: 2 }]);
  await query(`INSERT INTO group_membership (organization_id, id, group_id, person_id, valid_from, cause) SELECT $1, gen_random_uuid(), $2, $3, now(), 'BY_HAND'`, [world.organizationId, groupId, people[1]!.id]);
  await expect(commitAsSeen(database, world.caller, id)).rejects.toThrow('STALE_PREVIEW');
  const { commitOperation } = await admin.ask<{ commitOperation: { __typename: string } }>(
    'mutation ($input: CommitOperationInput!) { commitOperation(input: $input) { __typename } }',
    { input: { operationId: id, previewHash: (await query<{ hash: string }>('SELECT preview_hash AS hash FROM operation WHERE id = $1', [id]))[0]!.hash } },
  );
  expect(commitOperation.__typename).toBe('StalePreview');
  expect((await read(id)).state).toBe('ANALYSING');
  await analyse(id);
  expect((await read(id)).counts.toSorted((a, b) => a.class.localeCompare(b.class))).toEqual([{ class: 'ALREADY_IN', rows: 1 }, { class: 'JOINS', rows: 1 }]);
});

test.each([['', 'TABLE_EMPTY'], ['Job number\n', 'TABLE_WITHOUT_ROWS'], ['Job number\n"never closed', 'TABLE_BROKEN']])('a file that is no list says so: %j', async (content, code) => {
  const groupId = await buildStaticGroup(server.services.database, world.caller);
  expect(await read(await preview(groupId, content))).toMatchObject({ state: 'FAILED', problem: { code } });
});
