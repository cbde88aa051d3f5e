import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildApiClient, buildGrant } from './features/access/caller.factory.ts';
import { assignPlan, buildAssignmentPreview } from './features/assignments/assignment.factory.ts';
import { buildPeople, buildPerson, type BuiltPerson } from './features/people-import/person.factory.ts';
import type { TestClient } from './platform/testing/graphql-client.ts';
import { openTestDatabase, type TestDatabase } from './platform/testing/test-database.ts';
import { buildWorld, type World } from './testing/build-world.ts';
import { startTestServer, type TestServer } from './testing/start-test-server.ts';
import { buildPlan } from './features/learning-plans/learning-plan.factory.ts';
import { buildDynamicGroup, buildStaticGroup } from './features/groups/group.factory.ts';

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
  people = await buildPeople(server.services.database, world.organizationId, ['Ann', 'Bea', 'Cem'].map((displayName) => ({ displayName, department: ['Support'] })));
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

interface Group {
  __typename: string;
  id: string;
  name: string;
  kind: string;
  memberCount: number;
  rowVersion: number;
  ruleSentence: string | null;
  viewerCan: { edit: boolean };
  members: { edges: { node: { person: { id: string; displayName: string }; cause: string; addedBy: { name: string } | null } }[] };
  problems: { code: string; message: string; field: string | null }[];
}

const shown = '__typename id name kind memberCount rowVersion ruleSentence viewerCan { edit } members { edges { node { cause addedBy { name } person { id displayName } } } }';
const act = async (name: string, type: string, input: object, client = admin): Promise<Group> =>
  (await client.ask<Record<string, Group>>(`mutation ($input: ${type}!) { ${name}(input: $input) { __typename ... on Group { ${shown} } ... on Refusal { problems { code message field } } } }`, { input }))[name]!;
const read = async (id: string, client = admin): Promise<Group | null> => (await client.ask<{ group: Group | null }>(`query ($id: ID!) { group(id: $id) { ${shown} } }`, { id })).group;
const remove = async (groupId: string): Promise<Group> => {
  const { rowVersion } = (await read(groupId))!;
  const { removeGroup } = await admin.ask<{ removeGroup: Group }>(
    'mutation ($input: RemoveGroupInput!) { removeGroup(input: $input) { __typename ... on Refusal { problems { code message } } } }',
    { input: { groupId, rowVersion } },
  );
  return removeGroup;
};
const names = (group: Group | null): string[] => group!.members.edges.map(({ node }) => node.person.displayName);

test('an audience that leaves nobody out is refused, in an assignment and in a rule, until everybody is said to be meant [bad input]', async () => {
  const { database } = server.services;
  const plan = await buildPlan(database, world.caller, { milestones: [{ items: [world.course.id] }] });
  const text = `mutation ($assign: PreviewAssignmentInput!, $rule: PreviewGroupRuleInput!) {
    assign: previewAssignment(input: $assign) { __typename ... on Refusal { problems { code field } } }
    rule: previewGroupRule(input: $rule) { __typename ... on Refusal { problems { code field } } } }`;
  const named = { kind: 'PEOPLE', personIds: [world.learner.id] };
  const ask = (audience: object, more: object = {}) =>
    admin.ask<Record<string, object>>(text, { assign: { planId: plan, audience, ...more }, rule: { name: `Rule ${JSON.stringify([audience, more])}`.slice(0, 90), rule: audience, ...more } });
  const refused = { __typename: 'InputRefused', problems: [{ code: 'EVERYBODY_NOT_CONFIRMED', field: 'audience' }] };
  for (const audience of [{ kind: 'EVERYONE' }, { kind: 'OR', operands: [named, { kind: 'NOT', operand: named }] }]) {
    expect(await ask(audience)).toEqual({ assign: refused, rule: { ...refused, problems: [{ code: 'EVERYBODY_NOT_CONFIRMED', field: 'rule' }] } });
    expect(await ask(audience, { confirmEverybody: true })).toMatchObject({ assign: { __typename: 'Operation' }, rule: { __typename: 'Operation' } });
  }
  expect(await ask({ kind: 'NOT', operand: named })).toMatchObject({ assign: { __typename: 'Operation' }, rule: { __typename: 'Operation' } });
});

