import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { buildWorld, type World } from '../../testing/build-world.ts';
import { startTestServer, type TestServer, type TestSession } from '../../testing/start-test-server.ts';

let database: TestDatabase;
let server: TestServer;
let world: World;
let admin: TestSession;

beforeAll(async () => {
  database = await openTestDatabase();
  server = await startTestServer(database, { roles: new Set(['web']) });
  world = await buildWorld(server.services.database);
  admin = await server.signInAs(world.admin);
});

afterAll(async () => {
  await server.stop();
  await database.close();
});

interface Terms {
  readonly __typename: string;
  readonly rowVersion: number;
  readonly terms: readonly { readonly language: string; readonly term: string | null }[];
  readonly problems: readonly { readonly code: string; readonly field: string | null }[];
}
const read = async (): Promise<Terms> => (await admin.ask<{ planTerms: Terms }>('{ planTerms { rowVersion terms { language term } } }')).planTerms;
const set = async (en: string, zh: string, rowVersion?: number): Promise<Terms> => {
  const input = { rowVersion: rowVersion ?? (await read()).rowVersion, terms: [{ language: 'EN', term: en }, { language: 'ZH_CN', term: zh }] };
  return (await admin.ask<{ it: Terms }>('mutation ($input: SetPlanTermsInput!) { it: setPlanTerms(input: $input) { __typename ... on PlanTerms { rowVersion terms { language term } } ... on Refusal { problems { code field } } } }', { input })).it;
};
const words = ({ terms }: Terms): (string | null)[] => terms.map(({ term }) => term);

test('learners’ sessions carry the organization’s word in each language; an empty one is the product’s own [L5, L7]', async () => {
  expect(words(await read())).toEqual([null, null]);
  expect(words(await set('  Journey ', '旅程'))).toEqual(['Journey', '旅程']);
  const learner = await server.signInAs(world.learner);
  const session = JSON.parse((await learner.send('GET', '/api/session')).text) as { viewer: { organization: { planTerms: object } } };
  expect(session.viewer.organization.planTerms).toEqual({ en: 'Journey', 'zh-CN': '旅程' });
  expect(words(await set('', '旅程'))).toEqual([null, '旅程']);
});

test.each([
  ['x'.repeat(20), 'PlanTerms'], ['x'.repeat(21), 'InputRefused'], ['👩🏽‍🚀'.repeat(20), 'PlanTerms'], ['👩🏽‍🚀'.repeat(21), 'InputRefused'], ['e\u0301'.repeat(20), 'PlanTerms'], ['two\nlines', 'InputRefused'],
])('a word of at most twenty characters as a reader sees them: %j is %s [L6]', async (term, kind) => {
  const said = await set(term, '');
  expect(said.__typename).toBe(kind);
  if (kind === 'InputRefused') expect(said.problems).toMatchObject([{ field: 'terms.en' }]);
});

test('somebody else’s change is not overwritten', async () => {
  const { rowVersion } = await read();
  await set('Path', '');
  expect((await set('Road', '', rowVersion)).__typename).toBe('StaleEdit');
  expect(words(await read())).toEqual(['Path', null]);
});

test('whoever may not change settings does not', async () => {
  const learner = await server.signInAs(world.learner);
  await expect(learner.ask('mutation { setPlanTerms(input: { rowVersion: 1, terms: [] }) { __typename } }')).rejects.toThrow('FORBIDDEN');
});
