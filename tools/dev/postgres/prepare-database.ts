import pg from 'pg';
import type { ClusterPurpose } from './cluster.ts';
import { type DatabaseRole, type Passwords, ROLE_NAMES } from './passwords.ts';

/** The product's database on an embedded server. */
export const DATABASE = 'milepost';

/** What the migrations rely on; all of them are such that a database's owner may create them. */
export const EXTENSIONS = ['pg_trgm', 'btree_gist', 'unaccent'];

/** Opens a connection, hands it to `work` and closes it whatever happens. */
export async function withClient<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  // A server that goes away ends the connection with an event; the failed query tells its caller anyway.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Brings roles, database, rights and extensions to what the product needs; repeating it changes nothing. The owner owns the database and
 * migrates; `app` and `relay` own nothing, create nothing in `public`, and no row-level security steps aside for any of them.
 * On a test server the owner may also create databases: each test worker copies the migrated one.
 *
 * @param copyOf what the product's database is made from where there is none
 */
export async function prepareDatabase(urlOf: (database: string) => string, passwords: Passwords, purpose: ClusterPurpose, copyOf = 'template0'): Promise<void> {
  await withClient(urlOf('postgres'), async (client) => {
    for (const role of ['owner', 'app', 'relay'] as const) await prepareRole(client, role, passwords, purpose);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) {
      await client.query(
        `create database ${DATABASE} owner ${ROLE_NAMES.owner} template ${copyOf} strategy file_copy encoding 'UTF8'
           locale_provider builtin builtin_locale 'C.UTF-8' locale 'C'`,
      );
    }
    await client.query(`revoke all on database ${DATABASE} from public`);
    await client.query(`grant connect, temporary on database ${DATABASE} to ${ROLE_NAMES.app}`);
    await client.query(`grant connect on database ${DATABASE} to ${ROLE_NAMES.relay}`);
  });
  await withClient(urlOf(DATABASE), async (client) => {
    await client.query('revoke create on schema public from public');
    for (const extension of EXTENSIONS) await client.query(`create extension if not exists ${extension}`);
  });
}

async function prepareRole(client: pg.Client, role: Exclude<DatabaseRole, 'superuser'>, passwords: Passwords, purpose: ClusterPurpose): Promise<void> {
  const name = ROLE_NAMES[role];
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [name]);
  const createDatabases = role === 'owner' && purpose === 'test' ? 'createdb' : 'nocreatedb';
  const rights = `login nosuperuser nobypassrls nocreaterole noreplication ${createDatabases}`;
  await client.query(`${rowCount === 0 ? 'create' : 'alter'} role ${name} ${rights} password ${client.escapeLiteral(passwords[role])}`);
}
