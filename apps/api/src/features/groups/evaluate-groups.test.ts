import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AudienceExpression } from '@milepost/domain';
import { runJob } from '../../platform/testing/run-job.ts';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { buildWorld, type World } from '../../testing/build-world.ts';
import { startTestServer, type TestServer } from '../../testing/start-test-server.ts';
import { applyOperation, commitOperation, lockOperation } from '../operations/index.ts';
import { carryOutAsSeen } from '../operations/operation.factory.ts';
import { buildPeople, buildPerson, type BuiltPerson } from '../people-import/person.factory.ts';
import { addGroupMembers } from './change-members.ts';
import { buildDynamicGroup, buildRulePreview, buildStaticGroup } from './group.factory.ts';
import { previewGroupRule } from './preview-group-rule.ts';
import { whenDepartmentsChanged } from './when-departments-changed.ts';
import { whenGroupMembersChanged } from './when-group-members-changed.ts';
import { whenPeopleChanged } from './when-people-changed.ts';

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
const members = async (groupId: string): Promise<string[]> =>
  (await query<{ id: string }>('SELECT person_id AS id FROM group_membership WHERE group_id = $1 AND valid_to IS NULL ORDER BY person_id', [groupId])).map((row) => row.id);
const ids = (...people: readonly { readonly id: string }[]): string[] => people.map((each) => each.id).toSorted();
const speaking = (language: string): AudienceExpression => ({ kind: 'LANGUAGES', languages: [language] });
const inGroup = (id: string): AudienceExpression => ({ kind: 'GROUPS', groupIds: [id as never] });
const not = (operand: AudienceExpression): AudienceExpression => ({ kind: 'NOT', operand });
const both = (...operands: AudienceExpression[]): AudienceExpression => ({ kind: 'AND', operands });
const among = (...people: readonly BuiltPerson[]): AudienceExpression => ({ kind: 'PEOPLE', personIds: people.map((each) => each.id as never) });
const changed = (payload: Record<string, unknown>) => runJob(whenPeopleChanged, server.services.database, world.organizationId, payload);
const events = async (groupId: string) =>
  (await query<{ ids: object }>("SELECT ids FROM event_log WHERE type = 'group.members_changed' AND ids->>'groupId' = $1 ORDER BY xid, seq", [groupId])).map((row) => row.ids);

test('whoever changes joins and leaves the groups whose rules they match, in the order in which rules read groups, by one event each [L61]', async () => {
  const { database } = server.services;
  const person = await buildPerson(database, world.organizationId, { locale: 'en' });
  const spanish = await buildDynamicGroup(database, world.caller, both(among(person), speaking('es')));
  const others = await buildDynamicGroup(database, world.caller, both(among(person), not(inGroup(spanish))));
  const third = await buildDynamicGroup(database, world.caller, both(among(person), not(inGroup(others))));
  expect([await members(spanish), await members(others), await members(third)]).toEqual([[], [person.id], []]);
  await query("UPDATE person SET locale = 'es-MX' WHERE id = $1", [person.id]);
  await changed({ personId: person.id });
  expect([await members(spanish), await members(others), await members(third)]).toEqual([[person.id], [], [person.id]]);
  for (const group of [spanish, third]) expect((await events(group)).at(-1)).toEqual({ groupId: group, personId: person.id });
  // Once more changes nothing, and tells nobody.
  const before = await events(spanish);
  await changed({ personId: person.id });
  expect(await events(spanish)).toEqual(before);
});

test('whoever is suspended or leaves is in no dynamic group, and comes back to it [2.1]', async () => {
  const { database } = server.services;
  const person = await buildPerson(database, world.organizationId);
  const group = await buildDynamicGroup(database, world.caller, not(not(among(person))));
  await query("UPDATE person SET status = 'SUSPENDED' WHERE id = $1", [person.id]);
  await changed({ personId: person.id });
  expect(await members(group)).toEqual([]);
  await query("UPDATE person SET status = 'ACTIVE' WHERE id = $1", [person.id]);
  await changed({ personId: person.id });
  expect(await members(group)).toEqual([person.id]);
  const kept = await query<{ cause: string; reason: string | null }>('SELECT cause, ended_because AS reason FROM group_membership WHERE group_id = $1 ORDER BY valid_from, valid_to', [group]);
  expect(kept).toEqual([{ cause: 'RULE', reason: 'RULE' }, { cause: 'RULE', reason: null }]);
});

