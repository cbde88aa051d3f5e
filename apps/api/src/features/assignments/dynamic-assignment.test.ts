import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { runJob } from '../../platform/testing/run-job.ts';
import { buildWorld, type World } from '../../testing/build-world.ts';
import { startTestServer, type TestServer } from '../../testing/start-test-server.ts';
import { buildCourse, type BuiltCourse } from '../learning-objects/course.factory.ts';
import { buildPlan } from '../learning-plans/learning-plan.factory.ts';
import { buildPeople, buildPerson, type BuiltPerson } from '../people-import/person.factory.ts';
import { assignPlan, carryOut, type AssignmentOverrides } from './assignment.factory.ts';
import { reevaluateAssignments } from './index.ts';

let testDatabase: TestDatabase;
let server: TestServer;
let world: World;
let course: BuiltCourse;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) });
  world = await buildWorld(server.services.database);
  course = await buildCourse(server.services.database, world.organizationId);
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

const query = <Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> =>
  server.services.database.write({ organizationId: world.organizationId }, (transaction) => transaction.query<Row>(sql, parameters));

/** Does what a worker would do after an event. */
const react = (ids: Readonly<Record<string, string | number>> = {}): Promise<void> => runJob(reevaluateAssignments, server.services.database, world.organizationId, ids);

/** A position, with people who hold it; whoever is moved holds it no more. */
async function buildPosition(people: readonly BuiltPerson[] = []): Promise<{ id: string; give: (person: BuiltPerson) => Promise<void>; take: (person: BuiltPerson) => Promise<void> }> {
  const [position] = await query<{ id: string }>(
    `INSERT INTO job_position (organization_id, id, name, name_key) SELECT $1, id, id::text, id::text FROM (SELECT gen_random_uuid() AS id) n RETURNING id`,
    [world.organizationId],
  );
  const give = async ({ id }: BuiltPerson): Promise<void> => {
    await query(
      `INSERT INTO affiliation (organization_id, id, person_id, position_id, valid_from) VALUES ($1, gen_random_uuid(), $2, $3, now())`,
      [world.organizationId, id, position!.id],
    );
  };
  const take = async ({ id }: BuiltPerson): Promise<void> => {
    await query('UPDATE affiliation SET valid_to = now() WHERE person_id = $1 AND position_id = $2', [id, position!.id]);
  };
  for (const person of people) await give(person);
  return { id: position!.id, give, take };
}

async function assignTo(positionId: string, overrides: AssignmentOverrides = {}): Promise<string> {
  const planId = await buildPlan(server.services.database, world.caller, { milestones: [{ items: [course.id] }] });
  await assignPlan(server.services.database, world.caller, planId, { audience: { kind: 'POSITIONS', positionIds: [positionId as never] }, mode: 'DYNAMIC', ...overrides });
  return planId;
}

interface Held {
  status: string;
  live: number;
  kept: number;
  state: string;
}

async function heldBy({ id }: BuiltPerson, planId: string): Promise<Held | undefined> {
  const [row] = await query<Held>(
    `SELECT s.status, count(x.id) FILTER (WHERE x.valid_to IS NULL)::int AS live, count(x.id) FILTER (WHERE x.kept AND x.valid_to IS NULL)::int AS kept, max(m.state) AS state
     FROM enrollment e JOIN standing s ON s.enrollment_id = e.id LEFT JOIN enrollment_source x ON x.enrollment_id = e.id
     LEFT JOIN assignment_member m ON m.enrollment_id = e.id AND m.assignment_id = x.assignment_id
     WHERE e.person_id = $1 AND e.plan_id = $2 GROUP BY s.status`,
    [id, planId],
  );
  return row;
}

async function begin(person: BuiltPerson): Promise<void> {
  const session = await server.signInAs(person);
  await session.ask('mutation ($input: RecordProgressInput!) { recordProgress(input: $input) { __typename } }', {
    input: { moduleId: course.moduleIds[0], courseId: course.id, at: new Date().toISOString(), viewed: 0.5, reachedEnd: false, confirmed: false },
  });
}

const newPerson = (): Promise<BuiltPerson> => buildPerson(server.services.database, world.organizationId);

test('who joins the audience later gets the plan, and nothing happens twice [2.5, L61]', async () => {
  const [first, later] = [await newPerson(), await newPerson()];
  const position = await buildPosition([first]);
  const planId = await assignTo(position.id);
  expect(await heldBy(later, planId)).toBeUndefined();
  await position.give(later);
  await react({ personId: later.id });
  expect(await heldBy(later, planId)).toEqual({ status: 'NOT_STARTED', live: 1, kept: 0, state: 'APPLIED' });
  await react({ personId: later.id });
  await react();
  expect(await heldBy(later, planId)).toEqual({ status: 'NOT_STARTED', live: 1, kept: 0, state: 'APPLIED' });
  expect(await heldBy(first, planId)).toEqual({ status: 'NOT_STARTED', live: 1, kept: 0, state: 'APPLIED' });
});

test('a one-time assignment is for those of its moment', async () => {
  const later = await newPerson();
  const position = await buildPosition([await newPerson()]);
  const planId = await assignTo(position.id, { mode: 'ONE_TIME' });
  await position.give(later);
  await react({ personId: later.id });
  expect(await heldBy(later, planId)).toBeUndefined();
});

