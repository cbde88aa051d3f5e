import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openFileStore } from '../../platform/files/file-store.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { runJob } from '../../platform/testing/run-job.ts';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { buildWorld, type World } from '../../testing/build-world.ts';
import { startTestServer, type TestServer, type TestSession } from '../../testing/start-test-server.ts';
import { buildCourse, type BuiltCourse } from '../learning-objects/course.factory.ts';
import { commitAsSeen, carryOutAsSeen, undoAsSeen } from '../operations/operation.factory.ts';
import { buildImportFile } from '../people-import/people-import.factory.ts';
import { buildPeople, type BuiltPerson } from '../people-import/person.factory.ts';
import { analyseCompletionsImport } from './analyse-completions-import.job.ts';
import { previewCompletionsImport, type NewCompletionsImport } from './preview-completions-import.ts';

let testDatabase: TestDatabase;
let server: TestServer;
let world: World;
let admin: TestSession;
let mia: BuiltPerson;
let bob: BuiltPerson;
let gone: BuiltPerson;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) });
  world = await buildWorld(server.services.database);
  admin = await server.signInAs(world.admin);
  [mia, bob, gone] = (await buildPeople(server.services.database, world.organizationId, [
    { email: 'mia@firm.test', displayName: 'Mia', employeeNumber: '00123' },
    { email: 'bob@firm.test', displayName: 'Bob', department: ['Sales'], employeeNumber: 'B-1' },
    { email: 'gone@firm.test', displayName: 'Gone' },
  ])) as [BuiltPerson, BuiltPerson, BuiltPerson];
  const elsewhere = await buildWorld(server.services.database, 'Elsewhere Ltd');
  await buildPeople(server.services.database, elsewhere.organizationId, [{ email: 'theirs@firm.test' }]);
  await query("UPDATE person SET status = 'LEFT' WHERE id = $1", [gone.id]);
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

const query = <Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> =>
  server.services.database.write({ organizationId: world.organizationId }, (transaction) => transaction.query<Row>(sql, parameters));
const newCourse = (name: string): Promise<BuiltCourse> => buildCourse(server.services.database, world.organizationId, { name, modules: 2 });

/** The admin as one who looks after Bob's department alone. */
function ofSales(): Caller {
  const viewer = { ...world.caller.viewer, grants: [{ role: 'MASTER_ADMIN', rights: [], scope: { kind: 'DEPARTMENT', departmentId: bob.departmentId } }] } as never;
  return { ...world.caller, viewer };
}

async function begin(content: string | Buffer, input: Partial<NewCompletionsImport> = {}, caller: Caller = world.caller): Promise<string> {
  const { database } = server.services;
  const fileId = await buildImportFile(database, caller, server.config.dataDir, content, 'done.csv');
  const previewed = await database.write(caller, (transaction) => previewCompletionsImport(transaction, caller, { again: false, ...input, fileId }));
  if (!previewed.ok) throw new Error(previewed.problem[0]?.code);
  return previewed.value.id;
}

async function preview(content: string | Buffer, input: Partial<NewCompletionsImport> = {}, caller: Caller = world.caller): Promise<string> {
  const operationId = await begin(content, input, caller);
  await runJob(analyseCompletionsImport(await openFileStore(server.config.dataDir)), server.services.database, world.organizationId, { operationId });
  return operationId;
}

interface Shown {
  readonly state: string;
  readonly title: { readonly importedAt?: string };
  readonly problem: { readonly code: string; readonly message: string } | null;
  readonly counts: readonly { readonly class: string; readonly rows: number }[];
  readonly result: readonly { readonly class: string; readonly rows: number }[];
  readonly rows: { readonly edges: readonly { readonly node: { readonly class: string; readonly details: { readonly row: number }; readonly problems: readonly { readonly code: string; readonly field: string | null }[] } }[] };
}

