import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../platform/database/new-id.ts';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { buildWorld, type World } from '../../testing/build-world.ts';
import { startTestServer, type TestServer, type TestSession } from '../../testing/start-test-server.ts';
import { buildCaller } from '../access/caller.factory.ts';
import { assignPlan } from '../assignments/assignment.factory.ts';
import { buildCourse, type BuiltCourse } from '../learning-objects/course.factory.ts';
import { buildPlan } from '../learning-plans/learning-plan.factory.ts';
import { recordProgress } from './record-progress.ts';
import { buildPeople, type BuiltPerson } from '../people-import/person.factory.ts';

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

const read = <Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> =>
  server.services.database.read({ organizationId: world.organizationId }, (transaction) => transaction.query<Row>(sql, parameters));

const report = `mutation ($input: RecordProgressInput!) { recordProgress(input: $input) { __typename
  ... on LearnerCourse { state progress modules { id state } } ... on Refusal { problems { code } } } }`;

interface Reported {
  readonly recordProgress: { readonly __typename: string; readonly state?: string; readonly progress?: number; readonly problems?: { code: string }[] };
}

const finish = (session: TestSession, moduleId: string, courseId: string, extra: object = {}): Promise<Reported> =>
  session.ask<Reported>(report, { input: { moduleId, courseId, at: new Date().toISOString(), viewed: 1, reachedEnd: true, confirmed: true, ...extra } });

/** What is counted, and what a recount of the standings says. */
async function counts(subjectId: string): Promise<{ counted: unknown; recounted: unknown }> {
  const [counted] = await read(
    `SELECT (SELECT jsonb_object_agg(status, n) FROM (SELECT status, sum(people)::int AS n FROM status_count WHERE subject_id = $1 GROUP BY status HAVING sum(people) <> 0) s) AS statuses,
       (SELECT coalesce(jsonb_object_agg(on_date, n), '{}') FROM (SELECT on_date, sum(people)::int AS n FROM daily_completion WHERE subject_id = $1 GROUP BY on_date HAVING sum(people) <> 0) d) AS days`,
    [subjectId],
  );
  const [recounted] = await read(
    `SELECT (SELECT jsonb_object_agg(status, n) FROM (SELECT status, count(*)::int AS n FROM standing WHERE subject_id = $1 GROUP BY status) s) AS statuses,
       (SELECT coalesce(jsonb_object_agg(completed_on, n), '{}') FROM (SELECT completed_on, count(*)::int AS n FROM standing WHERE subject_id = $1 AND completed_on IS NOT NULL GROUP BY 1) d) AS days`,
    [subjectId],
  );
  return { counted, recounted };
}

async function planFor(course: BuiltCourse, people: readonly BuiltPerson[]): Promise<string> {
  const planId = await buildPlan(server.services.database, world.caller, { milestones: [{ items: [course.id] }] });
  await assignPlan(server.services.database, world.caller, planId, { audience: { kind: 'PEOPLE', personIds: people.map((person) => person.id) as never } });
  return planId;
}

const newPeople = (count: number): Promise<BuiltPerson[]> => buildPeople(server.services.database, world.organizationId, Array.from({ length: count }, () => ({})));

