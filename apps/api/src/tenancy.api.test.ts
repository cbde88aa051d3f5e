import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makeSchema } from './build-schema.ts';
import { assignPlan } from './features/assignments/assignment.factory.ts';
import { newId } from './platform/database/new-id.ts';
import { eventually } from './platform/testing/eventually.ts';
import type { TestClient } from './platform/testing/graphql-client.ts';
import { openTestDatabase, type TestDatabase } from './platform/testing/test-database.ts';
import { buildWorld, type World } from './testing/build-world.ts';
import { findIdPlaces, type IdPlace } from './testing/generate-calls.ts';
import { startTestServer, type TestServer, type TestSession } from './testing/start-test-server.ts';

let database: TestDatabase;
let server: TestServer;
let ours: World;
let theirs: World;
let admin: TestSession;

beforeAll(async () => {
  database = await openTestDatabase();
  server = await startTestServer(database, { roles: new Set(['web']) });
  ours = await buildWorld(server.services.database, 'Ours');
  theirs = await buildWorld(server.services.database, 'Theirs');
  admin = await server.signInAs(ours.admin);
});

afterAll(async () => {
  await server.stop();
  await database.close();
});

const places = findIdPlaces(await makeSchema());
const overHttp = places.filter((place) => place.operation !== 'subscription');

/** What came back, with everything taken out that differs from call to call. */
async function answerTo(client: TestClient, place: IdPlace, id: string): Promise<string> {
  const { status, text } = await client.graphql(place.text, place.variables(id));
  expect(`${status} ${text}`).not.toContain('INTERNAL_SERVER_ERROR');
  return `${status} ${text}`
    .replaceAll(id, '<id>')
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<made>')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<now>')
    .replace(/"(hint|key|learnerPath|adminPath|cursor|code)":"[^"]*"/g, (whole, name: string) => (name === 'code' && !whole.includes('P-') ? whole : `"${name}":"<made>"`))
    .replace(/P-\d{4}/g, '<code>')
    .replace(/"number":\d+/g, '"number":0');
}

describe("another organization's ids", () => {
  test('are looked for in every operation that takes an id', () => {
    const named = new Set(places.map((place) => place.field));
    expect([...named]).toEqual(expect.arrayContaining(['person', 'enrollment', 'recordProgress', 'previewAssignment', 'commitOperation', 'planProgressChanged']));
    expect(overHttp.length).toBeGreaterThan(40);
  });

  test.each(overHttp.map((place) => [`${place.field} (${place.path})`, place] as const))('%s answers as to an unknown id', async (_name, place) => {
    const unknown = await answerTo(admin, place, newId());
    const answers = await Promise.all(Object.entries(theirs.ids).map(async ([kind, id]) => [kind, await answerTo(admin, place, id)] as const));
    expect(answers).toEqual(answers.map(([kind]) => [kind, unknown]));
    expect(unknown).not.toContain('Theirs');
  });

  test.each(overHttp.map((place) => [`${place.field} (${place.path})`, place] as const))('%s takes what is no id as an unknown one', async (_name, place) => {
    const unknown = await answerTo(admin, place, newId());
    for (const id of ['not-an-id', '', "' OR true --", '00000000-0000-0000-0000-000000000000']) {
      const { status, text } = await admin.graphql(place.text, place.variables(id));
      expect({ id, status, text: /INTERNAL|syntax|invalid input/i.test(text) ? text : '' }).toEqual({ id, status: Number(unknown.slice(0, 3)), text: '' });
    }
  });

  test('an API key of one organization reads nothing of the other', async () => {
    const partner = server.withKey(ours.apiClient.key);
    for (const place of overHttp.filter((each) => each.operation === 'query')) {
      const unknown = await answerTo(partner, place, newId());
      const answers = await Promise.all(Object.values(theirs.ids).map((id) => answerTo(partner, place, id)));
      expect(new Set(answers)).toEqual(new Set([unknown]));
    }
  });

  test('a subscription to them says what one to an unknown id says, and hears nothing of what happens there', async () => {
    const watched = places.filter((place) => place.operation === 'subscription');
    expect(watched.length).toBeGreaterThan(2);
    const subscribed = await Promise.all(
      // Each on a socket of its own: together they are more than one may hold.
      watched.map(async (place) => {
        const socket = await admin.socket();
        const ids = Object.values(theirs.ids).slice(0, 6).concat(theirs.planId, theirs.operationId, newId()).slice(-3).map((id) => socket.subscribe(place.text, place.variables(id)));
        return { socket, ids };
      }),
    );
    const comeBy = () => Promise.all(subscribed.map(({ socket }) => socket.first(socket.subscribe('{ viewer { id } }'), 'complete')));
    await comeBy();
    await assignPlan(server.services.database, theirs.caller, theirs.planId, { name: 'Once more' });
    const [last] = await database.asOwner<{ xid: string }>('SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS xid');
    await assignPlan(server.services.database, ours.caller, ours.planId, { name: 'Ours again' });
    await eventually('the feed has come by', () => server.services.feed.readUpTo.xid >= BigInt(last!.xid));
    await comeBy();
    for (const { socket, ids } of subscribed) {
      const answers = ids.map((id) => socket.frames.filter((frame) => frame.id === id).map((frame) => [frame.type, frame.payload]));
      expect(answers.every((answer) => JSON.stringify(answer) === JSON.stringify(answers[0]))).toBe(true);
      expect(JSON.stringify(answers)).not.toContain('Theirs');
      expect(answers.flat().filter(([type]) => type === 'next')).toEqual([]);
      socket.cut();
    }
  });
});
