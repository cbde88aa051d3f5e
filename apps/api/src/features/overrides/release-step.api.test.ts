import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { newId } from '../../platform/database/new-id.ts';
import type { TestClient } from '../../platform/testing/graphql-client.ts';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { buildWorld, type World } from '../../testing/build-world.ts';
import { startTestServer, type TestServer } from '../../testing/start-test-server.ts';
import { assignPlan, carryOut } from '../assignments/assignment.factory.ts';
import { evaluateEnrollments } from '../enrollments/index.ts';
import { buildCourse, type BuiltCourse } from '../learning-objects/course.factory.ts';
import { buildPlan } from '../learning-plans/learning-plan.factory.ts';
import { buildPeople, type BuiltPerson } from '../people-import/person.factory.ts';

jest.setTimeout(180_000);

const beginning = new Date('2027-06-01T10:00:00Z');
let now = beginning;
let testDatabase: TestDatabase;
let server: TestServer;
let world: World;
let admin: TestClient;
let courses: BuiltCourse[];

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) }, () => now);
  world = await buildWorld(server.services.database);
  admin = await server.signInAs(world.admin);
  courses = [await buildCourse(server.services.database, world.organizationId), await buildCourse(server.services.database, world.organizationId)];
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

const acts = ['HOLD', 'RESUME', 'RELEASE'] as const;
type Act = (typeof acts)[number];

interface Operation {
  readonly __typename: string;
  readonly id: string;
  readonly kind: string;
  readonly previewHash: string;
  readonly counts: readonly { readonly class: string; readonly rows: number }[];
  readonly title: Record<string, string>;
  readonly problems?: readonly { readonly code: string; readonly field: string | null }[];
}
const parts = '__typename ... on Operation { id kind previewHash counts { class rows } title } ... on Refusal { problems { code field } }';

async function preview(input: object, client: TestClient = admin): Promise<Operation> {
  const { previewStepRelease } = await client.ask<{ previewStepRelease: Operation }>(`mutation ($input: PreviewStepReleaseInput!) { previewStepRelease(input: $input) { ${parts} } }`, {
    input: { reason: 'The trainer is ill', ...input },
  });
  return previewStepRelease;
}

/** Commits as it was seen and does what a worker would; answers what it came to. */
async function commit({ id, previewHash }: Operation): Promise<Record<string, number> | string> {
  const { commitOperation } = await admin.ask<{ commitOperation: Operation }>('mutation ($input: CommitOperationInput!) { commitOperation(input: $input) { __typename } }', { input: { operationId: id, previewHash } });
  if (commitOperation.__typename !== 'Operation') return commitOperation.__typename;
  await carryOut(server.services.database, world.organizationId, id);
  const [row] = await query<{ result: Record<string, number> }>('SELECT result FROM operation WHERE id = $1', [id]);
  return row!.result;
}

async function undo({ id }: Operation): Promise<Operation> {
  const { previewUndo } = await admin.ask<{ previewUndo: Operation }>(`mutation ($input: PreviewUndoInput!) { previewUndo(input: $input) { ${parts} } }`, { input: { operationId: id } });
  return previewUndo;
}

const query = <Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> => server.services.database.write(world, (transaction) => transaction.query<Row>(sql, parameters));
const countsOf = ({ counts }: Operation): Record<string, number> => Object.fromEntries(counts.map((each) => [each.class, each.rows]));

interface Shown {
  readonly status: string;
  readonly opensOn: string | null;
}

/** How the second step stands for everybody of a plan, by person. */
async function stepOf(planId: string): Promise<Record<string, Shown>> {
  const { enrollments } = await admin.ask<{ enrollments: { edges: { node: { person: { id: string }; milestones: Shown[] } }[] } }>(
    'query ($planId: ID!) { enrollments(first: 50, filter: { planId: $planId }) { edges { node { person { id } milestones { status opensOn } } } } }',
    { planId },
  );
  return Object.fromEntries(enrollments.edges.map(({ node }) => [node.person.id, node.milestones[1]!]));
}