const read = async (id: string): Promise<Shown> =>
  (await admin.ask<{ operation: Shown }>(
    'query ($id: ID!) { operation(id: $id) { state title problem { code message } counts { class rows } result { class rows } rows { edges { node { class details problems { code field } } } } } }',
    { id },
  )).operation;
const rowsOf = ({ rows }: Shown) => rows.edges.map(({ node }) => [node.details.row, node.class, ...node.problems.map((each) => each.code)]);
const sums = (counts: Shown['counts']) => Object.fromEntries(counts.map((each) => [each.class, each.rows]));
const factsOf = (person: BuiltPerson) =>
  query<{ subject: string; day: string; origin: string }>(
    `SELECT f.subject_id AS subject, f.completed_on::text AS day, f.origin FROM completion_fact f
     WHERE f.person_id = $1 AND NOT EXISTS (SELECT FROM revocation_fact x WHERE x.completion_fact_id = f.id) ORDER BY f.completed_on, f.recorded_at`,
    [person.id],
  );

test('each row is new, completed already or an error that says what to do; what was seen is recorded once, and taken back [U14–U28, U21, X9]', async () => {
  const { database } = server.services;
  const course = await newCourse('Fire safety');
  const content = [
    'Email,Training Type,Name,Date (yyyy-mm-dd)',
    'MIA@firm.test,Course,fire safety,2026-03-05',
    'mia@firm.test,course,Fire safety,2026-03-05',
    'bob@firm.test,course,Fire safety,2026/3/5',
    'bob@firm.test,课程,Fire safety,2026-03-06',
    'gone@firm.test,course,Fire safety,2026-03-06',
    'theirs@firm.test,course,Fire safety,2026-03-06',
    'bob@firm.test,course,=1+1,2026-03-06',
    'mia@firm.test,course,Fire safety,2199-01-01',
    '',
  ].join('\n');
  const id = await preview(content);
  const shown = await read(id);
  expect(rowsOf(shown)).toEqual([
    [2, 'NEW', 'BEFORE_ITEM'],
    [3, 'ERROR', 'ROW_DUPLICATED'],
    [4, 'ERROR', 'DAY_UNREADABLE'],
    [5, 'NEW', 'BEFORE_ITEM'],
    [6, 'ERROR', 'PERSON_LEFT'],
    [7, 'ERROR', 'PERSON_UNKNOWN'],
    [8, 'ERROR', 'ITEM_UNKNOWN'],
    [9, 'ERROR', 'COMPLETION_DAY_AHEAD'],
  ]);
  expect(sums(shown.counts)).toEqual({ NEW: 2, ERROR: 6 });
  expect(shown.title.importedAt).toBeUndefined();
  expect([await factsOf(mia), await factsOf(bob)]).toEqual([[], []]);

  await carryOutAsSeen(database, world.caller, id);
  expect(sums((await read(id)).result)).toEqual({ NEW: 2, ERROR: 6 });
  expect(await factsOf(mia)).toEqual([{ subject: course.id, day: '2026-03-05', origin: 'IMPORT' }]);
  expect(await factsOf(bob)).toEqual([{ subject: course.id, day: '2026-03-06', origin: 'IMPORT' }]);

  const again = await read(await preview(content));
  expect(sums(again.counts)).toEqual({ ALREADY_COMPLETED: 2, ERROR: 6 });
  expect(again.title.importedAt).toMatch(/^\d{4}-/);

  await undoAsSeen(database, world.caller, id);
  expect([await factsOf(mia), await factsOf(bob)]).toEqual([[], []]);
  expect((await read(await preview(content))).title.importedAt).toBeUndefined();
});

test('the same file confirmed twice imports once: what another one has recorded meanwhile is left out, and counted [2.2]', async () => {
  const { database } = server.services;
  await newCourse('Twice');
  const content = 'mia@firm.test,course,Twice,2026-03-05\nbob@firm.test,course,Twice,2026-03-05\n';
  const [first, second] = [await preview(content), await preview(content)];
  await carryOutAsSeen(database, world.caller, first);
  await carryOutAsSeen(database, world.caller, second);
  expect(sums((await read(second)).result)).toEqual({ SKIPPED_CHANGED_SINCE_PREVIEW: 2 });
  expect((await factsOf(mia)).filter(({ day }) => day === '2026-03-05')).toHaveLength(1);
});

