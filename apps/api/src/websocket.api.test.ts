import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildApiClient, buildGrant } from './features/access/caller.factory.ts';
import { buildPlan } from './features/learning-plans/learning-plan.factory.ts';
import { assignPlan } from './features/assignments/assignment.factory.ts';
import { buildPeople, buildPerson } from './features/people-import/person.factory.ts';
import { eventually } from './platform/testing/eventually.ts';
import { TestSocket } from './platform/testing/socket-client.ts';
import { openTestDatabase, type TestDatabase } from './platform/testing/test-database.ts';
import { buildWorld, type World } from './testing/build-world.ts';
import { startTestServer, type TestServer } from './testing/start-test-server.ts';

let database: TestDatabase;
let server: TestServer;
let world: World;

beforeAll(async () => {
  database = await openTestDatabase();
  server = await startTestServer(database, { roles: new Set(['web']) });
  world = await buildWorld(server.services.database);
});

afterAll(async () => {
  await server.stop();
  await database.close();
});

const viewer = '{ viewer { id kind } }';
const changes = 'subscription ($after: Cursor) { enrollmentChanged(filter: {}, after: $after) { cursor type enrollmentIds } }';
const connectWithKey = (key = world.apiClient.key) => TestSocket.open(server.url, { connectionParams: { authorization: `Bearer ${key}` } });

interface Change {
  readonly data: { readonly enrollmentChanged: { readonly cursor: string; readonly enrollmentIds: readonly string[] } };
}

/** One event of one enrollment, as the product writes it. */
function touch(enrollmentId: string, times = 1): Promise<void> {
  return server.services.database.write({ organizationId: world.organizationId }, (transaction) =>
    transaction.emit(...Array.from({ length: times }, () => ({ type: 'enrollment.changed', ids: { enrollmentId, subjectId: world.planId, personId: world.learner.id } }))),
  );
}

describe('the protocol', () => {
  test('who says nothing for three seconds is let go', async () => {
    const started = performance.now();
    const socket = await TestSocket.open(server.url, { silent: true });
    expect((await socket.whenClosed(6)).code).toBe(4408);
    expect(performance.now() - started).toBeGreaterThan(2_800);
  });

  test('who is not signed in, or has a wrong key, is let go with 4401', async () => {
    for (const connectionParams of [{}, { authorization: 'Bearer nonsense' }, { authorization: `Bearer ${world.apiClient.key.slice(0, -2)}AA` }, { authorization: 1 }]) {
      const socket = await TestSocket.open(server.url, { connectionParams });
      expect((await socket.whenClosed()).code).toBe(4401);
    }
  });

  test.each([
    ['a subscription before the connection', { type: 'subscribe', id: '1', payload: { query: viewer } }, 4401],
    ['what is no JSON', 'nonsense', 4400],
    ['what is no message', '{"type":"other"}', 4400],
    ['a message that is too large', JSON.stringify({ type: 'ping', payload: { text: 'x'.repeat(70_000) } }), 1009],
  ] as const)('%s ends the socket with its code', async (_name, frame, code) => {
    const socket = await TestSocket.open(server.url, { silent: true });
    socket.send(frame);
    expect((await socket.whenClosed()).code).toBe(code);
  });

  test('a second connection_init and a doubled id end the socket with their codes', async () => {
    const twice = await connectWithKey();
    twice.send({ type: 'connection_init' });
    expect((await twice.whenClosed()).code).toBe(4429);
    const doubled = await connectWithKey();
    const frame = { type: 'subscribe', id: 'same', payload: { query: 'subscription { enrollmentChanged(filter: {}) { cursor } }' } };
    doubled.send(frame);
    doubled.send(frame);
    expect((await doubled.whenClosed()).code).toBe(4409);
  });

  test('a socket holds so many subscriptions and no more; an ended one makes room', async () => {
    const socket = await connectWithKey();
    const ids = Array.from({ length: 31 }, () => socket.subscribe(changes));
    const [error] = await socket.first<{ extensions: { code: string } }[]>(ids[30]!, 'error');
    expect(error?.extensions.code).toBe('TOO_MANY_SUBSCRIPTIONS');
    socket.send({ type: 'complete', id: ids[0]! });
    const answered = await eventually('there is room again', async () => {
      const query = socket.subscribe(viewer);
      await eventually('an answer', () => socket.frames.some((frame) => frame.id === query));
      return socket.payloads(query)[0];
    });
    expect(answered).toEqual({ data: { viewer: { id: world.apiClient.id, kind: 'API_CLIENT' } } });
    socket.cut();
  });

  test('a person may send trusted documents only when free queries are off; a partner may ask its own', async () => {
    const strict = await startTestServer(database, { roles: new Set(['web']), freeQueries: false });
    const session = await strict.signInAs(world.admin);
    const socket = await session.socket();
    const [error] = await socket.first<{ extensions: { code: string } }[]>(socket.subscribe(viewer), 'error');
    expect(error?.extensions.code).toBe('DOCUMENT_NOT_TRUSTED');
    const http = await session.graphql(viewer);
    expect([http.status, http.body.errors?.[0]?.extensions.code]).toEqual([400, 'DOCUMENT_NOT_TRUSTED']);
    expect((await strict.withKey(world.apiClient.key).graphql(viewer)).status).toBe(200);
    socket.cut();
    await strict.stop();
  });

  test('a server that stops tells its sockets to come back', async () => {
    const other = await startTestServer(database, { roles: new Set(['web']) });
    const socket = await (await other.signInAs(world.admin)).socket();
    await other.stop();
    expect((await socket.whenClosed()).code).toBe(1001);
  });
});

