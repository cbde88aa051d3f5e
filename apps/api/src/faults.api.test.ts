import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Query, Resolver } from 'type-graphql';
import { makeSchema } from './build-schema.ts';
import { Guarded, checkPermission, type Permission } from './platform/graphql/guard.ts';
import { openTestDatabase, type TestDatabase } from './platform/testing/test-database.ts';
import type { RequestContext } from './platform/request/request-context.ts';
import { buildWorld, type World } from './testing/build-world.ts';
import { startTestServer, type TestServer, type TestSession } from './testing/start-test-server.ts';

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

const people = '{ people { edges { node { id } } } }';
/** What belongs to the inside: the statement, the table, the reason, a place in the code. */
const inside = /column|relation|SELECT|person|hint|\.ts\b|node_modules|pg_|42\d{3}/i;

describe('a fault of ours', () => {
  /** Breaks a statement of the product for a while, as a forgotten migration would. */
  async function withoutColumn(act: () => Promise<void>): Promise<void> {
    await database.asOwner('ALTER TABLE person RENAME COLUMN display_name TO gone');
    try {
      await act();
    } finally {
      await database.asOwner('ALTER TABLE person RENAME COLUMN gone TO display_name');
    }
  }

  const traceOf = (message: string): string => /[0-9a-f]{8}-[0-9a-f-]{27}|req-\w+/.exec(message)?.[0] ?? 'none';

  test('comes over HTTP as a number under which the log has the rest, and nothing of SQL', async () => {
    await withoutColumn(async () => {
      const { body, status, text } = await admin.graphql(people);
      expect(status).toBe(200);
      expect(body.errors).toHaveLength(1);
      expect(body.errors![0]!.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR' });
      expect(text.replace(/"path":\[[^\]]*\]|"data":.*$/g, '')).not.toMatch(inside);
      const line = server.logs.find((each) => each.includes(traceOf(body.errors![0]!.message)));
      expect(line).toContain('display_name');
    });
    expect((await admin.graphql(people)).body.errors).toBeUndefined();
  });

  test('comes over WebSocket alike, of a query and of a subscription; the socket lives on', async () => {
    const socket = await admin.socket();
    await withoutColumn(async () => {
      const query = await socket.first<{ errors: { message: string; extensions: { code: string } }[] }>(socket.subscribe(people));
      const started = socket.subscribe(`subscription { operationProgress(id: "${world.operationId}") { rows { edges { node { person { displayName } } } } } }`);
      const subscription = await socket.first<{ errors: { message: string; extensions: { code: string } }[] }>(started);
      for (const { errors } of [query, subscription]) {
        expect(errors[0]!.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR' });
        // The number of the trace is made up of chance, and may look like anything.
        expect(errors[0]!.message.replace(traceOf(errors[0]!.message), '')).not.toMatch(inside);
        expect(server.logs.some((each) => each.includes(traceOf(errors[0]!.message)) && each.includes('display_name'))).toBe(true);
      }
    });
    expect(await socket.first(socket.subscribe('{ viewer { kind } }'))).toEqual({ data: { viewer: { kind: 'PERSON' } } });
    socket.cut();
  });
});

describe('deny by default', () => {
  test('a permission that nobody knows lets nobody through, nor do two at once, nor none', async () => {
    const context = { maybeCaller: world.caller } as RequestContext;
    const ask = async (...permissions: Permission[]) => checkPermission({ context }, permissions);
    await expect(ask('SIGNED_IN')).resolves.toBe(true);
    await expect(ask('BURN_DOWN' as Permission)).rejects.toThrow('Not allowed');
    await expect(ask('toString' as Permission)).rejects.toThrow('Not allowed');
    await expect(ask('SIGNED_IN', 'PLAN_READ')).rejects.toThrow('Not allowed');
    await expect(ask()).rejects.toThrow('Not allowed');
    expect(() => checkPermission({ context: { maybeCaller: undefined } as RequestContext }, ['SIGNED_IN'])).toThrow('Not signed in');
  });

  test('a guarded field more lets the schema be built; one without a guard, and the product does not start', async () => {
    class Guardedly {
      openly(): string {
        return 'for whoever is signed in';
      }
    }
    decorate(Guardedly, [Query(() => String, { description: 'Planted by a test.' }), Guarded('SIGNED_IN')]);
    await expect(makeSchema()).resolves.toBeDefined();

    class Unguarded {
      openly(): string {
        return 'for everybody';
      }
    }
    decorate(Unguarded, [Query(() => String, { description: 'Planted by a test.', name: 'openToEverybody' })]);
    await expect(makeSchema()).rejects.toThrow('Unguarded root fields: openToEverybody');
    await expect(startTestServer(database, { roles: new Set(['web']) })).rejects.toThrow('Unguarded root fields: openToEverybody');
  });

  function decorate(target: new () => { openly(): string }, decorators: readonly MethodDecorator[]): void {
    const descriptor = Object.getOwnPropertyDescriptor(target.prototype, 'openly')!;
    Reflect.defineMetadata('design:type', Function, target.prototype as object, 'openly');
    Reflect.defineMetadata('design:paramtypes', [], target.prototype as object, 'openly');
    Reflect.defineMetadata('design:returntype', String, target.prototype as object, 'openly');
    for (const decorator of decorators) decorator(target.prototype as object, 'openly', descriptor);
    Resolver()(target);
  }
});
