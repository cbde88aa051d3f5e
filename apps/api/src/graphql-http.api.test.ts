import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { openTestDatabase, type TestDatabase } from './platform/testing/test-database.ts';
import { buildWorld } from './testing/build-world.ts';
import { startTestServer, type TestServer } from './testing/start-test-server.ts';

let database: TestDatabase;
let server: TestServer;
let key: string;

beforeAll(async () => {
  database = await openTestDatabase();
  server = await startTestServer(database, { roles: new Set(['web']), freeQueries: false });
  ({ key } = (await buildWorld(server.services.database)).apiClient);
});

afterAll(async () => {
  await server.stop();
  await database.close();
});

const asPartner: typeof fetch = (input, init) => {
  const headers = new Headers(init?.headers);
  headers.set('authorization', `Bearer ${key}`);
  return fetch(input, { ...init, headers });
};

const refusedAlways = 'A document that cannot be run is refused with 4xx whatever is accepted, so that proxies and metrics see it.';
const noGet = 'Queries by GET are not served: addresses end up in logs, and no cookie-carrying GET may do anything.';

/** Where the product differs on purpose. Of what the specification demands (MUST) nothing may stand here. */
const differences: Readonly<Record<string, string>> = {
  '572B': refusedAlways,
  FDE2: refusedAlways,
  '7B9B': refusedAlways,
  '5A70': noGet,
  D6D5: noGet,
  '6A70': noGet,
};

const audits = serverAudits({ url: () => `${server.url}/graphql`, fetchFn: asPartner });

describe('GraphQL over HTTP, as the audits of its specification see it', () => {
  test.each(audits.map((audit) => [audit.id, audit.name, audit] as const))('%s %s', async (id, name, audit) => {
    const result = await audit.fn();
    const expected = id in differences && !name.startsWith('MUST') ? ['warn', 'notice'] : ['ok'];
    expect({ expected, reason: 'reason' in result ? result.reason : '', isAsExpected: expected.includes(result.status) }).toMatchObject({ isAsExpected: true });
  });

  test('nothing stands among the differences that is demanded, or no longer is one', () => {
    const known = audits.filter(({ id }) => id in differences);
    expect(known).toHaveLength(Object.keys(differences).length);
    expect(known.filter(({ name }) => name.startsWith('MUST'))).toEqual([]);
  });
});
