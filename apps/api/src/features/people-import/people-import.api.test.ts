import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '../../platform/testing/eventually.ts';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { buildWorld, type World } from '../../testing/build-world.ts';
import { uploadFile, type UploadAnswer } from '../../testing/upload-file.ts';
import { startTestServer, type TestServer, type TestSession } from '../../testing/start-test-server.ts';
import { buildPeople } from './person.factory.ts';

let testDatabase: TestDatabase;
let server: TestServer;
let world: World;
let admin: TestSession;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase);
  world = await buildWorld(server.services.database);
  admin = await server.signInAs(world.admin);
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

interface Row {
  readonly class: string;
  readonly details: { readonly row: number; readonly name: string };
  readonly problems: readonly { readonly code: string; readonly field: string | null; readonly message: string }[];
}

interface Previewed {
  readonly id: string;
  readonly state: string;
  readonly previewHash: string | null;
  readonly problem: { readonly code: string; readonly message: string } | null;
  readonly counts: readonly { readonly class: string; readonly rows: number }[];
  readonly rows: { readonly edges: readonly { readonly node: Row }[] };
}

const upload = (content: Buffer, name = 'people.csv', size = content.length): Promise<UploadAnswer> => uploadFile(admin, server.url, { purpose: 'IMPORT', name, content, size });

async function preview(content: string | Buffer, name?: string, complete = false): Promise<Previewed> {
  const { fileId, status, text } = await upload(Buffer.from(content), name);
  if (!fileId) throw new Error(`Not uploaded: ${status} ${text}`);
  const { previewPeopleImport } = await admin.ask<{ previewPeopleImport: { id: string } }>(
    'mutation ($fileId: ID!, $complete: Boolean) { previewPeopleImport(input: { fileId: $fileId, complete: $complete }) { ... on Operation { id } } }',
    { fileId, complete },
  );
  return whenPast(previewPeopleImport.id, 'ANALYSING');
}

const whenPast = (id: string, state: string): Promise<Previewed> =>
  eventually(`the import is past ${state}`, async () => {
    const { operation } = await admin.ask<{ operation: Previewed }>(
      `query ($id: ID!) { operation(id: $id) { id state previewHash problem { code message } counts { class rows }
         rows(first: 100) { edges { node { class details problems { code field message } } } } } }`,
      { id },
    );
    return operation.state !== state && operation;
  });

async function commit({ id, previewHash }: Previewed): Promise<void> {
  await admin.ask('mutation ($input: CommitOperationInput!) { commitOperation(input: $input) { __typename } }', { input: { operationId: id, previewHash } });
  expect((await whenPast(id, 'APPLYING')).state).toBe('DONE');
}

const countsOf = ({ counts }: Previewed): Record<string, number> => Object.fromEntries(counts.map((each) => [each.class, each.rows]));
const errorsOf = ({ rows }: Previewed): unknown[] =>
  rows.edges.flatMap(({ node }) => (node.class === 'ERROR' ? [[node.details.row, node.details.name, ...node.problems.map((each) => each.code)]] : []));

async function people(like: string): Promise<unknown[]> {
  return server.services.database.read(world, (transaction) =>
    transaction.query(
      `SELECT p.employee_number AS number, p.display_name AS name, d.name AS department FROM person p
       LEFT JOIN affiliation a ON a.person_id = p.id AND a.valid_to IS NULL LEFT JOIN department d ON d.id = a.department_id
       WHERE p.employee_number LIKE $1 ORDER BY p.employee_number`,
      [like],
    ),
  );
}

