import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { evaluate, fromPlanFile, moveClock, prepareDefinition, readPlanFile, type ContentDefinition, type PlanVersionDefinition, type Situation, type Standing } from '@milepost/domain';
import { recordCompletions } from './features/facts/index.ts';
import { evaluateEnrollments, evaluatePerson } from './features/enrollments/index.ts';
import { openTestDatabase, type TestDatabase } from './platform/testing/test-database.ts';
import { buildWorld, type World } from './testing/build-world.ts';
import { startTestServer, type TestServer, type TestSession } from './testing/start-test-server.ts';
import { buildGrant } from './features/access/caller.factory.ts';
import { assignPlan } from './features/assignments/assignment.factory.ts';
import { buildCourse } from './features/learning-objects/course.factory.ts';
import { buildPlan } from './features/learning-plans/learning-plan.factory.ts';
import { buildPerson, type BuiltPerson } from './features/people-import/person.factory.ts';

const now = new Date('2027-06-01T10:00:00Z');
let database: TestDatabase;
let server: TestServer;
let world: World;
let admin: TestSession;
let planId: string;
let courses: readonly string[];
let definition: PlanVersionDefinition;

interface Simulation {
  readonly personName: string;
  readonly enrollmentId: string | null;
  readonly situation: Situation;
  readonly contents: readonly ContentDefinition[];
}

const simulate = async (personId: string, client = admin, plan = planId): Promise<Simulation | null> =>
  (await client.ask<{ it: Simulation | null }>('query ($planId: ID!, $personId: ID!) { it: simulation(planId: $planId, personId: $personId) { personName enrollmentId situation contents } }', { planId: plan, personId })).it;

const standingOf = ({ situation, contents }: Simulation): Standing => evaluate(prepareDefinition(definition, contents), moveClock(situation, situation.now, new Map()));

/** What the product computes of the person in the plan. */
const computed = (personId: string): Promise<Standing> =>
  server.services.database.read(world, async (transaction) => (await evaluatePerson(transaction, personId)).find((each) => each.planId === planId)!.standing);

beforeAll(async () => {
  database = await openTestDatabase();
  server = await startTestServer(database, { roles: new Set(['web']) }, () => now);
  world = await buildWorld(server.services.database);
  admin = await server.signInAs(world.admin);
  const data = server.services.database;
  courses = [(await buildCourse(data, world.organizationId)).id, (await buildCourse(data, world.organizationId)).id, (await buildCourse(data, world.organizationId)).id];
  planId = await buildPlan(data, world.caller, {
    milestoneOrderEnforced: true,
    dueRule: { kind: 'RELATIVE', amount: 90, unit: 'DAYS', anchor: 'HIRE_DATE' },
    milestones: [{ items: [courses[0]!] }, { items: [courses[1]!], releaseRule: { kind: 'AFTER_PREVIOUS_COMPLETED', days: 7 } }, { items: [courses[2]!], releaseRule: { kind: 'MANUAL' } }],
  });
  const { learningPlan } = await admin.ask<{ learningPlan: { publishedVersion: { file: unknown } } }>('query ($id: ID!) { learningPlan(id: $id) { publishedVersion { file } } }', { id: planId });
  const read = readPlanFile(learningPlan.publishedVersion.file);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  definition = fromPlanFile(read.value, new Map(read.value.milestones.flatMap(({ items }) => items.map((item) => [item, item.id] as const))), null);
});

afterAll(async () => {
  await server.stop();
  await database.close();
});

async function give(person: BuiltPerson, done: readonly (readonly [courseId: string, on: string])[] = []): Promise<string> {
  const data = server.services.database;
  await assignPlan(data, world.caller, planId, { audience: { kind: 'PEOPLE', personIds: [person.id] as never }, dueRule: { kind: 'RELATIVE', amount: 20, unit: 'DAYS', anchor: 'ASSIGNED' } });
  return data.write(world, async (transaction) => {
    const [row] = await transaction.query<{ id: string }>('SELECT id FROM enrollment WHERE person_id = $1 AND plan_id = $2', [person.id, planId]);
    await recordCompletions(transaction, done.map(([learningObjectId, completedOn]) => ({ personId: person.id, learningObjectId, completedOn, origin: 'MANUAL' })));
    await evaluateEnrollments(transaction, [row!.id]);
    return row!.id;
  });
}

