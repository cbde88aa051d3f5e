import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadSecret } from '../postgres/passwords.ts';
import { withClient } from '../postgres/prepare-database.ts';
import { withLock } from '../with-lock.ts';
import { siteOf } from './build-product.ts';
import { chooseDatabase, type Database } from './choose-database.ts';
import { choosePort } from './choose-port.ts';
import { accountLines, demoAccounts, type DemoAccount } from './demo-accounts.ts';
import { runToEnd } from './run-to-end.ts';
import type { Running } from './run-until-stopped.ts';
import { step } from './steps.ts';
import { supervise, type Supervised, waitUntilReady } from './supervise.ts';
import { serverOptions } from './server-options.ts';

/** What a start needs to know: the clone, the caller's environment, and how the product is built. */
export interface StartOptions {
  root: string;
  env: NodeJS.ProcessEnv;
  build: (root: string, signal: AbortSignal) => Promise<string>;
}

/** The database, migrated, with the demonstration organization where one is wanted, and the environment in which the API serves from it. */
export interface Prepared {
  database: Database;
  serverEnv: NodeJS.ProcessEnv;
  accounts: DemoAccount[];
}

/** Starts database, migrations and demonstration organization. What runs is added to `running` at once, so that it can be stopped at any moment. */
export async function prepare({ root, env }: Omit<StartOptions, 'build'>, running: Running): Promise<Prepared> {
  const dataDir = join(root, '.data');
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const database = await step('Database', async () => {
    const chosen = await chooseDatabase(dataDir, env);
    running.stops.push(() => chosen.stop());
    running.signal.throwIfAborted();
    return chosen;
  }, ({ description }) => description);
  const { DATABASE_OWNER_URL: _, ...others } = env;
  const serverEnv = {
    ...others,
    DATABASE_URL: database.app,
    DATABASE_RELAY_URL: database.relay,
    MILEPOST_SECRET: env.MILEPOST_SECRET ?? loadSecret(join(dataDir, 'secret'), () => randomBytes(32).toString('base64url')).trim(),
    DATA_DIR: env.DATA_DIR ?? dataDir,
  };
  const ownerEnv = {
    ...serverEnv,
    DATABASE_OWNER_URL: database.owner,
    DATABASE_APP_ROLE: new URL(database.app).username,
    DATABASE_RELAY_ROLE: new URL(database.relay).username,
  };
  const run = (what: string, script: string) => runToEnd(what, ['--enable-source-maps', join(root, 'apps/api/dist', script)], { cwd: root, env: ownerEnv, signal: running.signal });
  const migrate = () => run('The migration', 'migrate.js');
  const wantsDemo = env.MILEPOST_DEMO ? env.MILEPOST_DEMO === '1' : database.embedded;
  // Of two starts at once the second finds what the first has made.
  const accounts = await withLock(join(dataDir, 'prepare.lock'), async () => {
    await step('Migrations', migrate);
    if (!wantsDemo) return [];
    const { empty } = database;
    const startAnew = empty && (() => empty().then(migrate).then(() => undefined));
    const seed = () => run('Loading the demonstration organization', 'seed.js');
    return step(
      'Demonstration organization',
      () => demoAccounts(join(dataDir, 'demo-accounts.json'), database.identity, { seed, startAnew }),
      ({ length }) => (length > 0 ? 'there' : 'not loaded: the database has an organization of its own'),
    );
  });
  return { database, serverEnv, accounts };
}

/** Does everything from the build to the printed addresses; resolves with the API that serves. */
export async function startProduct(options: StartOptions, running: Running): Promise<Supervised> {
  const { root, env } = options;
  const host = env.HOST || '127.0.0.1';
  const reserved = await choosePort(host, env.PORT);
  await step('Build', () => options.build(root, running.signal), String);
  const { serverEnv, accounts } = await prepare(options, running);
  const origin = originOf(host, reserved.port);
  const api = await step('API', async () => {
    const started = supervise([...serverOptions, join(root, 'apps/api/dist/server.js')], {
      cwd: root,
      logFile: join(root, '.data', `api-${reserved.port}.log`),
      env: { ...serverEnv, HOST: host, PORT: String(reserved.port), STATIC_ADMIN_DIR: siteOf(root, 'admin'), STATIC_LEARNER_DIR: siteOf(root, 'learner') },
    });
    running.stops.push((force) => started.stop(force));
    await waitUntilReady(`${origin}/readyz`, started, running.signal);
    return started;
  }, () => 'ready');
  printAddresses(origin, accounts);
  if (!(await hasOrganization(serverEnv.DATABASE_URL))) console.log(howToBegin(origin));
  return api;
}

/** The address by which a browser on this machine reaches what listens on `host`. */
export function originOf(host: string, port: number): string {
  if (host === '0.0.0.0' || host === '::') return `http://localhost:${port}`;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Whether somebody can sign in; of a database that cannot be asked nothing is said. */
async function hasOrganization(url = ''): Promise<boolean> {
  try {
    return await withClient(url, async (client) => (await client.query('select from (select auth.organization_count() as n) c where n = 0')).rowCount === 0);
  } catch {
    return true;
  }
}

const howToBegin = (origin: string): string => `Nobody can sign in yet. With the same DATABASE_URL make the first organization and its master admin, and open the link that this prints:
  PUBLIC_URL=${origin} DATABASE_URL=… node apps/api/dist/create-organization.js --name "Example Ltd" --admin-name "Ada" --admin-email ada@example.com
`;

/** Tells where to go and as whom. */
export function printAddresses(origin: string, accounts: DemoAccount[], admin = `${origin}/admin`, learner = `${origin}/learn`): void {
  const lines = ['', 'Milepost is ready.', `  Admin     ${admin}`, `  Learner   ${learner}`, `  GraphQL   ${origin}/graphql`];
  if (accounts.length > 0) lines.push('', 'Sign in as (who, name, e-mail or number, password):', ...accountLines(accounts).map((line) => `  ${line}`));
  lines.push('', 'Ctrl-C stops everything.', '');
  console.log(lines.join('\n'));
}