test('who leaves keeps what they have begun, and loses what they have not; who comes back has it as before [2.5, L56]', async () => {
  const [begun, untouched] = [await newPerson(), await newPerson()];
  const position = await buildPosition([begun, untouched]);
  const planId = await assignTo(position.id);
  await begin(begun);
  for (const person of [begun, untouched]) {
    await position.take(person);
    await react({ personId: person.id });
  }
  expect(await heldBy(begun, planId)).toEqual({ status: 'IN_PROGRESS', live: 1, kept: 1, state: 'APPLIED' });
  expect(await heldBy(untouched, planId)).toEqual({ status: 'WITHDRAWN', live: 0, kept: 0, state: 'REMOVED' });
  for (const person of [begun, untouched]) {
    await position.give(person);
    await react({ personId: person.id });
  }
  expect(await heldBy(begun, planId)).toEqual({ status: 'IN_PROGRESS', live: 1, kept: 0, state: 'APPLIED' });
  expect(await heldBy(untouched, planId)).toMatchObject({ status: 'NOT_STARTED', live: 1 });
});

test('what is kept ends when it comes anew from elsewhere [2.5]', async () => {
  const begun = await newPerson();
  const position = await buildPosition([begun]);
  const planId = await assignTo(position.id);
  await begin(begun);
  await position.take(begun);
  await react({ personId: begun.id });
  await assignPlan(server.services.database, world.caller, planId, { audience: { kind: 'PEOPLE', personIds: [begun.id as never] } });
  expect(await heldBy(begun, planId)).toMatchObject({ status: 'IN_PROGRESS', live: 1, kept: 0 });
});

test('who is suspended has left nothing; who has left the organization has [2.5]', async () => {
  const [suspended, gone] = [await newPerson(), await newPerson()];
  const position = await buildPosition([suspended, gone]);
  const planId = await assignTo(position.id);
  await query(`UPDATE person SET status = 'SUSPENDED' WHERE id = $1`, [suspended.id]);
  await query(`UPDATE person SET status = 'LEFT' WHERE id = $1`, [gone.id]);
  await react();
  expect(await heldBy(suspended, planId)).toMatchObject({ status: 'NOT_STARTED', live: 1 });
  expect(await heldBy(gone, planId)).toMatchObject({ status: 'WITHDRAWN', live: 0 });
});

test('an inactive plan adds and takes nothing [2.2]', async () => {
  const later = await newPerson();
  const position = await buildPosition([await newPerson()]);
  const planId = await assignTo(position.id);
  await query(`UPDATE learning_plan SET lifecycle = 'INACTIVE' WHERE id = $1`, [planId]);
  await position.give(later);
  await react();
  expect(await heldBy(later, planId)).toBeUndefined();
});

test('many who join at once are a bulk act that can be watched: each once, also when it is done again [2.0.6]', async () => {
  const position = await buildPosition([await newPerson()]);
  const planId = await assignTo(position.id);
  const many = await buildPeople(server.services.database, world.organizationId, Array.from({ length: 40 }, () => ({})));
  for (const person of many) await position.give(person);
  await react();
  const [operation] = await query<{ id: string; state: string; counts: unknown }>(`SELECT id, state, counts FROM operation WHERE kind = 'UPDATE_ASSIGNMENT'`);
  expect(operation).toMatchObject({ state: 'APPLYING', counts: { JOINS: 40 } });
  await carryOut(server.services.database, world.organizationId, operation!.id);
  const [done] = await query(`SELECT state, result FROM operation WHERE id = $1`, [operation!.id]);
  expect(done).toEqual({ state: 'DONE', result: { APPLIED: 40 } });
  await react();
  const [counted] = await query<{ people: number; operations: number }>(
    `SELECT (SELECT count(*)::int FROM enrollment_source x JOIN enrollment e ON e.id = x.enrollment_id WHERE e.plan_id = $1 AND x.valid_to IS NULL) AS people,
       (SELECT count(*)::int FROM operation WHERE kind = 'UPDATE_ASSIGNMENT') AS operations`,
    [planId],
  );
  expect(counted).toEqual({ people: 41, operations: 1 });
});

test('a group’s date that waited takes over when the first one ends [L35, L58, 2.4]', async () => {
  const person = await newPerson();
  const [first, second] = [await buildPosition([person]), await buildPosition([person])];
  const planId = await assignTo(first.id, { dueRule: { kind: 'FIXED', date: '2099-01-31' as never } });
  await assignPlan(server.services.database, world.caller, planId, {
    audience: { kind: 'POSITIONS', positionIds: [second.id as never] },
    mode: 'DYNAMIC',
    dueRule: { kind: 'FIXED', date: '2099-06-30' as never },
  });
  const due = async (): Promise<string> => (await query<{ due: string }>(`SELECT due_on::text AS due FROM standing s JOIN enrollment e ON e.id = s.enrollment_id WHERE e.plan_id = $1`, [planId]))[0]!.due;
  expect(await due()).toBe('2099-01-31');
  await first.take(person);
  await react({ personId: person.id });
  expect(await due()).toBe('2099-06-30');
  const members = await query(`SELECT m.state FROM assignment_member m JOIN enrollment e ON e.id = m.enrollment_id WHERE e.plan_id = $1 ORDER BY 1`, [planId]);
  expect(members).toEqual([{ state: 'APPLIED' }, { state: 'REMOVED' }]);
});
