import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildApiClient, buildCaller, buildGrant, type GrantOverrides } from './features/access/caller.factory.ts';
import { buildAssignmentPreview } from './features/assignments/assignment.factory.ts';
import { buildPlan } from './features/learning-plans/learning-plan.factory.ts';
import { buildPeopleImport } from './features/people-import/people-import.factory.ts';
import { buildPeople, buildPerson, type BuiltPerson } from './features/people-import/person.factory.ts';
import { countStatements } from './platform/testing/count-statements.ts';
import type { TestClient } from './platform/testing/graphql-client.ts';
import { openTestDatabase, type TestDatabase } from './platform/testing/test-database.ts';
import { buildWorld, type World } from './testing/build-world.ts';
import { startTestServer, type TestServer } from './testing/start-test-server.ts';

let testDatabase: TestDatabase;
let server: TestServer;
let world: World;
let owner: BuiltPerson;
let planId: string;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) });
  world = await buildWorld(server.services.database);
  owner = await buildPerson(server.services.database, world.organizationId);
  await buildGrant(server.services.database, owner, 'PLAN_ADMIN');
  planId = await buildPlan(server.services.database, buildCaller(owner, 'PLAN_ADMIN'), { milestones: [{ items: [world.course.id] }] });
  await server.services.database.write(world, (transaction) => transaction.query('UPDATE learning_plan SET collaboration_allowed = true WHERE id = $1', [planId]));
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

interface Abilities {
  readonly commit: boolean;
  readonly discard: boolean;
  readonly goOn: boolean;
}

interface SeenOperation {
  readonly previewHash: string;
  readonly viewerCan: Abilities;
}

const nothing: Abilities = { commit: false, discard: false, goOn: false };
const ofPreview: Abilities = { commit: true, discard: true, goOn: false };
const ofGivenUp: Abilities = { commit: false, discard: false, goOn: true };

/** What an operation says of itself, alone and in the list; undefined when it is not for the caller. */
async function look(client: TestClient, id: string): Promise<SeenOperation | undefined> {
  const { operation, operations } = await client.ask<{ operation: SeenOperation | null; operations: { edges: { node: SeenOperation & { id: string } }[] } }>(
    'query ($id: ID!) { operation(id: $id) { previewHash viewerCan { commit discard goOn } } operations(first: 100) { edges { node { id viewerCan { commit discard goOn } } } } }',
    { id },
  );
  expect(operations.edges.find(({ node }) => node.id === id)?.node.viewerCan).toEqual(operation?.viewerCan);
  return operation ?? undefined;
}

/** What comes of pressing both buttons: the names of the answers. */
async function press(client: TestClient, name: 'commit' | 'cancel', id: string, previewHash = 'unknown'): Promise<string> {
  const type = name === 'commit' ? 'CommitOperationInput' : 'CancelOperationInput';
  const input = { operationId: id, ...(name === 'commit' && { previewHash }) };
  const answer = await client.ask<Record<string, { __typename: string }>>(`mutation ($input: ${type}!) { act: ${name}Operation(input: $input) { __typename } }`, { input });
  return answer.act!.__typename;
}

async function signInWith(role: Parameters<typeof buildGrant>[2], overrides: GrantOverrides = {}): Promise<TestClient> {
  const person = await buildPerson(server.services.database, world.organizationId);
  await buildGrant(server.services.database, person, role, overrides);
  return server.signInAs(person);
}

async function withKey(...scopes: string[]): Promise<TestClient> {
  return server.withKey((await buildApiClient(server.services.database, world.caller, { scopes })).key);
}

const previewByOwner = (): Promise<string> =>
  buildAssignmentPreview(server.services.database, buildCaller(owner, 'PLAN_ADMIN'), planId, { audience: { kind: 'PEOPLE', personIds: [world.learner.id] as never } });

async function giveUp(id: string): Promise<void> {
  await server.services.database.write(world, (transaction) =>
    transaction.query(`UPDATE operation SET state = 'FAILED', committed_at = now(), finished_at = now() WHERE id = $1`, [id]),
  );
}

const inSales = (): GrantOverrides => ({ scopeKind: 'DEPARTMENT', scopeId: world.learner.departmentId });

const callers: readonly { readonly who: string; readonly client: () => Promise<TestClient>; readonly may: 'ALL' | 'NOTHING' | 'NOT_SEE' }[] = [
  { who: 'who made it', client: () => server.signInAs(owner), may: 'ALL' },
  { who: 'a master admin', client: () => signInWith('MASTER_ADMIN'), may: 'ALL' },
  { who: 'a sub admin', client: () => signInWith('SUB_ADMIN'), may: 'ALL' },
  { who: 'a sub admin of a department', client: () => signInWith('SUB_ADMIN', inSales()), may: 'NOT_SEE' },
  { who: 'a plan admin who collaborates', client: () => signInWith('PLAN_ADMIN'), may: 'ALL' },
  { who: 'an auditor', client: () => signInWith('AUDITOR'), may: 'NOTHING' },
  { who: 'the learner', client: () => server.signInAs(world.learner), may: 'NOT_SEE' },
  { who: 'a key that reads', client: () => withKey('read:assignments', 'read:people'), may: 'NOTHING' },
  { who: 'a key that also writes', client: () => withKey('read:assignments', 'read:people', 'write:assignments'), may: 'ALL' },
];

