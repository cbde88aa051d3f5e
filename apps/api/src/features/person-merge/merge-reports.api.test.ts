import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { QueryRunner } from 'typeorm';
import { ReportsOfMergedRecords1700000000020 } from '../../platform/database/migrations/1700000000020-reports-of-merged-records.ts';
import type { TestClient } from '../../platform/testing/graphql-client.ts';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { buildWorld, type World } from '../../testing/build-world.ts';
import { startTestServer, type TestServer } from '../../testing/start-test-server.ts';
import { buildGrant } from '../access/caller.factory.ts';
import { assignPlan, carryOut } from '../assignments/assignment.factory.ts';
import { buildPlan } from '../learning-plans/learning-plan.factory.ts';
import { analyseImport, buildPeopleImport } from '../people-import/people-import.factory.ts';
import { buildPeople, type BuiltPerson } from '../people-import/person.factory.ts';

let now = new Date('2027-06-01T10:00:00Z');
let testDatabase: TestDatabase;
let server: TestServer;
let world: World;
let admin: TestClient;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) }, () => now);
  world = await buildWorld(server.services.database);
  admin = await server.signInAs(world.admin);
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

const later = () => (now = new Date(now.getTime() + 3_600_000));
const query = <Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> =>
  server.services.database.write({ organizationId: world.organizationId }, (transaction) => transaction.query<Row>(sql, parameters));

interface Operation {
  readonly __typename: string;
  readonly id: string;
  readonly previewHash: string;
  readonly counts: readonly { readonly class: string; readonly rows: number }[];
}
const parts = '__typename ... on Operation { id previewHash counts { class rows } }';
const countsOf = ({ counts }: Operation) => Object.fromEntries(counts.map((each) => [each.class, each.rows]));

async function commit({ id, previewHash }: Operation): Promise<void> {
  const { found } = await admin.ask<{ found: Operation }>('mutation ($input: CommitOperationInput!) { found: commitOperation(input: $input) { __typename } }', { input: { operationId: id, previewHash } });
  expect(found.__typename).toBe('Operation');
  await carryOut(server.services.database, world.organizationId, id);
  later();
}

async function previewUndo({ id }: Operation): Promise<Operation> {
  return (await admin.ask<{ found: Operation }>(`mutation ($input: PreviewUndoInput!) { found: previewUndo(input: $input) { ${parts} } }`, { input: { operationId: id } })).found;
}

async function merge(from: BuiltPerson, into: BuiltPerson): Promise<Operation> {
  const { found } = await admin.ask<{ found: Operation }>(`mutation ($input: PreviewPersonMergeInput!) { found: previewPersonMerge(input: $input) { ${parts} } }`, { input: { fromId: from.id, intoId: into.id } });
  await commit(found);
  return found;
}

async function buildNamed<Name extends string>(...names: readonly Name[]): Promise<Record<Name, BuiltPerson>> {
  const people = await buildPeople(server.services.database, world.organizationId, names.map((displayName) => ({ displayName })));
  return Object.fromEntries(names.map((name, index) => [name, people[index]!])) as Record<Name, BuiltPerson>;
}

async function report(person: BuiltPerson, manager: BuiltPerson): Promise<void> {
  await query('UPDATE person SET manager_id = $2 WHERE id = $1', [person.id, manager.id]);
}

async function managerOf(person: BuiltPerson): Promise<string | null> {
  const [row] = await query<{ name: string | null }>('SELECT m.display_name AS name FROM person p LEFT JOIN person m ON m.id = p.manager_id WHERE p.id = $1', [person.id]);
  return row!.name;
}

test('whoever reported to the record reports to the survivor; the survivor, and who stands above it, to whom the record reported [2.1, 2.6]', async () => {
  const { boss, old, kept, above, below } = await buildNamed('boss', 'old', 'kept', 'above', 'below');
  await report(old, boss);
  await report(above, old);
  await report(kept, above);
  await report(below, old);
  const merged = await merge(old, kept);
  expect(countsOf(merged)).toMatchObject({ WOULD_CIRCLE: 1 });
  expect([await managerOf(below), await managerOf(above), await managerOf(kept)]).toEqual(['kept', 'boss', 'above']);
  expect(await query('SELECT id FROM person WHERE manager_id = $1', [old.id])).toEqual([]);
  expect(await query('SELECT manager_id FROM person_revision WHERE person_id = $1 ORDER BY valid_from DESC, id DESC LIMIT 1', [above.id])).toEqual([{ manager_id: boss.id }]);

  await commit(await previewUndo(merged));
  expect([await managerOf(below), await managerOf(above), await managerOf(kept)]).toEqual(['old', 'old', 'above']);
});

