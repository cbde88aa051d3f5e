import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TestClient } from '../../platform/testing/graphql-client.ts';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { buildWorld, type World } from '../../testing/build-world.ts';
import { startTestServer, type TestServer } from '../../testing/start-test-server.ts';
import { assignPlan, carryOut } from '../assignments/assignment.factory.ts';
import { buildPlan } from '../learning-plans/learning-plan.factory.ts';
import { buildPeople, buildPerson, type BuiltPerson } from '../people-import/person.factory.ts';

const now = new Date('2027-06-01T10:00:00Z');

let testDatabase: TestDatabase;
let server: TestServer;
let world: World;
let admin: TestClient;
let seller: BuiltPerson;
let engineer: BuiltPerson;
let planId: string;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) }, () => now);
  const { database } = server.services;
  world = await buildWorld(database);
  admin = await server.signInAs(world.admin);
  [seller, engineer] = (await buildPeople(database, world.organizationId, [{ department: ['Selling', 'Here'] }, { department: ['Engineering'] }])) as [BuiltPerson, BuiltPerson];
  planId = await buildPlan(database, world.caller, { milestones: [{ items: [world.course.id] }] });
  await assignPlan(database, world.caller, planId, {
    name: 'Academy',
    audience: { kind: 'AND', operands: [{ kind: 'DEPARTMENTS', departmentIds: [seller.departmentId] as never, includeSubDepartments: true }, { kind: 'LANGUAGES', languages: ['en'] }] },
  });
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

interface Explained {
  readonly has: boolean;
  readonly enrollmentId: string | null;
  readonly sentence: string;
  readonly tree: readonly { readonly text: string; readonly because: readonly { readonly text: string }[] }[];
}

const explain = async (person: { readonly id: string }, plan = planId, client: TestClient = admin): Promise<Explained | null> =>
  (
    await client.ask<{ explainAbsence: Explained | null }>('query ($planId: ID!, $personId: ID!) { explainAbsence(planId: $planId, personId: $personId) { has enrollmentId sentence tree } }', {
      planId: plan,
      personId: person.id,
    })
  ).explainAbsence;

test('who has it is told why; who has not, which part of which audience they fail [ambition 1]', async () => {
  expect(await explain(seller)).toMatchObject({ has: true, sentence: expect.stringContaining('Academy'), tree: [] });
  const why = await explain(engineer);
  expect(why).toMatchObject({ has: false, enrollmentId: null, sentence: 'Not in the audience of “Academy” (#2)' });
  expect(why?.tree[0]?.because).toEqual([{ text: expect.stringContaining('Here'), because: [] }]);
  expect(why?.tree.at(-1)?.text).toBe('Cannot find it: it is not visible to them');
});

test('who joins the audience of an assignment that was carried out once is told that it reaches nobody new', async () => {
  const late = await buildPerson(server.services.database, world.organizationId, { department: ['Selling', 'Here'] });
  expect((await explain(late))?.sentence).toContain('but not when it was carried out');
});

test('from whom it was taken away by hand is told when and by whom', async () => {
  const [person] = (await buildPeople(server.services.database, world.organizationId, [{}])) as [BuiltPerson];
  await assignPlan(server.services.database, world.caller, planId, { name: 'By name', audience: { kind: 'PEOPLE', personIds: [person.id] as never } });
  const { previewUnassign } = await admin.ask<{ previewUnassign: { id: string; previewHash: string } }>(
    'mutation ($input: PreviewUnassignInput!) { previewUnassign(input: $input) { ... on Operation { id previewHash } } }',
    { input: { planId, personIds: [person.id], reason: 'Changed teams' } },
  );
  await admin.ask('mutation ($input: CommitOperationInput!) { commitOperation(input: $input) { __typename } }', { input: { operationId: previewUnassign.id, previewHash: previewUnassign.previewHash } });
  await carryOut(server.services.database, world.organizationId, previewUnassign.id);
  const why = await explain(person);
  expect(why).toMatchObject({ has: false, enrollmentId: expect.any(String) });
  expect(why?.sentence).toContain('removed by hand');
});

test('a plan that nobody was given says so; nobody is told of what is not theirs', async () => {
  const own = await buildPlan(server.services.database, world.caller, { milestones: [{ items: [world.course.id] }] });
  expect((await explain(engineer, own))?.sentence).toBe('The plan was never assigned to anybody');
  const learner = await server.signInAs(engineer);
  const { body } = await learner.graphql('query ($planId: ID!, $personId: ID!) { explainAbsence(planId: $planId, personId: $personId) { has } }', { planId, personId: engineer.id });
  expect(body.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});
