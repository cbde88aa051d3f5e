import { join } from 'node:path';
import { type EmbeddedPostgres, startPostgres } from '../postgres.ts';
import { withClient } from '../postgres/prepare-database.ts';
import { checkDatabase, checkServingRoles, createExtensions, createServingRoles, inspectDatabase } from './given-database.ts';
import { StartProblem } from './steps.ts';

/** The database that the product runs on, by the addresses of its three roles. */
export interface Database {
  /** Whose it is, without passwords, for the screen. */
  description: string;
  /** What tells this database from another one that the same clone may be started with. */
  identity: string;
  embedded: boolean;
  owner: string;
  app: string;
  relay: string;
  /** Deletes all that is in it; only for one of ours. */
  empty?: () => Promise<void>;
  stop: () => Promise<void>;
}

/**
 * The embedded PostgreSQL in `dataDir`, or the one that `DATABASE_URL` names. Of three addresses: `DATABASE_URL` serves requests,
 * `DATABASE_OWNER_URL` migrates, `DATABASE_RELAY_URL` reads event ids. `DATABASE_URL` alone is taken for the owner's, and the two
 * serving roles are created through it. What is wrong with an address is a `StartProblem` in words.
 */
export async function chooseDatabase(dataDir: string, env: NodeJS.ProcessEnv): Promise<Database> {
  const { DATABASE_URL: app, DATABASE_OWNER_URL: owner, DATABASE_RELAY_URL: relay } = env;
  if (!app && !owner && !relay) return embeddedDatabase(await startPostgres({ dataDir, purpose: 'product' }));
  if (!app) throw new StartProblem('DATABASE_OWNER_URL or DATABASE_RELAY_URL is set, but DATABASE_URL is not. See README, "With your own PostgreSQL".');
  if (Boolean(owner) !== Boolean(relay)) throw new StartProblem('Set DATABASE_URL, DATABASE_OWNER_URL and DATABASE_RELAY_URL, or DATABASE_URL alone with the owner’s role. See README, "With your own PostgreSQL".');
  const urls = owner && relay ? await checkThree({ owner, app, relay }) : await deriveFromOwner(app, join(dataDir, 'database-passwords.json'));
  const { host, pathname } = new URL(urls.owner);
  const where = `${host}${pathname}`;
  return { ...urls, embedded: false, description: `yours at ${where}`, identity: where, stop: async () => undefined };
}

function embeddedDatabase(postgres: EmbeddedPostgres): Database {
  return {
    description: `embedded, ${postgres.adopted ? 'already running' : 'started'}, port ${postgres.port}`,
    identity: postgres.systemIdentifier,
    embedded: true,
    owner: postgres.url('owner'),
    app: postgres.url('app'),
    relay: postgres.url('relay'),
    empty: () => postgres.renew(),
    stop: postgres.stop,
  };
}

type Urls = Pick<Database, 'owner' | 'app' | 'relay'>;

async function checkThree(urls: Urls): Promise<Urls> {
  const found = {
    owner: await inspectDatabase('DATABASE_OWNER_URL', urls.owner),
    app: await inspectDatabase('DATABASE_URL', urls.app),
    relay: await inspectDatabase('DATABASE_RELAY_URL', urls.relay),
  };
  checkDatabase(found);
  await createExtensions(urls.owner);
  return urls;
}

async function deriveFromOwner(owner: string, passwordFile: string): Promise<Urls> {
  const found = await inspectDatabase('DATABASE_URL', owner);
  checkDatabase({ owner: found });
  const roles = await withClient(owner, (client) => createServingRoles(client, found, passwordFile));
  const as = ({ name, password }: { name: string; password: string }) => {
    const url = new URL(owner);
    url.username = name;
    url.password = password;
    return url.href;
  };
  const urls = { owner, app: as(roles.app), relay: as(roles.relay) };
  await checkServingRoles(urls);
  await createExtensions(owner);
  return urls;
}
