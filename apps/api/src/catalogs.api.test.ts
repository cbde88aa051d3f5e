import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AudienceExpression } from '@milepost/domain';
import { buildGrant } from './features/access/caller.factory.ts';
import { buildCatalog } from './features/catalogs/catalog.factory.ts';
import { buildStaticGroup } from './features/groups/group.factory.ts';
import { buildCourse } from './features/learning-objects/course.factory.ts';
import { buildPlan } from './features/learning-plans/learning-plan.factory.ts';
import { buildPeople, type BuiltPerson } from './features/people-import/person.factory.ts';
import { eventually } from './platform/testing/eventually.ts';
import { openTestDatabase, type TestDatabase } from './platform/testing/test-database.ts';
import { buildWorld, type World } from './testing/build-world.ts';
import { startTestServer, type TestServer, type TestSession } from './testing/start-test-server.ts';

let testDatabase: TestDatabase;
let server: TestServer;
let world: World;
let admin: TestSession;
let people: BuiltPerson[];

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) });
  world = await buildWorld(server.services.database);
  admin = await server.signInAs(world.admin);
  people = await buildPeople(server.services.database, world.organizationId, ['Ann', 'Bo', 'Cy'].map((displayName) => ({ displayName })));
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

interface Catalog {
  __typename: string;
  id: string;
  name: string;
  rowVersion: number;
  audienceSentence: string | null;
  planCount: number;
  courseCount: number;
  entries: { edges: { node: { name: string; kind: string } }[] };
  problems: { code: string; field: string | null }[];
}
interface Row {
  catalogId: string;
  subjectId: string;
  outcome: string;
  problem: { code: string } | null;
}
const shown = '__typename ... on Catalog { id name rowVersion audienceSentence planCount courseCount entries { edges { node { name kind } } } } ... on Refusal { problems { code field } }';
const act = async (name: string, type: string, input: object): Promise<Catalog> => (await admin.ask<Record<string, Catalog>>(`mutation ($input: ${type}!) { ${name}(input: $input) { ${shown} } }`, { input }))[name]!;
const fill = async (name: 'addToCatalogs' | 'removeFromCatalogs', input: object, client = admin) =>
  (await client.ask<Record<string, { __typename: string; rows: Row[]; changed: number; problems: { code: string }[] }>>(
    `mutation ($input: CatalogFillingInput!) { ${name}(input: $input) { __typename ... on CatalogFilling { changed rows { catalogId subjectId outcome problem { code } } } ... on Refusal { problems { code } } } }`,
    { input },
  ))[name]!;
const read = async (id: string): Promise<Catalog | null> => (await admin.ask<{ catalog: Catalog | null }>(`query ($id: ID!) { catalog(id: $id) { __typename id name rowVersion audienceSentence planCount courseCount entries { edges { node { name kind } } } } }`, { id })).catalog;
const buildPlans = (count: number): Promise<string[]> => Promise.all(Array.from({ length: count }, () => buildPlan(server.services.database, world.caller, { milestones: [{ items: [world.course.id] }] })));
const only = (...chosen: BuiltPerson[]): AudienceExpression => ({ kind: 'PEOPLE', personIds: chosen.map(({ id }) => id as never) });

test('a catalog is made, named and given an audience; a stale edit changes nothing, and the audit knows all of it [L45, L59]', async () => {
  const made = await act('createCatalog', 'CreateCatalogInput', { name: '  For   sales ', audience: only(people[0]!) });
  expect(made).toMatchObject({ __typename: 'Catalog', name: 'For sales', audienceSentence: expect.stringContaining('Ann'), planCount: 0 });
  expect((await act('createCatalog', 'CreateCatalogInput', { name: 'for SALES' })).problems).toEqual([{ code: 'DUPLICATED_NAME', field: 'name' }]);
  expect((await act('createCatalog', 'CreateCatalogInput', { name: ' ' })).problems[0]).toMatchObject({ code: 'NAME_MISSING' });
  expect((await act('createCatalog', 'CreateCatalogInput', { name: 'Bad', audience: { kind: 'GROUPS', groupIds: [world.planId] } })).problems[0]).toMatchObject({ code: 'UNKNOWN_GROUP' });
  const renamed = await act('updateCatalog', 'UpdateCatalogInput', { catalogId: made.id, rowVersion: made.rowVersion, name: 'Sales', audience: null });
  expect(renamed).toMatchObject({ name: 'Sales', audienceSentence: null });
  expect((await act('updateCatalog', 'UpdateCatalogInput', { catalogId: made.id, rowVersion: made.rowVersion, description: 'Lost' })).__typename).toBe('StaleEdit');
  const audited = await server.services.database.read({ organizationId: world.organizationId }, (transaction) =>
    transaction.query<{ act: string }>('SELECT act FROM audit_entry WHERE subject_id = $1 ORDER BY at, id', [made.id]),
  );
  expect(audited.map((each) => each.act)).toEqual(['catalog.create', 'catalog.update']);
});

