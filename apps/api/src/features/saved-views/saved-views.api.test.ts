import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { buildWorld, type World } from '../../testing/build-world.ts';
import { startTestServer, type TestServer, type TestSession } from '../../testing/start-test-server.ts';
import { buildPerson } from '../people-import/person.factory.ts';

let testDatabase: TestDatabase;
let server: TestServer;
let world: World;
let admin: TestSession;
let stranger: TestSession;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) });
  const { database } = server.services;
  world = await buildWorld(database, 'Ours');
  admin = await server.signInAs(world.admin);
  stranger = await server.signInAs((await buildWorld(database, 'Theirs')).admin);
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

interface Answer {
  readonly __typename: string;
  readonly id: string;
  readonly name: string;
  readonly query: string;
  readonly problems?: readonly { readonly code: string; readonly field: string | null }[];
}

const save = async (client: TestSession, input: object): Promise<Answer> =>
  (await client.ask<{ saveView: Answer }>(`mutation ($input: SaveViewInput!) { saveView(input: $input) { __typename ... on SavedView { id name query } ... on Refusal { problems { code field } } } }`, { input: { page: 'TRAINING_PROGRESS', query: 'type=COURSE', ...input } })).saveView;
const remove = async (client: TestSession, id: string): Promise<string> =>
  (await client.ask<{ removeView: { __typename: string } }>('mutation ($input: RemoveViewInput!) { removeView(input: $input) { __typename } }', { input: { id } })).removeView.__typename;
const list = async (client: TestSession): Promise<string[]> =>
  (await client.ask<{ savedViews: Answer[] }>('{ savedViews(page: TRAINING_PROGRESS) { name query } }')).savedViews.map(({ name, query }) => `${name}: ${query}`);

test('a list is kept as it is narrowed, changed, renamed and forgotten; once more the same is kept once', async () => {
  const kept = await save(admin, { name: '  Late   in Sales ', query: 'type=COURSE&progress=IN_PROGRESS&q=é', clientMutationId: 'one' });
  expect(kept).toMatchObject({ __typename: 'SavedView', name: 'Late in Sales', query: 'type=COURSE&progress=IN_PROGRESS&q=é' });
  expect((await save(admin, { name: '  Late   in Sales ', query: 'type=COURSE&progress=IN_PROGRESS&q=é', clientMutationId: 'one' })).id).toBe(kept.id);
  await save(admin, { name: 'All courses' });
  await save(admin, { id: kept.id, name: 'Late everywhere', query: 'type=MODULE' });
  expect(await list(admin)).toEqual(['All courses: type=COURSE', 'Late everywhere: type=MODULE']);
  expect(await remove(admin, kept.id)).toBe('ViewRemoved');
  expect(await remove(admin, kept.id)).toBe('NotFound');
  expect(await list(admin)).toEqual(['All courses: type=COURSE']);
});

test('nobody sees, changes or forgets what somebody else keeps, in whichever organization; a partner system keeps nothing', async () => {
  const { id } = await save(admin, { name: 'Mine' });
  const colleague = await server.signInAs(await buildPerson(server.services.database, world.organizationId));
  for (const client of [colleague, stranger]) {
    expect(await list(client)).toEqual([]);
    expect(await save(client, { id, name: 'Theirs' })).toMatchObject({ __typename: 'NotFound' });
    expect(await remove(client, id)).toBe('NotFound');
  }
  expect(await list(admin)).toContain('Mine: type=COURSE');
  const { body } = await server.withKey(world.apiClient.key).graphql('{ savedViews(page: TRAINING_PROGRESS) { id } }');
  expect(body.errors).toBeDefined();
});

test.each([
  ['', 'NAME_MISSING', 'name'],
  ['   ', 'NAME_MISSING', 'name'],
  ['👩‍👩‍👧‍👦'.repeat(81), 'TOO_LONG', 'name'],
  ['a\u0007b', 'CONTROL_CHARACTERS', 'name'],
  ['all COURSES', 'DUPLICATED_NAME', 'name'],
])('the name “%s” is refused: %s', async (name, code, field) => {
  expect(await save(admin, { name })).toMatchObject({ __typename: 'InputRefused', problems: [{ code, field }] });
});

test('80 characters as a reader sees them are a name; an address that no page has is refused; so are more than 50 views', async () => {
  const client = await server.signInAs(await buildPerson(server.services.database, world.organizationId));
  expect(await save(client, { name: '👍🏽'.repeat(80) })).toMatchObject({ __typename: 'SavedView' });
  expect(await save(client, { name: 'Long', query: 'q='.padEnd(2_001, 'x') })).toMatchObject({ problems: [{ code: 'TOO_LONG', field: 'query' }] });
  expect(await save(client, { name: 'Broken', query: 'q=\n' })).toMatchObject({ problems: [{ code: 'CONTROL_CHARACTERS', field: 'query' }] });
  const many = await Promise.all(Array.from({ length: 55 }, (_, n) => save(client, { name: `View ${n}` })));
  expect(many.filter(({ __typename }) => __typename === 'SavedView')).toHaveLength(49);
  expect(many.find(({ __typename }) => __typename !== 'SavedView')).toMatchObject({ problems: [{ code: 'TOO_MANY', field: null }] });
  expect(await save(client, { id: 'none', name: 'X' })).toMatchObject({ __typename: 'NotFound' });
});