const utf16 = (text: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

test('a file says what another system knows people by; what somebody else has is an error [X5]', async () => {
  await commit(await preview('Employee number,Name,External ID\nX1,Xia,0031\nX2,Xu,0032\n'));
  const changed = await preview('Employee number,Name,External ID\nX1,Xia,0033\nX2,Xu,0031\nX3,Xin,0032\n');
  expect([countsOf(changed), errorsOf(changed)]).toEqual([{ CHANGED: 1, ERROR: 2 }, [[3, 'Xu', 'IDENTIFIER_TAKEN'], [4, 'Xin', 'IDENTIFIER_TAKEN']]]);
  await commit(changed);
  const rows = await server.services.database.read(world, (transaction) => transaction.query("SELECT external_id AS id FROM person WHERE employee_number LIKE 'X_' ORDER BY employee_number"));
  expect(rows).toEqual([{ id: '0033' }, { id: '0032' }]);
});

describe('files as programs write them are read, previewed and imported [16, X5]', () => {
  test.each([
    ['with a byte order mark and CRLF', 'A', '\ufeffEmployee number,Name,Department\r\nA1,Zoë Müller,Sales/North\r\nA2,"Chen, Mia",Sales\r\n'],
    ['separated by semicolons', 'B', 'Employee number;Name;Department\nB1;Zoë Müller;Sales/North\nB2;"Chen, Mia";Sales\n'],
    ['separated by tabs, ended by CR', 'C', 'Employee number\tName\tDepartment\rC1\tZoë Müller\tSales/North\rC2\tChen, Mia\tSales\r'],
    ['in Latin letters of older programs', 'D', Buffer.from('Employee number,Name,Department\nD1,Zoë Müller,Sales/North\nD2,"Chen, Mia",Sales\n', 'latin1')],
    ['in UTF-16', 'E', utf16('Employee number\tName\tDepartment\nE1\tZoë Müller\tSales/North\nE2\tChen, Mia\tSales\n')],
    ['with columns of others and empty lines', 'F', 'Cost center,Name,Employee number,Department\n7,Zoë Müller,F1,Sales/North\n\n8,"Chen, Mia",F2,Sales\n\n'],
  ])('%s', async (_name, letter, content) => {
    const previewed = await preview(content);
    expect([previewed.state, countsOf(previewed)]).toEqual(['PREVIEWED', { NEW: 2 }]);
    await commit(previewed);
    expect(await people(`${letter}_`)).toEqual([
      { number: `${letter}1`, name: 'Zoë Müller', department: 'North' },
      { number: `${letter}2`, name: 'Chen, Mia', department: 'Sales' },
    ]);
  });

  test('a cell that begins as a formula is a text, and our mark before one is taken away again', async () => {
    await commit(await preview(`Employee number,Name\nG1,=1+1\nG2,"'=HYPERLINK(""http://evil"")"`));
    expect(await people('G_')).toMatchObject([{ name: '=1+1' }, { name: '=HYPERLINK("http://evil")' }]);
  });
});

describe('what is wrong in a row is said in the row, with whose it is; the other rows are imported [16, 2.12]', () => {
  test('line breaks and NUL in a name, a doubled number, an unknown manager, a circle of managers', async () => {
    const previewed = await preview(
      [
        'Employee number,Name,E-mail,Manager employee number',
        'H1,Right Person,h1@example.com,',
        'H2,"Two\nLines",h2@example.com,',
        `H3,"${'x'.repeat(5_000)}",h3@example.com,`,
        'H4,Nul\u0000Byte,h4@example.com,',
        'H1,Second Row,h1b@example.com,',
        'H5,No Manager,h5@example.com,NOBODY',
        'H6,Round One,h6@example.com,H7',
        'H7,Round Two,h7@example.com,H6',
        'H8,,h8@example.com,',
        ',Nobody,,',
        'H10,Wrong Address,not an address,',
        'H11,Too,many,cells,here',
      ].join('\n'),
    );
    expect(countsOf(previewed)).toEqual({ NEW: 1, ERROR: 11 });
    expect(errorsOf(previewed)).toEqual([
      [3, 'Two Lines', 'CONTROL_CHARACTERS'],
      [4, 'x'.repeat(200), 'TOO_LONG'],
      [5, 'Nul Byte', 'CONTROL_CHARACTERS'],
      [6, 'Second Row', 'DUPLICATED'],
      [7, 'No Manager', 'UNKNOWN_MANAGER'],
      [8, 'Round One', 'MANAGER_CYCLE'],
      [9, 'Round Two', 'MANAGER_CYCLE'],
      [10, 'H8', 'NAME_MISSING'],
      [11, 'Nobody', 'MISSING_IDENTIFIER'],
      [12, 'Wrong Address', 'INVALID_EMAIL'],
      [13, 'Too', 'TOO_MANY_CELLS'],
    ]);
    const [doubled] = previewed.rows.edges.flatMap(({ node }) => node.problems.filter((each) => each.code === 'DUPLICATED'));
    expect(doubled).toEqual({ code: 'DUPLICATED', field: 'employeeNumber', message: 'Employee number “H1” stands in row 2 already.' });
    await commit(previewed);
    expect(await people('H%')).toMatchObject([{ number: 'H1', name: 'Right Person' }]);
  });

  test('a circle over the file and the people known, and an identifier of somebody else', async () => {
    await buildPeople(server.services.database, world.organizationId, [
      { employeeNumber: 'J1', displayName: 'Known Boss', email: 'j1@example.com' },
      { employeeNumber: 'J2', displayName: 'Known Report', email: 'j2@example.com', managerNumber: 'J1' },
    ]);
    const previewed = await preview('Employee number,Name,E-mail,Manager\nJ1,Known Boss,j1@example.com,J2\nJ9,Taker,j2@example.com,\nJ1x,Other,j1@example.com,');
    expect(errorsOf(previewed)).toEqual([[2, 'Known Boss', 'MANAGER_CYCLE'], [3, 'Taker', 'IDENTIFIER_TAKEN'], [4, 'Other', 'DUPLICATED']]);
  });
});

describe('a file that is said to be complete', () => {
  const statuses = async (): Promise<Record<string, string>> => {
    const rows = await server.services.database.read(world, (transaction) =>
      transaction.query<{ name: string; status: string }>('SELECT display_name AS name, status FROM person WHERE organization_id = $1', [world.organizationId]),
    );
    return Object.fromEntries(rows.map(({ name, status }) => [name, status]));
  };

  test('previews whom it leaves out, and marks them as having left: never admins, nor whose row is wrong otherwise', async () => {
    await buildPeople(server.services.database, world.organizationId, [
      { displayName: 'Stays', employeeNumber: 'K1' },
      { displayName: 'Typed wrongly', employeeNumber: 'K2' },
      { displayName: 'Goes', employeeNumber: 'K3' },
    ]);
    const previewed = await preview('Employee number,Name,Hire date\nK1,Stays,\nK2,Typed wrongly,32/13/2020\nK9,Comes,\n', 'people.csv', true);
    expect(countsOf(previewed)).toMatchObject({ NEW: 1, UNCHANGED: 1, ERROR: 1, ABSENT_KEPT: 1 });
    const namesOf = (rowClass: string) => previewed.rows.edges.flatMap(({ node }) => (node.class === rowClass ? [node.details.name] : []));
    expect(namesOf('ABSENT')).toContain('Goes');
    expect(namesOf('ABSENT')).not.toContain('Typed wrongly');
    expect(namesOf('ABSENT_KEPT')).toEqual([world.admin.displayName]);
    expect((await statuses())['Goes']).toBe('ACTIVE');
    await commit(previewed);
    expect(await statuses()).toMatchObject({ Stays: 'ACTIVE', 'Typed wrongly': 'ACTIVE', Comes: 'ACTIVE', Goes: 'LEFT', [world.admin.displayName]: 'ACTIVE' });
    expect(countsOf(await preview('Employee number,Name\nK1,Stays\nK2,Typed wrongly\nK9,Comes\n', 'people.csv', true))).toEqual({ UNCHANGED: 3, ABSENT_KEPT: 1 });
  });
});

describe('a file that is none is refused with what to do', () => {
  test.each([
    ['a missing column', 'Employee number,Department\n1,Sales', 'COLUMN_MISSING', 'The column “Name” is missing.'],
    ['no identifier', 'Name\nMia', 'IDENTIFIER_COLUMN_MISSING', 'The file needs a column for the employee number or the e-mail.'],
    ['a doubled column', 'Name,E-Mail,邮箱\nMia,a@example.com,b@example.com', 'COLUMN_DOUBLED', '“E-Mail” and “邮箱” all stand for the column “E-mail”. Keep one.'],
    ['an empty header', ',,\n1,2,3', 'HEADER_EMPTY', 'The first row is empty. It must name the columns.'],
    ['a quote that is never closed', 'Employee number,Name\n1,"Mia', 'TABLE_BROKEN', 'This file cannot be read as a table: it is damaged, a quote is never closed, or a cell is far too long. Save it as XLSX or CSV again.'],
    ['nothing but line ends', '\n\n\n', 'TABLE_EMPTY', 'This file is empty.'],
    ['a header only', 'Employee number,Name\n', 'TABLE_WITHOUT_ROWS', 'This file has a header and no rows below it.'],
  ])('%s', async (_name, content, code, message) => {
    const { state, problem } = await preview(content);
    expect([state, problem]).toEqual(['FAILED', { code, message }]);
  });

  test('NUL bytes where text should begin', async () => {
    expect((await upload(Buffer.from('Employee number\u0000,Name\n1,Mia'))).status).toBe(415);
  });

  test('an empty file', async () => {
    const { fileId, status, text } = await upload(Buffer.alloc(0));
    expect([fileId, status, JSON.parse(text)]).toEqual([null, 400, { code: 'FILE_EMPTY', message: 'This file is empty.' }]);
  });

  test.each([
    ['a picture', Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')],
    ['a PDF', Buffer.from('%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n<<>>\nendobj\n')],
    ['an HTML page', Buffer.from('<!doctype html><html><script>alert(1)</script></html>')],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"></svg>')],
    ['bytes of a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3, 0, 0])],
  ])('%s that is called people.csv', async (_name, content) => {
    const { fileId, status, text } = await upload(content);
    expect([fileId, status, JSON.parse(text)]).toEqual([null, 415, { code: 'WRONG_FILE_KIND', message: expect.stringContaining('no CSV and no XLSX') }]);
  });

  test('200 MB where 128 are allowed, before a byte of it has been sent', async () => {
    const { status, text } = await upload(Buffer.alloc(0), 'people.csv', 200 * 1024 * 1024);
    expect([status, JSON.parse(text)]).toEqual([413, { code: 'FILE_TOO_LARGE', message: 'This file is too large: at most 128 MB.' }]);
  });
});

test('whoever leads others may stand anywhere in a file of several parts, and who has no manager by then is an error [16, 2.12]', async () => {
  const reports = Array.from({ length: 520 }, (_, index) => `M${String(index).padStart(3, '0')},Mia ${index},${index === 7 ? 'NOBODY' : index === 300 ? 'M007' : index % 2 ? 'M999' : 'M520'}`);
  const previewed = await preview(['Employee number,Name,Manager employee number', ...reports, 'M520,Middle,M999', 'M999,Top,'].join('\n'));
  expect([countsOf(previewed), previewed.rows.edges[0]?.node.details.row]).toEqual([{ NEW: 520, ERROR: 2 }, 9]);
  await commit(previewed);
  const led = await server.services.database.read(world, (transaction) =>
    transaction.query("SELECT m.employee_number AS manager, count(*)::int AS people FROM person p JOIN person m ON m.id = p.manager_id WHERE p.employee_number LIKE 'M%' GROUP BY 1 ORDER BY 1"),
  );
  expect(led).toEqual([{ manager: 'M520', people: 259 }, { manager: 'M999', people: 260 }]);
});
