import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TestClient } from '../../platform/testing/graphql-client.ts';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { runJob } from '../../platform/testing/run-job.ts';
import { buildWorld, type World } from '../../testing/build-world.ts';
import { startTestServer, type TestServer } from '../../testing/start-test-server.ts';
import { assignPlan, carryOut } from '../assignments/assignment.factory.ts';
import { reevaluateAssignments } from '../assignments/index.ts';
import { buildPlan } from '../learning-plans/learning-plan.factory.ts';

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

/** A plan that everybody has by two running rules: the first decides, the second waits. */
async function buildTwice(): Promise<{ planId: string; first: string; second: string }> {
  const { database } = server.services;
  const planId = await buildPlan(database, world.caller, { milestones: [{ items: [world.course.id] }] });
  for (const [name, date] of [['First', '2027-07-07'], ['Second', '2027-09-09']]) {
    await assignPlan(database, world.caller, planId, { audience: { kind: 'EVERYONE' }, mode: 'DYNAMIC', name: name!, dueRule: { kind: 'FIXED', date } as never });
    later();
  }
  const [first, second] = await query<{ id: string }>('SELECT a.id FROM assignment a JOIN assignment_target t ON t.assignment_id = a.id WHERE t.plan_id = $1 ORDER BY a.number', [planId]);
  return { planId, first: first!.id, second: second!.id };
}

interface Operation {
  readonly id: string;
  readonly previewHash: string;
  readonly counts: readonly { readonly class: string; readonly rows: number }[];
}

async function preview(act: 'Unassign' | 'LiftSuppression', planId: string, assignmentId: string | null): Promise<Operation> {
  const { found } = await admin.ask<{ found: Operation }>(`mutation ($input: Preview${act}Input!) { found: preview${act}(input: $input) { ... on Operation { id previewHash counts { class rows } } } }`, {
    input: { planId, personIds: [world.learner.id], assignmentId, reason: 'Parental leave' },
  });
  return found;
}

async function commit({ id, previewHash }: Operation): Promise<void> {
  later();
  await admin.ask('mutation ($input: CommitOperationInput!) { commitOperation(input: $input) { __typename } }', { input: { operationId: id, previewHash } });
  await carryOut(server.services.database, world.organizationId, id);
  later();
}

const react = (): Promise<void> => runJob(reevaluateAssignments, server.services.database, world.organizationId, { personId: world.learner.id });

interface Assigned {
  readonly name: string;
  readonly decides: boolean;
  readonly suppressedBecause: string | null;
  readonly validTo: string | null;
  readonly endedBecause: string | null;
  readonly memberState: string;
  readonly enrollment: { readonly status: string; readonly due: { readonly date: string } | null };
  readonly viewerCan: { readonly takeAway: boolean; readonly lift: boolean };
}

async function assignmentsOf(client: TestClient, planId: string): Promise<Assigned[]> {
  const { person } = await client.ask<{ person: { assignments: { edges: { node: Assigned & { enrollment: { plan: { id: string } } } }[] } } }>(
    `query ($id: ID!) { person(id: $id) { assignments(first: 100) { edges { node { name decides suppressedBecause validTo endedBecause memberState
      viewerCan { takeAway lift } enrollment { status due { date } plan { id } } } } } } }`,
    { id: world.learner.id },
  );
  return person.assignments.edges.map(({ node }) => node).filter(({ enrollment }) => enrollment.plan.id === planId);
}

test('out of one of two assignments by hand: the other takes over, the rule does not give it again until that is lifted, and then decides as before [2.5, L44, L58]', async () => {
  const { planId, first } = await buildTwice();
  expect(await assignmentsOf(admin, planId)).toMatchObject([
    { name: 'Second', decides: false, memberState: 'CONFLICT', viewerCan: { takeAway: true, lift: false } },
    { name: 'First', decides: true, memberState: 'APPLIED', enrollment: { due: { date: '2027-07-07' } } },
  ]);
  const out = await preview('Unassign', planId, first);
  expect(out.counts).toEqual([{ class: 'TAKEN_OUT', rows: 1 }]);
  await commit(out);
  await react();
  expect(await assignmentsOf(admin, planId)).toMatchObject([
    { name: 'First', decides: false, suppressedBecause: 'Parental leave', viewerCan: { takeAway: false, lift: true } },
    { name: 'Second', decides: true, memberState: 'APPLIED', enrollment: { status: 'NOT_STARTED', due: { date: '2027-09-09' } } },
  ]);
  const lift = await preview('LiftSuppression', planId, first);
  expect(lift.counts).toEqual([{ class: 'LIFTED', rows: 1 }]);
  await commit(lift);
  await react();
  const after = await assignmentsOf(admin, planId);
  expect(after.filter(({ validTo }) => validTo === null).map(({ name }) => name).sort()).toEqual(['First', 'Second']);
  expect(after.find(({ validTo }) => validTo !== null)).toMatchObject({ name: 'First', endedBecause: 'SUPPRESSION_LIFTED' });
  expect((await preview('LiftSuppression', planId, first)).counts).toEqual([{ class: 'NOT_SUPPRESSED', rows: 1 }]);
});

