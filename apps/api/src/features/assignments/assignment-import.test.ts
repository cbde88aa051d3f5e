import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openFileStore } from '../../platform/files/file-store.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { runJob } from '../../platform/testing/run-job.ts';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { buildWorld, type World } from '../../testing/build-world.ts';
import { startTestServer, type TestServer, type TestSession } from '../../testing/start-test-server.ts';
import { buildCaller } from '../access/caller.factory.ts';
import { buildPlan } from '../learning-plans/learning-plan.factory.ts';
import { buildImportFile } from '../people-import/people-import.factory.ts';
import { buildPeople, type BuiltPerson } from '../people-import/person.factory.ts';
import { assignPlan, carryOut } from './assignment.factory.ts';
import { analyseAssignmentImport } from './import-assignment.ts';
import { previewAssignmentImport, type NewAssignmentImport } from './preview-assignment-import.ts';

let testDatabase: TestDatabase;
let server: TestServer;
let world: World;
let admin: TestSession;
let people: Record<'zeros' | 'has' | 'new' | 'away' | 'left' | 'numberless' | 'partner', BuiltPerson>;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) });
  world = await buildWorld(server.services.database);
  admin = await server.signInAs(world.admin);
  const [zeros, has, fresh, away, left, numberless, partner] = (await buildPeople(server.services.database, world.organizationId, [
    { employeeNumber: '00123' },
    { employeeNumber: 'A-1' },
    { employeeNumber: 'A-2', department: ['Sales'] },
    { employeeNumber: 'AWAY' },
    { employeeNumber: 'GONE' },
    { employeeNumber: null, email: 'zoe@example.com', displayName: 'Zoe', externalId: '00x7' },
    { employeeNumber: null, email: 'pat@partner.example', partnerAccount: 'Partner' },
  ])) as [BuiltPerson, BuiltPerson, BuiltPerson, BuiltPerson, BuiltPerson, BuiltPerson, BuiltPerson];
  people = { zeros, has, new: fresh, away, left, numberless, partner };
  const elsewhere = await buildWorld(server.services.database, 'Elsewhere Ltd');
  await buildPeople(server.services.database, elsewhere.organizationId, [{ employeeNumber: 'THEIRS' }]);
  await query("UPDATE person SET status = 'LEFT' WHERE employee_number = 'GONE'");
  await query("UPDATE person SET status = 'SUSPENDED' WHERE employee_number = 'AWAY'");
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

const query = <Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> =>
  server.services.database.write({ organizationId: world.organizationId }, (transaction) => transaction.query<Row>(sql, parameters));
const newPlan = () => buildPlan(server.services.database, world.caller, { milestones: [{ items: [world.course.id] }] });

async function analyse(operationId: string): Promise<void> {
  await runJob(analyseAssignmentImport(await openFileStore(server.config.dataDir)), server.services.database, world.organizationId, { operationId });
}

async function begin(caller: Caller, content: string, input: Omit<NewAssignmentImport, 'fileId'>) {
  const { database } = server.services;
  const fileId = await buildImportFile(database, caller, server.config.dataDir, content, 'list.csv');
  return database.write(caller, (transaction) => previewAssignmentImport(transaction, caller, { ...input, fileId }));
}

async function preview(content: string, input: Omit<NewAssignmentImport, 'fileId'>, caller: Caller = world.caller): Promise<string> {
  const previewed = await begin(caller, content, input);
  if (!previewed.ok) throw new Error(previewed.problem[0]?.code);
  await analyse(previewed.value.id);
  return previewed.value.id;
}

interface Shown {
  readonly state: string;
  readonly previewHash: string;
  readonly problem: { readonly code: string } | null;
  readonly counts: readonly { readonly class: string; readonly rows: number }[];
  readonly result: readonly { readonly class: string; readonly rows: number }[];
  readonly rows: { readonly edges: readonly { readonly node: { readonly class: string; readonly details: { readonly row: number }; readonly problems: readonly { readonly code: string }[] } }[] };
}

const read = async (id: string): Promise<Shown> =>
  (await admin.ask<{ operation: Shown }>(
    'query ($id: ID!) { operation(id: $id) { state previewHash problem { code } counts { class rows } result { class rows } rows { edges { node { class details problems { code } } } } } }',
    { id },
  )).operation;
