import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CellMend } from '@milepost/domain';
import { openFileStore } from '../../platform/files/file-store.ts';
import { runJob } from '../../platform/testing/run-job.ts';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { buildWorld, type World } from '../../testing/build-world.ts';
import { startTestServer, type TestServer, type TestSession } from '../../testing/start-test-server.ts';
import { buildCourse } from '../learning-objects/course.factory.ts';
import { carryOutAsSeen } from '../operations/operation.factory.ts';
import { buildImportFile } from '../people-import/people-import.factory.ts';
import { buildPeople } from '../people-import/person.factory.ts';
import { analyseCompletionsImport } from './analyse-completions-import.job.ts';
import { previewCompletionsImport } from './preview-completions-import.ts';

let testDatabase: TestDatabase;
let server: TestServer;
let world: World;
let admin: TestSession;
let courseId: string;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) });
  world = await buildWorld(server.services.database);
  admin = await server.signInAs(world.admin);
  await buildPeople(server.services.database, world.organizationId, [{ email: 'mia@firm.test' }, { email: 'bob@firm.test' }]);
  courseId = (await buildCourse(server.services.database, world.organizationId, { name: 'Fire safety', modules: 1 })).id;
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

const header = 'Email,Training type,Name,Date';

async function analyse(operationId: string): Promise<void> {
  await runJob(analyseCompletionsImport(await openFileStore(server.config.dataDir)), server.services.database, world.organizationId, { operationId });
}

async function preview(...lines: string[]): Promise<string> {
  const { database } = server.services;
  const fileId = await buildImportFile(database, world.caller, server.config.dataDir, [header, ...lines, ''].join('\n'), 'done.csv');
  const previewed = await database.write(world.caller, (transaction) => previewCompletionsImport(transaction, world.caller, { fileId, again: false }));
  if (!previewed.ok) throw new Error(previewed.problem[0]?.code);
  await analyse(previewed.value.id);
  return previewed.value.id;
}

interface Answer {
  readonly __typename: string;
  readonly state?: string;
  readonly problems?: readonly { readonly code: string; readonly field: string | null; readonly message: string }[];
}

async function mend(operationId: string, mends: readonly object[], by = admin): Promise<Answer> {
  const { mendImportedCompletions } = await by.ask<{ mendImportedCompletions: Answer }>(
    'mutation ($input: MendImportedCompletionsInput!) { mendImportedCompletions(input: $input) { __typename ... on Operation { state } ... on Refusal { problems { code field message } } } }',
    { input: { operationId, mends } },
  );
  return mendImportedCompletions;
}

async function mendAndAnalyse(operationId: string, mends: readonly object[]): Promise<void> {
  expect(await mend(operationId, mends)).toMatchObject({ __typename: 'Operation', state: 'ANALYSING' });
  await analyse(operationId);
}

interface Shown {
  readonly state: string;
  readonly mends: readonly (CellMend & { readonly rows: number | null })[] | null;
  readonly rows: { readonly edges: readonly { readonly node: { readonly class: string; readonly details: { readonly row: number; readonly said?: readonly string[]; readonly mended?: readonly string[]; readonly fixes?: readonly object[] } } }[] };
}

const read = async (id: string): Promise<Shown> =>
  (await admin.ask<{ operation: Shown }>('query ($id: ID!) { operation(id: $id) { state mends { column to row where { column says } rows } rows { edges { node { class details } } } } }', { id })).operation;
const classesOf = ({ rows }: Shown) => rows.edges.map(({ node }) => [node.details.row, node.class]);
const factsOfCourse = () =>
  server.services.database.read({ organizationId: world.organizationId }, (transaction) =>
    transaction.query<{ day: string }>('SELECT completed_on::text AS day FROM completion_fact WHERE organization_id = $1 AND subject_id = $2 ORDER BY 1', [world.organizationId, courseId]),
  );

