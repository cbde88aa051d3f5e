import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildApiClient, buildCaller, buildGrant } from './features/access/caller.factory.ts';
import { buildOrganization } from './features/organizations/organization.factory.ts';
import { buildPeople, type BuiltPerson } from './features/people-import/person.factory.ts';
import { requestedLocale } from './platform/request/caller.ts';
import { openTestDatabase, type TestDatabase } from './platform/testing/test-database.ts';
import { startTestServer, type TestServer } from './testing/start-test-server.ts';

let database: TestDatabase;
let server: TestServer;
let chinese: BuiltPerson;
let english: BuiltPerson;

beforeAll(async () => {
  database = await openTestDatabase();
  server = await startTestServer(database, { roles: new Set(['web']) });
  const organizationId = await buildOrganization(server.services.database, { defaultLocale: 'zh-CN' });
  [chinese, english] = (await buildPeople(server.services.database, organizationId, [{ locale: 'zh-CN' }, { locale: 'en-GB' }])) as [BuiltPerson, BuiltPerson];
  for (const person of [chinese, english]) await buildGrant(server.services.database, person, 'MASTER_ADMIN');
});

afterAll(async () => {
  await server.stop();
  await database.close();
});

const refused = `mutation { createLearningPlan(input: { name: " ", preset: LEARNING_PLAN }) { ... on Refusal { problems { message } } } }`;
const inEnglish = 'Give it a name.';
const inChinese = '请填写名称。';

/** What the API says to a plan without a name. */
async function messageTo(send: (body: object) => Promise<{ body: unknown }>): Promise<string> {
  const { body } = await send({ query: refused });
  return (body as { data: { createLearningPlan: { problems: { message: string }[] } } }).data.createLearningPlan.problems[0]!.message;
}

describe('messages', () => {
  test.each([
    ['in the language that the request asks for, whatever the person prefers', 'chinese', 'en', inEnglish],
    ['in the one it asks for most', 'english', 'de, en;q=0.4, zh-Hans;q=0.8', inChinese],
    ['in the person’s own when it asks for none that the product speaks', 'chinese', 'fr-FR, de', inChinese],
    ['in the person’s own when any will do', 'english', '*', inEnglish],
  ] as const)('are %s', async (_name, who, header, said) => {
    const session = await server.signInAs(who === 'chinese' ? chinese : english);
    expect(await messageTo((body) => session.send('POST', '/graphql', body, { 'accept-language': header }))).toBe(said);
  });

  test('are for a partner system in the language of the organization, unless it asks for another', async () => {
    const { key } = await buildApiClient(server.services.database, buildCaller(english, 'MASTER_ADMIN'), { scopes: ['write:plans'] });
    const partner = server.withKey(key);
    expect(await messageTo((body) => partner.send('POST', '/graphql', body, { 'accept-language': '' }))).toBe(inChinese);
    expect(await messageTo((body) => partner.send('POST', '/graphql', body, { 'accept-language': 'en' }))).toBe(inEnglish);
    expect((await partner.ask<{ viewer: { locale: string } }>('{ viewer { locale } }')).viewer.locale).toBe('zh-CN');
  });

  test.each([
    ['what `connection_init` asks for', { acceptLanguage: 'en' }, 'zh-CN', inEnglish],
    ['what the upgrade asks for', {}, 'en-US,en;q=0.9', inEnglish],
    ['the person’s own', { acceptLanguage: 7 }, '', inChinese],
  ] as const)('come over a socket in %s', async (_name, connectionParams, header, said) => {
    const socket = await (await server.signInAs(chinese)).socket({ connectionParams, headers: { 'accept-language': header } });
    const answer = await socket.first<{ data: unknown }>(socket.subscribe(refused));
    expect(await messageTo(async () => ({ body: answer }))).toBe(said);
    socket.cut();
  });
});

test.each([
  [undefined, undefined],
  ['', undefined],
  ['*', undefined],
  ['zh', 'zh-CN'],
  ['ZH-hant-TW', 'zh-CN'],
  ['zha, en;q=0.1', 'en'],
  ['en;q=0, zh;q=0.001', 'zh-CN'],
  ['en;q=x, fr', undefined],
  ['fr;q=0.9, en;q=0.5, zh;q=0.5', 'en'],
])('an Accept-Language of %j asks for %s', (header, language) => expect(requestedLocale(header)).toBe(language));
