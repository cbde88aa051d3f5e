import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TestClient } from '../../platform/testing/graphql-client.ts';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { buildWorld, type World } from '../../testing/build-world.ts';
import { startTestServer, type TestServer } from '../../testing/start-test-server.ts';
import { assignPlan } from '../assignments/assignment.factory.ts';
import { buildPlan } from '../learning-plans/learning-plan.factory.ts';
import { buildPerson } from '../people-import/person.factory.ts';

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

interface Shown {
  readonly id: string;
  readonly milestones: readonly { readonly key: string; readonly status: string; readonly opensOn: string | null }[];
  readonly explanation: { readonly tree: unknown };
}

/** A person with a plan of one step, which opens on 10 June. */
async function give(): Promise<{ readonly enrollmentId: string; readonly milestoneKey: string }> {
  now = new Date('2027-06-01T10:00:00Z');
  const { database } = server.services;
  const person = await buildPerson(database, world.organizationId, { timeZone: 'Europe/Berlin' });
  const planId = await buildPlan(database, world.caller, { milestones: [{ items: [world.course.id], releaseRule: { kind: 'ON', date: '2027-06-10' as never } }] });
  await assignPlan(database, world.caller, planId, { audience: { kind: 'PEOPLE', personIds: [person.id] as never } });
  const { enrollments } = await admin.ask<{ enrollments: { edges: { node: Shown }[] } }>('query ($planId: ID!) { enrollments(filter: { planId: $planId }) { edges { node { id milestones { key } } } } }', { planId });
  const { id, milestones } = enrollments.edges[0]!.node;
  return { enrollmentId: id, milestoneKey: milestones[0]!.key };
}

async function set(input: object): Promise<{ readonly __typename: string; readonly problems?: readonly { readonly code: string; readonly message: string }[] }> {
  const { setStepRelease } = await admin.ask<{ setStepRelease: { __typename: string } }>(
    'mutation ($input: StepReleaseInput!) { setStepRelease(input: $input) { __typename ... on Refusal { problems { code message } } } }',
    { input: { reason: 'Agreed with the trainer', ...input } },
  );
  return setStepRelease;
}

async function read(enrollmentId: string): Promise<{ readonly status: string; readonly opensOn: string | null; readonly why: string }> {
  const { enrollment } = await admin.ask<{ enrollment: Shown }>('query ($id: ID!) { enrollment(id: $id) { id milestones { key status opensOn } explanation { tree } } }', { id: enrollmentId });
  const { status, opensOn } = enrollment.milestones[0]!;
  return { status, opensOn, why: JSON.stringify(enrollment.explanation.tree) };
}

const audited = async (enrollmentId: string): Promise<number> =>
  (await server.services.database.read(world, (transaction) => transaction.query("SELECT 1 FROM audit_entry WHERE subject_id = $1 AND act = 'PROGRESS_OVERRIDE'", [enrollmentId]))).length;

test('a held step stays shut past its day, once for twice, and opens by its schedule when the hold is taken back [C3, C16]', async () => {
  const step = await give();
  expect(await read(step.enrollmentId)).toMatchObject({ status: 'NOT_RELEASED', opensOn: '2027-06-10' });
  for (const act of ['HOLD', 'HOLD']) expect((await set({ ...step, act })).__typename).toBe('Enrollment');
  expect(await audited(step.enrollmentId)).toBe(1);
  now = new Date('2027-06-12T10:00:00Z');
  expect(await read(step.enrollmentId)).toMatchObject({ status: 'NOT_RELEASED', opensOn: null, why: expect.stringContaining('An administrator holds it back') });
  expect((await set({ ...step, act: 'RESUME' })).__typename).toBe('Enrollment');
  expect(await read(step.enrollmentId)).toMatchObject({ status: 'AVAILABLE', opensOn: '2027-06-10' });
});

test('released early it is open at once and is not closed again; nor is what was seen [C13, C16]', async () => {
  const step = await give();
  await set({ ...step, act: 'HOLD' });
  expect((await set({ ...step, act: 'RELEASE' })).__typename).toBe('Enrollment');
  expect(await read(step.enrollmentId)).toMatchObject({ status: 'AVAILABLE', opensOn: '2027-06-01' });
  expect((await set({ ...step, act: 'HOLD' })).problems?.[0]).toMatchObject({ code: 'STEP_OPEN', message: expect.stringContaining('stays open') });
  const seen = await give();
  await server.services.database.write(world, (transaction) =>
    transaction.query('INSERT INTO step_release (organization_id, enrollment_id, milestone_key, seen_at) VALUES ($1, $2, $3, $4)', [world.organizationId, seen.enrollmentId, seen.milestoneKey, now]),
  );
  expect((await set({ ...seen, act: 'HOLD' })).problems?.[0]?.code).toBe('STEP_OPEN');
});

test('what is not there, not a step of the plan, or without a reason is refused', async () => {
  const [step, foreign] = [await give(), await give()];
  expect((await set({ ...step, enrollmentId: world.course.id, act: 'HOLD' })).__typename).toBe('NotFound');
  expect((await set({ ...step, milestoneKey: foreign.milestoneKey, act: 'HOLD' })).__typename).toBe('NotFound');
  expect((await set({ ...step, act: 'HOLD', reason: ' ' })).problems?.[0]?.code).toBe('REASON_MISSING');
  expect(await audited(step.enrollmentId)).toBe(0);
});

test('it is said that a step is held or was opened by hand, by whom and why, and only what applies is offered [C3, C16]', async () => {
  const step = await give();
  const shown = async (client: TestClient = admin) => {
    const { enrollment } = await client.ask<{ enrollment: { stepsHeld: string[]; milestones: { release: object }[] } }>(
      'query ($id: ID!) { enrollment(id: $id) { stepsHeld milestones { release { held releasedByHand changedBy { name } reason acts } } } }',
      { id: step.enrollmentId },
    );
    return { stepsHeld: enrollment.stepsHeld, ...enrollment.milestones[0]!.release };
  };
  expect(await shown()).toEqual({ stepsHeld: [], held: false, releasedByHand: false, changedBy: null, reason: null, acts: ['RELEASE', 'HOLD'] });
  await set({ ...step, act: 'HOLD' });
  expect(await shown()).toEqual({ stepsHeld: ['Step 1'], held: true, releasedByHand: false, changedBy: { name: expect.any(String) }, reason: 'Agreed with the trainer', acts: ['RELEASE', 'RESUME'] });
  await set({ ...step, act: 'RELEASE' });
  expect(await shown()).toMatchObject({ stepsHeld: [], held: false, releasedByHand: true, acts: [] });
});