describe('recording progress', () => {
  test('the last module completes the course, and the course the plan, in the same answer [U2, U3]', async () => {
    const course = await buildCourse(server.services.database, world.organizationId, { modules: 2 });
    const [person] = (await newPeople(1)) as [BuiltPerson];
    const planId = await planFor(course, [person]);
    const session = await server.signInAs(person);
    const begun = await finish(session, course.moduleIds[0]!, course.id);
    expect(begun.recordProgress).toMatchObject({ __typename: 'LearnerCourse', state: 'IN_PROGRESS', progress: 0.5 });
    expect(await read('SELECT status FROM standing WHERE subject_id = $1', [planId])).toEqual([{ status: 'IN_PROGRESS' }]);
    const done = await finish(session, course.moduleIds[1]!, course.id);
    expect(done.recordProgress).toMatchObject({ state: 'COMPLETED', progress: 1 });
    expect(await read('SELECT status, progress::float8 AS progress, completion_class AS class FROM standing WHERE subject_id = $1', [planId])).toEqual([
      { status: 'COMPLETED', progress: 1, class: 'ASSIGNED' },
    ]);
    const facts = await read<{ n: number }>('SELECT count(*)::int AS n FROM completion_fact WHERE person_id = $1', [person.id]);
    expect(facts).toEqual([{ n: 4 }]);
    await finish(session, course.moduleIds[1]!, course.id);
    expect(await read('SELECT count(*)::int AS n FROM completion_fact WHERE person_id = $1', [person.id])).toEqual([{ n: 4 }]);
  });

  test('modules that end at the same moment complete their course once, whoever is first', async () => {
    const course = await buildCourse(server.services.database, world.organizationId, { modules: 6 });
    const people = await newPeople(6);
    const planId = await planFor(course, people);
    const sessions = await Promise.all(people.map((person) => server.signInAs(person)));
    const answers = await Promise.all(sessions.flatMap((session) => course.moduleIds.map((moduleId) => finish(session, moduleId, course.id))));
    expect(new Set(answers.map((answer) => answer.recordProgress.__typename))).toEqual(new Set(['LearnerCourse']));
    expect(await read('SELECT status, count(*)::int AS n FROM standing WHERE subject_id = $1 GROUP BY 1', [planId])).toEqual([{ status: 'COMPLETED', n: 6 }]);
    const doubled = await read('SELECT person_id FROM completion_fact GROUP BY person_id, subject_id HAVING count(*) > 1');
    expect(doubled).toEqual([]);
    const { counted, recounted } = await counts(planId);
    expect(counted).toEqual(recounted);
  });

  test('two changes within the same millisecond both stand in the history, in order', async () => {
    const course = await buildCourse(server.services.database, world.organizationId, { modules: 2 });
    const [person] = (await newPeople(1)) as [BuiltPerson];
    const planId = await planFor(course, [person]);
    const now = new Date(Date.now() + 60_000);
    const caller = buildCaller(person);
    for (const moduleId of course.moduleIds) {
      const recorded = await server.services.database.write({ ...caller, now }, (transaction) =>
        recordProgress(transaction, caller, { moduleId, courseId: course.id, at: now.toISOString() as never, viewed: 1, reachedEnd: true, confirmed: true }),
      );
      expect(recorded.ok).toBe(true);
    }
    const history = await read<{ status: string }>('SELECT status FROM standing_history WHERE subject_id = $1 ORDER BY recorded_at', [planId]);
    expect(history.map((row) => row.status)).toEqual(['NOT_STARTED', 'IN_PROGRESS', 'COMPLETED']);
  });

  test('the counts equal a recount whatever is reported, in whatever order, at once', async () => {
    const courses = await Promise.all([1, 2, 3].map((modules) => buildCourse(server.services.database, world.organizationId, { modules })));
    const people = await newPeople(8);
    const sessions = await Promise.all(people.map((person) => server.signInAs(person)));
    const plans = await Promise.all(courses.map((course) => planFor(course, people)));
    let seed = 20_270_131;
    const random = (below: number): number => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
      return seed % below;
    };
    for (let round = 0; round < 12; round++) {
      await Promise.all(
        Array.from({ length: 10 }, () => {
          const course = courses[random(3)]!;
          const moduleId = course.moduleIds[random(course.moduleIds.length)]!;
          return finish(sessions[random(8)]!, moduleId, course.id, random(3) === 0 ? { reachedEnd: false, viewed: 0.3 } : {});
        }),
      );
      for (const planId of plans) {
        const { counted, recounted } = await counts(planId);
        expect(counted).toEqual(recounted);
      }
    }
  });

  test('the same clientMutationId has one effect: repeated, at once, and for something else', async () => {
    const course = await buildCourse(server.services.database, world.organizationId, { modules: 2 });
    const session = await server.signInAs(world.learner);
    const clientMutationId = newId();
    const at = new Date().toISOString();
    const answers = await Promise.all(Array.from({ length: 8 }, () => finish(session, course.moduleIds[0]!, course.id, { clientMutationId, at })));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await read('SELECT count(*)::int AS n FROM completion_fact WHERE learning_object_id = $1', [course.moduleIds[0]])).toEqual([{ n: 1 }]);
    const other = await finish(session, course.moduleIds[1]!, course.id, { clientMutationId, at });
    expect(other.recordProgress.problems).toEqual([{ code: 'MUTATION_ID_REUSED' }]);
    const tooLong = await session.graphql(report, { input: { moduleId: course.moduleIds[0], at, viewed: 1, reachedEnd: true, confirmed: true, clientMutationId: 'x'.repeat(101) } });
    expect(tooLong.body.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('what is published', () => {
  test('cannot be changed, whoever asks the database', async () => {
    const write = (sql: string) => server.services.database.write({ organizationId: world.organizationId }, (transaction) => transaction.query(sql, [world.planId]));
    const version = '(SELECT published_version_id FROM learning_plan WHERE id = $1)';
    const draft = `(SELECT draft_version_id FROM learning_plan WHERE id = '${world.draftPlanId}')`;
    for (const sql of [
      `UPDATE plan_version SET name = 'x' WHERE id = ${version}`,
      `UPDATE plan_version SET state = 'DRAFT' WHERE id = ${version}`,
      `DELETE FROM plan_version WHERE id = ${version}`,
      `UPDATE milestone SET units = 9 WHERE plan_version_id = ${version}`,
      `DELETE FROM milestone WHERE plan_version_id = ${version}`,
      `UPDATE milestone_item SET mandatory = true WHERE plan_version_id = ${version}`,
      `UPDATE milestone SET plan_version_id = ${draft}, position = 9 WHERE plan_version_id = ${version}`,
    ]) {
      await expect(write(sql)).rejects.toThrow('is published and cannot change');
    }
  });
});
