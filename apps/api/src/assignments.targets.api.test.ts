import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildApiClient, buildGrant } from './features/access/caller.factory.ts';
import { assignPlan, carryOut } from './features/assignments/assignment.factory.ts';
import { buildCourse, type BuiltCourse } from './features/learning-objects/course.factory.ts';
import { buildPlan } from './features/learning-plans/learning-plan.factory.ts';
import { buildPeople, buildPerson, type BuiltPerson } from './features/people-import/person.factory.ts';
import type { TestClient } from './platform/testing/graphql-client.ts';
import { openTestDatabase, type TestDatabase } from './platform/testing/test-database.ts';
import { buildWorld, type World } from './testing/build-world.ts';
import { startTestServer, type TestServer } from './testing/start-test-server.ts';

let testDatabase: TestDatabase;
let server: TestServer;
let world: World;
let admin: TestClient;
let course: BuiltCourse;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) });
  world = await buildWorld(server.services.database);
  course = await buildCourse(server.services.database, world.organizationId, { name: 'Ladders', modules: 2 });
  admin = await signInAs('MASTER_ADMIN');
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

async function signInAs(role: Parameters<typeof buildGrant>[2]): Promise<TestClient> {
  const person = await buildPerson(server.services.database, world.organizationId);
  await buildGrant(server.services.database, person, role);
  return server.signInAs(person);
}

type TargetInput = { planId: string } | { learningObjectId: string };
const named = (...people: readonly BuiltPerson[]) => ({ kind: 'PEOPLE' as const, personIds: people.map(({ id }) => id) as never });
const newPlan = (name = 'Safety'): Promise<string> => buildPlan(server.services.database, world.caller, { name, milestones: [{ items: [course.id] }] });
const newPeople = (count: number): Promise<readonly BuiltPerson[]> => buildPeople(server.services.database, world.organizationId, Array.from({ length: count }, () => ({})));
const query = <Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> =>
  server.services.database.write({ organizationId: world.organizationId }, (transaction) => transaction.query<Row>(sql, parameters));

interface Previewed {
  __typename: string;
  id: string;
  previewHash: string;
  rowsTotal: number;
  counts: { class: string; rows: number }[];
  countsByTarget: { target: { name: string }; counts: { class: string; rows: number }[] }[];
  problems: { code: string; field: string | null }[];
}

async function preview(client: TestClient, input: { targets?: readonly object[]; planId?: string; audience: object; dueRule?: object }): Promise<Previewed> {
  const { previewAssignment } = await client.ask<{ previewAssignment: Previewed }>(
    `mutation ($input: PreviewAssignmentInput!) { previewAssignment(input: $input) { __typename
       ... on Operation { id previewHash rowsTotal counts { class rows } countsByTarget { target { name } counts { class rows } } }
       ... on Refusal { problems { code field } } } }`,
    { input },
  );
  return previewAssignment;
}

async function commit({ id, previewHash }: Pick<Previewed, 'id' | 'previewHash'>): Promise<string> {
  const { commitOperation } = await admin.ask<{ commitOperation: { __typename: string } }>(
    'mutation ($input: CommitOperationInput!) { commitOperation(input: $input) { __typename } }',
    { input: { operationId: id, previewHash } },
  );
  return commitOperation.__typename;
}

async function assign(targets: readonly TargetInput[], people: readonly BuiltPerson[], dueRule?: object): Promise<string> {
  const previewed = await preview(admin, { targets, audience: named(...people), ...(dueRule && { dueRule }) });
  expect(previewed.__typename).toBe('Operation');
  expect(await commit(previewed)).toBe('Operation');
  await carryOut(server.services.database, world.organizationId, previewed.id);
  return previewed.id;
}

interface Held {
  name: string;
  cycle: number;
  status: string;
  live: number;
}

/** What a person has, by name. */
const heldBy = ({ id }: BuiltPerson): Promise<Held[]> =>
  query<Held>(
    `SELECT coalesce(p.name, o.name) AS name, e.cycle, s.status, count(x.id) FILTER (WHERE x.valid_to IS NULL)::int AS live
     FROM enrollment e JOIN standing s ON s.enrollment_id = e.id LEFT JOIN enrollment_source x ON x.enrollment_id = e.id
     LEFT JOIN learning_plan p ON p.id = e.plan_id LEFT JOIN learning_object o ON o.id = e.learning_object_id
     WHERE e.person_id = $1 GROUP BY e.id, 1, 2, 3 ORDER BY 1, 2`,
    [id],
  );

const read = (client: TestClient, moduleId: string, courseId: string | null = course.id): Promise<unknown> =>
  client.ask('mutation ($input: RecordProgressInput!) { recordProgress(input: $input) { __typename } }', {
    input: { moduleId, courseId, at: new Date().toISOString(), viewed: 1, reachedEnd: true, confirmed: true },
  });

