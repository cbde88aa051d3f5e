import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildApiClient } from './features/access/caller.factory.ts';
import { assignPlan } from './features/assignments/assignment.factory.ts';
import { buildCourse } from './features/learning-objects/course.factory.ts';
import { buildPlan } from './features/learning-plans/learning-plan.factory.ts';
import { buildPeople, type BuiltPerson } from './features/people-import/person.factory.ts';
import { countStatements, type StatementCounter } from './platform/testing/count-statements.ts';
import type { TestClient } from './platform/testing/graphql-client.ts';
import { openTestDatabase, type TestDatabase } from './platform/testing/test-database.ts';
import { buildWorld, type World } from './testing/build-world.ts';
import { startTestServer, type TestServer } from './testing/start-test-server.ts';

/*
 * What the pages of both apps, and a partner system, ask: however many rows, as many statements. Nothing is asked that the apps do not
 * ask: their documents are read from where the build puts them.
 */
const many = 50;

let database: TestDatabase;
let server: TestServer;
let world: World;
let statements: StatementCounter;
let admin: TestClient;
let partner: TestClient;
interface Learner {
  readonly client: TestClient;
  readonly personId: string;
  readonly enrollmentId: string;
}
/** A learner with one plan, and one with fifty. */
let few: Learner;
let lots: Learner;
let bigCourseId: string;
let bigPlanId: string;
let bigOperationId: string;
let smallCourseId: string;
let fieldId: string;

beforeAll(async () => {
  database = await openTestDatabase();
  server = await startTestServer(database, { roles: new Set(['web']) });
  const data = server.services.database;
  world = await buildWorld(data);
  const people = await buildPeople(data, world.organizationId, [
    { employeeNumber: 'BOSS' },
    ...Array.from({ length: many + 10 }, (_, index) => ({ department: ['Field', `Team ${index}`], partnerAccount: `Partner ${index}`, managerNumber: 'BOSS' })),
  ]);
  const [one, busy] = people.slice(1) as [BuiltPerson, BuiltPerson];
  bigCourseId = (await buildCourse(data, world.organizationId, { modules: many })).id;
  const items = await Promise.all(Array.from({ length: many }, () => buildCourse(data, world.organizationId)));
  smallCourseId = items[0]!.id;
  bigPlanId = await buildPlan(data, world.caller, { name: 'Everybody has it', milestones: [{ items: items.map((each) => each.id) }, { items: [bigCourseId] }] });
  bigOperationId = await assignPlan(data, world.caller, bigPlanId);
  for (let number = 0; number < many; number++) {
    const milestones = [{ items: [items[number]!.id] }];
    const planId = await buildPlan(data, world.caller, { milestones });
    await assignPlan(data, world.caller, planId, { audience: { kind: 'PEOPLE', personIds: [busy.id as never] } });
    await buildPlan(data, world.caller, { milestones, published: false });
  }
  await data.write(world, (transaction) =>
    transaction.query(
      `INSERT INTO item_progress (organization_id, person_id, learning_object_id, kind, state, progress, started_at, last_activity_at)
       SELECT organization_id, person_id, $2, 'COURSE', 'IN_PROGRESS', 0, $3, $3 FROM enrollment WHERE organization_id = $1 AND plan_id = $4`,
      [world.organizationId, smallCourseId, transaction.now, bigPlanId],
    ),
  );
  const enrollmentOf = async (person: BuiltPerson): Promise<string> => {
    const [row] = await data.read(person, (transaction) => transaction.query<{ id: string }>('SELECT id FROM enrollment WHERE person_id = $1 AND plan_id = $2', [person.id, bigPlanId]));
    return row!.id;
  };
  few = { client: await server.signInAs(one), personId: one.id, enrollmentId: await enrollmentOf(one) };
  lots = { client: await server.signInAs(busy), personId: busy.id, enrollmentId: await enrollmentOf(busy) };
  const [field] = await data.read(world.admin, (transaction) => transaction.query<{ id: string }>(`SELECT id FROM department WHERE name = 'Field'`));
  fieldId = field!.id;
  admin = await server.signInAs(world.admin);
  partner = server.withKey((await buildApiClient(data, world.caller, { scopes: ['read:progress', 'read:plans', 'read:people', 'read:content'] })).key);
  statements = countStatements();
}, 120_000);

afterAll(async () => {
  statements.stop();
  await server.stop();
  await database.close();
});

