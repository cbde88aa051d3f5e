import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AudienceExpression } from '@milepost/domain';
import { buildGrant } from './features/access/caller.factory.ts';
import { assignPlan } from './features/assignments/assignment.factory.ts';
import { buildCatalog } from './features/catalogs/catalog.factory.ts';
import { buildPlan } from './features/learning-plans/learning-plan.factory.ts';
import { buildPeople, type BuiltPerson } from './features/people-import/person.factory.ts';
import type { TestClient } from './platform/testing/graphql-client.ts';
import { openTestDatabase, type TestDatabase } from './platform/testing/test-database.ts';
import { buildWorld, type World } from './testing/build-world.ts';
import { startTestServer, type TestServer, type TestSession } from './testing/start-test-server.ts';

let testDatabase: TestDatabase;
let server: TestServer;
let world: World;
let admin: TestSession;
let planId: string;
let people: BuiltPerson[];

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) });
  const { database } = server.services;
  world = await buildWorld(database);
  admin = await server.signInAs(world.admin);
  people = await buildPeople(database, world.organizationId, ['Ann', 'Bo', 'Cy', 'Di', 'Plan admin'].map((displayName) => ({ displayName })));
  planId = await buildPlan(database, world.caller, { milestones: [{ items: [world.course.id] }] });
  await assignPlan(database, world.caller, planId, { audience: only(0, 1, 2) });
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

const only = (...chosen: number[]): AudienceExpression => ({ kind: 'PEOPLE', personIds: chosen.map((index) => people[index]!.id as never) });
interface Seen {
  learningPlan: { rowVersion: number; assignedOutsideRange: { people: number; sample: { displayName: string }[] } | null } | null;
}
const look = async (client: TestClient = admin) =>
  (await client.ask<Seen>('query ($id: ID!) { learningPlan(id: $id) { rowVersion assignedOutsideRange { people sample { displayName } } } }', { id: planId })).learningPlan;
const outside = async (client: TestClient = admin): Promise<string[] | null | undefined> => {
  const found = (await look(client))?.assignedOutsideRange;
  if (found) expect(found.people).toBe(found.sample.length);
  return found && found.sample.map(({ displayName }) => displayName);
};
const setRange = async (visibleRange: AudienceExpression | null): Promise<void> => {
  const { setPlanVisibleRange } = await admin.ask<{ setPlanVisibleRange: { __typename: string } }>('mutation ($input: SetPlanVisibleRangeInput!) { setPlanVisibleRange(input: $input) { __typename } }', {
    input: { planId, rowVersion: (await look())!.rowVersion, visibleRange },
  });
  expect(setPlanVisibleRange.__typename).toBe('LearningPlan');
};

test('the editor is told who has a plan assigned but does not find it, and nobody where it is for those to whom it is assigned [X3]', async () => {
  expect(await outside()).toEqual([]);
  await setRange(only(0, 3));
  expect(await outside()).toEqual(['Bo', 'Cy']);
  await server.services.database.write({ organizationId: world.organizationId }, (transaction) => transaction.query("UPDATE person SET status = 'SUSPENDED' WHERE id = $1", [people[2]!.id]));
  expect(await outside()).toEqual(['Bo']);
});

test('who finds a plan by a catalog is not outside [X3, L45]', async () => {
  await setRange(only(0));
  const catalogId = await buildCatalog(server.services.database, world.caller, { audience: only(1) });
  await admin.ask('mutation ($input: CatalogFillingInput!) { addToCatalogs(input: $input) { __typename } }', { input: { catalogIds: [catalogId], planIds: [planId] } });
  expect(await outside()).toEqual([]);
});

test('another organization does not see the plan, and who may not read it as it is written is told of nobody [X3, 2.11]', async () => {
  const other = await buildWorld(server.services.database, 'Other Ltd');
  expect(await look(await server.signInAs(other.admin))).toBeNull();
  await buildGrant(server.services.database, people[4]!, 'PLAN_ADMIN');
  expect(await look(await server.signInAs(people[4]!))).toBeNull();
  const { body } = await (await server.signInAs(people[3]!)).graphql('query ($id: ID!) { learningPlan(id: $id) { assignedOutsideRange { people } } }', { id: planId });
  expect(body.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});
