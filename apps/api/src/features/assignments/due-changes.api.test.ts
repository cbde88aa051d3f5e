import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { runJob } from '../../platform/testing/run-job.ts';
import type { TestClient } from '../../platform/testing/graphql-client.ts';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { buildWorld, type World } from '../../testing/build-world.ts';
import { startTestServer, type TestServer } from '../../testing/start-test-server.ts';
import { buildPlan } from '../learning-plans/learning-plan.factory.ts';
import { buildPeople, type BuiltPerson } from '../people-import/person.factory.ts';
import { assignPlan, carryOut } from './assignment.factory.ts';
import { reevaluateAssignments } from './index.ts';

const beginning = new Date('2027-06-01T10:00:00Z');
let now = beginning;
let testDatabase: TestDatabase;
let server: TestServer;
let world: World;
let admin: TestClient;
let north: string;
let south: string;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) }, () => now);
  world = await buildWorld(server.services.database);
  admin = await server.signInAs(world.admin);
  [north, south] = [await buildPosition('North'), await buildPosition('South')];
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

beforeEach(() => {
  now = beginning;
});

const query = <Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> =>
  server.services.database.write({ organizationId: world.organizationId }, (transaction) => transaction.query<Row>(sql, parameters));

async function buildPosition(name: string): Promise<string> {
  const [row] = await query<{ id: string }>(
    `INSERT INTO job_position (organization_id, id, name, name_key) VALUES ($1, gen_random_uuid(), $2::text, lower($2)) RETURNING id`,
    [world.organizationId, name],
  );
  return row!.id;
}

async function put(person: BuiltPerson, ...positions: readonly string[]): Promise<void> {
  await query('UPDATE affiliation SET valid_to = $2 WHERE person_id = $1 AND valid_to IS NULL', [person.id, now]);
  for (const position of positions) {
    await query('INSERT INTO affiliation (organization_id, id, person_id, position_id, valid_from) VALUES ($1, gen_random_uuid(), $2, $3, $4)', [world.organizationId, person.id, position, now]);
  }
  await runJob(reevaluateAssignments, server.services.database, world.organizationId, { personId: person.id });
}

const fixed = (date: string) => ({ kind: 'FIXED', date }) as never;

/** Somebody who has a plan by two dynamic assignments: "Northern rules" decides, "Southern rules" waits. */
async function buildOverlap(): Promise<{ person: BuiltPerson; planId: string; enrollmentId: string }> {
  const { database } = server.services;
  const [person] = (await buildPeople(database, world.organizationId, [{ displayName: 'Nora North' }])) as [BuiltPerson];
  await put(person, north, south);
  const planId = await buildPlan(database, world.caller, { milestones: [{ items: [world.course.id] }] });
  const to = (positionId: string) => ({ audience: { kind: 'POSITIONS', positionIds: [positionId as never] } as const, mode: 'DYNAMIC' as const });
  await assignPlan(database, world.caller, planId, { ...to(north), name: 'Northern rules', dueRule: fixed('2027-07-07') });
  now = new Date('2027-06-02T10:00:00Z');
  await assignPlan(database, world.caller, planId, { ...to(south), name: 'Southern rules', dueRule: fixed('2027-09-09') });
  const [enrollment] = await query<{ id: string }>('SELECT id FROM enrollment WHERE person_id = $1 AND plan_id = $2', [person.id, planId]);
  return { person, planId, enrollmentId: enrollment!.id };
}

interface Change {
  readonly before: string | null;
  readonly after: string | null;
  readonly cause: string;
  readonly because: string;
  readonly sentence: string;
  readonly by: { readonly name: string } | null;
}

async function changesOf(client: TestClient, filter: object): Promise<Change[]> {
  const { dueChanges } = await client.ask<{ dueChanges: { edges: { node: Change }[] } }>(
    'query ($filter: DueChangeFilterInput) { dueChanges(first: 50, filter: $filter) { edges { node { before after cause because sentence by { name } } } } }',
    { filter },
  );
  return dueChanges.edges.map(({ node }) => node);
}

async function settle(enrollmentId: string, input: object): Promise<void> {
  const { enrollment } = await admin.ask<{ enrollment: { individual: { revision: number } } }>('query ($id: ID!) { enrollment(id: $id) { individual { revision } } }', { id: enrollmentId });
  const { overrideEnrollment } = await admin.ask<{ overrideEnrollment: { __typename: string } }>('mutation ($input: OverrideInput!) { overrideEnrollment(input: $input) { __typename } }', {
    input: { enrollmentId, revision: enrollment.individual.revision, reason: 'Parental leave', leaveGroupAssignment: true, ...input },
  });
  expect(overrideEnrollment.__typename).toBe('Enrollment');
}