const override = (input: object): Promise<unknown> =>
  admin.ask('mutation ($input: OverrideInput!) { overrideEnrollment(input: $input) { __typename } }', { input: { revision: 0, reason: 'Agreed with the head of Sales', ...input } });
const setStep = (input: object): Promise<unknown> => admin.ask('mutation ($input: StepReleaseInput!) { setStepRelease(input: $input) { __typename } }', { input: { reason: 'Agreed with the trainer', ...input } });

test.each<[string, (person: BuiltPerson) => Promise<unknown>]>([
  ['who has just got the plan', (person) => give(person)],
  ['who has done the first step today, so that the second opens in a week', (person) => give(person, [[courses[0]!, '2027-06-01']])],
  ['who has done everything', (person) => give(person, courses.map((id) => [id, '2027-05-20'] as const))],
  ['whose first step is waived, and whose last was opened by hand', async (person) => {
    const enrollmentId = await give(person);
    await override({ enrollmentId, milestoneKey: definition.milestones[0]!.key, action: 'WAIVE' });
    await setStep({ enrollmentId, milestoneKey: definition.milestones[2]!.key, act: 'RELEASE' });
  }],
  ['whose first step is held back', async (person) => setStep({ enrollmentId: await give(person), milestoneKey: definition.milestones[0]!.key, act: 'HOLD' })],
  ['from whom it was taken away', async (person) => {
    const enrollmentId = await give(person);
    await server.services.database.write(world, (transaction) =>
      transaction.query("UPDATE enrollment_source SET valid_to = $2, ended_because = 'UNASSIGNED' WHERE enrollment_id = $1", [enrollmentId, new Date('2027-05-31T10:00:00Z')]),
    );
  }],
])('at their own moment somebody %s stands in the simulator where the product has them [ambition 10]', async (_, happen) => {
  const person = await buildPerson(server.services.database, world.organizationId, { timeZone: 'Pacific/Kiritimati', hireDate: '2027-04-01' });
  await happen(person);
  const simulation = (await simulate(person.id))!;
  expect(simulation.personName).toBe(person.displayName);
  expect(JSON.parse(JSON.stringify(standingOf(simulation)))).toEqual(JSON.parse(JSON.stringify(await computed(person.id))));
});

test('somebody without the plan is seen as if it were assigned to them now, and nothing is written', async () => {
  const person = await buildPerson(server.services.database, world.organizationId, { timeZone: 'Europe/Berlin' });
  const simulation = (await simulate(person.id))!;
  expect([simulation.enrollmentId, standingOf(simulation).status]).toEqual([null, 'NOT_STARTED']);
  const rows = await server.services.database.read(world, (transaction) => transaction.query('SELECT FROM enrollment WHERE person_id = $1', [person.id]));
  expect(rows).toHaveLength(0);
});

test('nobody is told of a person outside of their scope, of another organization, or of a plan that is not theirs [2.11]', async () => {
  const data = server.services.database;
  const [inside, outside] = [await buildPerson(data, world.organizationId, { department: ['Sales'] }), await buildPerson(data, world.organizationId, { department: ['Support'] })];
  const planAdmin = await buildPerson(data, world.organizationId);
  await buildGrant(data, planAdmin, 'PLAN_ADMIN', { scopeKind: 'DEPARTMENT', scopeId: inside.departmentId });
  const client = await server.signInAs(planAdmin);
  expect(await simulate(inside.id, client)).toBeNull();
  await data.write(world, (transaction) => transaction.query('UPDATE learning_plan SET collaboration_allowed = true WHERE id = $1', [planId]));
  expect((await simulate(inside.id, client))?.personName).toBe(inside.displayName);
  expect(await simulate(outside.id, client)).toBeNull();
  const theirs = await buildWorld(data, 'Theirs');
  const stranger = await server.signInAs(theirs.admin);
  expect([await simulate(inside.id, stranger), await simulate(theirs.admin.id, admin), await simulate('x', admin), await simulate(inside.id, admin, 'x')]).toEqual([null, null, null, null]);
});
