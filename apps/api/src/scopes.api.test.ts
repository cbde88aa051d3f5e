import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildGrant } from './features/access/caller.factory.ts';
import { carryOut } from './features/assignments/assignment.factory.ts';
import { buildPeople, type BuiltPerson } from './features/people-import/person.factory.ts';
import type { TestClient } from './platform/testing/graphql-client.ts';
import { openTestDatabase, type TestDatabase } from './platform/testing/test-database.ts';
import { buildWorld, type World } from './testing/build-world.ts';
import { startTestServer, type TestServer } from './testing/start-test-server.ts';

let testDatabase: TestDatabase;
let server: TestServer;
let world: World;
let admin: TestClient;
let keeper: BuiltPerson;
let member: BuiltPerson;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) });
  world = await buildWorld(server.services.database);
  admin = await server.signInAs(world.admin);
  [keeper, member] = (await buildPeople(server.services.database, world.organizationId, [{ displayName: 'Karl Keeper' }, { displayName: 'Greta Group' }])) as [BuiltPerson, BuiltPerson];
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

interface Answer {
  readonly __typename: string;
  readonly id: string;
  readonly previewHash: string;
  readonly problems?: readonly { readonly code: string; readonly field: string | null; readonly message: string }[];
}

/** What is read of an answer beside why it was refused. */
function partsOf(name: string): string {
  if (name === 'createDepartment') return '... on Department { id }';
  return /^preview|^commit/.test(name) ? '... on Operation { id previewHash }' : '';
}

async function act(name: string, type: string, input: object, client: TestClient = admin): Promise<Answer> {
  const { found } = await client.ask<{ found: Answer }>(
    `mutation ($input: ${type}!) { found: ${name}(input: $input) { __typename ${partsOf(name)} ... on Refusal { problems { code field message } } } }`,
    { input },
  );
  return found;
}

const commit = ({ id, previewHash }: Answer): Promise<Answer> => act('commitOperation', 'CommitOperationInput', { operationId: id, previewHash });

test('an admin whose scope is a group sees and looks after its people, from when they join it to when they leave it [D35]', async () => {
  const granted = await act('grantAdmin', 'GrantAdminInput', { personId: keeper.id, role: 'SUB_ADMIN', rights: [], scopeKind: 'GROUP', scopeId: world.ids.group });
  expect(granted.__typename).toBe('AdminGrant');
  const client = await server.signInAs(keeper);
  const seen = async (): Promise<string[]> => (await client.ask<{ people: { edges: { node: { displayName: string } }[] } }>('{ people(first: 50) { edges { node { displayName } } } }')).people.edges.map(({ node }) => node.displayName);
  expect(await seen()).toEqual(['Karl Keeper']);
  await act('addGroupMembers', 'GroupMembersInput', { groupId: world.ids.group, personIds: [member.id] });
  expect(await seen()).toEqual(['Greta Group', 'Karl Keeper']);
  const { person } = await client.ask<{ person: { rowVersion: number; viewerCan: { edit: boolean } } }>('query ($id: ID!) { person(id: $id) { rowVersion viewerCan { edit } } }', { id: member.id });
  expect(person.viewerCan.edit).toBe(true);
  const { enrollments } = await client.ask<{ enrollments: { edges: { node: { person: { displayName: string } } }[] } }>('{ enrollments(first: 50) { edges { node { person { displayName } } } } }');
  expect(enrollments.edges.map(({ node }) => node.person.displayName)).not.toContain(world.learner.displayName);
  await act('removeGroupMembers', 'GroupMembersInput', { groupId: world.ids.group, personIds: [member.id] });
  expect(await seen()).toEqual(['Karl Keeper']);
  const { person: gone } = await client.ask<{ person: unknown }>('query ($id: ID!) { person(id: $id) { id } }', { id: member.id });
  expect(gone).toBeNull();
});