interface Scene {
  readonly planId: string;
  readonly milestoneKey: string;
  readonly people: readonly BuiltPerson[];
}

/** A plan whose second step opens on 10 June, and its people. */
async function setScene(count: number, ordered = false): Promise<Scene> {
  now = beginning;
  const { database } = server.services;
  const people = await buildPeople(database, world.organizationId, Array.from({ length: count }, () => ({ timeZone: 'Europe/Berlin' })));
  const planId = await buildPlan(database, world.caller, {
    milestoneOrderEnforced: ordered,
    milestones: [{ items: [courses[0]!.id] }, { items: [courses[1]!.id], releaseRule: { kind: 'ON', date: '2027-06-10' as never } }],
  });
  await assignPlan(database, world.caller, planId, { audience: { kind: 'PEOPLE', personIds: people.map(({ id }) => id) as never } });
  const [step] = await query<{ key: string }>('SELECT m.key FROM milestone m JOIN learning_plan p ON p.published_version_id = m.plan_version_id WHERE p.id = $1 AND m.position = 1', [planId]);
  return { planId, milestoneKey: step!.key, people };
}

const everybody = ({ planId, milestoneKey }: Scene) => ({ planId, milestoneKey, filter: {} });

/** Whether the courses are done, the step is waived or the plan was left is settled in the tables, and evaluated. */
async function settle(planId: string, person: BuiltPerson, { done = [], waived = false, left = false }: { done?: readonly number[]; waived?: boolean; left?: boolean }): Promise<void> {
  for (const place of done) {
    await query(`INSERT INTO completion_fact (organization_id, id, person_id, learning_object_id, kind, completed_on, recorded_at, origin) VALUES ($1, $2, $3, $4, 'COURSE', $5, $6, $7)`, [
      world.organizationId, newId(), person.id, courses[place]!.id, '2027-05-30', now, 'IMPORT',
    ]);
  }
  if (waived) {
    await query(
      `INSERT INTO override (organization_id, id, enrollment_id, milestone_key, act, valid_from) SELECT $1, $2, e.id, m.key, 'WAIVE', $5 FROM enrollment e JOIN milestone m ON m.plan_version_id = e.plan_version_id AND m.position = 1
       WHERE e.plan_id = $3 AND e.person_id = $4`,
      [world.organizationId, newId(), planId, person.id, now],
    );
  }
  if (left) await query('UPDATE enrollment_source x SET valid_to = $3 FROM enrollment e WHERE x.enrollment_id = e.id AND e.plan_id = $1 AND e.person_id = $2', [planId, person.id, now]);
  const rows = await query<{ id: string }>('SELECT id FROM enrollment WHERE plan_id = $1 AND person_id = $2', [planId, person.id]);
  await server.services.database.write(world, (transaction) => evaluateEnrollments(transaction, rows.map(({ id }) => id)));
}

test('a step is held for everybody whom it concerns, opens for nobody on its day, and by its schedule when that is taken back [C3, C16, 2.0.6]', async () => {
  const scene = await setScene(4);
  await settle(scene.planId, scene.people[1]!, { done: [1] });
  await settle(scene.planId, scene.people[2]!, { done: [0, 1] });
  await settle(scene.planId, scene.people[3]!, { left: true });
  now = new Date('2027-06-09T10:00:00Z');
  const operation = await preview({ ...everybody(scene), act: 'HOLD' });
  expect(operation).toMatchObject({ kind: 'HOLD_STEP', title: { milestone: 'Step 2' } });
  expect(countsOf(operation)).toEqual({ HELD: 1, STEP_DONE: 1, COMPLETED: 1, WITHDRAWN: 1 });
  expect(await commit(operation)).toEqual(countsOf(operation));
  now = new Date('2027-06-11T10:00:00Z');
  expect((await stepOf(scene.planId))[scene.people[0]!.id]).toEqual({ status: 'NOT_RELEASED', opensOn: null });
  expect(countsOf(await preview({ ...everybody(scene), act: 'HOLD' }))).toEqual({ UNCHANGED: 1, STEP_DONE: 1, COMPLETED: 1, WITHDRAWN: 1 });
  expect(countsOf(await preview({ ...everybody(scene), act: 'RESUME' }))).toMatchObject({ RESUMED_OPEN: 1 });
  const undone = await undo(operation);
  expect(countsOf(undone)).toEqual({ TAKEN_BACK: 1 });
  expect(await commit(undone)).toEqual({ TAKEN_BACK: 1 });
  expect((await stepOf(scene.planId))[scene.people[0]!.id]).toEqual({ status: 'AVAILABLE', opensOn: '2027-06-10' });
});

