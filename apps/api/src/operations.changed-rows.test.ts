import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildAssignmentPreview, assignPlan, carryOut } from './features/assignments/assignment.factory.ts';
import { buildCourse } from './features/learning-objects/course.factory.ts';
import { buildPlan } from './features/learning-plans/learning-plan.factory.ts';
import { commitOperation, lockOperation } from './features/operations/index.ts';
import { analyseImport, buildPeopleImport } from './features/people-import/people-import.factory.ts';
import { buildPeople, buildPerson, type BuiltPerson } from './features/people-import/person.factory.ts';
import { openTestDatabase, type TestDatabase } from './platform/testing/test-database.ts';
import { buildWorld, type World } from './testing/build-world.ts';
import { startTestServer, type TestServer } from './testing/start-test-server.ts';

let testDatabase: TestDatabase;
let server: TestServer;
let world: World;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) });
  world = await buildWorld(server.services.database);
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

const query = <Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> =>
  server.services.database.write({ organizationId: world.organizationId }, (transaction) => transaction.query<Row>(sql, parameters));

async function commit(operationId: string): Promise<void> {
  await server.services.database.write(world.caller, async (transaction) => {
    const operation = await lockOperation(transaction, operationId);
    const committed = await commitOperation(transaction, world.caller, operationId, operation?.previewHash ?? '');
    if (!committed.ok) throw new Error(committed.problem[0]?.code);
  });
}

async function acceptedImport(rows: readonly string[]): Promise<string> {
  const csv = ['Employee number,Name,E-mail,Manager employee number', ...rows].join('\n');
  const { operationId } = await buildPeopleImport(server.services.database, world.caller, server.config.dataDir, csv);
  await analyseImport(server.services.database, world.organizationId, server.config.dataDir, operationId);
  await commit(operationId);
  return operationId;
}

async function resultOf(operationId: string): Promise<unknown> {
  await carryOut(server.services.database, world.organizationId, operationId);
  const [row] = await query<{ state: string; result: unknown }>('SELECT state, result FROM operation WHERE id = $1', [operationId]);
  expect(row?.state).toBe('DONE');
  return row?.result;
}

test('rows of an import that something has changed since it was accepted are left out and counted; the others are imported [U21, 2.12]', async () => {
  const { database } = server.services;
  const { organizationId } = world;
  await buildPeople(database, organizationId, ['K1', 'K2', 'K3', 'K4'].map((employeeNumber) => ({ employeeNumber, displayName: `Before ${employeeNumber}`, email: `${employeeNumber}@example.com` })));
  const operationId = await acceptedImport([
    'K1,After K1,k1@example.com,',
    'K2,After K2,k2@example.com,',
    'K3,After K3,k3@example.com,K4',
    'Q1,New one,n1@example.com,',
    'Q2,New two,n2@example.com,',
    'Q3,New three,n3@example.com,Q2',
    'Q4,New four,n4@example.com,K1',
  ]);
  await query(`UPDATE person SET display_name = 'Meanwhile', row_version = row_version + 1 WHERE employee_number = 'K2'`);
  await query(`UPDATE person SET manager_id = (SELECT id FROM person WHERE employee_number = 'K3') WHERE employee_number = 'K4'`);
  await buildPerson(database, organizationId, { employeeNumber: 'Q1', email: 'another@example.com', displayName: 'Here first' });
  // Her address is taken, so she cannot be imported, and who would report to her has no manager.
  await buildPerson(database, organizationId, { employeeNumber: 'X2', email: 'n2@example.com' });
  expect(await resultOf(operationId)).toEqual({ IMPORTED: 2, SKIPPED_CHANGED_SINCE_PREVIEW: 5 });
  const people = await query(
    `SELECT p.employee_number AS number, p.display_name AS name, m.employee_number AS manager FROM person p LEFT JOIN person m ON m.id = p.manager_id
     WHERE p.employee_number ~ '^[KQ][1-4]$' ORDER BY 1`,
  );
  expect(people).toEqual([
    { number: 'K1', name: 'After K1', manager: null },
    { number: 'K2', name: 'Meanwhile', manager: null },
    { number: 'K3', name: 'Before K3', manager: null },
    { number: 'K4', name: 'Before K4', manager: 'K3' },
    { number: 'Q1', name: 'Here first', manager: null },
    { number: 'Q4', name: 'New four', manager: 'K1' },
  ]);
});

test('people of an assignment who are no longer what its preview showed are left out and counted [U21, 2.2]', async () => {
  const { database } = server.services;
  const course = await buildCourse(database, world.organizationId);
  const planId = await buildPlan(database, world.caller, { milestones: [{ items: [course.id] }] });
  const [left, completed, stays] = (await buildPeople(database, world.organizationId, [{}, {}, {}])) as [BuiltPerson, BuiltPerson, BuiltPerson];
  await assignPlan(database, world.caller, planId, { audience: { kind: 'PEOPLE', personIds: [completed.id] as never } });
  const operationId = await buildAssignmentPreview(database, world.caller, planId, { audience: { kind: 'PEOPLE', personIds: [left.id, completed.id, stays.id] as never } });
  await commit(operationId);
  await query(`UPDATE person SET status = 'LEFT' WHERE id = $1`, [left.id]);
  const session = await server.signInAs(completed);
  await session.ask('mutation ($input: RecordProgressInput!) { recordProgress(input: $input) { __typename } }', {
    input: { moduleId: course.moduleIds[0], courseId: course.id, at: new Date().toISOString(), viewed: 1, reachedEnd: true, confirmed: true },
  });
  expect(await resultOf(operationId)).toEqual({ APPLIED: 1, SKIPPED_CHANGED_SINCE_PREVIEW: 2 });
  const members = await query(
    `SELECT m.person_id AS id FROM assignment_member m JOIN assignment a ON a.id = m.assignment_id WHERE a.operation_id = $1`,
    [operationId],
  );
  expect(members).toEqual([{ id: stays.id }]);
});