test('a partner’s administrator invites, suspends and lets return the people of the partner, and nobody else [U41]', async () => {
  const { database } = server.services;
  const [partner] = (await buildPeople(database, world.organizationId, [{ displayName: 'Petra Partner' }])) as [BuiltPerson];
  await buildGrant(database, partner, 'PARTNER_ADMIN', { scopeKind: 'PARTNER_ACCOUNT', scopeId: world.learner.partnerAccountId });
  const client = await server.signInAs(partner);
  expect((await act('createSignInLink', 'CreateSignInLinkInput', { personId: world.learner.id }, client)).__typename).toBe('SignInLink');
  expect((await act('createSignInLink', 'CreateSignInLinkInput', { personId: member.id }, client)).__typename).toBe('NotFound');
  const versionOf = async (): Promise<number> => (await client.ask<{ person: { rowVersion: number } }>('query ($id: ID!) { person(id: $id) { rowVersion } }', { id: world.learner.id })).person.rowVersion;
  for (const status of ['SUSPENDED', 'ACTIVE']) {
    const changed = await act('setPersonStatus', 'SetPersonStatusInput', { personId: world.learner.id, rowVersion: await versionOf(), status, reason: 'Contract' }, client);
    expect(changed.__typename).toBe('Person');
  }
  const { body } = await client.graphql('mutation ($input: PreviewPersonMergeInput!) { previewPersonMerge(input: $input) { __typename } }', { input: { fromId: world.learner.id, intoId: member.id } });
  expect(body.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});

test('a partner’s administrator who may assign reaches the people of the partner by whatever audience, and names nobody else [U41]', async () => {
  const { database } = server.services;
  const [partner] = (await buildPeople(database, world.organizationId, [{ displayName: 'Paula Partner' }])) as [BuiltPerson];
  const scope = { scopeKind: 'PARTNER_ACCOUNT', scopeId: world.learner.partnerAccountId } as const;
  await buildGrant(database, partner, 'PARTNER_ADMIN', scope);
  const client = await server.signInAs(partner);
  const preview = async (audience: object) => {
    const { body } = await client.graphql<{ previewAssignment: { rows?: { edges: { node: { person: { id: string } } }[] }; problems?: { code: string }[] } }>(
      `mutation ($input: PreviewAssignmentInput!) { previewAssignment(input: $input) {
         ... on Operation { rows(first: 50) { edges { node { person { id } } } } } ... on Refusal { problems { code } } } }`,
      { input: { planId: world.planId, audience, confirmEverybody: true } },
    );
    const answer = body.data?.previewAssignment;
    return answer?.rows?.edges.map(({ node }) => node.person.id) ?? answer?.problems?.map(({ code }) => code) ?? body.errors?.map(({ extensions }) => extensions.code);
  };
  expect(await preview({ kind: 'EVERYONE' })).toEqual(['FORBIDDEN']);
  await buildGrant(database, partner, 'PARTNER_ADMIN', { ...scope, rights: ['ASSIGN'] });
  expect(await preview({ kind: 'EVERYONE' })).toEqual([world.learner.id]);
  expect(await preview({ kind: 'PEOPLE', personIds: [world.learner.id] })).toEqual([world.learner.id]);
  expect(await preview({ kind: 'NOT', operand: { kind: 'PEOPLE', personIds: [world.learner.id] } })).toEqual([]);
  expect(await preview({ kind: 'PEOPLE', personIds: [world.learner.id, member.id] })).toEqual(['UNKNOWN_PERSON']);
});

test('a rule, an assignment and a scope that name a department that was removed are refused, also when it went between preview and commit [issue 3]', async () => {
  const make = (): Promise<Answer> => act('createDepartment', 'CreateDepartmentInput', { name: `Short-lived ${Math.random()}` });
  const inIt = (department: Answer) => ({ kind: 'DEPARTMENTS', departmentIds: [department.id], includeSubDepartments: true });
  const remove = (department: Answer) => act('removeDepartment', 'RemoveDepartmentInput', { departmentId: department.id, rowVersion: 1 });
  const gone = await make();
  expect((await remove(gone)).__typename).toBe('Removed');
  const unknown = [expect.objectContaining({ code: 'UNKNOWN_DEPARTMENT' })] as unknown;
  const rule = (department: Answer) => act('previewGroupRule', 'PreviewGroupRuleInput', { name: `Rule ${Math.random()}`, rule: inIt(department) });
  const assignment = (department: Answer) => act('previewAssignment', 'PreviewAssignmentInput', { planId: world.planId, audience: inIt(department), notify: false });
  expect(await rule(gone)).toMatchObject({ __typename: 'InputRefused', problems: unknown });
  expect(await assignment(gone)).toMatchObject({ __typename: 'InputRefused', problems: unknown });
  expect(await act('grantAdmin', 'GrantAdminInput', { personId: member.id, role: 'SUB_ADMIN', rights: [], scopeKind: 'DEPARTMENT', scopeId: gone.id })).toMatchObject({ problems: [{ code: 'NOT_IN_SCOPE' }] });

  const soon = await make();
  const [previewedRule, previewedAssignment] = [await rule(soon), await assignment(soon)];
  expect((await remove(soon)).__typename).toBe('Removed');
  expect(await commit(previewedRule)).toMatchObject({ __typename: 'InputRefused', problems: unknown });
  expect(await commit(previewedAssignment)).toMatchObject({ __typename: 'InputRefused', problems: unknown });
});

test('whoever names a record that was merged into another means the person [2.1]', async () => {
  const [old, kept] = (await buildPeople(server.services.database, world.organizationId, [{ displayName: 'Twin Old' }, { displayName: 'Twin Kept' }])) as [BuiltPerson, BuiltPerson];
  const merge = await act('previewPersonMerge', 'PreviewPersonMergeInput', { fromId: old.id, intoId: kept.id });
  await commit(merge);
  await carryOut(server.services.database, world.organizationId, merge.id);
  const { audiencePreview } = await admin.ask<{ audiencePreview: { people: number; sample: { id: string }[] } }>('query ($audience: Json!) { audiencePreview(audience: $audience) { ... on AudiencePreview { people sample { id } } } }', {
    audience: { kind: 'PEOPLE', personIds: [old.id] },
  });
  expect(audiencePreview).toMatchObject({ people: 1, sample: [{ id: kept.id }] });
});
