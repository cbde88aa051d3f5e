import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Pool } from 'pg';
import { countStatements } from '../../platform/testing/count-statements.ts';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { buildWorld, type World } from '../../testing/build-world.ts';
import { startTestServer, type TestServer, type TestSession } from '../../testing/start-test-server.ts';
import { buildPerson } from '../people-import/person.factory.ts';
import { SessionLookup } from './session-lookup.ts';

let database: TestDatabase;
let server: TestServer;
let world: World;
const people: { readonly id: string; readonly session: TestSession }[] = [];

beforeAll(async () => {
  database = await openTestDatabase();
  server = await startTestServer(database, { roles: new Set(['web']) });
  world = await buildWorld(server.services.database);
  for (let n = 0; n < 12; n++) {
    const { id } = await buildPerson(server.services.database, world.organizationId);
    people.push({ id, session: await server.signInAs({ organizationId: world.organizationId, id }) });
  }
});

afterAll(async () => {
  await server.stop();
  await database.close();
});

test('requests that come together share a statement, and each is answered as its own person', async () => {
  const sessions = new SessionLookup(server.identities.pool);
  const asked = [...people, ...people].map(({ session }) => session.token);
  const counter = countStatements();
  let found: (string | undefined)[] = [];
  try {
    const sent = await counter.count(async () => {
      found = (await Promise.all([...asked, 'nobody'].map((token) => sessions.find(token)))).map((row) => row?.personId);
    });
    expect(sent).toBe(1);
  } finally {
    counter.stop();
  }
  expect(found).toEqual([...people, ...people].map(({ id }) => id).concat([undefined as never]));
});

test('nothing is remembered: who has signed out meanwhile is not found again', async () => {
  const sessions = new SessionLookup(server.identities.pool);
  const { session } = people[0]!;
  expect(await sessions.find(session.token)).toBeDefined();
  await server.identities.pool.query('DELETE FROM auth.session WHERE token = $1', [session.token]);
  expect(await sessions.find(session.token)).toBeUndefined();
});

test('a lookup that fails fails for those who share it, and the next goes on', async () => {
  const { pool } = server.identities;
  const broken = { query: failFirst(pool) } as unknown as Pool;
  const sessions = new SessionLookup(broken);
  const tokens = people.slice(1, 3).map(({ session }) => session.token);
  const first = await Promise.allSettled(tokens.map((token) => sessions.find(token)));
  expect(first.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect((await sessions.find(tokens[0]!))?.personId).toBe(people[1]!.id);
});

test('a lookup that gets no answer holds nobody up for long', async () => {
  const { pool } = server.identities;
  let release = (): void => {};
  const stuck = new Promise<void>((resolve) => (release = resolve));
  let isFirst = true;
  const slow = {
    query: async (...args: Parameters<Pool['query']>) => {
      const mustWait = isFirst;
      isFirst = false;
      if (mustWait) await stuck;
      return pool.query(...args);
    },
  } as unknown as Pool;
  const sessions = new SessionLookup(slow);
  const waiting = sessions.find(people[1]!.session.token);
  await Promise.resolve();
  expect((await sessions.find(people[2]!.session.token))?.personId).toBe(people[2]!.id);
  release();
  expect((await waiting)?.personId).toBe(people[1]!.id);
});

/** The pool's `query`, of which the first statement is none that PostgreSQL understands. */
function failFirst(pool: Pool): (config: object) => Promise<unknown> {
  let calls = 0;
  return (config) => (calls++ === 0 ? pool.query('SELECT nonsense') : pool.query(config as never));
}
