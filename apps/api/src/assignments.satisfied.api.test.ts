import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { carryOut, assignPlan } from './features/assignments/assignment.factory.ts';
import { evaluateEnrollments } from './features/enrollments/index.ts';
import { buildCourse, type BuiltCourse } from './features/learning-objects/course.factory.ts';
import { buildPlan } from './features/learning-plans/learning-plan.factory.ts';
import { buildPeople, type BuiltPerson } from './features/people-import/person.factory.ts';
import { newId } from './platform/database/new-id.ts';
import { countStatements } from './platform/testing/count-statements.ts';
import type { TestClient } from './platform/testing/graphql-client.ts';
import { openTestDatabase, type TestDatabase } from './platform/testing/test-database.ts';
import { buildWorld, type World } from './testing/build-world.ts';
import { startTestServer, type TestServer } from './testing/start-test-server.ts';

let testDatabase: TestDatabase;
let server: TestServer;
let world: World;
let admin: TestClient;
let first: BuiltCourse;
let second: BuiltCourse;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) });
  world = await buildWorld(server.services.database);
  admin = await server.signInAs(world.admin);
  first = await buildCourse(server.services.database, world.organizationId);
  second = await buildCourse(server.services.database, world.organizationId);
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

const newPeople = (count: number): Promise<BuiltPerson[]> => buildPeople(server.services.database, world.organizationId, Array.from({ length: count }, () => ({})));
const planOf = (...milestones: { items: string[]; units?: string }[]): Promise<string> => buildPlan(server.services.database, world.caller, { milestones });
const query = <Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> =>
  server.services.database.write({ organizationId: world.organizationId }, (transaction) => transaction.query<Row>(sql, parameters));

/** As an import would record it: a completion, and nothing else. */
async function complete(person: { readonly id: string }, ...courseIds: readonly string[]): Promise<void> {
  for (const courseId of courseIds) {
    await query(
      `INSERT INTO completion_fact (organization_id, id, person_id, learning_object_id, kind, completed_on, recorded_at, origin) VALUES ($1, $2, $3, $4, 'COURSE', current_date - 30, now(), 'IMPORT')`,
      [world.organizationId, newId(), person.id, courseId],
    );
  }
}

const counted = (counts: readonly { readonly class: string; readonly rows: number }[]): Record<string, number> => Object.fromEntries(counts.map((each) => [each.class, each.rows]));
const named = (people: readonly BuiltPerson[]) => ({ kind: 'PEOPLE', personIds: people.map(({ id }) => id) });

async function preview(planId: string, people: readonly BuiltPerson[], more: object = {}): Promise<{ id: string; previewHash: string; counts: Record<string, number> }> {
  const { previewAssignment } = await admin.ask<{ previewAssignment: { id: string; previewHash: string; counts: { class: string; rows: number }[] } }>(
    'mutation ($input: PreviewAssignmentInput!) { previewAssignment(input: $input) { ... on Operation { id previewHash counts { class rows } } } }',
    { input: { planId, audience: named(people), ...more } },
  );
  return { ...previewAssignment, counts: counted(previewAssignment.counts) };
}

/** Commits a preview; what came of its rows is what it had said. */
async function commit({ id, previewHash, counts }: Awaited<ReturnType<typeof preview>>): Promise<void> {
  await admin.ask('mutation ($input: CommitOperationInput!) { commitOperation(input: $input) { __typename } }', { input: { operationId: id, previewHash } });
  await carryOut(server.services.database, world.organizationId, id);
  const { operation } = await admin.ask<{ operation: { state: string; result: { class: string; rows: number }[] } }>('query ($id: ID!) { operation(id: $id) { state result { class rows } } }', { id });
  expect(operation.state).toBe('DONE');
  expect(counted(operation.result)).toEqual(counts);
}

const standingsIn = async (planId: string): Promise<Record<string, string>> =>
  Object.fromEntries(
    (await query<{ id: string; said: string }>(`SELECT e.person_id AS id, concat_ws(' ', s.status, s.completion_class, m.state) AS said FROM enrollment e JOIN standing s ON s.enrollment_id = e.id
       LEFT JOIN assignment_member m ON m.enrollment_id = e.id WHERE e.plan_id = $1 ORDER BY m.state`, [planId])).map(({ id, said }) => [id, said]),
  );

test('whose plan is complete at once is told before it is given, and nobody else; the commit does what the preview said [S10, 2.7]', async () => {
  const [both, one, none, revoked] = (await newPeople(4)) as [BuiltPerson, BuiltPerson, BuiltPerson, BuiltPerson];
  await complete(both, first.id, second.id);
  await complete(one, first.id);
  await complete(revoked, first.id, second.id);
  await query(
    `INSERT INTO revocation_fact (organization_id, completion_fact_id, person_id, reason, revoked_at, cascade)
     SELECT organization_id, id, person_id, 'Cheated', now(), 'NONE' FROM completion_fact WHERE person_id = $1 AND learning_object_id = $2`,
    [revoked.id, second.id],
  );
  const planId = await planOf({ items: [first.id] }, { items: [second.id] });
  const previewed = await preview(planId, [both, one, none, revoked]);
  expect(previewed.counts).toEqual({ SKIPPED_ALREADY_COMPLETED: 1, APPLIED: 3 });
  await commit(previewed);
  expect(await standingsIn(planId)).toEqual({
    [both.id]: 'COMPLETED SELF SKIPPED_ALREADY_COMPLETED',
    [one.id]: 'IN_PROGRESS APPLIED',
    [none.id]: 'NOT_STARTED APPLIED',
    [revoked.id]: 'IN_PROGRESS APPLIED',
  });
});

