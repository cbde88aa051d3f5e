import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withClient } from '../dev/postgres/prepare-database.ts';
import { runToEnd } from '../dev/start/run-to-end.ts';
import { startApi, type ApiProcess } from './api-process.ts';
import { ApiUser } from './api-user.ts';
import { act } from './make-plan.ts';
import { type OwnPostgres, startOwnPostgres } from './own-postgres.ts';

const root = join(import.meta.dirname, '../..');
const adminEmail = 'ada@example.com';
const password = 'a password of the tests';

/** The built product with an organization in which there is nobody but its master admin, on a database of its own: to be hurt. */
export interface Product {
  readonly postgres: OwnPostgres;
  readonly web: ApiProcess;
  readonly worker: ApiProcess;
  readonly admin: ApiUser;
  readonly partner: ApiUser;
  readonly partnerKey: string;
  /** Kills both processes without a word, and starts them again. */
  killAndStart(): Promise<void>;
  /** What the tables say, past every fence. */
  tally<Row extends object>(sql: string, parameters?: readonly unknown[]): Promise<Row>;
  stop(): Promise<void>;
}

/** Starts everything as the README tells an operator: database, migration, first organization, sign-in by the link, an API key. */
export async function startProduct(): Promise<Product> {
  await runToEnd('Compiling the API', [join(root, 'node_modules/typescript/bin/tsc'), '-b', 'apps/api'], { cwd: root });
  const dataDir = mkdtempSync(join(tmpdir(), 'milepost-faults-'));
  const postgres = await startOwnPostgres();
  const processes: { web?: ApiProcess; worker?: ApiProcess } = {};
  const stop = async (): Promise<void> => {
    await Promise.all([processes.web?.kill(), processes.worker?.kill()]);
    await postgres.remove();
    rmSync(dataDir, { recursive: true, force: true });
  };
  const env = {
    DATABASE_OWNER_URL: postgres.url('owner'),
    DATABASE_URL: postgres.url('app'),
    DATABASE_RELAY_URL: postgres.url('relay'),
    DATA_DIR: dataDir,
    MILEPOST_FREE_QUERIES: '1',
    MILEPOST_SECRET: 'a secret that is known to tests only',
  };
  const run = (script: string, ...args: string[]): Promise<string> => runToEnd(script, [join(root, 'apps/api/dist', script), ...args], { cwd: root, env });
  const start = async (): Promise<void> => {
    const port = Number(new URL(processes.web?.origin ?? 'http://localhost:0').port || 0);
    processes.web = await startApi({ ...env, MILEPOST_ROLES: 'web' }, port);
    processes.worker = await startApi({ ...env, MILEPOST_ROLES: 'worker' });
  };
  try {
    await run('migrate.js');
    const said = await run('create-organization.js', '--name', 'Example Ltd', '--admin-name', 'Ada', '--admin-email', adminEmail);
    await start();
    const origin = (): string => processes.web!.origin;
    const accepted = await new ApiUser(origin, { 'content-type': 'application/json' }).send(
      'POST',
      '/api/session/accept-invitation',
      JSON.stringify({ token: /token=([\w-]+)/.exec(said)?.[1], password }),
    );
    if (!accepted.ok) throw new Error(`The link does not work: ${accepted.status}`);
    const admin = await ApiUser.signIn(origin, adminEmail, password);
    const { key } = await act<{ key: string }>(admin, 'createApiClient', 'CreateApiClientInput', '... on NewApiClient { key }', {
      name: 'A partner system',
      scopes: ['read:progress', 'read:people', 'read:plans'],
      scopeKind: 'ORGANIZATION',
    });
    return {
      postgres,
      get web() {
        return processes.web!;
      },
      get worker() {
        return processes.worker!;
      },
      admin,
      partner: new ApiUser(origin, { authorization: `Bearer ${key}` }),
      partnerKey: key,
      killAndStart: async () => {
        await Promise.all([processes.web?.kill(), processes.worker?.kill()]);
        await start();
      },
      tally: (sql, parameters = []) =>
        withClient(postgres.url('superuser'), async (client) => (await client.query(sql, [...parameters])).rows[0] as never),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
