import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { loadSecret, ROLE_NAMES } from '../postgres/passwords.ts';
import { EXTENSIONS, withClient } from '../postgres/prepare-database.ts';
import { StartProblem } from './steps.ts';

const OLDEST_VERSION = 15;

/** What a server said of itself and of the role that asked. */
export interface Inspection {
  variable: string;
  version: number;
  database: string;
  role: string;
  superuser: boolean;
  bypassesRowSecurity: boolean;
  mayCreateRoles: boolean;
  mayCreateSchemas: boolean;
}

/** Asks the database at `url`; what prevents it is a `StartProblem` that names `variable` and never the password. */
export async function inspectDatabase(variable: string, url: string): Promise<Inspection> {
  const where = describe(variable, url);
  try {
    return await withClient(url, async (client) => {
      const { rows } = await client.query<Omit<Inspection, 'variable'>>(`
        select current_setting('server_version_num')::int / 10000 as version, current_database() as database, rolname as role, rolsuper as superuser,
               rolsuper or rolbypassrls as "bypassesRowSecurity", rolsuper or rolcreaterole as "mayCreateRoles",
               has_database_privilege(current_database(), 'create')
                 and coalesce(has_schema_privilege(to_regnamespace('public')::oid, 'create'), true) as "mayCreateSchemas"
          from pg_roles where rolname = current_user`);
      return { variable, ...(rows[0] as Omit<Inspection, 'variable'>) };
    });
  } catch (error) {
    throw new StartProblem(`${where} ${explain(error as NodeJS.ErrnoException)}`);
  }
}

/** Refuses what Milepost cannot run on: an old server, an owner that may not migrate, a serving role that row-level security would not hold. */
export function checkDatabase({ owner, app, relay }: { owner: Inspection; app?: Inspection; relay?: Inspection }): void {
  if (owner.version < OLDEST_VERSION) throw new StartProblem(`${owner.variable} leads to PostgreSQL ${owner.version}; Milepost needs ${OLDEST_VERSION} or newer.`);
  if (!owner.mayCreateSchemas) throw new StartProblem(`The role "${owner.role}" (${owner.variable}) may not create anything in the database "${owner.database}". As its owner: grant create on database "${owner.database}" to "${owner.role}"; grant create on schema public to "${owner.role}";`);
  for (const serving of [app, relay]) {
    if (!serving) continue;
    if (serving.database !== owner.database) throw new StartProblem(`${serving.variable} and ${owner.variable} name two databases ("${serving.database}", "${owner.database}"); they must be one.`);
    if (serving.role === owner.role) throw new StartProblem(`${serving.variable} and ${owner.variable} use the same role "${owner.role}". The role that serves must own nothing: tenants are kept apart by that.`);
    if (serving.bypassesRowSecurity) throw new StartProblem(`The role "${serving.role}" (${serving.variable}) steps around row-level security, which keeps tenants apart. Run: alter role "${serving.role}" nosuperuser nobypassrls;`);
  }
}

interface ServingRole {
  name: string;
  password: string;
}

/**
 * Creates the roles `milepost_app` and `milepost_relay` on a server that was given by its owner's address alone, or uses those that this
 * clone created before (their passwords are in `passwordFile`). Refuses where the owner may not, with the statements to run instead.
 */
export async function createServingRoles(client: pg.Client, owner: Inspection, passwordFile: string): Promise<{ app: ServingRole; relay: ServingRole }> {
  const passwords = JSON.parse(loadSecret(passwordFile, () => JSON.stringify({ app: randomBytes(24).toString('base64url'), relay: randomBytes(24).toString('base64url') }))) as Record<'app' | 'relay', string>;
  const roles = { app: { name: ROLE_NAMES.app, password: passwords.app }, relay: { name: ROLE_NAMES.relay, password: passwords.relay } };
  const { rows } = await client.query<{ rolname: string }>('select rolname from pg_roles where rolname = any($1)', [[roles.app.name, roles.relay.name]]);
  const missing = Object.values(roles).filter(({ name }) => !rows.some(({ rolname }) => rolname === name));
  if (missing.length > 0 && !owner.mayCreateRoles) throw new StartProblem(howToCreateRoles(owner));
  for (const { name, password } of missing) await client.query(`create role ${name} login nosuperuser nobypassrls nocreatedb nocreaterole password ${client.escapeLiteral(password)}`);
  for (const { name } of Object.values(roles)) await client.query(`grant connect on database ${client.escapeIdentifier(owner.database)} to ${name}`);
  return roles;
}

/** Refuses serving roles that exist already with passwords that this clone does not know: another installation's, on the same server. */
export async function checkServingRoles({ app, relay }: { app: string; relay: string }): Promise<void> {
  for (const url of [app, relay]) {
    const name = new URL(url).username;
    try {
      await withClient(url, (client) => client.query('select'));
    } catch (error) {
      throw new StartProblem(
        `The server has a role "${name}" already, made by another installation, and does not let this one use it (${(error as Error).message}).\n` +
          'Set DATABASE_URL, DATABASE_OWNER_URL and DATABASE_RELAY_URL to three roles of this installation.',
      );
    }
  }
}

/** Creates the extensions that the migrations rely on, all of them such that a database's owner may; refuses with what is missing. */
export async function createExtensions(owner: string): Promise<void> {
  await withClient(owner, async (client) => {
    for (const extension of EXTENSIONS) {
      try {
        await client.query(`create extension if not exists ${extension}`);
      } catch (error) {
        throw new StartProblem(`The extension ${extension} is missing in your database and cannot be created: ${(error as Error).message}`);
      }
    }
  });
}

function howToCreateRoles({ role, database }: Inspection): string {
  return [
    `DATABASE_URL is the only address given, and its role "${role}" may not create the roles that serve requests. As a superuser, run`,
    ...[ROLE_NAMES.app, ROLE_NAMES.relay].map((name) => `  create role ${name} login nosuperuser nobypassrls password '…'; grant connect on database "${database}" to ${name};`),
    `and set DATABASE_OWNER_URL to the address you gave, DATABASE_URL to ${ROLE_NAMES.app}’s and DATABASE_RELAY_URL to ${ROLE_NAMES.relay}’s.`,
  ].join('\n');
}

function describe(variable: string, url: string): string {
  if (!URL.canParse(url)) throw new StartProblem(`${variable} is not an address. It looks like postgres://role:password@host:5432/database`);
  const { protocol, host, pathname, username } = new URL(url);
  if (protocol !== 'postgres:' && protocol !== 'postgresql:') throw new StartProblem(`${variable} begins with "${protocol}//"; it must begin with postgres://`);
  return `${variable} (role "${decodeURIComponent(username)}", database "${decodeURIComponent(pathname.slice(1))}" at ${host}):`;
}

const CAUSES: Record<string, string> = {
  ECONNREFUSED: 'no PostgreSQL answers there. Does it run, and is the port right?',
  ENOTFOUND: 'no such host.',
  EAI_AGAIN: 'no such host.',
  '28P01': 'the password is wrong, or there is no such role.',
  '3D000': 'the server has no such database.',
  '53300': 'the server has no connection left.',
};

function explain({ code, message }: NodeJS.ErrnoException): string {
  return CAUSES[code ?? ''] ?? `no connection: ${message || code || 'no reason given'}`;
}