test('a static group is made, people come and go by hand, and who they were and when stays known [L59]', async () => {
  const made = await act('createGroup', 'CreateGroupInput', { name: '  First   aiders ' });
  expect(made).toMatchObject({ __typename: 'Group', name: 'First aiders', kind: 'STATIC', memberCount: 0 });
  const [ann, bea] = people as [BuiltPerson, BuiltPerson];
  const added = await act('addGroupMembers', 'GroupMembersInput', { groupId: made.id, personIds: [bea.id, ann.id, ann.id] });
  expect(names(added)).toEqual(['Ann', 'Bea']);
  expect(added.members.edges[0]!.node).toMatchObject({ cause: 'BY_HAND', addedBy: { name: world.admin.displayName } });
  const removed = await act('removeGroupMembers', 'GroupMembersInput', { groupId: made.id, personIds: [ann.id] });
  expect(names(removed)).toEqual(['Bea']);
  await act('addGroupMembers', 'GroupMembersInput', { groupId: made.id, personIds: [ann.id] });
  const kept = await server.services.database.read({ organizationId: world.organizationId }, (transaction) =>
    transaction.query<{ reason: string | null }>('SELECT ended_because AS reason FROM group_membership WHERE group_id = $1 AND person_id = $2 ORDER BY valid_from, valid_to', [made.id, ann.id]),
  );
  expect(kept.map(({ reason }) => reason)).toEqual(['BY_HAND', null]);
});

test('a name is needed, is short, and no other group has it; the name of one that was removed is free again', async () => {
  const id = await buildStaticGroup(server.services.database, world.caller, [], 'Drivers');
  expect((await act('createGroup', 'CreateGroupInput', { name: ' ' })).problems).toMatchObject([{ code: 'NAME_MISSING', field: 'name' }]);
  expect((await act('createGroup', 'CreateGroupInput', { name: 'x'.repeat(101) })).problems).toMatchObject([{ code: 'TOO_LONG' }]);
  expect((await act('createGroup', 'CreateGroupInput', { name: 'DRIVERS' })).problems).toMatchObject([{ code: 'DUPLICATED_NAME' }]);
  expect((await remove(id)).__typename).toBe('GroupRemoved');
  expect(await read(id)).toBeNull();
  expect((await act('createGroup', 'CreateGroupInput', { name: 'Drivers' })).__typename).toBe('Group');
});

test('of two who rename a group the second is told what it is now', async () => {
  const id = await buildStaticGroup(server.services.database, world.caller);
  const { rowVersion } = (await read(id))!;
  expect(await act('renameGroup', 'RenameGroupInput', { groupId: id, rowVersion, name: 'Night shift' })).toMatchObject({ name: 'Night shift' });
  expect(await act('renameGroup', 'RenameGroupInput', { groupId: id, rowVersion, name: 'Late shift' })).toMatchObject({ __typename: 'StaleEdit', problems: [{ code: 'STALE_EDIT' }] });
});

test('a group that something refers to is not removed, and what refers to it is named [2.5]', async () => {
  const { database } = server.services;
  const id = await buildStaticGroup(database, world.caller, [people[0]!.id], 'Referred to');
  const audience = { kind: 'GROUPS' as const, groupIds: [id as never] };
  await buildDynamicGroup(database, world.caller, { kind: 'NOT', operand: audience }, 'All others');
  const partner = await buildPerson(database, world.organizationId, { displayName: 'Sub Admin' });
  await buildGrant(database, partner, 'SUB_ADMIN', { scopeKind: 'GROUP', scopeId: id });
  await buildApiClient(database, world.caller, { name: 'HR system', scopes: ['read:people'], scopeKind: 'GROUP', scopeId: id });
  await admin.ask('mutation ($input: SetPlanVisibleRangeInput!) { setPlanVisibleRange(input: $input) { __typename } }', { input: { planId: world.planId, rowVersion: await versionOf(world.planId), visibleRange: audience } });
  const refused = await remove(id);
  expect(refused.problems).toMatchObject([{ code: 'GROUP_IN_USE' }]);
  const { message } = refused.problems[0]!;
  for (const user of ['All others', 'Sub Admin', 'HR system', 'Plan of Example Ltd']) expect(message).toContain(user);
  // What has been done by an assignment once needs the group no longer.
  const free = await buildStaticGroup(database, world.caller, [people[1]!.id]);
  await assignPlan(database, world.caller, world.planId, { audience: { kind: 'GROUPS', groupIds: [free as never] } });
  expect((await remove(free)).__typename).toBe('GroupRemoved');
  await expect(buildAssignmentPreview(database, world.caller, world.planId, { audience: { kind: 'GROUPS', groupIds: [free as never] } })).rejects.toThrow('UNKNOWN_GROUP');
});