test('it is the plan’s own rule that says who is complete: one of two is enough where one is asked for; what counts only after enrolling does not [E8]', async () => {
  const [person] = (await newPeople(1)) as [BuiltPerson];
  await complete(person, second.id);
  expect((await preview(await planOf({ items: [first.id, second.id], units: '1' }), [person])).counts).toEqual({ SKIPPED_ALREADY_COMPLETED: 1 });
  expect((await preview(await planOf({ items: [first.id, second.id], units: '2' }), [person])).counts).toEqual({ APPLIED: 1 });
  const later = await buildPlan(server.services.database, world.caller, { lookback: { kind: 'AFTER_ENROLLMENT' }, milestones: [{ items: [second.id] }] });
  const previewed = await preview(later, [person]);
  expect(previewed.counts).toEqual({ APPLIED: 1 });
  await commit(previewed);
});

test('what was done under a record that was merged into theirs, and as something interchangeable, counts too [2.6]', async () => {
  const [person, away, other] = (await newPeople(3)) as [BuiltPerson, BuiltPerson, BuiltPerson];
  const [left, right] = [await buildCourse(server.services.database, world.organizationId), await buildCourse(server.services.database, world.organizationId)];
  await query(`UPDATE learning_object SET equivalence_key = 'fire' WHERE id = ANY ($1::uuid[])`, [[left.id, right.id]]);
  await complete(away, left.id);
  await complete(other, right.id);
  await query(`UPDATE person SET merged_into_id = $2, merged_at = now(), status = 'LEFT' WHERE id = $1`, [away.id, person.id]);
  const planId = await planOf({ items: [left.id] });
  const previewed = await preview(planId, [person, other]);
  expect(previewed.counts).toEqual({ SKIPPED_ALREADY_COMPLETED: 2 });
  await commit(previewed);
});

test('who had it taken away and has done it since has nothing to do when it is given anew; waived for them, less is enough [S6, S10]', async () => {
  const [since, waived, open] = (await newPeople(3)) as [BuiltPerson, BuiltPerson, BuiltPerson];
  const planId = await planOf({ items: [first.id] }, { items: [second.id] });
  await assignPlan(server.services.database, world.caller, planId, { audience: named([since, waived, open]) as never });
  await query(
    `INSERT INTO override (organization_id, id, enrollment_id, milestone_key, act, valid_from)
     SELECT e.organization_id, gen_random_uuid(), e.id, (SELECT key FROM milestone WHERE plan_version_id = e.plan_version_id ORDER BY position DESC LIMIT 1), 'WAIVE', now()
     FROM enrollment e WHERE e.person_id = $1 AND e.plan_id = $2`,
    [waived.id, planId],
  );
  const enrollments = await query<{ id: string }>(`UPDATE enrollment_source s SET valid_to = now(), ended_because = 'UNASSIGNED' FROM enrollment e WHERE e.id = s.enrollment_id AND e.plan_id = $1 RETURNING e.id`, [planId]);
  await query(`UPDATE learning_plan SET display_on_front_end = false WHERE id = $1`, [planId]);
  await server.services.database.write({ organizationId: world.organizationId }, (transaction) => evaluateEnrollments(transaction, enrollments.map(({ id }) => id)));
  await complete(since, first.id, second.id);
  await complete(waived, first.id);
  await complete(open, first.id);
  const previewed = await preview(planId, [since, waived, open]);
  expect(previewed.counts).toEqual({ SKIPPED_ALREADY_COMPLETED: 2, APPLIED: 1 });
  await commit(previewed);
});

test('who is to do it again begins a new cycle of what they had done before it was ever given', async () => {
  const [person] = (await newPeople(1)) as [BuiltPerson];
  await complete(person, first.id);
  const planId = await planOf({ items: [first.id] });
  const previewed = await preview(planId, [person], { again: true });
  expect(previewed.counts).toEqual({ NEW_CYCLE: 1 });
  await commit(previewed);
  expect((await query<{ cycle: number; status: string }>('SELECT e.cycle, s.status FROM enrollment e JOIN standing s ON s.enrollment_id = e.id WHERE e.plan_id = $1 ORDER BY 1', [planId]))).toEqual([
    { cycle: 1, status: 'COMPLETED' }, { cycle: 2, status: 'NOT_STARTED' },
  ]);
});

test('however many are asked about, the same statements ask; and nobody is evaluated who has done nothing of it', async () => {
  const people = await newPeople(30);
  const planId = await planOf({ items: [(await buildCourse(server.services.database, world.organizationId)).id] });
  await preview(planId, people.slice(0, 1));
  const statements = countStatements();
  const [one, all] = [await statements.count(() => preview(planId, people.slice(0, 1))), await statements.count(() => preview(planId, people))];
  expect(all).toBe(one);
  statements.stop();
});