test('people of a chunk of a bulk act are evaluated together, and told of as that chunk', async () => {
  const { database } = server.services;
  const people = await buildPeople(database, world.organizationId, [{ locale: 'fi' }, { locale: 'fi' }, { locale: 'en' }]);
  const group = await buildDynamicGroup(database, world.caller, both(among(...people), speaking('sv')));
  const [operation] = await query<{ id: string }>("SELECT id FROM operation WHERE kind = 'ASSIGN' LIMIT 1");
  await query(
    `INSERT INTO operation_chunk (organization_id, operation_id, number, subject_ids, classes) VALUES ($1, $2, 900, $3, $4)`,
    [world.organizationId, operation!.id, people.map((each) => each.id), people.map(() => 'CHANGED')],
  );
  await query("UPDATE person SET locale = 'sv' WHERE id = ANY ($1::uuid[])", [people.slice(0, 2).map((each) => each.id)]);
  await changed({ operationId: operation!.id, chunk: 900 });
  expect(await members(group)).toEqual(ids(people[0]!, people[1]!));
  expect(await events(group)).toEqual([{ groupId: group, operationId: operation!.id, chunk: 900 }]);
});

test('a department that is moved takes its people along into groups whose rules speak of departments', async () => {
  const { database } = server.services;
  const people = await buildPeople(database, world.organizationId, [{ department: ['Old'] }, { department: ['Old', 'Team'] }, { department: ['Elsewhere', 'Team'] }]);
  const group = await buildDynamicGroup(database, world.caller, { kind: 'DEPARTMENTS', departmentIds: [people[0]!.departmentId as never], includeSubDepartments: true });
  const reader = await buildDynamicGroup(database, world.caller, both(inGroup(group), among(...people)));
  expect(await members(reader)).toEqual(ids(people[0]!, people[1]!));
  await query('UPDATE department SET parent_id = NULL WHERE id = $1', [people[1]!.departmentId]);
  await query('UPDATE department SET parent_id = $2, name_key = $3 WHERE id = $1', [people[2]!.departmentId, people[0]!.departmentId, 'moved team']);
  await runJob(whenDepartmentsChanged, database, world.organizationId, { departmentId: people[1]!.departmentId });
  expect([await members(group), await members(reader)]).toEqual([ids(people[0]!, people[2]!), ids(people[0]!, people[2]!)]);
});

test('what reads a static group follows who is put into it', async () => {
  const { database } = server.services;
  const people = await buildPeople(database, world.organizationId, [{}, {}]);
  const group = await buildStaticGroup(database, world.caller);
  const reader = await buildDynamicGroup(database, world.caller, inGroup(group));
  const readerOfReader = await buildDynamicGroup(database, world.caller, both(inGroup(reader), not(among(people[1]!))));
  await database.write(world.caller, (transaction) => addGroupMembers(transaction, world.caller, { groupId: group, personIds: people.map((each) => each.id) }));
  await runJob(whenGroupMembersChanged, database, world.organizationId, { groupId: group, personId: people[0]!.id });
  expect([await members(reader), await members(readerOfReader)]).toEqual([[people[0]!.id], [people[0]!.id]]);
  await runJob(whenGroupMembersChanged, database, world.organizationId, { groupId: group });
  expect(await members(reader)).toEqual(ids(...people));
});

test('two changes of one person at the same time leave them where the later one puts them', async () => {
  const { database } = server.services;
  const person = await buildPerson(database, world.organizationId, { locale: 'en' });
  const group = await buildDynamicGroup(database, world.caller, both(among(person), speaking('pt')));
  for (let round = 0; round < 5; round++) {
    await query("UPDATE person SET locale = 'pt' WHERE id = $1", [person.id]);
    const first = changed({ personId: person.id });
    await query("UPDATE person SET locale = 'en' WHERE id = $1", [person.id]);
    await Promise.all([first, changed({ personId: person.id })]);
    expect(await members(group)).toEqual([]);
  }
});

async function commit(operationId: string): Promise<string> {
  const answer = await server.services.database.write(world.caller, async (transaction) => {
    const operation = await lockOperation(transaction, operationId);
    return commitOperation(transaction, world.caller, operationId, operation?.previewHash ?? '');
  });
  return answer.ok ? 'OK' : answer.problem[0]!.code;
}
const operation = async (id: string) => (await query<{ counts: object; result: object; state: string }>('SELECT counts, result, state FROM operation WHERE id = $1', [id]))[0]!;