describe('live events', () => {
  test('a partner whose socket is cut again and again resumes from its cursor: none lost, none doubled [U12]', async () => {
    const total = 120;
    const people = await buildPeople(server.services.database, world.organizationId, Array.from({ length: total }, () => ({})));
    const planId = await buildPlan(server.services.database, world.caller, { milestones: [{ items: [world.course.id] }] });
    const begin = await connectWithKey();
    const first = begin.subscribe(changes);
    await touch(world.ids.enrollment!);
    let cursor = (await begin.first<Change>(first)).data.enrollmentChanged.cursor;
    begin.cut();
    await assignPlan(server.services.database, world.caller, planId, { audience: { kind: 'PEOPLE', personIds: people.map((person) => person.id) as never } });
    const rows = await server.services.database.read({ organizationId: world.organizationId }, (transaction) =>
      transaction.query<{ id: string }>('SELECT id FROM enrollment WHERE plan_id = $1 ORDER BY id', [planId]),
    );
    // A few more are written while each connection listens, so that there are many connections however fast either side is.
    const atOnce = 8;
    let written = 0;
    let writing = Promise.resolve();
    const write = async (part: typeof rows): Promise<void> => {
      for (const row of part) await touch(row.id);
    };
    const seen: string[] = [];
    const cursors = new Set<string>();
    let cuts = 0;
    while (seen.length < total) {
      const part = rows.slice(written, (written += atOnce));
      writing = writing.then(() => write(part));
      const socket = await connectWithKey();
      const id = socket.subscribe(changes, { after: cursor });
      await eventually('something more', () => socket.payloads(id).length >= 5 || seen.length + socket.payloads(id).length >= total);
      socket.cut();
      for (const { data } of socket.payloads<Change>(id)) {
        ({ cursor } = data.enrollmentChanged);
        expect(cursors.has(cursor)).toBe(false);
        cursors.add(cursor);
        if (data.enrollmentChanged.enrollmentIds.length === 1) seen.push(...data.enrollmentChanged.enrollmentIds);
      }
      cuts++;
    }
    await writing;
    expect(cuts).toBeGreaterThanOrEqual(total / atOnce);
    expect(seen).toEqual(rows.map((row) => row.id));
  });

  test('who lets too many events wait is dropped with a code of its own, and resumes from its cursor', async () => {
    const behind = await connectWithKey();
    const id = behind.subscribe(changes);
    await touch(world.ids.enrollment!);
    const { cursor } = (await behind.first<Change>(id)).data.enrollmentChanged;
    await touch(world.ids.enrollment!, 1_200);
    const end = await behind.whenClosed();
    expect([end.code, end.reason]).toEqual([4290, 'SLOW_CONSUMER']);
    const again = await connectWithKey();
    const resumed = again.subscribe(changes, { after: behind.payloads<Change>(id).at(-1)?.data.enrollmentChanged.cursor ?? cursor });
    await eventually('everything that it missed', () => again.payloads(resumed).length + behind.payloads(id).length === 1_201);
    again.cut();
  });

  test('a plan watched by its totals is not dropped however much happens', async () => {
    const socket = await (await server.signInAs(world.admin)).socket();
    const id = socket.subscribe('subscription ($id: ID!) { planProgressChanged(planId: $id) { total } }', { id: world.planId });
    await socket.first(id);
    for (let round = 0; round < 10; round++) await touch(world.ids.enrollment!, 200);
    await touch(world.ids.enrollment!);
    await eventually('an update after the flood', () => socket.payloads(id).length >= 2);
    expect(socket.closed).toBeUndefined();
    expect(socket.payloads(id, 'error')).toEqual([]);
    const seen = socket.payloads(id).length;
    expect(seen).toBeLessThan(12);
    socket.cut();
  });

  test('a cursor that is none is refused', async () => {
    const socket = await connectWithKey();
    const { errors } = await socket.first<{ errors: { extensions: { code: string } }[] }>(socket.subscribe(changes, { after: 'no cursor' }));
    expect(errors.map((error) => error.extensions.code)).toEqual(['BAD_USER_INPUT']);
    socket.cut();
  });
});