test('opened early for those chosen; whom the order still locks is told; taking it back leaves open what was seen, begun or settled anew since [C13, C16, 2.2]', async () => {
  const scene = await setScene(4, true);
  const [waiting, seen, ready, anew] = scene.people as [BuiltPerson, BuiltPerson, BuiltPerson, BuiltPerson];
  for (const person of [seen, ready]) await settle(scene.planId, person, { done: [0] });
  const operation = await preview({ planId: scene.planId, milestoneKey: scene.milestoneKey, act: 'RELEASE', personIds: scene.people.map(({ id }) => id) });
  expect(countsOf(operation)).toEqual({ RELEASED: 2, RELEASED_LOCKED: 2 });
  await commit(operation);
  expect(await stepOf(scene.planId)).toMatchObject({ [waiting.id]: { status: 'LOCKED', opensOn: '2027-06-01' }, [ready.id]: { status: 'AVAILABLE', opensOn: '2027-06-01' } });
  expect(countsOf(await preview({ ...everybody(scene), act: 'HOLD' }))).toEqual({ OPEN_ALREADY: 4 });
  await query('UPDATE step_release t SET seen_at = $3 FROM enrollment e WHERE t.enrollment_id = e.id AND e.plan_id = $1 AND e.person_id = $2', [scene.planId, seen.id, now]);
  await query(
    `INSERT INTO step_release_act (organization_id, id, enrollment_id, milestone_key, act, reason, created_at) SELECT $1, $2, e.id, $5, 'HOLD', 'Since', $6 FROM enrollment e WHERE e.plan_id = $3 AND e.person_id = $4`,
    [world.organizationId, newId(), scene.planId, anew.id, scene.milestoneKey, new Date('2027-06-01T11:00:00Z')],
  );
  const undone = await undo(operation);
  expect(countsOf(undone)).toEqual({ TAKEN_BACK: 2, LEFT_OPEN: 1, LEFT_CHANGED_SINCE: 1 });
  expect(await commit(undone)).toEqual(countsOf(undone));
  expect(await stepOf(scene.planId)).toMatchObject({ [ready.id]: { status: 'NOT_RELEASED', opensOn: '2027-06-10' }, [seen.id]: { status: 'AVAILABLE' } });
});

test('what changes between preview and commit makes the preview stale', async () => {
  const scene = await setScene(2);
  const operation = await preview({ ...everybody(scene), act: 'HOLD' });
  now = new Date('2027-06-10T10:00:00Z');
  expect(await commit(operation)).toBe('StalePreview');
  expect(countsOf(await preview({ ...everybody(scene), act: 'HOLD' }))).toEqual({ OPEN_ALREADY: 2 });
});

test('no such step, content, nobody, or no reason is refused', async () => {
  const scene = await setScene(1);
  expect(await preview({ ...everybody(scene), milestoneKey: scene.planId, act: 'HOLD' })).toMatchObject({ __typename: 'NotFound' });
  expect(await preview({ learningObjectId: courses[0]!.id, milestoneKey: scene.milestoneKey, filter: {}, act: 'HOLD' })).toMatchObject({ __typename: 'NotFound' });
  expect(await preview({ planId: scene.planId, milestoneKey: scene.milestoneKey, act: 'HOLD' })).toMatchObject({ problems: [{ code: 'NOTHING_SELECTED' }] });
  expect(await preview({ ...everybody(scene), act: 'HOLD', reason: ' ' })).toMatchObject({ problems: [{ code: 'REASON_MISSING' }] });
});