test('modules, their course and a plan of one file are all recorded on their days, and a further completion where that is wanted [U16, U23, E10]', async () => {
  const { database } = server.services;
  const course = await newCourse('Whole');
  await query("UPDATE learning_object SET name = 'Part ' || right(id::text, 4), name_key = 'part ' || right(id::text, 4) WHERE id = ANY ($1)", [course.moduleIds]);
  // The course stands in a later chunk than its modules, and is complete by them when its row is carried out.
  const between = Array.from({ length: 600 }, () => 'nobody@firm.test,course,Whole,2026-03-05');
  const lines = [...course.moduleIds.map((each) => `mia@firm.test,module,${each},2026-03-05`), ...between, 'mia@firm.test,course,Whole,2026-03-05', `mia@firm.test,plan,Plan of Example Ltd,2026-03-07`];
  const id = await preview(`${lines.join('\n')}\n`);
  expect(sums((await read(id)).counts)).toEqual({ NEW: 4, ERROR: 600 });
  await carryOutAsSeen(database, world.caller, id);
  expect(sums((await read(id)).result)).toEqual({ NEW: 4, ERROR: 600 });
  expect((await factsOf(mia)).filter(({ subject }) => [...course.moduleIds, course.id, world.planId].includes(subject)).map(({ day }) => day)).toEqual(expect.arrayContaining(['2026-03-05', '2026-03-05', '2026-03-05', '2026-03-07']));

  const later = 'mia@firm.test,course,Whole,2026-03-05\nmia@firm.test,course,Whole,2026-03-09\n';
  expect(rowsOf(await read(await preview(later))).map((row) => row[1])).toEqual(['ALREADY_COMPLETED', 'ALREADY_COMPLETED']);
  const further = await preview(later, { again: true });
  expect(rowsOf(await read(further)).map((row) => row[1])).toEqual(['ALREADY_COMPLETED', 'NEW']);
  await carryOutAsSeen(database, world.caller, further);
  expect((await factsOf(mia)).filter(({ subject, origin }) => subject === course.id && origin === 'IMPORT').map(({ day }) => day)).toEqual(['2026-03-05', '2026-03-09']);
});

test('people are found by job number, and those whom one does not look after are unknown [X5, 2.11]', async () => {
  await newCourse('Numbers');
  const content = 'Job number;Training type;Name;Date\n123;course;Numbers;2026-03-05\nB-1;course;Numbers;2026-03-05\n';
  expect(rowsOf(await read(await preview(content, { by: 'EMPLOYEE_NUMBER' }))).map((row) => row.slice(0, 3))).toEqual([[2, 'NEW', 'ZEROS_RESTORED'], [3, 'NEW', 'BEFORE_ITEM']]);
  const own = await preview(content, { by: 'EMPLOYEE_NUMBER' }, ofSales());
  expect(rowsOf(await read(own)).map((row) => row.slice(0, 3))).toEqual([[2, 'ERROR', 'PERSON_UNKNOWN'], [3, 'NEW', 'BEFORE_ITEM']]);
});

test.each<[string, string | Buffer, string]>([
  ['columns in another order [U15]', 'Email,Name,Training type,Date\na,b,c,d\n', 'COMPLETION_COLUMNS'],
  ['another identifier than chosen [X5]', 'Job number,Training type,Name,Date\n1,course,x,2026-01-01\n', 'OTHER_IDENTIFIER'],
  ['a header alone', 'Email,Training type,Name,Date\n', 'TABLE_WITHOUT_ROWS'],
  ['nothing', '', 'TABLE_EMPTY'],
  ['a row that is far too long below another', `Email,Training type,Name,Date\nmia@firm.test,course,x,2026-01-01\n"${'x'.repeat(2_000_000)}`, 'ROW_TOO_LONG'],
  ['a cell without an end', Buffer.from(`"${'x'.repeat(2_000_000)}`), 'ROW_TOO_LONG'],
])('a file with %s is refused, and nothing is written', async (_, content, code) => {
  const shown = await read(await preview(content));
  expect([shown.state, shown.problem?.code]).toEqual(['FAILED', code]);
  expect(shown.problem?.message).not.toBe('');
});

