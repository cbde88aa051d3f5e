import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { TestClient } from '../../platform/testing/graphql-client.ts';
import { runJob } from '../../platform/testing/run-job.ts';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { buildWorld, type World } from '../../testing/build-world.ts';
import { startTestServer, type TestServer } from '../../testing/start-test-server.ts';
import { buildApiClient, buildGrant } from '../access/caller.factory.ts';
import { buildPlan } from '../learning-plans/learning-plan.factory.ts';
import { startScheduledOperation } from '../operations/index.ts';
import { analyseImport, buildPeopleImport } from '../people-import/people-import.factory.ts';
import { buildPeople, type BuiltPerson } from '../people-import/person.factory.ts';
import { assignPlan, buildAssignmentPreview, carryOut } from './assignment.factory.ts';
import { reevaluateAssignments } from './index.ts';

let now = new Date('2027-06-01T10:00:00Z');
let testDatabase: TestDatabase;
let server: TestServer;
let world: World;
/** Who looks, and commits what the admin of the world has prepared. */
let carl: BuiltPerson;
let session: TestClient;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) }, () => now);
  world = await buildWorld(server.services.database);
  [carl] = (await buildPeople(server.services.database, world.organizationId, [{ displayName: 'Carl Committer' }])) as [BuiltPerson];
  await buildGrant(server.services.database, carl, 'MASTER_ADMIN');
  session = await server.signInAs(carl);
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

const query = <Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> =>
  server.services.database.write({ organizationId: world.organizationId }, (transaction) => transaction.query<Row>(sql, parameters));

/** Commits as Carl, or as another client of the API, and does what a worker would do then. */
async function commit(operationId: string, client: TestClient = session): Promise<void> {
  const { operation } = await session.ask<{ operation: { previewHash: string } }>('query ($id: ID!) { operation(id: $id) { previewHash } }', { id: operationId });
  const { done } = await client.ask<{ done: { __typename: string } }>('mutation ($input: CommitOperationInput!) { done: commitOperation(input: $input) { __typename } }', {
    input: { operationId, previewHash: operation.previewHash },
  });
  expect(done.__typename).toBe('Operation');
  await carryOut(server.services.database, world.organizationId, operationId);
}

async function committerOf(operationId: string): Promise<string | undefined> {
  const { operation } = await session.ask<{ operation: { committedBy: { name: string } | null } }>('query ($id: ID!) { operation(id: $id) { committedBy { name } } }', { id: operationId });
  return operation.committedBy?.name;
}

async function historyOf(personId: string): Promise<Record<string, string | undefined>> {
  const { person } = await session.ask<{ person: { history: { edges: readonly { node: { kind: string; by: { name: string } | null } }[] } } }>(
    'query ($id: ID!) { person(id: $id) { history(first: 50) { edges { node { kind by { name } } } } } }',
    { id: personId },
  );
  return Object.fromEntries(person.history.edges.toReversed().map(({ node }) => [node.kind, node.by?.name]));
}

async function undo(operationId: string): Promise<void> {
  const { previewUndo } = await session.ask<{ previewUndo: { id: string } }>('mutation ($id: ID!) { previewUndo(input: { operationId: $id }) { ... on Operation { id } } }', { id: operationId });
  await commit(previewUndo.id);
}

const dated = { kind: 'FIXED', date: '2027-12-01' } as never;

test('what an import of people changes names who committed it, in the history of each, and the audit says that the import did it [D20, L44]', async () => {
  const [mia] = (await buildPeople(server.services.database, world.organizationId, [{ displayName: 'Mia Chen', employeeNumber: 'W-1', department: ['Sales'] }])) as [BuiltPerson];
  const csv = 'Employee number,Name,Department\nW-1,Mia Chen-Berg,Support\nW-2,Noah New,Support\n';
  const { operationId } = await buildPeopleImport(server.services.database, world.caller, server.config.dataDir, csv);
  await analyseImport(server.services.database, world.organizationId, server.config.dataDir, operationId);
  expect(await committerOf(operationId)).toBeUndefined();
  await commit(operationId);
  expect(await committerOf(operationId)).toBe('Carl Committer');
  expect(await historyOf(mia.id)).toMatchObject({ NAME: 'Carl Committer', DEPARTMENT: 'Carl Committer' });
  const [noah] = await query<{ id: string; by: string }>("SELECT id, created_by AS by FROM person WHERE employee_number = 'W-2'");
  expect(noah!.by).toBe(carl.id);
  expect(await historyOf(noah!.id)).toMatchObject({ CREATED: 'Carl Committer' });
  expect(await query("SELECT actor_kind AS kind, actor_id AS id FROM audit_entry WHERE operation_id = $1 AND act = 'IMPORT_PEOPLE.commit'", [operationId])).toEqual([{ kind: 'PERSON', id: carl.id }]);
});