describe('an open socket ends when its caller may no longer be served', () => {
  const within5s = async (socket: TestSocket, act: () => Promise<unknown>): Promise<number> => {
    await act();
    const started = performance.now();
    const { code } = await socket.whenClosed(5);
    expect(performance.now() - started).toBeLessThan(5_000);
    return code;
  };

  test('a role is taken away', async () => {
    const person = await buildPerson(server.services.database, world.organizationId);
    const grantId = await buildGrant(server.services.database, person, 'AUDITOR');
    const socket = await (await server.signInAs(person)).socket();
    const id = socket.subscribe(changes);
    const master = await server.signInAs(world.admin);
    const code = await within5s(socket, () => master.ask('mutation ($id: ID!) { endGrant(input: { grantId: $id }) { __typename } }', { id: grantId }));
    expect(code).toBe(4205);
    expect(socket.payloads(id)).toEqual([]);
  });

  test('a role taken away through another process ends it as well', async () => {
    const other = await startTestServer(database, { roles: new Set(['web']) });
    const person = await buildPerson(server.services.database, world.organizationId);
    const grantId = await buildGrant(server.services.database, person, 'SUB_ADMIN');
    const socket = await (await other.signInAs(person)).socket();
    const master = await server.signInAs(world.admin);
    expect(await within5s(socket, () => master.ask('mutation ($id: ID!) { endGrant(input: { grantId: $id }) { __typename } }', { id: grantId }))).toBe(4205);
    await other.stop();
  });

  test('its session is signed out', async () => {
    const session = await server.signInAs(world.learner);
    const [here, elsewhere] = [await session.socket(), await (await server.signInAs(world.learner)).socket()];
    expect(await within5s(here, () => session.send('POST', '/api/session/sign-out', {}))).toBe(4401);
    expect(elsewhere.closed).toBeUndefined();
    elsewhere.cut();
  });

  test('its session has lain idle too long', async () => {
    const almost = new Date(Date.now() - 3_600_000 + 1_500);
    const socket = await (await server.signInAs(world.learner, { createdAt: almost })).socket();
    expect(socket.closed).toBeUndefined();
    expect((await socket.whenClosed(5)).code).toBe(4401);
  });

  test('its API key is revoked', async () => {
    const client = await buildApiClient(server.services.database, world.caller, { scopes: ['read:progress'] });
    const socket = await connectWithKey(client.key);
    const master = await server.signInAs(world.admin);
    expect(await within5s(socket, () => master.ask('mutation ($id: ID!) { revokeApiClient(input: { clientId: $id }) { __typename } }', { id: client.id }))).toBe(4401);
  });
});