async function versionOf(planId: string): Promise<number> {
  return (await admin.ask<{ learningPlan: { rowVersion: number } }>('query ($id: ID!) { learningPlan(id: $id) { rowVersion } }', { id: planId })).learningPlan.rowVersion;
}

test('a group with a rule takes nobody by hand, one without has no rule', async () => {
  const { database } = server.services;
  const dynamic = await buildDynamicGroup(database, world.caller, { kind: 'EVERYONE' });
  expect((await act('addGroupMembers', 'GroupMembersInput', { groupId: dynamic, personIds: [people[0]!.id] })).problems).toMatchObject([{ code: 'GROUP_IS_DYNAMIC' }]);
  const fixed = await buildStaticGroup(database, world.caller);
  expect((await act('addGroupMembers', 'GroupMembersInput', { groupId: fixed, personIds: [] })).problems).toMatchObject([{ code: 'NOTHING_SELECTED' }]);
  expect((await act('addGroupMembers', 'GroupMembersInput', { groupId: fixed, personIds: ['nobody'] })).problems).toMatchObject([{ code: 'UNKNOWN_PERSON' }]);
  const { previewGroupRule } = await admin.ask<{ previewGroupRule: Group }>(
    'mutation ($input: PreviewGroupRuleInput!) { previewGroupRule(input: $input) { ... on Refusal { problems { code } } } }',
    { input: { groupId: fixed, rowVersion: 1, rule: { kind: 'EVERYONE' } } },
  );
  expect(previewGroupRule.problems).toMatchObject([{ code: 'GROUP_IS_STATIC' }]);
});

test('groups are listed page by page in the order of their names, by kind and by part of a name', async () => {
  const { database } = server.services;
  for (const name of ['Zürich one', 'zurich Two', 'Zurich three']) await buildStaticGroup(database, world.caller, [], name);
  const page = async (after: string | null) =>
    (await admin.ask<{ groups: { edges: { node: { name: string } }[]; pageInfo: { endCursor: string; hasNextPage: boolean } }; groupCount: number }>(
      'query ($after: String) { groups(first: 2, after: $after, search: "zurich", kinds: [STATIC]) { edges { node { name } } pageInfo { endCursor hasNextPage } } groupCount(search: "zurich") }',
      { after },
    ));
  const first = await page(null);
  expect(first.groupCount).toBe(3);
  const second = await page(first.groups.pageInfo.endCursor);
  expect([...first.groups.edges, ...second.groups.edges].map(({ node }) => node.name)).toEqual(['Zürich one', 'Zurich three', 'zurich Two']);
  expect(second.groups.pageInfo.hasNextPage).toBe(false);
});

/** 2.11, the row "people, departments, groups": y may, - may not, p only with the right for people. */
const may = { MASTER_ADMIN: 'y', SUB_ADMIN: 'y', PLAN_ADMIN: 'p', PARTNER_ADMIN: '-', AUDITOR: '-', MANAGER: '-', LEARNER: '-' } as const;

test.each(Object.entries(may).flatMap(([role, mark]) => [[role, mark, false], [role, mark, true]] as [string, string, boolean][]))(
  'groups are changed by role: %s (%s), with the right for people: %s [2.11]',
  async (role, mark, withRight) => {
    const { database } = server.services;
    const person = await buildPerson(database, world.organizationId, { employeeNumber: `R-${role}-${withRight}`, department: ['Roles'], partnerAccount: 'Partner of Example Ltd' });
    if (role === 'MANAGER') await buildPerson(database, world.organizationId, { managerNumber: person.employeeNumber! });
    else if (role !== 'LEARNER') {
      const scope = role === 'PARTNER_ADMIN' ? { scopeKind: 'PARTNER_ACCOUNT' as const, scopeId: person.partnerAccountId } : {};
      await buildGrant(database, person, role as never, { rights: withRight ? ['PEOPLE'] : [], ...scope });
    }
    const client = await server.signInAs(person);
    const groupId = await buildStaticGroup(database, world.caller, [person.id]);
    const isAllowed = mark === 'y' || (mark === 'p' && withRight);
    const { body } = await client.graphql<{ createGroup: { __typename: string } }>('mutation ($name: String!) { createGroup(input: { name: $name }) { __typename } }', { name: `By ${role} ${withRight}` });
    expect(body.data?.createGroup?.__typename === 'Group').toBe(isAllowed);
    if (!isAllowed) expect(body.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await read(groupId, client))?.viewerCan.edit).toBe(isAllowed);
  },
);