test('a rule is previewed with who joins and who leaves; what is no longer so is refused, what is committed is what was seen [2.5, U21]', async () => {
  const { database } = server.services;
  const people = await buildPeople(database, world.organizationId, [{ locale: 'nl' }, { locale: 'nl' }, { locale: 'pl' }]);
  const groupId = await buildDynamicGroup(database, world.caller, both(among(...people), speaking('nl')));
  const operationId = await buildRulePreview(database, world.caller, { groupId, rowVersion: 1, rule: both(among(...people), not(among(people[0]!))) });
  expect(await operation(operationId)).toMatchObject({ counts: { JOINS: 1, LEAVES: 1 }, state: 'PREVIEWED' });
  expect(await members(groupId)).toEqual(ids(people[0]!, people[1]!));
  await query("UPDATE person SET status = 'LEFT' WHERE id = $1", [people[2]!.id]);
  expect(await commit(operationId)).toBe('STALE_PREVIEW');
  await query("UPDATE person SET status = 'ACTIVE' WHERE id = $1", [people[2]!.id]);
  expect(await commit(operationId)).toBe('OK');
  // The rule holds from the commit on, for whoever changes before the rows are carried out.
  await changed({ personId: people[2]!.id });
  expect(await members(groupId)).toEqual(ids(people[0]!, people[1]!, people[2]!));
  await runJob(applyOperation, database, world.organizationId, { operationId });
  expect(await members(groupId)).toEqual(ids(people[1]!, people[2]!));
  expect(await operation(operationId)).toMatchObject({ state: 'DONE', result: { JOINS: 1, LEAVES: 1 } });
});

test('a rule is taken back to the one before; a group that came with it goes, unless something refers to it [2.0.6]', async () => {
  const { database } = server.services;
  const people = await buildPeople(database, world.organizationId, [{}, {}]);
  const first = await buildRulePreview(database, world.caller, { name: 'To be undone', rule: among(people[0]!) });
  await carryOutAsSeen(database, world.caller, first);
  const [{ id: groupId }] = (await query<{ id: string }>("SELECT id FROM person_group WHERE name = 'To be undone'")) as [{ id: string }];
  const second = await buildRulePreview(database, world.caller, { groupId, rowVersion: 1, rule: among(people[1]!) });
  await carryOutAsSeen(database, world.caller, second);
  expect(await members(groupId)).toEqual([people[1]!.id]);
  expect(await undo(first)).toEqual({ LEFT_CHANGED_SINCE: 1 });
  expect(await undo(second)).toEqual({ TAKEN_BACK: 2 });
  expect(await members(groupId)).toEqual([people[0]!.id]);
  const alone = await buildDynamicGroup(database, world.caller, among(people[0]!), 'Goes again');
  const [{ id: made }] = (await query<{ id: string }>("SELECT id FROM operation WHERE kind = 'GROUP_RULE' AND input->>'groupId' = $1", [alone])) as [{ id: string }];
  expect(await undo(made)).toEqual({ TAKEN_BACK: 1 });
  expect(await query('SELECT id FROM person_group WHERE id = $1 AND removed_at IS NULL', [alone])).toEqual([]);
  expect(await members(alone)).toEqual([]);
});

async function undo(operationId: string): Promise<object> {
  const { database } = server.services;
  const { previewUndo } = await (await server.signInAs(world.admin)).ask<{ previewUndo: { id: string } }>(
    'mutation ($id: ID!) { previewUndo(input: { operationId: $id }) { ... on Operation { id } } }',
    { id: operationId },
  );
  await carryOutAsSeen(database, world.caller, previewUndo.id);
  return (await operation(previewUndo.id)).result;
}

test('groups that would refer to each other in a circle are named, at the preview and at the commit', async () => {
  const { database } = server.services;
  const one = await buildDynamicGroup(database, world.caller, speaking('is'), 'Circle one');
  const two = await buildDynamicGroup(database, world.caller, inGroup(one), 'Circle two');
  const refused = await database.write(world.caller, (transaction) => previewGroupRule(transaction, world.caller, { groupId: one, rowVersion: 1, rule: not(inGroup(two)) }));
  if (refused.ok) throw new Error('A circle was let through');
  expect(refused.problem[0]?.code).toBe('GROUP_CIRCLE');
  expect(refused.problem[0]?.say('en')).toContain('“Circle one” → “Circle two” → “Circle one”');
  const three = await buildDynamicGroup(database, world.caller, speaking('ga'), 'Circle three');
  const [a, b] = [
    await buildRulePreview(database, world.caller, { groupId: one, rowVersion: 1, rule: inGroup(three) }),
    await buildRulePreview(database, world.caller, { groupId: three, rowVersion: 1, rule: inGroup(two) }),
  ];
  expect([await commit(a), await commit(b)]).toEqual(['OK', 'GROUP_CIRCLE']);
});