describe('what an operation says its viewer can is what its acts then do [2.11, D16, D17]', () => {
  test.each(callers)('an assignment, to $who: $may', async ({ client: sign, may }) => {
    const client = await sign();
    const id = await previewByOwner();
    const preview = await look(client, id);
    expect(preview?.viewerCan).toEqual({ ALL: ofPreview, NOTHING: nothing, NOT_SEE: undefined }[may]);
    const answer = { ALL: 'Operation', NOTHING: 'NotAllowed', NOT_SEE: 'NotFound' }[may];
    expect(await press(client, 'commit', id, preview?.previewHash)).toBe(answer);
    expect(await press(client, 'cancel', await previewByOwner())).toBe(answer);

    await giveUp(id);
    expect((await look(client, id))?.viewerCan).toEqual({ ALL: ofGivenUp, NOTHING: nothing, NOT_SEE: undefined }[may]);
  });

  test.each([
    { who: 'a sub admin', role: 'SUB_ADMIN', can: ofPreview },
    { who: 'an auditor', role: 'AUDITOR', can: nothing },
  ] as const)('an import, to $who', async ({ role, can }) => {
    const client = await signInWith(role);
    const { operationId } = await buildPeopleImport(server.services.database, world.caller, server.config.dataDir, 'Employee number,Name\nE1,Somebody');
    expect((await look(client, operationId))?.viewerCan).toEqual(nothing);
    await server.services.database.write(world, (transaction) => transaction.query(`UPDATE operation SET state = 'PREVIEWED', preview_hash = 'h' WHERE id = $1`, [operationId]));
    expect((await look(client, operationId))?.viewerCan).toEqual(can);
    expect(await press(client, 'cancel', operationId)).toBe(can.discard ? 'Operation' : 'NotAllowed');
  });

  test('what one began oneself can be given up still, but not committed, when the plan is no longer for one to assign', async () => {
    const person = await buildPerson(server.services.database, world.organizationId);
    await buildGrant(server.services.database, person, 'PLAN_ADMIN');
    const closed = await buildPlan(server.services.database, world.caller, { milestones: [{ items: [world.course.id] }] });
    const id = await buildAssignmentPreview(server.services.database, buildCaller(person, 'SUB_ADMIN'), closed);
    const client = await server.signInAs(person);
    const preview = await look(client, id);
    expect(preview?.viewerCan).toEqual({ commit: false, discard: true, goOn: false });
    expect(await press(client, 'commit', id, preview?.previewHash)).toBe('NotAllowed');
    expect(await press(client, 'cancel', id)).toBe('Operation');
  });

  test('a manager who may assign to their reports commits what they have previewed', async () => {
    const { database } = server.services;
    const [boss, report] = (await buildPeople(database, world.organizationId, [{ employeeNumber: 'CHIEF' }, { managerNumber: 'CHIEF' }])) as [BuiltPerson, BuiltPerson];
    const allow = (allowed: boolean) =>
      database.write(world, (transaction) => transaction.query('UPDATE organization SET managers_may_assign = $2 WHERE organization_id = $1', [world.organizationId, allowed]));
    await allow(true);
    const client = await server.signInAs(boss);
    const { previewAssignment } = await client.ask<{ previewAssignment: SeenOperation & { id: string; rowsTotal: number } }>(
      'mutation ($input: PreviewAssignmentInput!) { previewAssignment(input: $input) { ... on Operation { id previewHash rowsTotal viewerCan { commit discard goOn } } } }',
      { input: { planId, audience: { kind: 'PEOPLE', personIds: [report.id] } } },
    );
    expect(previewAssignment).toMatchObject({ rowsTotal: 1, viewerCan: ofPreview });
    expect(await press(client, 'commit', previewAssignment.id, previewAssignment.previewHash)).toBe('Operation');
    await allow(false);
    expect(await look(client, previewAssignment.id)).toBeUndefined();
  });
});

test('a list of fifty operations says so of each at the cost of one', async () => {
  for (let number = 0; number < 50; number++) await previewByOwner();
  const client = await server.signInAs(owner);
  const statements = countStatements();
  const cost = async (first: number): Promise<number> => {
    const ask = () => client.ask<{ operations: { edges: unknown[] } }>('query ($first: Int!) { operations(first: $first) { edges { node { viewerCan { commit discard goOn } } } } }', { first });
    await ask();
    return statements.count(async () => expect((await ask()).operations.edges).toHaveLength(first));
  };
  const one = await cost(1);
  expect(await cost(50)).toBe(one);
  statements.stop();
});
