import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { buildWorld, type World } from '../../testing/build-world.ts';
import { startTestServer, type TestServer, type TestSession } from '../../testing/start-test-server.ts';
import { carryOutAsSeen } from '../operations/operation.factory.ts';
import { buildPeoplePreview } from './people-import.factory.ts';
import { buildXlsx } from './xlsx.factory.ts';

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
  readonly state: string;
  readonly title: Record<string, unknown>;
  readonly counts: readonly { readonly class: string; readonly rows: number }[];
  readonly result: readonly { readonly class: string; readonly rows: number }[];
  readonly rows: { readonly edges: readonly { readonly node: { readonly class: string; readonly details: Record<string, unknown>; readonly problems: readonly { readonly code: string; readonly field: string | null }[] } }[] };
}

async function read(id: string): Promise<Previewed> {
  const { operation } = await admin.ask<{ operation: Previewed }>(
    'query ($id: ID!) { operation(id: $id) { state title counts { class rows } result { class rows } rows { edges { node { class details problems { code field } } } } } }',
    { id },
  );
  return operation;
}

const preview = (content: string | Buffer): Promise<string> => buildPeoplePreview(server.services.database, world.caller, server.config.dataDir, content);
const carryOut = (id: string): Promise<void> => carryOutAsSeen(server.services.database, world.caller, id);

const sums = (counts: Previewed['counts']) => Object.fromEntries(counts.map((each) => [each.class, each.rows]));
const query = <Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> =>
  server.services.database.read(world, (transaction) => transaction.query<Row>(sql, parameters));

test('a spreadsheet is imported as a CSV is: dates and zeros as they are shown, the sheet named, its rows by their numbers [16, X5]', async () => {
  const id = await preview(
    buildXlsx({
      Staff: [['Job number', 'Name', 'Hire date', 'Department'], [{ number: '7', style: 3 }, 'Zoë Müller', { number: '45123', style: 2 }, 'Sales / North'], [], ['S-2', 'Mia Chen', '', ''], ['S-3', '', 'soon']],
      Notes: [['not for you']],
    }),
  );
  const previewed = await read(id);
  expect(previewed.title).toEqual({ file: 'people.csv', sheet: 'Staff', sheets: 2, formulas: 0 });
  expect(previewed.rows.edges.map(({ node }) => [node.details.row, node.class, ...node.problems.map((each) => each.code)])).toEqual([
    [2, 'NEW'],
    [4, 'NEW'],
    [5, 'ERROR', 'NAME_MISSING', 'BAD_DATE_FORMAT'],
  ]);
  await carryOut(id);
  expect(await query("SELECT display_name AS name, hire_date::text AS hired FROM person WHERE employee_number = '00007'")).toEqual([{ name: 'Zoë Müller', hired: '2023-07-16' }]);
});

test('a file that no spreadsheet program could open says so', async () => {
  const id = await preview(buildXlsx({ A: [['x']] }).subarray(0, 700));
  expect((await read(id)).state).toBe('FAILED');
});

test('the rows that were rejected come as a file with their reasons, harmless to spreadsheets, and can be mended and imported again [U22, U24, U25, X29]', async () => {
  const id = await preview('Employee number,Name,Hire date\nR-1,"=CMD(""a"")",soon\nR-2,Fine,\nR-3,,2027-01-01\n');
  const { status, text, headers } = await admin.send('GET', `/files/rows/${id}/ERROR?language=en`);
  expect([status, headers.get('content-type'), headers.get('content-disposition')]).toEqual([200, 'text/csv; charset=utf-8', "attachment; filename*=UTF-8''errors-people.csv"]);
  expect(text.split('\r\n')).toEqual([
    'Employee number,Name,Hire date,What is wrong',
    'R-1,"\'=CMD(""a"")",soon,“soon” is not a date in the form YYYY-MM-DD.',
    'R-3,,2027-01-01,The name is missing.',
    '',
  ]);
  expect((await admin.send('GET', `/files/rows/${id}/ERROR?language=zh-CN`)).text).toContain('错误原因');
  const again = await read(await preview(text.replace('soon', '2027-01-01').replace('R-3,,', 'R-3,Mended,')));
  expect(sums(again.counts)).toEqual({ NEW: 2 });
});

test('nobody else gets the rejected rows or a template', async () => {
  const id = await preview('Employee number,Name\nX-1,\n');
  const learner = await server.signInAs(world.learner);
  const elsewhere = await buildWorld(server.services.database, 'Elsewhere Ltd');
  const stranger = await server.signInAs(elsewhere.admin);
  for (const client of [learner, stranger, server.anonymous()]) expect((await client.send('GET', `/files/rows/${id}/ERROR`)).status).toBe(404);
  expect((await admin.send('GET', '/files/rows/none/ERROR')).status).toBe(404);
  expect((await server.anonymous().send('GET', '/files/templates/EMAIL')).status).toBe(404);
  expect((await admin.send('GET', '/files/templates/constructor')).status).toBe(404);
  expect((await admin.send('GET', '/files/templates/EMPLOYEE_NUMBER?language=zh-CN')).headers.get('content-type')).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
});