const rowsOf = ({ rows }: Shown) => rows.edges.map(({ node }) => [node.details.row, node.class, ...node.problems.map((each) => each.code)]);
const sums = (counts: Shown['counts']) => Object.fromEntries(counts.map((each) => [each.class, each.rows]));

async function commit(id: string): Promise<string> {
  const { commitOperation } = await admin.ask<{ commitOperation: { __typename: string } }>('mutation ($input: CommitOperationInput!) { commitOperation(input: $input) { __typename } }', {
    input: { operationId: id, previewHash: (await read(id)).previewHash },
  });
  return commitOperation.__typename;
}

const sourcesOf = (planId: string) =>
  query<{ id: string; kind: string; state: string; reason: string | null }>(
    `SELECT e.person_id AS id, x.kind, m.state, m.reason FROM enrollment e
     JOIN enrollment_source x ON x.enrollment_id = e.id AND x.valid_to IS NULL
     LEFT JOIN assignment_member m ON m.assignment_id = x.assignment_id AND m.person_id = e.person_id WHERE e.plan_id = $1 ORDER BY x.kind, e.person_id`,
    [planId],
  );

test('each row of a list comes to what an assignment would, or says why it means nobody; what was seen is done, and taken back [D25, D26, D27, U21, 2.0.6]', async () => {
  const { database } = server.services;
  const planId = await newPlan();
  await assignPlan(database, world.caller, planId, { audience: { kind: 'PEOPLE', personIds: [people.has.id as never] } });
  const id = await preview('Name;Job number;E-mail\nx;123;\nx;a-1;\nx;A-2;\nx;a-2;\nx;;\nx;;Zoe@example.com\nx;1.00012E+05;\nx;GONE;\nx;AWAY;\nx;THEIRS;\n', { planId });
  const shown = await read(id);
  expect(rowsOf(shown)).toEqual([
    [2, 'APPLIED', 'ZEROS_RESTORED'],
    [3, 'MERGED'],
    [4, 'APPLIED'],
    [5, 'ERROR', 'PERSON_DOUBLED'],
    [6, 'ERROR', 'NUMBER_MISSING'],
    [7, 'ERROR', 'PERSON_WITHOUT_NUMBER'],
    [8, 'ERROR', 'NUMBER_SHORTENED'],
    [9, 'ERROR', 'PERSON_LEFT'],
    [10, 'EXCEPTION', 'PERSON_AWAY'],
    [11, 'ERROR', 'NUMBER_UNKNOWN'],
  ]);
  expect(sums(shown.counts)).toEqual({ APPLIED: 2, MERGED: 1, EXCEPTION: 1, ERROR: 6 });
  expect(await sourcesOf(planId)).toHaveLength(1);

  expect(await commit(id)).toBe('Operation');
  expect(await commit(id)).toBe('Operation');
  await carryOut(database, world.organizationId, id);
  expect(sums((await read(id)).result)).toEqual({ APPLIED: 2, MERGED: 1, EXCEPTION: 1, ERROR: 6 });
  expect((await sourcesOf(planId)).filter(({ kind }) => kind === 'IMPORT')).toEqual(
    [[people.zeros, 'APPLIED', null], [people.has, 'MERGED', null], [people.new, 'APPLIED', null], [people.away, 'EXCEPTION', 'INACTIVE_PERSON']]
      .map(([person, state, reason]) => ({ id: (person as BuiltPerson).id, kind: 'IMPORT', state, reason }))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  );
  const { assignments } = await admin.ask<{ assignments: { edges: { node: object }[] } }>(
    'query ($planId: ID!) { assignments(planId: $planId, first: 1) { edges { node { audienceSentence listName state } } } }',
    { planId },
  );
  expect(assignments.edges[0]?.node).toEqual({ audienceSentence: 'People on the list “list.csv”', listName: 'list.csv', state: 'DONE' });

  const { previewUndo } = await admin.ask<{ previewUndo: { id: string; counts: Shown['counts'] } }>(
    'mutation ($id: ID!) { previewUndo(input: { operationId: $id }) { ... on Operation { id counts { class rows } } } }',
    { id },
  );
  expect(sums(previewUndo.counts)).toEqual({ TAKEN_BACK: 4 });
  await commit(previewUndo.id);
  await carryOut(database, world.organizationId, previewUndo.id);
  expect((await sourcesOf(planId)).map(({ kind }) => kind)).toEqual(['INDIVIDUAL']);
});