test('what an assignment gives, moves and ends names who committed that, an undo who took it back [L44]', async () => {
  const [ada, bo] = (await buildPeople(server.services.database, world.organizationId, [{ displayName: 'Ada' }, { displayName: 'Bo' }])) as [BuiltPerson, BuiltPerson];
  const planId = await buildPlan(server.services.database, world.caller, { milestones: [{ items: [world.course.id] }] });
  const operationId = await buildAssignmentPreview(server.services.database, world.caller, planId, { audience: { kind: 'PEOPLE', personIds: [ada.id, bo.id] as never }, dueRule: dated });
  await commit(operationId);
  expect(await historyOf(ada.id)).toMatchObject({ LEARNING_GIVEN: 'Carl Committer' });
  now = new Date(now.getTime() + 3_600_000);
  await undo(operationId);
  expect(await historyOf(ada.id)).toMatchObject({ LEARNING_ENDED: 'Carl Committer', DUE_MOVED: 'Carl Committer' });
});

test('an assignment for later names who committed it when it begins', async () => {
  const [eve] = (await buildPeople(server.services.database, world.organizationId, [{ displayName: 'Eve' }])) as [BuiltPerson];
  const planId = await buildPlan(server.services.database, world.caller, { milestones: [{ items: [world.course.id] }] });
  const startsAt = new Date(now.getTime() + 86_400_000);
  const operationId = await buildAssignmentPreview(server.services.database, world.caller, planId, { audience: { kind: 'PEOPLE', personIds: [eve.id] as never }, startsAt: startsAt.toISOString() });
  await commit(operationId);
  now = startsAt;
  await runJob(startScheduledOperation, server.services.database, world.organizationId, { operationId });
  await carryOut(server.services.database, world.organizationId, operationId);
  expect(await committerOf(operationId)).toBe('Carl Committer');
  expect(await historyOf(eve.id)).toMatchObject({ LEARNING_GIVEN: 'Carl Committer' });
});

test("what follows when a profile changes is the product's own, with its cause [D24]", async () => {
  const people = await buildPeople(server.services.database, world.organizationId, Array.from({ length: 30 }, (_, index) => ({ displayName: `Mover ${index}` })));
  const [position] = await query<{ id: string }>(
    `INSERT INTO job_position (organization_id, id, name, name_key) SELECT $1, n.id, n.id::text, n.id::text FROM (SELECT gen_random_uuid() AS id) n RETURNING id`,
    [world.organizationId],
  );
  const planId = await buildPlan(server.services.database, world.caller, { milestones: [{ items: [world.course.id] }] });
  await assignPlan(server.services.database, world.caller, planId, { audience: { kind: 'POSITIONS', positionIds: [position!.id as never] }, mode: 'DYNAMIC', dueRule: dated });
  const ids = people.map(({ id }) => id);
  await query(
    'INSERT INTO affiliation (organization_id, id, person_id, position_id, valid_from) SELECT $1, gen_random_uuid(), p, $3, $4 FROM unnest($2::uuid[]) AS p',
    [world.organizationId, ids, position!.id, now],
  );
  await runJob(reevaluateAssignments, server.services.database, world.organizationId, {});
  const [update] = await query<{ id: string }>("SELECT id FROM operation WHERE kind = 'UPDATE_ASSIGNMENT' ORDER BY id DESC LIMIT 1");
  await carryOut(server.services.database, world.organizationId, update!.id);
  now = new Date(now.getTime() + 3_600_000);
  await query('UPDATE affiliation SET valid_to = $2 WHERE person_id = ANY ($1::uuid[])', [ids.slice(0, 3), now]);
  await runJob(reevaluateAssignments, server.services.database, world.organizationId, {});
  expect(await committerOf(update!.id)).toBeUndefined();
  const history = await historyOf(ids[0]!);
  expect(history).toHaveProperty('LEARNING_ENDED', undefined);
  expect(history).toHaveProperty('DUE_MOVED', undefined);
});

test('what a partner system commits names the system', async () => {
  const client = await buildApiClient(server.services.database, world.caller, { name: 'Payroll', scopes: ['read:people', 'write:people'] as never });
  const partner = new TestClient(server.url, { authorization: `Bearer ${client.key}` });
  const { operationId } = await buildPeopleImport(server.services.database, world.caller, server.config.dataDir, 'Employee number,Name\nW-9,Pat\n');
  await analyseImport(server.services.database, world.organizationId, server.config.dataDir, operationId);
  await commit(operationId, partner);
  expect(await committerOf(operationId)).toBe('Payroll');
});