test('a survivor that reported to the record reports to whom that reported, or to nobody, and never to itself [2.6]', async () => {
  const { boss, old, kept, top, second } = await buildNamed('boss', 'old', 'kept', 'top', 'second');
  await report(old, boss);
  await report(kept, old);
  const merged = await merge(old, kept);
  expect(await managerOf(kept)).toBe('boss');
  await commit(await previewUndo(merged));
  expect(await managerOf(kept)).toBe('old');

  await report(second, top);
  const headless = await merge(top, second);
  expect(await managerOf(second)).toBeNull();
  await commit(await previewUndo(headless));
  expect(await managerOf(second)).toBe('top');
});

test('whom a merge had left reporting to the record is led anew by the migration, dated, and looked at again [2.1, 2.6]', async () => {
  const { boss, old, kept, above, below } = await buildNamed('boss', 'old', 'kept', 'above', 'below');
  await report(old, boss);
  await report(kept, above);
  for (const person of [above, below]) await report(person, old);
  await query(`UPDATE person SET merged_into_id = $2, merged_at = now(), status = 'LEFT' WHERE id = $1`, [old.id, kept.id]);
  const relay = await testDatabase.connect('relay');
  const jobsAbout = async (person: BuiltPerson) => (await relay.query<{ task: string }>(`SELECT t.identifier AS task FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id WHERE j.payload->>'personId' = $1 ORDER BY 1`, [person.id])).rows.map(({ task }) => task);
  await testDatabase.asOwner('BEGIN');
  await new ReportsOfMergedRecords1700000000020().up({ query: (sql: string) => testDatabase.asOwner(sql) } as unknown as QueryRunner);
  await testDatabase.asOwner('COMMIT');
  expect([await managerOf(below), await managerOf(above), await managerOf(kept), await managerOf(old)]).toEqual(['kept', 'boss', 'above', 'boss']);
  expect(await query('SELECT manager_id FROM person_revision WHERE person_id = $1 ORDER BY manager_id NULLS FIRST', [below.id])).toEqual([{ manager_id: null }, { manager_id: kept.id }]);
  expect(await jobsAbout(below)).toEqual(['evaluate-groups-of-people', 'reevaluate-assignments', 'review-exceptions']);
  expect(await jobsAbout(kept)).toEqual([]);
});

test('an undo lets nobody report to the record whom it reports to by now [2.6]', async () => {
  const { boss, old, kept, below } = await buildNamed('boss', 'old', 'kept', 'below');
  await report(old, boss);
  await report(below, old);
  const merged = await merge(old, kept);
  await report(boss, below);
  await commit(await previewUndo(merged));
  expect([await managerOf(below), await managerOf(boss)]).toEqual(['kept', 'below']);
});