test('when the winning assignment ends for a person, the next one takes over, and both the date and the membership say so [L35, L58, X1]', async () => {
  const { person, enrollmentId } = await buildOverlap();
  const states = () => query<{ name: string; state: string }>('SELECT a.name, m.state FROM assignment_member m JOIN assignment a ON a.id = m.assignment_id WHERE m.enrollment_id = $1 ORDER BY a.number', [enrollmentId]);
  expect(await states()).toEqual([{ name: 'Northern rules', state: 'APPLIED' }, { name: 'Southern rules', state: 'CONFLICT' }]);
  expect(await changesOf(admin, { personId: person.id })).toEqual([]);
  now = new Date('2027-06-03T10:00:00Z');
  await put(person, south);
  expect(await changesOf(admin, { personId: person.id })).toEqual([
    {
      before: '2027-07-07',
      after: '2027-09-09',
      cause: 'ASSIGNMENT_ENDED',
      because: '“Northern rules” no longer holds for the person, and “Southern rules” takes over',
      sentence: 'Due moved from July 7, 2027 to September 9, 2027, because “Northern rules” no longer holds for the person, and “Southern rules” takes over',
      by: null,
    },
  ]);
  expect(await states()).toEqual([{ name: 'Northern rules', state: 'REMOVED' }, { name: 'Southern rules', state: 'APPLIED' }]);
  const { enrollment } = await admin.ask<{ enrollment: { due: { date: string }; sources: { name: string; dormant: boolean }[] } }>(
    'query ($id: ID!) { enrollment(id: $id) { due { date } sources { name dormant } } }',
    { id: enrollmentId },
  );
  expect(enrollment.due.date).toBe('2027-09-09');
  expect(enrollment.sources.find(({ name }) => name === 'Southern rules')?.dormant).toBe(false);
});

test('a date for one person and its end are told with who did it, in the drawer, the history and to partner systems [2.4, L43]', async () => {
  const { person, planId, enrollmentId } = await buildOverlap();
  await settle(enrollmentId, { action: 'ADJUST', due: '2027-12-12' });
  now = new Date('2027-06-04T10:00:00Z');
  await settle(enrollmentId, { action: 'NO_ACTION' });
  const expected = [
    { before: '2027-07-07', after: '2027-12-12', cause: 'OVERRIDDEN', because: 'it was set for this person alone', by: { name: world.admin.displayName } },
    { before: '2027-12-12', after: '2027-07-07', cause: 'OVERRIDE_ENDED', because: 'the date that was set for this person alone was taken back', by: { name: world.admin.displayName } },
  ];
  expect(await changesOf(server.withKey(world.apiClient.key), { planId })).toMatchObject(expected);
  expect(await changesOf(server.withKey(world.apiClient.key), { planId, since: now })).toMatchObject(expected.slice(1));

  const { enrollment } = await admin.ask<{ enrollment: { dueChanges: { edges: { node: Change }[] } } }>('query ($id: ID!) { enrollment(id: $id) { dueChanges(first: 1) { edges { node { cause } } } } }', { id: enrollmentId });
  expect(enrollment.dueChanges.edges).toEqual([{ node: { cause: 'OVERRIDE_ENDED' } }]);

  const { person: found } = await admin.ask<{ person: { history: { edges: { node: { kind: string; before: string; after: string; because: string } }[] } } }>(
    'query ($id: ID!) { person(id: $id) { history(first: 50) { edges { node { kind before after because } } } } }',
    { id: person.id },
  );
  const moved = found.history.edges.map(({ node }) => node).filter(({ kind }) => kind === 'DUE_MOVED');
  expect(moved).toEqual([
    { kind: 'DUE_MOVED', before: '2027-12-12', after: '2027-07-07', because: expected[1]!.because },
    { kind: 'DUE_MOVED', before: '2027-07-07', after: '2027-12-12', because: expected[0]!.because },
  ]);
});

test('a bulk act tells of each person once, in one event, and its undo again [2.0.6]', async () => {
  const { person, planId } = await buildOverlap();
  const { previewSetDue } = await admin.ask<{ previewSetDue: { id: string; previewHash: string } }>('mutation ($input: PreviewSetDueInput!) { previewSetDue(input: $input) { ... on Operation { id previewHash } } }', {
    input: { planId, personIds: [person.id], due: '2027-11-11', reason: 'Quiet season' },
  });
  const commit = async ({ id, previewHash }: { id: string; previewHash: string }): Promise<void> => {
    await admin.ask('mutation ($input: CommitOperationInput!) { commitOperation(input: $input) { __typename } }', { input: { operationId: id, previewHash } });
    await carryOut(server.services.database, world.organizationId, id);
  };
  await commit(previewSetDue);
  now = new Date('2027-06-04T10:00:00Z');
  const { previewUndo } = await admin.ask<{ previewUndo: { id: string; previewHash: string } }>('mutation ($input: PreviewUndoInput!) { previewUndo(input: $input) { ... on Operation { id previewHash } } }', {
    input: { operationId: previewSetDue.id },
  });
  await commit(previewUndo);
  expect((await changesOf(admin, { personId: person.id })).map(({ before, after, cause }) => [before, after, cause])).toEqual([
    ['2027-07-07', '2027-11-11', 'OVERRIDDEN'],
    ['2027-11-11', '2027-07-07', 'OVERRIDE_ENDED'],
  ]);
  const events = await query<{ changes: number }>(
    `SELECT (l.ids->>'changes')::int AS changes FROM event_log l WHERE l.type = 'due.changed'
       AND (l.ids->>'batchId')::uuid IN (SELECT c.batch_id FROM due_change c JOIN enrollment e ON e.id = c.enrollment_id WHERE e.person_id = $1)`,
    [person.id],
  );
  expect(events).toEqual([{ changes: 1 }, { changes: 1 }]);
});

test('whoever may not track a person is told nothing of their dates [D35]', async () => {
  const { enrollmentId, planId } = await buildOverlap();
  await settle(enrollmentId, { action: 'ADJUST', due: '2027-12-12' });
  const learner = await server.signInAs(world.learner);
  expect(await changesOf(learner, { planId })).toEqual([]);
  const malformed = await admin.graphql('{ dueChanges(first: 101) { edges { cursor } } }');
  expect(malformed.body.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});