test('whoever looks after some people sees groups of theirs, counts them only, and no rule', async () => {
  const { database } = server.services;
  const [own, other] = await buildPeople(database, world.organizationId, [{ department: ['Kitchen'] }, { department: ['Bar'] }]) as [BuiltPerson, BuiltPerson];
  const sub = await buildPerson(database, world.organizationId);
  await buildGrant(database, sub, 'SUB_ADMIN', { scopeKind: 'DEPARTMENT', scopeId: own.departmentId });
  const client = await server.signInAs(sub);
  const both = await buildDynamicGroup(database, world.caller, { kind: 'PEOPLE', personIds: [own.id, other.id] as never });
  const theirs = await buildStaticGroup(database, world.caller, [other.id]);
  const seen = await read(both, client);
  expect(seen).toMatchObject({ memberCount: 1, ruleSentence: null, viewerCan: { edit: false } });
  expect(seen!.members.edges.map(({ node }) => node.person.id)).toEqual([own.id]);
  expect(await read(theirs, client)).toBeNull();
  expect((await read(both))!.memberCount).toBe(2);
});

test('the page of a person tells the groups that they are in, since when and why', async () => {
  const { database } = server.services;
  const person = await buildPerson(database, world.organizationId, { department: ['Garden'] });
  const byHand = await buildStaticGroup(database, world.caller, [person.id], 'Gardeners by hand');
  await buildDynamicGroup(database, world.caller, { kind: 'DEPARTMENTS', departmentIds: [person.departmentId as never], includeSubDepartments: false }, 'Gardeners by rule');
  const { person: found } = await admin.ask<{ person: { groups: { cause: string; since: string; group: { id: string; name: string } }[] } }>(
    'query ($id: ID!) { person(id: $id) { groups { cause since group { id name } } } }',
    { id: person.id },
  );
  const own = found.groups.filter(({ group }) => group.name.startsWith('Gardeners'));
  expect(own).toMatchObject([{ cause: 'BY_HAND', group: { id: byHand, name: 'Gardeners by hand' } }, { cause: 'RULE', group: { name: 'Gardeners by rule' } }]);
});

test('an audience is counted and sampled within what the caller may reach, and says when it leaves nobody out', async () => {
  const { database } = server.services;
  const crew = await buildPeople(database, world.organizationId, ['Ola', 'Lia', 'Noa'].map((displayName) => ({ displayName, department: ['Crew'] })));
  // Whoever looks after others may see themselves too.
  const chief = await buildPerson(database, world.organizationId, { displayName: 'Zoe' });
  await buildGrant(database, chief, 'SUB_ADMIN', { scopeKind: 'DEPARTMENT', scopeId: crew[0]!.departmentId });
  const client = await server.signInAs(chief);
  const preview = async (audience: object) =>
    (await client.ask<{ audiencePreview: object }>('query ($audience: Json!) { audiencePreview(audience: $audience) { ... on AudiencePreview { people choosesEverybody sentence sample { displayName } } } }', { audience })).audiencePreview;
  const named = { kind: 'PEOPLE', personIds: [crew[0]!.id] };
  expect(await preview({ kind: 'EVERYONE' })).toMatchObject({ people: 4, choosesEverybody: true, sample: [{ displayName: 'Lia' }, { displayName: 'Noa' }, { displayName: 'Ola' }, { displayName: 'Zoe' }] });
  expect(await preview({ kind: 'NOT', operand: named })).toMatchObject({ people: 3, choosesEverybody: false, sample: [{ displayName: 'Lia' }, { displayName: 'Noa' }, { displayName: 'Zoe' }] });
  expect(await preview({ kind: 'OR', operands: [named, { kind: 'NOT', operand: named }] })).toMatchObject({ people: 4, choosesEverybody: true });
  expect(await preview({ kind: 'AND', operands: [named, { kind: 'NOT', operand: named }] })).toMatchObject({ people: 0, choosesEverybody: false, sample: [] });
});