const anyPerson = fc.record({ done: fc.subarray([0, 1]), waived: fc.constantFrom(false, false, true), left: fc.constantFrom(false, false, false, true) });
const anyCase = fc.record({ people: fc.array(anyPerson, { minLength: 1, maxLength: 4 }), ordered: fc.boolean(), acts: fc.oneof(fc.constant<Act[]>(['HOLD', 'RESUME']), fc.array(fc.constantFrom<Act>(...acts), { minLength: 1, maxLength: 3 })), day: fc.constantFrom('2027-06-01', '2027-06-09', '2027-06-10') });

/** Of every kind one, so that every class comes up whatever the others are. */
const eachKind = [{ done: [] }, { done: [0] }, { done: [0, 1] }, { done: [], left: true }].map((person) => ({ waived: false, left: false, ...person }));
const examples: [{ people: typeof eachKind; ordered: boolean; acts: Act[]; day: string }][] = [
  [{ people: eachKind, ordered: true, acts: ['RELEASE'], day: '2027-06-01' }],
  [{ people: eachKind, ordered: false, acts: ['RELEASE'], day: '2027-06-01' }],
  [{ people: eachKind, ordered: false, acts: ['HOLD', 'HOLD', 'RESUME'], day: '2027-06-01' }],
  [{ people: eachKind, ordered: false, acts: ['RELEASE', 'HOLD'], day: '2027-06-10' }],
];

test('on random people and acts: the commit comes to what the preview said, everybody stands as they were told, and an undo puts everybody back [2.0.6, C16]', async () => {
  const told = new Set<string>();
  await fc.assert(
    fc.asyncProperty(anyCase, async ({ people, ordered, acts: chosen, day }) => {
      const scene = await setScene(people.length, ordered);
      for (const [place, person] of people.entries()) await settle(scene.planId, scene.people[place]!, person);
      for (const [place, act] of chosen.entries()) {
        now = new Date(Date.parse(`${day}T10:00:00Z`) + place * 60_000);
        const before = await stepOf(scene.planId);
        const operation = await preview({ ...everybody(scene), act });
        expect(await commit(operation)).toEqual(countsOf(operation));
        const rows = await query<{ id: string; outcome: string }>('SELECT r.id, r.outcome FROM operation_chunk c CROSS JOIN LATERAL unnest(c.subject_ids, c.outcomes) AS r (id, outcome) WHERE c.operation_id = $1', [operation.id]);
        expect(rows).toHaveLength(people.length);
        const after = await stepOf(scene.planId);
        for (const { id, outcome } of rows) {
          told.add(outcome);
          expect(after[id]).toEqual(expected(outcome, before[id]!, after[id]!));
        }
        if (place < chosen.length - 1) continue;
        now = new Date(now.getTime() + 60_000);
        await commit(await undo(operation));
        expect(await stepOf(scene.planId)).toEqual(before);
      }
    }),
    { numRuns: 20, examples },
  );
  expect([...told]).toEqual(expect.arrayContaining(['HELD', 'RELEASED', 'RELEASED_LOCKED', 'RESUMED', 'UNCHANGED', 'OPEN_ALREADY', 'STEP_DONE', 'WITHDRAWN']));
});

/** What a class promises of a step, by what it was before. */
function expected(outcome: string, before: Shown, after: Shown): Shown {
  switch (outcome) {
    case 'HELD': return { status: 'NOT_RELEASED', opensOn: null };
    case 'RESUMED': return { status: 'NOT_RELEASED', opensOn: '2027-06-10' };
    case 'RELEASED': return { ...after, status: 'AVAILABLE' };
    case 'RELEASED_LOCKED': return { ...after, status: 'LOCKED' };
    case 'RESUMED_OPEN': return { status: after.status === 'LOCKED' ? 'LOCKED' : 'AVAILABLE', opensOn: '2027-06-10' };
    default: return before;
  }
}
