import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildApiClient, buildCaller, buildGrant, type GrantOverrides } from './features/access/caller.factory.ts';
import { buildAssignmentPreview } from './features/assignments/assignment.factory.ts';
import { buildPeopleImport } from './features/people-import/people-import.factory.ts';
import { buildPerson, type BuiltPerson } from './features/people-import/person.factory.ts';
import { buildPlan } from './features/learning-plans/learning-plan.factory.ts';
import type { TestClient } from './platform/testing/graphql-client.ts';
import { openTestDatabase, type TestDatabase } from './platform/testing/test-database.ts';
import { buildWorld, type World } from './testing/build-world.ts';
import { startTestServer, type TestServer, type TestSession } from './testing/start-test-server.ts';

let testDatabase: TestDatabase;
let server: TestServer;
let world: World;
let maker: BuiltPerson;
let planId: string;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) });
  world = await buildWorld(server.services.database);
  maker = await buildPerson(server.services.database, world.organizationId);
  await buildGrant(server.services.database, maker, 'PLAN_ADMIN');
  planId = await buildPlan(server.services.database, buildCaller(maker, 'PLAN_ADMIN'), { milestones: [{ items: [world.course.id] }] });
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

type Role = Parameters<typeof buildGrant>[2];

async function signInWith(role: Role, overrides: GrantOverrides = {}): Promise<TestSession & { readonly grantId: string }> {
  const person = await buildPerson(server.services.database, world.organizationId);
  const grantId = await buildGrant(server.services.database, person, role, overrides);
  return Object.assign(await server.signInAs(person), { grantId });
}

const previewByMaker = (): Promise<string> =>
  buildAssignmentPreview(server.services.database, buildCaller(maker, 'PLAN_ADMIN'), planId, { audience: { kind: 'PEOPLE', personIds: [world.learner.id] as never } });

const sees = async (client: TestClient, id: string): Promise<boolean> => {
  const { operation, operations } = await client.ask<{ operation: { id: string } | null; operations: { edges: { node: { id: string } }[] } }>(
    'query ($id: ID!) { operation(id: $id) { id } operations(first: 100) { edges { node { id } } } }',
    { id },
  );
  const listed = operations.edges.some(({ node }) => node.id === id);
  expect([listed, operation?.id]).toEqual(operation ? [true, id] : [false, undefined]);
  return listed;
};

async function hashOf(id: string): Promise<string> {
  const [row] = await server.services.database.read({ organizationId: world.organizationId }, (transaction) =>
    transaction.query<{ hash: string }>('SELECT preview_hash AS hash FROM operation WHERE id = $1', [id]),
  );
  return row?.hash ?? '';
}

async function act(client: TestClient, name: 'commitOperation' | 'cancelOperation', operationId: string): Promise<string> {
  const input = { operationId, ...(name === 'commitOperation' && { previewHash: await hashOf(operationId) }) };
  const type = name === 'commitOperation' ? 'CommitOperationInput' : 'CancelOperationInput';
  const answer = await client.ask<Record<string, { __typename: string }>>(`mutation ($input: ${type}!) { ${name}(input: $input) { __typename } }`, { input });
  return answer[name]!.__typename;
}

test('an assignment that another made is seen and given up only by who may assign its plan to everybody [D16, D17]', async () => {
  const narrow = { scopeKind: 'DEPARTMENT', scopeId: world.learner.departmentId } as const;
  const outsiders = await Promise.all([signInWith('SUB_ADMIN', narrow), signInWith('MASTER_ADMIN', narrow), signInWith('AUDITOR', narrow), server.signInAs(world.learner)]);
  const id = await previewByMaker();
  for (const outsider of outsiders) {
    expect(await sees(outsider, id)).toBe(false);
    expect([await act(outsider, 'commitOperation', id), await act(outsider, 'cancelOperation', id)]).toEqual(['NotFound', 'NotFound']);
  }
  const auditor = await signInWith('AUDITOR');
  expect(await sees(auditor, id)).toBe(true);
  expect([await act(auditor, 'commitOperation', id), await act(auditor, 'cancelOperation', id)]).toEqual(['NotAllowed', 'NotAllowed']);
  const subAdmin = await signInWith('SUB_ADMIN');
  expect(await sees(subAdmin, id)).toBe(true);
  expect(await act(subAdmin, 'cancelOperation', id)).toBe('Operation');
});