const documents = ['admin', 'learner'].flatMap((app): string[] =>
  Object.values(JSON.parse(readFileSync(new URL(`../../${app}/src/gql/trusted-documents.json`, import.meta.url), 'utf8')) as Record<string, string>),
);

function documentOf(operation: string): string {
  const found = documents.find((text) => new RegExp(`^query ${operation}\\b`, 'm').test(text));
  if (!found) throw new Error(`No app asks ${operation} any more`);
  return found;
}

/** Statements of a query once everything that a process keeps is kept; its answer must hold something. */
async function cost(client: TestClient, query: string, variables: object, holds: number): Promise<number> {
  await client.ask(query, variables);
  let text = '';
  const sent = await statements.count(async () => {
    const answer = await client.graphql(query, variables);
    ({ text } = answer);
    expect(answer.body.errors).toBeUndefined();
  });
  const ids = new Set(text.match(/"[0-9a-f]{8}-[0-9a-f-]{27}"/g));
  expect(ids.size).toBeGreaterThanOrEqual(holds);
  return sent;
}

interface PageOfAdmin {
  readonly operation: string;
  readonly most: number;
  readonly variables?: () => object;
}

const adminPages: readonly PageOfAdmin[] = [
  { operation: 'PeopleList', most: 8 },
  { operation: 'PlanList', most: 6 },
  { operation: 'ContentList', most: 6 },
  { operation: 'AssignmentList', most: 8 },
  { operation: 'OperationList', most: 4 },
  { operation: 'TrackedPeople', most: 8, variables: () => ({ filter: { planId: bigPlanId } }) },
  { operation: 'OperationRows', most: 8, variables: () => ({ id: bigOperationId }) },
  { operation: 'PastPeople', most: 8, variables: () => ({ asOf: { date: new Date().toISOString().slice(0, 10), knowledge: 'KNOWN_TODAY' }, filter: { planId: bigPlanId } }) },
  { operation: 'TrainingProgressList', most: 8, variables: () => ({ type: 'COURSE' }) },
  { operation: 'PastTraining', most: 8, variables: () => ({ type: 'COURSE', asOf: { date: new Date().toISOString().slice(0, 10), knowledge: 'KNOWN_TODAY' } }) },
  { operation: 'PersonLearning', most: 8, variables: () => ({ filter: { personId: world.learner.id } }) },
];

describe('a page of the admin app costs the same statements with one row as with fifty', () => {
  test.each(adminPages)('$operation: at most $most', async ({ operation, most, variables }) => {
    const query = documentOf(operation);
    const one = await cost(admin, query, { first: 1, ...variables?.() }, 1);
    const fifty = await cost(admin, query, { first: many, ...variables?.() }, operation === 'PersonLearning' ? 1 : many);
    expect({ fifty, sent: statements.last }).toEqual({ fifty: one, sent: statements.last });
    expect(fifty).toBeLessThanOrEqual(most);
  });

  test('tracking: the totals of a plan take at most 4 [D20]', async () => {
    expect(await cost(admin, documentOf('PlanTotals'), { planId: bigPlanId }, 0)).toBeLessThanOrEqual(4);
  });

  test('the draft of a plan, with the problems that stand in its way', async () => {
    expect(await cost(admin, documentOf('PlanDraft'), { id: world.draftPlanId }, 2)).toBeLessThanOrEqual(12);
  });
});