test('an undo gives back nothing that has ended for the survivor since: assignments, groups, rights [2.0.6, 2.1]', async () => {
  const { database } = server.services;
  const { old, kept } = await buildNamed('old', 'kept');
  const planOf = async (name: string): Promise<string> => {
    const planId = await buildPlan(database, world.caller, { name, milestones: [{ items: [world.course.id] }] });
    await assignPlan(database, world.caller, planId, { name, audience: { kind: 'PEOPLE', personIds: [old.id as never] } });
    return planId;
  };
  const [ended, going] = [await planOf('Ended since'), await planOf('Goes on')];
  const groups = await query<{ id: string }>(
    `INSERT INTO person_group (organization_id, id, name, name_key, kind) SELECT $1, n.id, n.id::text, n.id::text, 'STATIC' FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, 2)) n RETURNING id`,
    [world.organizationId],
  );
  const [left, stays] = groups.map(({ id }) => id) as [string, string];
  await query(`INSERT INTO group_membership (organization_id, id, group_id, person_id, valid_from, cause) SELECT $1, gen_random_uuid(), g, $2, '2027-01-01', 'BY_HAND' FROM unnest($3::uuid[]) AS g`, [world.organizationId, old.id, [left, stays]]);
  await buildGrant(database, old, 'AUDITOR');
  await buildGrant(database, old, 'PLAN_ADMIN');
  const merged = await merge(old, kept);

  await query(
    "UPDATE enrollment_source x SET valid_to = $3, ended_because = 'UNASSIGNED' FROM enrollment e WHERE e.id = x.enrollment_id AND e.person_id = $1 AND e.plan_id = $2 AND x.valid_to IS NULL",
    [kept.id, ended, now],
  );
  await query("UPDATE group_membership SET valid_to = $3, ended_because = 'BY_HAND' WHERE group_id = $1 AND person_id = $2 AND valid_to IS NULL", [left, kept.id, now]);
  await query("UPDATE admin_grant SET valid_to = $2 WHERE person_id = $1 AND role = 'PLAN_ADMIN' AND valid_to IS NULL", [kept.id, now]);

  const undo = await previewUndo(merged);
  expect(countsOf(undo)).toMatchObject({ LEFT_CHANGED_SINCE: 3 });
  await commit(undo);
  const plansOf = async (person: BuiltPerson) =>
    (await query<{ id: string }>('SELECT e.plan_id AS id FROM enrollment e JOIN enrollment_source x ON x.enrollment_id = e.id AND x.valid_to IS NULL WHERE e.person_id = $1', [person.id])).map(({ id }) => id);
  expect(await plansOf(old)).toContain(going);
  expect(await plansOf(old)).not.toContain(ended);
  expect(await query('SELECT group_id AS id FROM group_membership WHERE person_id = $1 AND valid_to IS NULL', [old.id])).toEqual([{ id: stays }]);
  expect(await query('SELECT role FROM admin_grant WHERE person_id = ANY ($1) AND valid_to IS NULL', [[old.id, kept.id]])).toEqual([{ role: 'AUDITOR' }]);
});

test('a row of an import with the number of a merged record changes the survivor and says so; managers and lists mean them too [2.1, X5]', async () => {
  const { database } = server.services;
  const [old, kept] = (await buildPeople(database, world.organizationId, [{ displayName: 'Ida (old)', employeeNumber: 'OLD-1' }, { displayName: 'Ida', employeeNumber: 'NEW-1' }])) as [BuiltPerson, BuiltPerson];
  await merge(old, kept);
  const { operationId } = await buildPeopleImport(database, world.caller, server.config.dataDir, 'Employee number,Name,Manager\nOLD-1,Ida Berg,\nREP-1,Rolf,old-1\n');
  await analyseImport(database, world.organizationId, server.config.dataDir, operationId);
  const { operation } = await admin.ask<{ operation: Operation & { rows: { edges: { node: { class: string; problems: { code: string; message: string }[] } }[] } } }>(
    `query ($id: ID!) { operation(id: $id) { ${parts} ... on Operation { rows(first: 10) { edges { node { class problems { code message } } } } } } }`,
    { id: operationId },
  );
  expect(operation.rows.edges.map(({ node }) => [node.class, ...node.problems.map(({ code }) => code)])).toEqual([['CHANGED', 'MERGED_RECORD'], ['NEW']]);
  expect(operation.rows.edges[0]!.node.problems[0]!.message).toContain('“OLD-1” is of a record that was merged into Ida');
  await commit(operation);
  expect(await query('SELECT employee_number AS number, display_name AS name, status FROM person WHERE id = ANY ($1) ORDER BY 1', [[old.id, kept.id]])).toEqual([
    { number: 'NEW-1', name: 'Ida Berg', status: 'ACTIVE' },
    { number: 'OLD-1', name: 'Ida (old)', status: 'LEFT' },
  ]);
  expect(await query("SELECT manager_id FROM person WHERE employee_number = 'REP-1'")).toEqual([{ manager_id: kept.id }]);
});
