import 'reflect-metadata';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildCourse } from './features/learning-objects/course.factory.ts';
import { openTestDatabase, type TestDatabase } from './platform/testing/test-database.ts';
import { buildWorld } from './testing/build-world.ts';
import { startTestServer, type TestServer, type TestSession } from './testing/start-test-server.ts';

let testDatabase: TestDatabase;
let server: TestServer;
let admin: TestSession;
let learner: TestSession;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) });
  const { database } = server.services;
  const world = await buildWorld(database);
  admin = await server.signInAs(world.admin);
  learner = await server.signInAs(world.learner);
  const course = (name: string, language: string, ...creditTypes: string[]) =>
    buildCourse(database, world.organizationId, { name, language, modules: 0, credits: creditTypes.map((creditType) => ({ creditType, amount: '1.5' })) });
  await course('Ladders', 'en', 'CPE', 'CME');
  await course('Ropes', 'en', 'CPE');
  await course('梯子', 'zh-CN', 'CPE');
  await course('Leitern', 'de');
  const theirs = await buildWorld(database, 'Theirs');
  await buildCourse(database, theirs.organizationId, { name: 'Secret', language: 'fr', modules: 0, credits: [{ creditType: 'THEIRS', amount: '1' }] });
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

interface Library {
  learningObjects: { edges: { node: { name: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
}
type Counted = { value: string; count: number }[];

const library = 'query ($filter: LearningObjectFilterInput, $first: Int! = 50, $after: String) { learningObjects(filter: $filter, first: $first, after: $after) { edges { node { name } } pageInfo { hasNextPage endCursor } } }';
const facets = 'query ($filter: LearningObjectFilterInput) { learningObjectFacets(filter: $filter) { languages { value count } creditTypes { value count } } }';
const namesOf = (found: Library) => found.learningObjects.edges.map(({ node }) => node.name);
const facetsOf = async (filter: object | null) => (await admin.ask<{ learningObjectFacets: { languages: Counted; creditTypes: Counted } }>(facets, { filter })).learningObjectFacets;

test.each([
  ['one language', { languages: ['de'] }, ['Leitern']],
  ['several languages', { languages: ['de', 'zh-CN'] }, ['Leitern', '梯子']],
  ['one kind of credits', { creditTypes: ['CME'] }, ['Ladders']],
  ['several kinds of credits, each course once', { creditTypes: ['CPE', 'CME'] }, ['Ladders', 'Ropes', '梯子']],
  ['both', { languages: ['en', 'de'], creditTypes: ['CPE'] }, ['Ladders', 'Ropes']],
  ['all filters', { search: 'ROP', kinds: ['COURSE'], statuses: ['ACTIVE'], languages: ['en'], creditTypes: ['CPE'] }, ['Ropes']],
  ['modules, which give no credits', { kinds: ['MODULE'], creditTypes: ['CPE'] }, []],
  ['what is not in use', { statuses: ['RETIRED'], languages: ['de'] }, []],
  ['a language and credits of another organization', { languages: ['fr'], creditTypes: ['THEIRS'] }, []],
  ['a language that is written in another way', { languages: ['DE'] }, []],
  ['what would end a text in SQL', { languages: ["de' OR true --"], creditTypes: ['"}'] }, []],
])('the library is narrowed by %s [L30]', async (_, filter, names) => {
  expect(namesOf(await admin.ask<Library>(library, { filter }))).toEqual(names);
});

test('a list that is empty or absent does not narrow the library [L30]', async () => {
  const all = namesOf(await admin.ask<Library>(library, { filter: null }));
  expect(all).toEqual(expect.arrayContaining(['Ladders', 'Ropes', '梯子', 'Leitern', 'Course of Example Ltd']));
  expect(namesOf(await admin.ask<Library>(library, { filter: { languages: [], creditTypes: null } }))).toEqual(all);
});

test('a filtered library is read page by page, each course once [L30]', async () => {
  const filter = { languages: ['en', 'zh-CN'], creditTypes: ['CPE', 'CME'] };
  const first = await admin.ask<Library>(library, { filter, first: 2 });
  const rest = await admin.ask<Library>(library, { filter, first: 2, after: first.learningObjects.pageInfo.endCursor });
  expect([namesOf(first), first.learningObjects.pageInfo.hasNextPage]).toEqual([['Ladders', 'Ropes'], true]);
  expect([namesOf(rest), rest.learningObjects.pageInfo.hasNextPage]).toEqual([['梯子'], false]);
});

test('the choices are those in use, counted with the other filters, and never of another organization [L30]', async () => {
  expect(await facetsOf({ kinds: ['COURSE'] })).toEqual({
    languages: [{ value: 'en', count: 3 }, { value: 'de', count: 1 }, { value: 'zh-CN', count: 1 }],
    creditTypes: [{ value: 'CPE', count: 3 }, { value: 'CME', count: 1 }],
  });
  expect(await facetsOf({ languages: ['zh-CN'], creditTypes: ['CME'] })).toEqual({ languages: [{ value: 'en', count: 1 }], creditTypes: [{ value: 'CPE', count: 1 }] });
  expect(await facetsOf({ search: 'no such thing' })).toEqual({ languages: [], creditTypes: [] });
});

test.each([
  ['too many languages', 'BAD_USER_INPUT', { languages: Array.from({ length: 101 }, (_, number) => `x-${number}`) }],
  ['too many kinds of credits', 'BAD_USER_INPUT', { creditTypes: Array.from({ length: 101 }, (_, number) => `C${number}`) }],
  ['a language that is null', 'GRAPHQL_VALIDATION_FAILED', { languages: [null] }],
  ['a number for credits', 'GRAPHQL_VALIDATION_FAILED', { creditTypes: [7] }],
  ['text that cannot be stored', 'BAD_USER_INPUT', { languages: ['d\u0000e'] }],
])('%s: refused, by the list and by its choices [L30]', async (_, code, filter) => {
  for (const query of [library, facets]) {
    const { body } = await admin.graphql<object>(query, { filter });
    expect([body.data ?? null, body.errors?.[0]?.extensions.code]).toEqual([null, code]);
  }
});

test('a learner learns nothing of the choices', async () => {
  const { body } = await learner.graphql<object>(facets, { filter: null });
  expect(body.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});