describe("a page of the learner's app costs the same statements whatever the learner has", () => {
  test('training progress of many people in many courses, narrowed to a department: at most 7 [U4–U7]', async () => {
    await server.services.database.write(world, (transaction) =>
      transaction.query(
        `INSERT INTO item_progress (organization_id, person_id, learning_object_id, kind, state, progress, started_at, last_activity_at)
         SELECT $1, p.id, o.id, o.kind, 'IN_PROGRESS', 0.5, now(), now() FROM person p, learning_object o WHERE p.organization_id = $1 AND o.organization_id = $1 AND o.kind = 'COURSE' AND o.id <> $2 ON CONFLICT DO NOTHING`,
        [world.organizationId, bigCourseId],
      ));
    await database.asOwner('ANALYZE item_progress');
    expect(await cost(admin, documentOf('TrainingProgressList'), { type: 'COURSE', first: many, filter: { departmentId: fieldId } }, many)).toBeLessThanOrEqual(7);
  });

  test('the home, with one plan and with fifty: at most 4', async () => {
    const query = documentOf('HomeLearning');
    const one = await cost(few.client, query, {}, 1);
    const fifty = await cost(lots.client, query, {}, many);
    expect({ fifty, sent: statements.last }).toEqual({ fifty: one, sent: statements.last });
    expect(fifty).toBeLessThanOrEqual(4);
  });

  test('a plan of 51 items: at most 4', async () => {
    const sent = await cost(few.client, documentOf('LearnerPlan'), { id: few.enrollmentId, enrollmentId: few.enrollmentId }, many);
    expect(sent).toBeLessThanOrEqual(4);
  });

  test('the Learning centre, with one plan and with fifty: at most 7', async () => {
    const query = documentOf('LearningCentre');
    const one = await cost(few.client, query, { first: 1, sort: 'NAME' }, 1);
    const fifty = await cost(lots.client, query, { first: many, sort: 'NAME' }, many);
    expect({ fifty, sent: statements.last }).toEqual({ fifty: one, sent: statements.last });
    expect(fifty).toBeLessThanOrEqual(7);
  });

  test('a course, with one module and with fifty: at most 9', async () => {
    const query = documentOf('Course');
    const one = await cost(few.client, query, { id: smallCourseId }, 1);
    const fifty = await cost(few.client, query, { id: bigCourseId }, many);
    expect({ fifty, sent: statements.last }).toEqual({ fifty: one, sent: statements.last });
    expect(fifty).toBeLessThanOrEqual(9);
  });
});

describe('what a partner system asks costs the same statements with one row as with fifty', () => {
  const enrollments = `query ($first: Int!, $planId: ID, $departmentId: ID) { enrollments(first: $first, filter: { planId: $planId, departmentId: $departmentId }) { edges { node {
    status overdue due { date } explanation { sentence tree } sources { kind name } milestones { key status }
    plan { name owner { name } publishedVersion { milestones { items { learningObject { name } } } } } learningObject { name }
    person { id displayName department { path } position { name } jobRole { name } partnerAccount { name } manager { name } hasAccount } } } } }`;

  test('enrollments of a plan with their explanations, sources, plans and people: at most 20', async () => {
    const one = await cost(partner, enrollments, { first: 1, planId: bigPlanId, departmentId: fieldId }, 1);
    const fifty = await cost(partner, enrollments, { first: many, planId: bigPlanId, departmentId: fieldId }, many);
    expect({ fifty, sent: statements.last }).toEqual({ fifty: one, sent: statements.last });
    expect(fifty).toBeLessThanOrEqual(20);
  });

  test('what one person has of fifty plans, explained: at most 6', async () => {
    const query = 'query ($personId: ID!, $first: Int!) { enrollments(first: $first, filter: { personId: $personId }) { edges { node { id explanation { sentence } } } } }';
    const one = await cost(partner, query, { personId: lots.personId, first: 1 }, 1);
    const fifty = await cost(partner, query, { personId: lots.personId, first: many }, many);
    expect({ fifty, sent: statements.last }).toEqual({ fifty: one, sent: statements.last });
    expect(fifty).toBeLessThanOrEqual(6);
  });

  test('plans with how their people get on: at most 3', async () => {
    const query = 'query ($first: Int!) { learningPlans(first: $first, filter: { lifecycles: [ACTIVE] }) { edges { node { id progress { total overdue counts { people } } } } } }';
    const one = await cost(partner, query, { first: 1 }, 1);
    const fifty = await cost(partner, query, { first: many }, many);
    expect({ fifty, sent: statements.last }).toEqual({ fifty: one, sent: statements.last });
    expect(fifty).toBeLessThanOrEqual(3);
  });

  test('plans with their problems, versions and content: at most 14', async () => {
    const query = `query ($first: Int!) { learningPlans(first: $first, filter: { lifecycles: [DRAFT] }) { edges { node {
      id name owner { name } problems { code } draftVersion { milestones { items { learningObject { name modules { id name } credits { amount } file { id } } } } } } } } }`;
    const one = await cost(partner, query, { first: 1 }, 1);
    const fifty = await cost(partner, query, { first: many }, many);
    expect({ fifty, sent: statements.last }).toEqual({ fifty: one, sent: statements.last });
    expect(fifty).toBeLessThanOrEqual(14);
  });
});
