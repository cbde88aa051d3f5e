import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { eventually } from './eventually.ts';

/** Who signs in to the database: who owns the schema, the application, or the relay of events and jobs. */
export type TestRole = 'owner' | 'app' | 'relay';

/** A migrated database that nobody else uses. */
export interface TestDatabase {
  readonly name: string;
  readonly url: Readonly<Record<TestRole, string>>;
  /** A connection of its own, closed with the database. */
  connect(role: TestRole): Promise<pg.Client>;
  /** Runs one statement as the owner, fenced by nothing but the policies that hold for the owner too. */
  asOwner<Row extends object>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

/** Copies the migrated database of the run for one test file. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const urls = { owner: givenUrl('TEST_OWNER_URL'), app: givenUrl('TEST_APP_URL'), relay: givenUrl('TEST_RELAY_URL') };
  const template = new URL(urls.owner).pathname.slice(1);
  await asAdministrator(urls.owner, `CREATE DATABASE ${name} TEMPLATE "${template}"`);
  const url = { owner: inDatabase(urls.owner, name), app: inDatabase(urls.app, name), relay: inDatabase(urls.relay, name) };
  const clients: pg.Client[] = [];
  let owner: Promise<pg.Client> | undefined;
  const connect = async (role: TestRole): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: url[role] });
    // Tests end connections on purpose; whoever waits for an answer hears of it anyway.
    client.on('error', () => {});
    await client.connect();
    clients.push(client);
    return client;
  };
  return {
    name,
    url,
    connect,
    asOwner: async <Row extends object>(sql: string, parameters: readonly unknown[] = []) => {
      owner ??= connect('owner');
      return (await (await owner).query<Row>(sql, [...parameters])).rows;
    },
    close: async () => {
      await Promise.all(clients.map((client) => client.end().catch(() => {})));
      await drop(urls.owner, name);
    },
  };
}

/** The server's own vacuum of the database can only be waited for: it is not the owner's to end. */
async function drop(ownerUrl: string, name: string): Promise<void> {
  await eventually('the database can be dropped', async () => {
    try {
      await asAdministrator(ownerUrl, `DROP DATABASE ${name} WITH (FORCE)`);
      return true;
    } catch (error) {
      if ((error as { code?: string }).code !== '42501') throw error;
      return false;
    }
  });
}

function givenUrl(name: string): string {
  const url = process.env[name];
  if (!url) throw new Error(`${name} is not set: run these tests by jest, whose setup starts a database`);
  return url;
}

function inDatabase(url: string, database: string): string {
  const parsed = new URL(url);
  parsed.pathname = `/${database}`;
  return parsed.href;
}

async function asAdministrator(ownerUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inDatabase(ownerUrl, 'postgres') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