test('by external id, exactly as it is written, who has one gets the plan [X5]', async () => {
  const planId = await newPlan();
  const id = await preview('E-mail,External ID\n,00x7\n,00X7\npat@partner.example,\n', { planId, by: 'EXTERNAL_ID' });
  expect(rowsOf(await read(id))).toEqual([[2, 'EXCEPTION'], [3, 'ERROR', 'EXTERNAL_ID_UNKNOWN'], [4, 'ERROR', 'PERSON_WITHOUT_EXTERNAL_ID']]);
  expect(await commit(id)).toBe('Operation');
  await carryOut(server.services.database, world.organizationId, id);
  expect((await sourcesOf(planId)).map((each) => each.id)).toEqual([people.numberless.id]);
});

test('by e-mail also who has no job number gets the plan, and employees without one are to be seen to [X5, D27, ambition 9]', async () => {
  const { database } = server.services;
  const planId = await newPlan();
  const id = await preview('E-mail\nzoe@example.com\nPAT@partner.example\nnobody@example.com\n', { planId, by: 'EMAIL' });
  expect(rowsOf(await read(id))).toEqual([[2, 'EXCEPTION'], [3, 'APPLIED'], [4, 'ERROR', 'EMAIL_UNKNOWN']]);
  await commit(id);
  await carryOut(database, world.organizationId, id);
  const reasons = new Map((await sourcesOf(planId)).map((row) => [row.id, row.reason]));
  expect(reasons).toEqual(new Map([[people.numberless.id, 'NO_EMPLOYEE_NUMBER'], [people.partner.id, null]]));
});

test('a list whose people have changed since is analysed again before anything is given', async () => {
  const planId = await newPlan();
  const id = await preview('A-1\nA-2\n', { planId });
  await assignPlan(server.services.database, world.caller, planId, { audience: { kind: 'PEOPLE', personIds: [people.has.id as never] } });
  expect(await commit(id)).toBe('StalePreview');
  expect((await read(id)).state).toBe('ANALYSING');
  await analyse(id);
  expect(sums((await read(id)).counts)).toEqual({ APPLIED: 1, MERGED: 1 });
});

test('whom one may not assign is as unknown as somebody of another organization, and so is a list that somebody else has uploaded [D35]', async () => {
  const { database } = server.services;
  const [lead] = (await buildPeople(database, world.organizationId, [{ department: ['Sales'] }])) as [BuiltPerson];
  const base = buildCaller(lead, 'SUB_ADMIN');
  const scope = { kind: 'DEPARTMENT' as const, departmentId: people.new.departmentId as never };
  const limited: Caller = { ...base, viewer: { ...base.viewer, kind: 'PERSON', personId: lead.id as never, managersMayAssign: false, grants: [{ role: 'SUB_ADMIN', rights: [], scope }] } };
  const planId = await newPlan();
  const id = await preview('A-1\nA-2\n', { planId }, limited);
  expect(rowsOf(await read(id))).toEqual([[1, 'ERROR', 'NUMBER_UNKNOWN'], [2, 'APPLIED']]);
  const fileId = await buildImportFile(database, world.caller, server.config.dataDir, 'A-2\n', 'list.csv');
  const others = await database.write(limited, (transaction) => previewAssignmentImport(transaction, limited, { planId, fileId }));
  expect(others).toMatchObject({ ok: false, problem: [{ code: 'UNKNOWN_FILE' }] });
});

test.each([
  ['', 'TABLE_EMPTY'],
  ['Job number\n', 'TABLE_WITHOUT_ROWS'],
  ['E-mail,Name\nzoe@example.com,Zoe\n', 'COLUMN_MISSING'],
])('a file that is no list by job number says so: %j', async (content, code) => {
  expect(await read(await preview(content, { planId: world.planId }))).toMatchObject({ state: 'FAILED', problem: { code } });
});

test('what cannot be given is refused before the list is read', async () => {
  for (const [input, code] of [[{ planId: world.draftPlanId }, 'PLAN_NOT_ACTIVE'], [{ planId: world.planId, dueRule: { kind: 'FIXED', date: '2001-01-01' } }, 'DUE_IN_PAST']] as const) {
    expect(await begin(world.caller, 'A-1\n', input as never)).toMatchObject({ ok: false, problem: [{ code }] });
  }
});