test('taking somebody out of one assignment is undone: what decided before decides again [2.0.6, L58]', async () => {
  const { planId, first } = await buildTwice();
  const out = await preview('Unassign', planId, first);
  await commit(out);
  const { found } = await admin.ask<{ found: Operation }>('mutation ($input: PreviewUndoInput!) { found: previewUndo(input: $input) { ... on Operation { id previewHash counts { class rows } } } }', { input: { operationId: out.id } });
  expect(found.counts).toEqual([{ class: 'TAKEN_BACK', rows: 1 }]);
  await commit(found);
  const live = (await assignmentsOf(admin, planId)).filter(({ validTo }) => validTo === null);
  expect(live).toMatchObject([
    { name: 'First', decides: true, enrollment: { due: { date: '2027-07-07' } } },
    { name: 'Second', decides: false, memberState: 'CONFLICT' },
  ]);
});

test('what was assigned is told page by page, to whoever may track the person, and to others not at all [L37, L40, D35]', async () => {
  const pageOf = async (client: TestClient, after: string | null) => {
    const { person } = await client.ask<{ person: { assignments: { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } | null }>(
      'query ($id: ID!, $after: String) { person(id: $id) { assignments(first: 2, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } } }',
      { id: world.learner.id, after },
    );
    return person?.assignments;
  };
  const ids: string[] = [];
  let page = await pageOf(admin, null);
  while (page) {
    ids.push(...page.edges.map(({ node }) => node.id));
    page = page.pageInfo.hasNextPage ? await pageOf(admin, page.pageInfo.endCursor) : undefined;
  }
  const [counted] = await query<{ count: number }>(`SELECT count(*)::int FROM enrollment_source x JOIN enrollment e ON e.id = x.enrollment_id WHERE e.person_id = $1 AND x.ended_because IS DISTINCT FROM 'SUPPRESSED'`, [world.learner.id]);
  expect(ids).toHaveLength(counted!.count);
  expect(new Set(ids).size).toBe(ids.length);
  const own = await server.signInAs(world.learner);
  expect((await pageOf(own, null))?.edges).toHaveLength(2);
  const { person } = await own.ask<{ person: unknown }>('query ($id: ID!) { person(id: $id) { assignments(first: 2) { edges { cursor } } } }', { id: world.admin.id });
  expect(person).toBeNull();
});

test('the groups that a person is in come first, by name, then those that they were in, the latest first [L37]', async () => {
  const names = ['Zebra', 'Älpler', 'Beta', 'Gone early', 'Gone late'];
  for (const [index, name] of names.entries()) {
    const [group] = await query<{ id: string }>(`INSERT INTO person_group (organization_id, id, name, name_key, kind) VALUES ($1, gen_random_uuid(), $2::text, lower($2), 'STATIC') RETURNING id`, [world.organizationId, name]);
    await query(
      `INSERT INTO group_membership (organization_id, id, group_id, person_id, valid_from, valid_to, cause, ended_because) VALUES ($1, gen_random_uuid(), $2, $3, '2026-01-01', $4, 'BY_HAND', $5)`,
      [world.organizationId, group!.id, world.learner.id, index < 3 ? null : new Date(`2026-0${index}-01T00:00:00Z`), index < 3 ? null : 'BY_HAND'],
    );
  }
  const read = async (after: string | null): Promise<string[]> => {
    const { person } = await admin.ask<{ person: { memberships: { edges: { node: { group: { name: string }; viewerCanRemove: boolean } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } }>(
      'query ($id: ID!, $after: String) { person(id: $id) { memberships(first: 2, after: $after) { edges { node { group { name } viewerCanRemove } } pageInfo { hasNextPage endCursor } } } }',
      { id: world.learner.id, after },
    );
    const { edges, pageInfo } = person.memberships;
    return [...edges.map(({ node }) => `${node.group.name}${node.viewerCanRemove ? ' ×' : ''}`), ...(pageInfo.hasNextPage ? await read(pageInfo.endCursor) : [])];
  };
  expect(await read(null)).toEqual(['Beta ×', 'Zebra ×', 'Älpler ×', 'Gone late', 'Gone early']);
});
