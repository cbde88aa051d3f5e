import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TestClient } from '../../platform/testing/graphql-client.ts';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { runJob } from '../../platform/testing/run-job.ts';
import { buildWorld, type World } from '../../testing/build-world.ts';
import { startTestServer, type TestServer } from '../../testing/start-test-server.ts';
import { applyOperation } from '../operations/index.ts';
import { buildPeople, type BuiltPerson } from '../people-import/person.factory.ts';
import { buildDynamicGroup, buildStaticGroup } from './group.factory.ts';

let testDatabase: TestDatabase;
let server: TestServer;
let world: World;
let admin: TestClient;
let people: BuiltPerson[];

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) });
  world = await buildWorld(server.services.database);
  admin = await server.signInAs(world.admin);
  people = await buildPeople(server.services.database, world.organizationId, [{ displayName: 'Anna' }, { displayName: 'Bert' }, { displayName: 'Cora' }]);
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

interface Operation {
  readonly __typename: string;
  readonly id: string;
  readonly previewHash: string;
  readonly counts: readonly { readonly class: string; readonly rows: number }[];
  readonly problems?: readonly { readonly code: string }[];
}
const parts = '__typename ... on Operation { id previewHash counts { class rows } } ... on Refusal { problems { code } }';

const ask = async (act: string, type: string, input: object): Promise<Operation> =>
  (await admin.ask<{ found: Operation }>(`mutation ($input: ${type}!) { found: ${act}(input: $input) { ${parts} } }`, { input })).found;
const preview = (groupId: string, personIds: readonly string[] | null): Promise<Operation> => ask('previewLeaveGroup', 'PreviewLeaveGroupInput', { groupId, personIds });
const undo = (operation: Operation): Promise<Operation> => ask('previewUndo', 'PreviewUndoInput', { operationId: operation.id });

async function commit({ id, previewHash }: Operation): Promise<string> {
  const { __typename } = await ask('commitOperation', 'CommitOperationInput', { operationId: id, previewHash });
  if (__typename === 'Operation') await runJob(applyOperation, server.services.database, world.organizationId, { operationId: id });
  return __typename;
}

async function members(groupId: string): Promise<string[]> {
  const { group } = await admin.ask<{ group: { members: { edges: { node: { person: { displayName: string } } }[] } } }>(
    'query ($id: ID!) { group(id: $id) { members(first: 50) { edges { node { person { displayName } } } } } }',
    { id: groupId },
  );
  return group.members.edges.map(({ node }) => node.person.displayName);
}

test('many are taken out of a group as seen, who is not in it is said, and are brought back; who came back by themselves is left alone [2.0.6, L59]', async () => {
  const [anna, bert, cora] = people as [BuiltPerson, BuiltPerson, BuiltPerson];
  const groupId = await buildStaticGroup(server.services.database, world.caller, [anna.id, bert.id]);
  const some = await preview(groupId, [anna.id, bert.id, cora.id]);
  expect(some.counts).toEqual(expect.arrayContaining([{ class: 'LEAVES', rows: 2 }, { class: 'NOT_IN', rows: 1 }]));
  expect(await members(groupId)).toEqual(['Anna', 'Bert']);
  expect(await commit(some)).toBe('Operation');
  expect(await members(groupId)).toEqual([]);
  await admin.ask('mutation ($input: GroupMembersInput!) { addGroupMembers(input: $input) { __typename } }', { input: { groupId, personIds: [bert.id] } });
  const back = await undo(some);
  expect(back.counts).toEqual(expect.arrayContaining([{ class: 'TAKEN_BACK', rows: 1 }, { class: 'LEFT_CHANGED_SINCE', rows: 1 }]));
  expect(await commit(back)).toBe('Operation');
  expect(await members(groupId)).toEqual(['Anna', 'Bert']);
});

test('everybody is taken out at once; who has joined since the preview makes it stale [2.0.6]', async () => {
  const [anna, bert] = people as [BuiltPerson, BuiltPerson];
  const groupId = await buildStaticGroup(server.services.database, world.caller, [anna.id]);
  const all = await preview(groupId, null);
  expect(all.counts).toEqual([{ class: 'LEAVES', rows: 1 }]);
  await admin.ask('mutation ($input: GroupMembersInput!) { addGroupMembers(input: $input) { __typename } }', { input: { groupId, personIds: [bert.id] } });
  expect(await commit(all)).toBe('StalePreview');
  expect(await members(groupId)).toEqual(['Anna', 'Bert']);
  expect(await commit(await preview(groupId, null))).toBe('Operation');
  expect(await members(groupId)).toEqual([]);
});

test('nobody is taken out of a group with a rule, nor nobody out of any [2.5]', async () => {
  const ruled = await buildDynamicGroup(server.services.database, world.caller, { kind: 'EVERYONE' });
  expect(await preview(ruled, null)).toMatchObject({ problems: [{ code: 'GROUP_IS_DYNAMIC' }] });
  const groupId = await buildStaticGroup(server.services.database, world.caller, []);
  expect(await preview(groupId, [])).toMatchObject({ problems: [{ code: 'NOTHING_SELECTED' }] });
});