test('one assignment gives plans, courses and modules together, each to everybody once, counted in all and by each [C7, C12, C18]', async () => {
  const people = await newPeople(3);
  const [safety, privacy] = [await newPlan('Safety'), await newPlan('Privacy')];
  const targets = [{ planId: safety }, { planId: privacy }, { learningObjectId: course.id }, { learningObjectId: course.moduleIds[0]! }];
  await assignPlan(server.services.database, world.caller, privacy, { audience: named(people[0]!) });
  const previewed = await preview(admin, { targets, audience: { kind: 'OR', operands: [named(...people), named(people[0]!)] } });
  expect(previewed).toMatchObject({ rowsTotal: 12, counts: expect.arrayContaining([{ class: 'APPLIED', rows: 11 }, { class: 'MERGED', rows: 1 }]) });
  expect(Object.fromEntries(previewed.countsByTarget.map(({ target, counts }) => [target.name, counts.toSorted((a, b) => a.rows - b.rows)]))).toEqual({
    Safety: [{ class: 'APPLIED', rows: 3 }],
    Privacy: [{ class: 'MERGED', rows: 1 }, { class: 'APPLIED', rows: 2 }],
    Ladders: [{ class: 'APPLIED', rows: 3 }],
    'Ladders, part 1': [{ class: 'APPLIED', rows: 3 }],
  });
  await commit(previewed);
  await commit(previewed);
  await carryOut(server.services.database, world.organizationId, previewed.id);
  await carryOut(server.services.database, world.organizationId, previewed.id);
  for (const person of people) {
    expect(await heldBy(person)).toMatchObject([
      { name: 'Ladders', status: 'NOT_STARTED', live: 1 },
      { name: 'Ladders, part 1', status: 'NOT_STARTED', live: 1 },
      { name: 'Privacy', status: 'NOT_STARTED', live: person === people[0] ? 2 : 1 },
      { name: 'Safety', status: 'NOT_STARTED', live: 1 },
    ]);
  }
  const { assignments } = await admin.ask<{ assignments: { edges: { node: { people: number; targets: { name: string; kind: string }[]; members: unknown[] } }[] } }>(
    'query ($id: ID!) { assignments(first: 1, learningObjectId: $id) { edges { node { people targets { name kind } members { people state targetId } } } } }',
    { id: course.id },
  );
  expect(assignments.edges[0]?.node).toMatchObject({
    people: 3,
    targets: [{ name: 'Privacy', kind: 'PLAN' }, { name: 'Safety', kind: 'PLAN' }, { name: 'Ladders', kind: 'COURSE' }, { name: 'Ladders, part 1', kind: 'MODULE' }],
  });
  expect(assignments.edges[0]?.node.members).toHaveLength(5);
});

test('content that was assigned by itself reaches the learner with its reason and date, and completes by being studied [C8, C14, C15, S2]', async () => {
  const person = await buildPerson(server.services.database, world.organizationId);
  await assign([{ learningObjectId: course.id }], [person], { kind: 'FIXED', date: '2099-03-31' });
  const learner = await server.signInAs(person);
  const mine = async () =>
    (await learner.ask<{ myLearning: { plans: Record<string, unknown>[] } }>('{ myLearning { plans { planId name status why due { date } next { name learningObjectId } progress } } }')).myLearning.plans;
  expect(await mine()).toMatchObject([
    { planId: null, name: 'Ladders', status: 'NOT_STARTED', due: { date: '2099-03-31' }, next: { learningObjectId: course.id }, why: expect.stringContaining('ssigned by name') },
  ]);
  await read(learner, course.moduleIds[0]!);
  expect(await mine()).toMatchObject([{ status: 'IN_PROGRESS' }]);
  await read(learner, course.moduleIds[1]!);
  expect(await mine()).toMatchObject([{ status: 'COMPLETED', progress: 1 }]);
  expect(await query('SELECT s.completion_class AS class FROM standing s JOIN enrollment e ON e.id = s.enrollment_id WHERE e.person_id = $1', [person.id])).toEqual([{ class: 'ASSIGNED' }]);
});

test('content in a plan and by itself is shown once, under the plan, with the earlier date [2.6]', async () => {
  const person = await buildPerson(server.services.database, world.organizationId);
  const planId = await newPlan('Roof work');
  await assign([{ planId }], [person], { kind: 'FIXED', date: '2099-06-30' });
  await assign([{ learningObjectId: course.id }], [person], { kind: 'FIXED', date: '2099-03-31' });
  const learner = await server.signInAs(person);
  const { myLearning } = await learner.ask<{ myLearning: { plans: { enrollmentId: string }[] } }>(
    '{ myLearning { plans { enrollmentId name due { date } milestones { items { name alsoAssigned } } } } }',
  );
  expect(myLearning.plans).toMatchObject([
    { name: 'Roof work', due: { date: '2099-03-31' }, milestones: [{ items: [{ name: 'Ladders', alsoAssigned: 'Also assigned to you by itself, due March 31, 2099.' }] }] },
  ]);
  const { myPlan } = await learner.ask<{ myPlan: unknown }>('query ($id: ID!) { myPlan(enrollmentId: $id) { due { date } milestones { items { alsoAssigned } } } }', {
    id: myLearning.plans[0]!.enrollmentId,
  });
  expect(myPlan).toMatchObject({ due: { date: '2099-03-31' }, milestones: [{ items: [{ alsoAssigned: expect.stringContaining('2099') }] }] });
});