test('rows are mended one by one and all alike, analysed anew with the file as it was, downloaded as mended, and recorded as they were seen [U24, U25]', async () => {
  const id = await preview(
    'mia@firm.test,course,Fire safty,5.3.2026',
    'bob@firm.test,course,Fire safty,5.3.2026',
    'bob@firm.test,module,Fire safety,2026-03-06',
    'mja@firm.test,course,Fire safety,2026-03-07',
    'bob@firm.test,course,Fire safety,2026-03-05',
  );
  const before = await read(id);
  expect(classesOf(before)).toEqual([[2, 'ERROR'], [3, 'ERROR'], [4, 'ERROR'], [5, 'ERROR'], [6, 'NEW']]);
  expect(before.mends).toEqual([]);
  const [first, , third, , last] = before.rows.edges.map(({ node }) => node.details);
  expect(first).toMatchObject({
    said: ['mia@firm.test', 'course', 'Fire safty', '5.3.2026'],
    fixes: [
      { column: 'date', to: '2026-03-05', whereSame: 'date' },
      { column: 'date', to: '2026-05-03', whereSame: 'date' },
      { column: 'name', to: 'Fire safety', whereSame: 'name' },
    ],
  });
  expect(third?.fixes).toEqual([{ column: 'type', to: 'course', whereSame: 'name' }]);
  expect(last?.said).toBeUndefined();

  const mends = [
    { column: 'NAME', to: 'Fire safety', where: { column: 'NAME', says: 'Fire safty' } },
    { column: 'DATE', to: '2026-03-05', where: { column: 'DATE', says: '5.3.2026' } },
    { column: 'TYPE', to: 'course', where: { column: 'NAME', says: 'Fire safety' } },
    { column: 'IDENTIFIER', to: 'mia@firm.test', row: 5 },
  ];
  await mendAndAnalyse(id, mends);
  const after = await read(id);
  // What the mended rows say is held against each other, as if the file had said it.
  expect(classesOf(after)).toEqual([[2, 'NEW'], [3, 'NEW'], [4, 'ALREADY_COMPLETED'], [5, 'ALREADY_COMPLETED'], [6, 'ERROR']]);
  expect(after.mends).toEqual([
    { ...mends[0], row: null, rows: 2 },
    { ...mends[1], row: null, rows: 2 },
    { ...mends[2], row: null, rows: 3 },
    { ...mends[3], where: null, rows: 1 },
  ]);
  expect(after.rows.edges[0]?.node.details).toMatchObject({ said: ['mia@firm.test', 'course', 'Fire safty', '5.3.2026'], mended: ['mia@firm.test', 'course', 'Fire safety', '2026-03-05'] });
  expect((await admin.send('GET', `/files/rows/${id}/NEW`)).text.split('\r\n').slice(1)).toEqual(['mia@firm.test,course,Fire safety,2026-03-05', 'bob@firm.test,course,Fire safety,2026-03-05', '']);

  await mendAndAnalyse(id, mends.slice(0, 1));
  expect(classesOf(await read(id)).map(([, each]) => each)).toEqual(['ERROR', 'ERROR', 'ERROR', 'ERROR', 'NEW']);
  await mendAndAnalyse(id, mends.slice(0, 2));
  await carryOutAsSeen(server.services.database, world.caller, id);
  expect(await factsOfCourse()).toEqual([{ day: '2026-03-05' }, { day: '2026-03-05' }]);
  expect((await mend(id, mends)).problems?.map(({ code }) => code)).toEqual(['ILLEGAL_OPERATION']);
});

describe('mends are refused', () => {
  test.each<[string, object, string, string]>([
    ['without a text', { column: 'NAME', to: ' ', row: 2 }, 'MEND_WITHOUT_TEXT', 'mends.0.to'],
    ['of a text that no such cell takes', { column: 'DATE', to: 'x'.repeat(101), row: 2 }, 'TOO_LONG', 'mends.0.to'],
    ['of control characters', { column: 'NAME', to: 'a\u0007b', row: 2 }, 'CONTROL_CHARACTERS', 'mends.0.to'],
    ['for no row', { column: 'NAME', to: 'Fire safety' }, 'MEND_OF_ONE_OR_ALL', 'mends.0'],
    ['for one row and for all alike', { column: 'NAME', to: 'Fire safety', row: 2, where: { column: 'NAME', says: 'x' } }, 'MEND_OF_ONE_OR_ALL', 'mends.0'],
  ])('%s, and the preview stays as it is [U24]', async (_, given, code, field) => {
    const id = await preview('mia@firm.test,course,Nothing,2026-03-05');
    const { __typename, problems } = await mend(id, [given]);
    expect([__typename, problems?.[0]?.code, problems?.[0]?.field]).toEqual(['InputRefused', code, field]);
    expect(problems?.[0]?.message).not.toBe('');
    expect(await read(id)).toMatchObject({ state: 'PREVIEWED', mends: [] });
  });

  test('more than 500, of what is no import of completions, of another organization, and without the right', async () => {
    const id = await preview('mia@firm.test,course,Nothing,2026-03-05');
    const many = Array.from({ length: 501 }, () => ({ column: 'NAME', to: 'Fire safety', row: 2 }));
    expect((await mend(id, many)).problems?.[0]?.code).toBe('TOO_MANY');
    expect((await mend(world.organizationId, [])).__typename).toBe('NotFound');
    const elsewhere = await buildWorld(server.services.database, 'Elsewhere Ltd');
    expect((await mend(id, [], await server.signInAs(elsewhere.admin))).__typename).toBe('NotFound');
    expect(await read(id)).toMatchObject({ state: 'PREVIEWED', mends: [] });
  });

  test('a text that holds what no database keeps is told from others all the same', async () => {
    const id = await preview('mia@firm.test,course,Fire\0 safety,2026-03-05');
    const [row] = (await read(id)).rows.edges;
    expect(row?.node.details.said?.[2]).toBe('Fire safety');
    await mendAndAnalyse(id, [{ column: 'NAME', to: 'Fire safety', where: { column: 'NAME', says: 'Fire safety' } }]);
    expect((await read(id)).mends?.[0]?.rows).toBe(1);
  });
});