test('many plans and courses go into many catalogs at once, each with its row; repeated, nothing more changes [L45]', async () => {
  const catalogIds = [await buildCatalog(server.services.database, world.caller), await buildCatalog(server.services.database, world.caller)];
  const planIds = await buildPlans(2);
  const course = await buildCourse(server.services.database, world.organizationId);
  const input = { catalogIds, planIds, learningObjectIds: [course.id] };
  const first = await fill('addToCatalogs', input);
  expect([first.changed, first.rows.length, new Set(first.rows.map(({ outcome }) => outcome))]).toEqual([6, 6, new Set(['CHANGED'])]);
  const second = await fill('addToCatalogs', { ...input, planIds: [...planIds, planIds[0], world.learner.id, 'no id'] });
  expect(second.changed).toBe(0);
  expect(second.rows.filter(({ outcome }) => outcome === 'REFUSED').map(({ problem }) => problem?.code)).toEqual(Array.from({ length: 4 }, () => 'UNKNOWN_PLAN'));
  expect(await read(catalogIds[0]!)).toMatchObject({ planCount: 2, courseCount: 1 });
  expect((await fill('removeFromCatalogs', { catalogIds, planIds: [planIds[0]] })).changed).toBe(2);
  expect((await fill('removeFromCatalogs', { catalogIds, planIds: [planIds[0]] })).changed).toBe(0);
  expect((await read(catalogIds[1]!))?.entries.edges.map(({ node }) => node.kind).sort()).toEqual(['COURSE', 'PLAN']);
  expect((await fill('addToCatalogs', { catalogIds: [], planIds })).problems[0]?.code).toBe('NOTHING_SELECTED');
  expect((await fill('addToCatalogs', { catalogIds, planIds: Array.from({ length: 201 }, () => crypto.randomUUID()) })).problems[0]?.code).toBe('TOO_MANY');
  const unknown = (length: number): string[] => Array.from({ length }, () => crypto.randomUUID());
  expect((await fill('addToCatalogs', { catalogIds: unknown(11), planIds: unknown(200) })).problems[0]?.code).toBe('TOO_MANY_ENTRIES');
  const { learningPlan } = await admin.ask<{ learningPlan: { catalogs: { id: string }[] } }>('query ($id: ID!) { learningPlan(id: $id) { catalogs { id } } }', { id: planIds[1] });
  expect(new Set(learningPlan.catalogs.map(({ id }) => id))).toEqual(new Set(catalogIds));
});

test('50 who add the same at once list it once', async () => {
  const catalogId = await buildCatalog(server.services.database, world.caller);
  const [planId] = await buildPlans(1);
  const answers = await Promise.all(Array.from({ length: 50 }, () => fill('addToCatalogs', { catalogIds: [catalogId], planIds: [planId] })));
  expect(answers.reduce((sum, { changed }) => sum + changed, 0)).toBe(1);
  expect((await read(catalogId))?.planCount).toBe(1);
});

test("another's plan without collaboration is refused by its row, and the own one goes in [D16, 2.11]", async () => {
  const catalogId = await buildCatalog(server.services.database, world.caller);
  const [others] = await buildPlans(1);
  const [planAdmin] = await buildPeople(server.services.database, world.organizationId, [{ displayName: 'Plan admin' }]);
  await buildGrant(server.services.database, planAdmin!, 'PLAN_ADMIN');
  const client = await server.signInAs(planAdmin!);
  await server.services.database.write(world.admin, (transaction) => transaction.query('UPDATE learning_plan SET owner_id = $2 WHERE id = $1', [world.draftPlanId, planAdmin!.id]));
  const { rows } = await fill('addToCatalogs', { catalogIds: [catalogId], planIds: [world.draftPlanId, others] }, client);
  expect(rows.map(({ outcome, problem }) => [outcome, problem?.code])).toEqual([['CHANGED', undefined], ['REFUSED', 'UNKNOWN_PLAN']]);
});

const remove = async (catalogId: string, rowVersion: number, told: number) =>
  (await admin.ask<{ removeCatalog: Pick<Catalog, '__typename' | 'problems'> }>('mutation ($input: RemoveCatalogInput!) { removeCatalog(input: $input) { __typename ... on Refusal { problems { code field } } } }', {
    input: { catalogId, rowVersion, people: told },
  })).removeCatalog;