test('who has completed content before it is assigned has nothing to do, and the preview says so [2.6, S10]', async () => {
  const [done, open] = [await buildPerson(server.services.database, world.organizationId), await buildPerson(server.services.database, world.organizationId)];
  const learner = await server.signInAs(done);
  for (const moduleId of course.moduleIds) await read(learner, moduleId);
  const previewed = await preview(admin, { targets: [{ learningObjectId: course.id }], audience: named(done, open) });
  expect(previewed.counts.toSorted((a, b) => (a.class < b.class ? -1 : 1))).toEqual([{ class: 'APPLIED', rows: 1 }, { class: 'SKIPPED_ALREADY_COMPLETED', rows: 1 }]);
  await commit(previewed);
  await carryOut(server.services.database, world.organizationId, previewed.id);
  expect(await heldBy(done)).toEqual([{ name: 'Ladders', cycle: 1, status: 'COMPLETED', live: 1 }]);
});

test('an assignment of several things is taken back, and ended, thing by thing [2.0.6, 2.5]', async () => {
  const [begun, untouched] = (await newPeople(2)) as [BuiltPerson, BuiltPerson];
  const planId = await newPlan('Cranes');
  const operationId = await assign([{ planId }, { learningObjectId: course.moduleIds[1]! }], [begun, untouched]);
  await read(await server.signInAs(begun), course.moduleIds[1]!);
  const { previewUndo } = await admin.ask<{ previewUndo: Previewed }>(
    'mutation ($input: PreviewUndoInput!) { previewUndo(input: $input) { ... on Operation { id previewHash counts { class rows } countsByTarget { target { name } counts { class rows } } } } }',
    { input: { operationId } },
  );
  expect(Object.fromEntries(previewUndo.counts.map((each) => [each.class, each.rows]))).toEqual({ TAKEN_BACK: 2, LEFT_CHANGED_SINCE: 2 });
  await commit(previewUndo);
  await carryOut(server.services.database, world.organizationId, previewUndo.id);
  expect((await heldBy(untouched)).map(({ status }) => status)).toEqual(['WITHDRAWN', 'WITHDRAWN']);
  expect((await heldBy(begun)).map(({ live }) => live)).toEqual([1, 1]);
});

test.each([
  ['nothing at all', { targets: [] }, ['NO_TARGET targets']],
  ['what is neither', { targets: [{}] }, ['NOTHING_SELECTED targets']],
  ['the same twice', 'TWICE', ['DUPLICATED_TARGET targets']],
  ['what there is not', { targets: [{ learningObjectId: '00000000-0000-7000-8000-000000000000' }] }, ['NOT_FOUND targets']],
  ['a plan as content', 'PLAN_AS_CONTENT', ['NOT_FOUND targets']],
] as const)('an assignment of %s is refused', async (_, targets, problems) => {
  const planId = await newPlan();
  const chosen = targets === 'TWICE' ? { targets: [{ planId }, { planId }] } : targets === 'PLAN_AS_CONTENT' ? { targets: [{ learningObjectId: planId }] } : targets;
  const refused = await preview(admin, { ...chosen, audience: { kind: 'EVERYONE' } });
  expect(refused.problems?.map(({ code, field }) => `${code} ${field}`)).toEqual(problems);
});

test('content that was retired is not assigned, before the commit or after the preview', async () => {
  const retired = await buildCourse(server.services.database, world.organizationId, { name: 'Fax machines' });
  const person = await buildPerson(server.services.database, world.organizationId);
  const previewed = await preview(admin, { targets: [{ learningObjectId: retired.id }], audience: named(person) });
  await query(`UPDATE learning_object SET status = 'RETIRED' WHERE id = $1`, [retired.id]);
  expect(await commit(previewed)).toBe('InputRefused');
  expect((await preview(admin, { targets: [{ learningObjectId: retired.id }], audience: named(person) })).problems).toMatchObject([{ code: 'CONTENT_NOT_ACTIVE' }]);
});

test('a plan admin assigns content with a plan of their own, not with another’s; an auditor and a learner nothing [2.11]', async () => {
  const planAdmin = await signInAs('PLAN_ADMIN');
  const person = await buildPerson(server.services.database, world.organizationId);
  const input = { targets: [{ learningObjectId: course.id }], audience: named(person) };
  expect((await preview(planAdmin, input)).__typename).toBe('Operation');
  expect((await preview(planAdmin, { ...input, targets: [...input.targets, { planId: world.planId }] })).__typename).toBe('NotFound');
  for (const client of [await signInAs('AUDITOR'), await server.signInAs(person)]) {
    await expect(preview(client, input)).rejects.toThrow();
  }
  const key = await buildApiClient(server.services.database, world.caller, { scopes: ['read:assignments'] });
  await expect(preview(server.withKey(key.key), input)).rejects.toThrow();
});
