import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TestClient } from '../../platform/testing/graphql-client.ts';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { buildWorld, type World } from '../../testing/build-world.ts';
import { startTestServer, type TestServer } from '../../testing/start-test-server.ts';
import { buildCourse } from '../learning-objects/course.factory.ts';
import { buildPlan } from '../learning-plans/learning-plan.factory.ts';
import { assignPlan, carryOut } from './assignment.factory.ts';

let now = new Date('2027-06-01T10:00:00Z');
let testDatabase: TestDatabase;
let server: TestServer;
let world: World;
let admin: TestClient;
let planId: string;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) }, () => now);
  const { database } = server.services;
  world = await buildWorld(database);
  admin = await server.signInAs(world.admin);
  const course = await buildCourse(database, world.organizationId);
  planId = await buildPlan(database, world.caller, { milestones: [{ items: [course.id] }] });
  for (const date of ['2027-07-07', '2027-09-09']) {
    await assignPlan(database, world.caller, planId, { audience: { kind: 'EVERYONE' }, name: `By ${date}`, dueRule: { kind: 'FIXED', date } as never });
    now = new Date(now.getTime() + 3_600_000);
  }
  await complete(world.learner.id, course.id);
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

const query = <Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> =>
  server.services.database.write({ organizationId: world.organizationId }, (transaction) => transaction.query<Row>(sql, parameters));

/** The learner completes the plan, while the first assignment decides. */
async function complete(personId: string, courseId: string): Promise<void> {
  const session = await server.signInAs(world.learner);
  const modules = await query<{ id: string }>('SELECT module_id AS id FROM course_module WHERE course_id = $1', [courseId]);
  for (const { id } of modules) {
    await session.ask('mutation ($input: RecordProgressInput!) { recordProgress(input: $input) { __typename } }', {
      input: { moduleId: id, courseId, at: now.toISOString(), viewed: 1, reachedEnd: true, confirmed: true },
    });
  }
  const [row] = await query<{ status: string }>('SELECT s.status FROM standing s JOIN enrollment e ON e.id = s.enrollment_id WHERE e.person_id = $1 AND e.plan_id = $2', [personId, planId]);
  expect(row?.status).toBe('COMPLETED');
  now = new Date(now.getTime() + 3_600_000);
}

interface Operation {
  readonly __typename: string;
  readonly id: string;
  readonly state: string;
  readonly previewHash: string;
  readonly counts: readonly { readonly class: string; readonly rows: number }[];
  readonly result: readonly { readonly class: string; readonly rows: number }[];
  readonly rows: { readonly edges: readonly { readonly node: { readonly details: { readonly from: string; readonly to: string }; readonly person: { readonly displayName: string } } }[] };
  readonly problems?: readonly { readonly code: string }[];
  readonly operation?: Operation;
}
const parts = '__typename ... on Operation { id state previewHash counts { class rows } rows(first: 10) { edges { node { details person { displayName } } } } } ... on Refusal { problems { code } }';

async function preview(groupConflict: string): Promise<Operation> {
  return (await admin.ask<{ found: Operation }>(`mutation ($input: PreviewConflictPolicyInput!) { found: previewConflictPolicy(input: $input) { ${parts} } }`, { input: { groupConflict } })).found;
}

async function commit({ id, previewHash }: Operation): Promise<Operation> {
  const { found } = await admin.ask<{ found: Operation }>(`mutation ($input: CommitOperationInput!) { found: commitOperation(input: $input) { ${parts} } }`, { input: { operationId: id, previewHash } });
  if (found.__typename === 'Operation') await carryOut(server.services.database, world.organizationId, id);
  return found;
}

const dues = async (): Promise<Record<string, string>> => {
  const rows = await query<{ name: string; due: string }>(
    'SELECT p.display_name AS name, s.due_on::text AS due FROM standing s JOIN enrollment e ON e.id = s.enrollment_id JOIN person p ON p.id = e.person_id WHERE e.plan_id = $1',
    [planId],
  );
  return Object.fromEntries(rows.map(({ name, due }) => [name, due]));
};
const policy = async (): Promise<string> => (await admin.ask<{ conflictPolicy: { groupConflict: string } }>('{ conflictPolicy { groupConflict } }')).conflictPolicy.groupConflict;

test('another rule is previewed with whose date moves from when to when, put into force, told of, and taken back [2.4, X1]', async () => {
  expect(await policy()).toBe('FIRST_WINS');
  const previewed = await preview('MOST_LENIENT');
  expect(previewed.counts).toEqual([{ class: 'LATER', rows: 1 }]);
  expect(previewed.rows.edges.map(({ node }) => node)).toEqual([
    { person: { displayName: world.admin.displayName }, details: expect.objectContaining({ from: '2027-07-07', to: '2027-09-09' }) },
  ]);
  expect(await policy()).toBe('FIRST_WINS');
  now = new Date(now.getTime() + 3_600_000);
  expect((await commit(previewed)).__typename).toBe('Operation');
  expect(await policy()).toBe('MOST_LENIENT');
  // Who has completed keeps the date of their time.
  expect(await dues()).toEqual({ [world.admin.displayName]: '2027-09-09', [world.learner.displayName]: '2027-07-07' });
  const { dueChanges } = await admin.ask<{ dueChanges: { edges: unknown[] } }>('query ($filter: DueChangeFilterInput) { dueChanges(filter: $filter) { edges { node { before after cause because } } } }', { filter: { planId } });
  expect(dueChanges.edges).toEqual([
    { node: { before: '2027-07-07', after: '2027-09-09', cause: 'POLICY_CHANGED', because: 'the organization changed which of several assignments decides: now “By 2027-09-09”' } },
  ]);
  now = new Date(now.getTime() + 3_600_000);
  const { found: undo } = await admin.ask<{ found: Operation }>(`mutation ($input: PreviewUndoInput!) { found: previewUndo(input: $input) { ${parts} } }`, { input: { operationId: previewed.id } });
  expect(undo.counts).toEqual([{ class: 'TAKEN_BACK', rows: 1 }]);
  expect((await commit(undo)).__typename).toBe('Operation');
  expect(await policy()).toBe('FIRST_WINS');
  expect(await dues()).toEqual({ [world.admin.displayName]: '2027-07-07', [world.learner.displayName]: '2027-07-07' });
});

test('a preview that another change has overtaken is refused, and an undo that came too late changes nothing [2.0.6]', async () => {
  const [stale, strictest] = [await preview('MOST_LENIENT'), await preview('LATEST_ASSIGNMENT')];
  await commit(strictest);
  const refused = await commit(stale);
  expect(refused).toMatchObject({ __typename: 'StalePreview' });
  await commit(await preview('STRICTEST'));
  const { found: undo } = await admin.ask<{ found: Operation }>(`mutation ($input: PreviewUndoInput!) { found: previewUndo(input: $input) { ${parts} } }`, { input: { operationId: strictest.id } });
  expect(undo.counts).toEqual([{ class: 'LEFT_CHANGED_SINCE', rows: 1 }]);
  await commit(undo);
  expect(await policy()).toBe('STRICTEST');
});

test('the rule that is in force is refused, and so is whoever may not change settings [2.11]', async () => {
  expect(await preview(await policy())).toMatchObject({ __typename: 'InputRefused', problems: [{ code: 'POLICY_ALREADY' }] });
  const learner = await server.signInAs(world.learner);
  const { body } = await learner.graphql('mutation { previewConflictPolicy(input: { groupConflict: STRICTEST }) { __typename } }');
  expect(body.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});
