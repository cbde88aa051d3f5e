import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { assignPlan, carryOut, givePlan } from './features/assignments/assignment.factory.ts';
import { buildCourse } from './features/learning-objects/course.factory.ts';
import { buildPlan } from './features/learning-plans/learning-plan.factory.ts';
import { addStep } from './features/learning-plans/next-version.factory.ts';
import { commitOperation, lockOperation } from './features/operations/index.ts';
import { buildPerson, type BuiltPerson } from './features/people-import/person.factory.ts';
import { buildMigrationPreview } from './features/plan-migrations/plan-migration.factory.ts';
import type { Transaction } from './platform/database/transaction.ts';
import { eventually } from './platform/testing/eventually.ts';
import { openTestDatabase, type TestDatabase } from './platform/testing/test-database.ts';
import { buildWorld, type World } from './testing/build-world.ts';
import { startTestServer, type TestServer } from './testing/start-test-server.ts';

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

interface Stage {
  readonly planId: string;
  readonly assignmentId: string;
  readonly late: BuiltPerson;
  /** The publishing of a version with one more milestone, to which everybody moves. */
  readonly operationId: string;
}

/** A plan that one person has, its next version previewed, and somebody who is about to get it. */
async function setStage(): Promise<Stage> {
  const { database } = server.services;
  const [course, law] = [await buildCourse(database, world.organizationId), await buildCourse(database, world.organizationId)];
  const planId = await buildPlan(database, world.caller, { milestones: [{ items: [course.id] }] });
  const [early, late] = [await buildPerson(database, world.organizationId, {}), await buildPerson(database, world.organizationId, {})];
  await assignPlan(database, world.caller, planId, { audience: { kind: 'PEOPLE', personIds: [early.id as never] } });
  const [assignment] = await query<{ id: string }>('SELECT assignment_id AS id FROM assignment_target WHERE plan_id = $1', [planId]);
  const operationId = await buildMigrationPreview(database, world.caller, planId, 'MOVE_ALL_OPEN', [addStep('Law', [law.id])]);
  return { planId, assignmentId: assignment!.id, late, operationId };
}

const query = <Row extends object>(sql: string, parameters: readonly unknown[]): Promise<Row[]> =>
  server.services.database.read({ organizationId: world.organizationId }, (transaction) => transaction.query<Row>(sql, parameters));

/** What a re-evaluation does with somebody who has come to belong to an audience. */
const give = (transaction: Transaction, { planId, assignmentId, late }: Stage): Promise<void> => givePlan(transaction, { planId, assignmentId, personId: late.id });

async function commit(transaction: Transaction, { operationId }: Stage) {
  const operation = await lockOperation(transaction, operationId);
  return commitOperation(transaction, world.caller, operationId, operation!.previewHash!);
}

/** The same as an admin does it: a preview that no longer holds is made anew. */
async function commitOnline({ operationId }: Stage): Promise<string> {
  const admin = await server.signInAs(world.admin);
  const [operation] = await query<{ previewHash: string }>('SELECT preview_hash AS "previewHash" FROM operation WHERE id = $1', [operationId]);
  const answer = await admin.ask<{ commitOperation: { __typename: string } }>('mutation ($input: CommitOperationInput!) { commitOperation(input: $input) { __typename } }', { input: { operationId, ...operation! } });
  return answer.commitOperation.__typename;
}

/** Another transaction stops before its end, until it is told to go on. */
function atTheEnd(work: (transaction: Transaction) => Promise<unknown>) {
  const [reached, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const ended = server.services.database.write(world.caller, async (transaction) => {
    await work(transaction);
    reached.resolve();
    await released.promise;
  });
  return { reached: reached.promise, goOn: released.resolve, ended };
}

/** Waits until the other one waits for a lock, or has not cared and is over. */
async function untilItWaits(other: Promise<unknown>): Promise<void> {
  let isOver = false;
  void other.finally(() => (isOver = true)).catch(() => {});
  await eventually('the other one waits or is over', async () => isOver || (await query('SELECT FROM pg_locks WHERE NOT granted', [])).length > 0);
}

const versionOf = async ({ planId, late }: Stage): Promise<number> => {
  const [row] = await query<{ number: number }>(
    'SELECT v.number FROM enrollment e JOIN standing s ON s.enrollment_id = e.id JOIN plan_version v ON v.id = s.plan_version_id WHERE e.plan_id = $1 AND e.person_id = $2',
    [planId, late.id],
  );
  return row!.number;
};

test('who gets the plan while its next version is committed is seen by the commit, and left behind by none [V4, 2.0.6]', async () => {
  const stage = await setStage();
  const { database } = server.services;
  const giving = atTheEnd((transaction) => give(transaction, stage));
  await giving.reached;
  const committing = commitOnline(stage);
  await untilItWaits(committing);
  giving.goOn();
  await giving.ended;
  expect(await committing).toBe('StalePreview');
  expect(await database.write(world.caller, (transaction) => commit(transaction, stage))).toMatchObject({ ok: true });
  await carryOut(database, world.organizationId, stage.operationId);
  expect(await versionOf(stage)).toBe(2);
});

test('who is given the plan while a commit is on its way waits for it, and gets the new version [V2]', async () => {
  const stage = await setStage();
  const committing = atTheEnd((transaction) => commit(transaction, stage));
  await committing.reached;
  const giving = server.services.database.write(world.caller, (transaction) => give(transaction, stage));
  await untilItWaits(giving);
  committing.goOn();
  await Promise.all([committing.ended, giving]);
  expect(await versionOf(stage)).toBe(2);
});
