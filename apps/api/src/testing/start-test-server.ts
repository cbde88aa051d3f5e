import { createHmac, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import type { Config } from '../config.ts';
import { createServer, type MilepostServer } from '../create-server.ts';
import { TestClient } from '../platform/testing/graphql-client.ts';
import { TestSocket, type SocketOptions } from '../platform/testing/socket-client.ts';
import type { TestDatabase } from '../platform/testing/test-database.ts';

/** Somebody who can sign in. */
export interface TestPerson {
  readonly organizationId: string;
  readonly id: string;
}

/** A session, inserted as signing in would leave it. */
export interface TestSession extends TestClient {
  readonly token: string;
  /** Opens a socket with the session's cookie. */
  socket(options?: SocketOptions): Promise<TestSocket>;
}

/** When a session began, and when it was last used; by default just now. */
export interface SessionTimes {
  readonly createdAt?: Date;
  readonly lastSeenAt?: Date;
}

/** A server in this process, on a port of its own. */
export interface TestServer extends MilepostServer {
  readonly url: string;
  readonly config: Config;
  /** Lines that it has logged from the level `warn` on. */
  readonly logs: readonly string[];
  /** A caller who has not signed in. */
  anonymous(headers?: Readonly<Record<string, string>>): TestClient;
  withKey(key: string): TestClient;
  /** Signs somebody in without a password: the test is about something else. */
  signInAs(person: TestPerson, times?: SessionTimes): Promise<TestSession>;
}

const secret = 'a secret that is known to tests only';

/** The settings of a server on a test's database: any port, free queries, small pools. */
export async function testConfig(database: TestDatabase, overrides: Partial<Config> = {}): Promise<Config> {
  return {
    host: '127.0.0.1',
    port: 0,
    databaseUrl: database.url.app,
    relayUrl: database.url.relay,
    secret,
    dataDir: overrides.dataDir ?? (await mkdtemp(join(tmpdir(), 'milepost-api-test-'))),
    publicUrl: undefined,
    staticDirs: { admin: undefined, learner: undefined },
    roles: new Set(['web', 'worker']),
    leaseSeconds: 10,
    poolSize: 10,
    logLevel: 'warn',
    freeQueries: true,
    ...overrides,
  };
}

/** Starts the product on a test's database. */
export async function startTestServer(database: TestDatabase, overrides: Partial<Config> = {}, clock?: () => Date): Promise<TestServer> {
  const config = await testConfig(database, overrides);
  const logs: string[] = [];
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      logs.push(chunk.toString('utf8'));
      done();
    },
  });
  const server = await createServer(config, pino({ level: config.logLevel }, stream), clock);
  const url = `http://127.0.0.1:${server.port}`;
  return {
    ...server,
    url,
    config,
    logs,
    anonymous: (headers) => new TestClient(url, headers),
    withKey: (key) => new TestClient(url, { authorization: `Bearer ${key}` }),
    signInAs: (person, times) => openSession(server, url, person, times),
    stop: async () => {
      await server.stop();
      if (!overrides.dataDir) await rm(config.dataDir, { recursive: true, force: true });
    },
  };
}

async function openSession(server: MilepostServer, url: string, person: TestPerson, times: SessionTimes = {}): Promise<TestSession> {
  const { pool, cookieName } = server.identities;
  const token = randomBytes(24).toString('hex');
  const createdAt = times.createdAt ?? new Date();
  await pool.query(
    `INSERT INTO auth."user" (id, name, email, "emailVerified") VALUES ($1, $1, $2, true) ON CONFLICT DO NOTHING`,
    [person.id, `${person.id}@${person.organizationId}.invalid`],
  );
  await pool.query(`INSERT INTO auth.person_account (user_id, organization_id, person_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`, [
    person.id,
    person.organizationId,
    person.id,
  ]);
  await pool.query(
    `INSERT INTO auth.session (id, token, "expiresAt", "createdAt", "updatedAt", "lastSeenAt", "userId", "organizationId", "personId")
     SELECT $1, $2, now() + interval '1 day', $3, now(), $4, user_id, organization_id, person_id FROM auth.person_account
     WHERE organization_id = $5 AND person_id = $6`,
    [randomBytes(12).toString('hex'), token, createdAt, times.lastSeenAt ?? createdAt, person.organizationId, person.id],
  );
  const signature = createHmac('sha256', secret).update(token).digest('base64');
  const cookie = `${cookieName}=${encodeURIComponent(`${token}.${signature}`)}`;
  const client = new TestClient(url, { cookie });
  return Object.assign(client, {
    token,
    socket: (options: SocketOptions = {}) => TestSocket.open(url, { ...options, headers: { cookie, ...options.headers } }),
  });
}