test('the errors come back with their reason in column E, whichever column it had before, and the mended file is taken as it is [U24, U25, X29]', async () => {
  await newCourse('Mended');
  const id = await preview('Email,Training type,Name,Date,What is wrong\nbob@firm.test,course,Mended,5.3.2026,old\n"=cmd()",course,Mended,2026-03-05\n');
  const { text } = await admin.send('GET', `/files/rows/${id}/ERROR?language=en`);
  const lines = text.replace('\ufeff', '').split('\r\n');
  expect(lines[0]).toBe('Email,Training type,Name,Date,What is wrong');
  expect(lines[1]).toMatch(/^bob@firm\.test,course,Mended,5\.3\.2026,“5\.3\.2026” can be 2026-03-05 or 2026-05-03/);
  expect(lines[2]).toMatch(/^'=cmd\(\),course,Mended,2026-03-05,/);
  expect(rowsOf(await read(await preview(text.replace('5.3.2026', '2026-03-05')))).map((row) => row.slice(0, 2))).toEqual([[2, 'NEW'], [3, 'ERROR']]);
});

test('what was understood of a file is kept with its operation, for the page to say', async () => {
  const { title } = await read(await preview('Email;Training type;Name;Date\nmia@firm.test;course;Größe;2026-03-05\n'));
  expect(title).toEqual({ file: 'done.csv', by: 'EMAIL', encoding: 'utf-8', separator: ';', columns: 4 });
});

test('nobody commits what concerns people whom they do not look after any more [2.11]', async () => {
  const { database } = server.services;
  const course = await newCourse('Lost');
  const id = await preview('mia@firm.test,course,Lost,2026-03-05\n');
  await expect(commitAsSeen(database, ofSales(), id)).rejects.toThrow('STALE_PREVIEW');
  expect((await factsOf(mia)).filter(({ subject }) => subject === course.id)).toEqual([]);
  expect((await read(id)).state).toBe('PREVIEWED');
});

test('each template is understood by the import for which it is, and its examples are never imported; each set of rows comes as a file [U19, U22, X5]', async () => {
  const course = await newCourse('Sets');
  for (const by of ['EMAIL', 'EMPLOYEE_NUMBER', 'EXTERNAL_ID'] as const) {
    for (const language of ['en', 'zh-CN']) {
      const { status, text } = await admin.send('GET', `/files/templates/completions/${by}?language=${language}`);
      expect(status).toBe(200);
      expect(rowsOf(await read(await preview(text, { by })))).toEqual([[2, 'ERROR', 'PLACEHOLDER_LEFT'], [3, 'ERROR', 'PLACEHOLDER_LEFT']]);
    }
  }
  expect((await admin.send('GET', '/files/templates/completions/constructor')).status).toBe(404);
  expect((await server.anonymous().send('GET', '/files/templates/completions/EMAIL')).status).toBe(404);
  const id = await preview(`mia@firm.test,course,${course.id},2026-03-05\nbob@firm.test,course,none,2026-03-05\n`);
  const { text, headers } = await admin.send('GET', `/files/rows/${id}/NEW`);
  expect([text, headers.get('content-disposition')]).toEqual([`mia@firm.test,course,${course.id},2026-03-05\r\n`, "attachment; filename*=UTF-8''new-done.csv"]);
  expect((await admin.send('GET', `/files/rows/${id}/ALREADY_COMPLETED`)).text).toBe('');
});