test('an assignment is seen by another plan admin only while its plan allows collaboration [D16]', async () => {
  const colleague = await signInWith('PLAN_ADMIN');
  const id = await previewByMaker();
  const collaborate = (allowed: boolean) =>
    server.services.database.write({ organizationId: world.organizationId }, (transaction) =>
      transaction.query('UPDATE learning_plan SET collaboration_allowed = $2 WHERE organization_id = $1 AND id = $3', [world.organizationId, allowed, planId]),
    );
  await collaborate(false);
  expect(await sees(colleague, id)).toBe(false);
  await collaborate(true);
  expect(await sees(colleague, id)).toBe(true);
  expect(await act(colleague, 'commitOperation', id)).toBe('Operation');
});

test('a grant that was taken away between preview and commit, or a plan that is no longer active, stops the commit [D17]', async () => {
  const master = await server.signInAs(world.admin);
  const person = await buildPerson(server.services.database, world.organizationId);
  const grantId = await buildGrant(server.services.database, person, 'SUB_ADMIN');
  const session = await server.signInAs(person);
  const id = await buildAssignmentPreview(server.services.database, buildCaller(person, 'SUB_ADMIN'), planId);
  await master.ask('mutation ($id: ID!) { endGrant(input: { grantId: $id }) { __typename } }', { id: grantId });
  expect(await sees(session, id)).toBe(false);
  expect(await act(session, 'commitOperation', id)).toBe('NotFound');

  const other = await buildPlan(server.services.database, world.caller, { milestones: [{ items: [world.course.id] }] });
  const inactive = await buildAssignmentPreview(server.services.database, world.caller, other);
  await server.services.database.write({ organizationId: world.organizationId }, (transaction) =>
    transaction.query(`UPDATE learning_plan SET lifecycle = 'INACTIVE' WHERE organization_id = $1 AND id = $2`, [world.organizationId, other]),
  );
  expect(await act(master, 'commitOperation', inactive)).toBe('InputRefused');
});

test('a reach that became narrower makes the preview stale, and the new one holds only whom it still reaches [D35]', async () => {
  const person = await buildPerson(server.services.database, world.organizationId);
  await buildGrant(server.services.database, person, 'SUB_ADMIN', { scopeKind: 'DEPARTMENT', scopeId: world.learner.departmentId });
  const session = await server.signInAs(person);
  // Made while the grant was of the whole organization.
  const id = await buildAssignmentPreview(server.services.database, buildCaller(person, 'SUB_ADMIN'), planId);
  expect(await act(session, 'commitOperation', id)).toBe('StalePreview');
  const { operation } = await session.ask<{ operation: { rowsTotal: number } }>('query ($id: ID!) { operation(id: $id) { rowsTotal } }', { id });
  expect(operation.rowsTotal).toBe(1);
});

test('a file of people can name anybody: who may change some people only neither imports nor sees imports [2.11]', async () => {
  const { fileId, operationId } = await buildPeopleImport(server.services.database, world.caller, server.config.dataDir, 'Employee number,Name\nE1,Somebody');
  const narrow = await signInWith('SUB_ADMIN', { scopeKind: 'DEPARTMENT', scopeId: world.learner.departmentId });
  const partner = await signInWith('PARTNER_ADMIN', { scopeKind: 'PARTNER_ACCOUNT', scopeId: world.learner.partnerAccountId });
  const preview = 'mutation ($fileId: ID!) { previewPeopleImport(input: { fileId: $fileId }) { __typename } }';
  for (const client of [narrow, partner]) {
    const { body } = await client.graphql(preview, { fileId });
    expect(body.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    expect(await sees(client, operationId)).toBe(false);
  }
  expect(await sees(await signInWith('SUB_ADMIN'), operationId)).toBe(true);
  const { key } = await buildApiClient(server.services.database, world.caller, { scopes: ['read:people', 'write:people'], scopeKind: 'DEPARTMENT', scopeId: world.learner.departmentId });
  expect(await sees(server.withKey(key), operationId)).toBe(false);
});