test('removing one says who loses sight of something, and is refused when they are others by then [2.0]', async () => {
  const [ann, bo, cy] = people as [BuiltPerson, BuiltPerson, BuiltPerson];
  const [both, alone] = (await buildPlans(2)) as [string, string];
  const catalogId = await buildCatalog(server.services.database, world.caller, { audience: only(ann, bo, cy), planIds: [both] });
  await buildCatalog(server.services.database, world.caller, { audience: only(ann), planIds: [both] });
  const removal = async () => (await admin.ask<{ catalogRemoval: object }>('query ($id: ID!) { catalogRemoval(id: $id) { people hidden } }', { id: catalogId })).catalogRemoval;
  expect(await removal()).toEqual({ people: 2, hidden: 0 });
  await fill('addToCatalogs', { catalogIds: [catalogId], planIds: [alone] });
  expect(await removal()).toEqual({ people: 3, hidden: 1 });
  const { rowVersion } = (await read(catalogId))!;
  expect((await remove(catalogId, rowVersion, 2)).problems).toEqual([{ code: 'STALE_PREVIEW', field: 'people' }]);
  expect((await remove(catalogId, rowVersion, 3)).__typename).toBe('CatalogRemoved');
  expect(await read(catalogId)).toBeNull();
  expect((await remove(catalogId, rowVersion, 3)).__typename).toBe('NotFound');
  const client = await server.signInAs(bo);
  const { learningOffer } = await client.ask<{ learningOffer: object | null }>('query ($id: ID!) { learningOffer(id: $id) { id } }', { id: alone });
  expect(learningOffer).toBeNull();
});

test('a group for whose people a catalog is stays [L59]', async () => {
  const groupId = await buildStaticGroup(server.services.database, world.caller, [people[0]!.id]);
  await buildCatalog(server.services.database, world.caller, { name: 'Of a group', audience: { kind: 'GROUPS', groupIds: [groupId as never] } });
  const { removeGroup } = await admin.ask<{ removeGroup: { problems: { code: string; message: string }[] } }>(
    'mutation ($input: RemoveGroupInput!) { removeGroup(input: $input) { ... on Refusal { problems { code message } } } }',
    { input: { groupId, rowVersion: 1 } },
  );
  expect(removeGroup.problems).toEqual([{ code: 'GROUP_IN_USE', message: expect.stringContaining('the audience of the catalog “Of a group”') }]);
});

interface Change {
  arrived: string[];
  gone: string[];
}

test('a department for whose people a catalog is stays, and the refusal names the catalog [L59]', async () => {
  const { createDepartment } = await admin.ask<{ createDepartment: { id: string; rowVersion: number } }>('mutation ($input: CreateDepartmentInput!) { createDepartment(input: $input) { ... on Department { id rowVersion } } }', {
    input: { name: 'Empty' },
  });
  await buildCatalog(server.services.database, world.caller, { name: 'Of a department', audience: { kind: 'DEPARTMENTS', departmentIds: [createDepartment.id as never], includeSubDepartments: true } });
  const { removeDepartment } = await admin.ask<{ removeDepartment: { problems: { code: string; message: string }[] } }>(
    'mutation ($input: RemoveDepartmentInput!) { removeDepartment(input: $input) { ... on Refusal { problems { code message } } } }',
    { input: { departmentId: createDepartment.id, rowVersion: createDepartment.rowVersion } },
  );
  expect(removeDepartment.problems).toEqual([{ code: 'STILL_USED', message: expect.stringContaining('the audience of the catalog “Of a department”') }]);
});

test('who watches the Learning centre hears what comes and what goes, and nobody else does [live]', async () => {
  const [ann, bo] = people as [BuiltPerson, BuiltPerson];
  const watch = async (person: BuiltPerson) => {
    const socket = await (await server.signInAs(person)).socket();
    const id = socket.subscribe('subscription { learningCentreChanged { arrived gone } }');
    await socket.first(id);
    return { socket, heard: () => socket.payloads<{ data: { learningCentreChanged: Change } }>(id).map(({ data }) => data.learningCentreChanged) };
  };
  const [hers, his] = [await watch(ann), await watch(bo)];
  const [planId] = await buildPlans(1);
  const catalogId = await buildCatalog(server.services.database, world.caller, { audience: only(ann) });
  await fill('addToCatalogs', { catalogIds: [catalogId], planIds: [planId] });
  await eventually('the plan arrives', () => hers.heard().some(({ arrived }) => arrived.includes(planId!)));
  await fill('removeFromCatalogs', { catalogIds: [catalogId], planIds: [planId] });
  await eventually('the plan goes', () => hers.heard().some(({ gone }) => gone.includes(planId!)));
  expect([...hers.heard(), ...his.heard()].filter(({ arrived }) => arrived.length > 0)).toEqual([{ arrived: [planId], gone: [] }]);
  for (const { socket } of [hers, his]) socket.cut();
});
