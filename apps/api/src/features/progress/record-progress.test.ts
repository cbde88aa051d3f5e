import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pino } from 'pino';
import type { Transaction } from '../../platform/database/transaction.ts';
import { eventually } from '../../platform/testing/eventually.ts';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { buildWorld, type World } from '../../testing/build-world.ts';
import { startTestServer, type TestServer } from '../../testing/start-test-server.ts';
import { buildCaller } from '../access/caller.factory.ts';
import { assignPlan, buildAssignmentPreview } from '../assignments/assignment.factory.ts';
import { buildCourse, type BuiltCourse } from '../learning-objects/course.factory.ts';
import { createCourse } from '../learning-objects/index.ts';
import { buildPlan } from '../learning-plans/learning-plan.factory.ts';
import { applyOperation, commitOperation, lockOperation } from '../operations/index.ts';
import { buildPerson, type BuiltPerson } from '../people-import/person.factory.ts';
import { recordProgress } from './record-progress.ts';

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

/** Work that has done everything but its commit, and commits when it is told to. */
class Held<T> {
  readonly ended: Promise<T>;
  release!: () => void;
  private reached = false;

  constructor(begin: (hold: () => Promise<void>) => Promise<T>) {
    const released = new Promise<void>((resolve) => (this.release = resolve));
    this.ended = begin(async () => {
      this.reached = true;
      await released;
    });
    this.ended.catch(() => (this.reached = true));
  }

  async untilCommit(): Promise<this> {
    await eventually('the work is done but for its commit', () => this.reached);
    return this;
  }
}

const holdCompletion = (person: BuiltPerson, course: BuiltCourse): Held<unknown> =>
  new Held((hold) =>
    server.services.database.write(buildCaller(person), async (transaction) => {
      const report = { moduleId: course.moduleIds[0]!, courseId: course.id, at: new Date().toISOString() as never, viewed: 1, reachedEnd: true, confirmed: true };
      const recorded = await recordProgress(transaction, buildCaller(person), report);
      if (!recorded.ok) throw new Error(recorded.problem[0]?.code);
      await hold();
    }),
  );

/** The first chunk of an assignment, which holds everybody. */
const holdAssignment = (operationId: string): Held<void> =>
  new Held((hold) => {
    const { organizationId } = world;
    let begun = false;
    return applyOperation({
      organizationId,
      payload: { operationId },
      database: server.services.database,
      logger: pino({ level: 'silent' }),
      signal: new AbortController().signal,
      write: (work, scope) =>
        server.services.database.write({ organizationId, ...scope }, async (transaction: Transaction) => {
          const result = await work(transaction);
          const isChunk = typeof result === 'object' && result !== null && 'chunks' in result;
          if (isChunk && !begun) await hold();
          begun ||= isChunk;
          return result;
        }),
    });
  });

/** Either has come to its end, or waits for the other: nothing more happens until that one commits. */
async function endsOrWaits(other: { readonly ended: Promise<unknown> }): Promise<void> {
  let ended = false;
  void other.ended.finally(() => (ended = true));
  await eventually('it has ended, or waits for a lock', async () => {
    const [row] = await testDatabase.asOwner<{ waits: boolean }>(
      `SELECT EXISTS (SELECT FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE NOT l.granted AND a.datname = current_database()) AS waits`,
    );
    return ended || row!.waits;
  });
}

async function committedAssignment(course: BuiltCourse, person: BuiltPerson): Promise<{ planId: string; operationId: string }> {
  const { database } = server.services;
  const planId = await buildPlan(database, world.caller, { milestones: [{ items: [course.id] }] });
  const operationId = await buildAssignmentPreview(database, world.caller, planId, { audience: { kind: 'PEOPLE', personIds: [person.id] as never } });
  await database.write(world.caller, async (transaction) => {
    const operation = await lockOperation(transaction, operationId);
    const committed = await commitOperation(transaction, world.caller, operationId, operation?.previewHash ?? '');
    if (!committed.ok) throw new Error(committed.problem[0]?.code);
  });
  return { planId, operationId };
}

const statusOf = async (planId: string, person: BuiltPerson): Promise<string | undefined> => {
  const [row] = await server.services.database.read(world, (transaction) =>
    transaction.query<{ status: string }>('SELECT s.status FROM enrollment e JOIN standing s ON s.enrollment_id = e.id WHERE e.plan_id = $1 AND e.person_id = $2', [planId, person.id]),
  );
  return row?.status;
};

test.each(['the completion first', 'the assignment first'])('an assignment and a completion of the same moment know of each other, %s [U2, E8]', async (order) => {
  const { database } = server.services;
  const person = await buildPerson(database, world.organizationId);
  const course = await buildCourse(database, world.organizationId);
  const { planId, operationId } = await committedAssignment(course, person);
  const begin = [() => holdCompletion(person, course), () => holdAssignment(operationId)];
  const [first, second] = order === 'the completion first' ? begin : begin.toReversed();
  const earlier = await first!().untilCommit();
  const later = second!();
  later.release();
  await endsOrWaits(later);
  earlier.release();
  await Promise.all([earlier.ended, later.ended]);
  expect(await statusOf(planId, person)).toBe('COMPLETED');
});

test('a module that is completed in one course completes another course that holds it, and the plan that asks for that [2.0.5, L17]', async () => {
  const { database } = server.services;
  const first = await buildCourse(database, world.organizationId, { modules: 2 });
  const other = await database.write(world, (transaction) => createCourse(transaction, { name: 'The same module alone', moduleIds: [first.moduleIds[0]!], language: null, credits: [] }));
  if (!other.ok) throw new Error('The course was not made');
  const person = await buildPerson(database, world.organizationId);
  const planId = await buildPlan(database, world.caller, { milestones: [{ items: [other.value.id] }] });
  await assignPlan(database, world.caller, planId, { audience: { kind: 'PEOPLE', personIds: [person.id as never] } });
  const held = await holdCompletion(person, first).untilCommit();
  held.release();
  await held.ended;
  const rows = await database.read(world, (transaction) =>
    transaction.query<{ what: string; rests: boolean }>(
      `SELECT CASE f.subject_id WHEN $2 THEN 'MODULE' WHEN $3 THEN 'FIRST' WHEN $4 THEN 'OTHER' ELSE 'PLAN' END AS what, cardinality(f.evidence) = 1 AS rests
       FROM completion_fact f WHERE f.person_id = $1 ORDER BY 1`,
      [person.id, first.moduleIds[0], first.id, other.value.id],
    ));
  expect(rows).toEqual([{ what: 'MODULE', rests: false }, { what: 'OTHER', rests: true }, { what: 'PLAN', rests: true }]);
});
