/** What the process is told from outside; see the table of environment variables in the README. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly databaseUrl: string;
  readonly relayUrl: string;
  readonly secret: string;
  readonly dataDir: string;
  readonly publicUrl: string | undefined;
  readonly staticDirs: { readonly admin: string | undefined; readonly learner: string | undefined };
  readonly roles: ReadonlySet<'web' | 'worker'>;
  readonly leaseSeconds: number;
  readonly poolSize: number;
  readonly logLevel: string;
  readonly freeQueries: boolean;
}

/** A setting is missing or makes no sense; the message says which and what to do. */
export class ConfigError extends Error {}

/** Reads the environment. Throws {@link ConfigError} with a message for the operator. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const databaseUrl = required(env, 'DATABASE_URL', 'the PostgreSQL database as the application role');
  const secret = required(env, 'MILEPOST_SECRET', 'at least 32 random characters; sessions are signed with it');
  if (secret.length < 32) throw new ConfigError('MILEPOST_SECRET is too short: give it at least 32 random characters.');
  return {
    host: env.HOST ?? '127.0.0.1',
    port: wholeNumber(env, 'PORT', 4000, 0, 65_535),
    databaseUrl,
    relayUrl: env.DATABASE_RELAY_URL ?? databaseUrl,
    secret,
    dataDir: env.DATA_DIR ?? '.data',
    publicUrl: env.PUBLIC_URL,
    staticDirs: { admin: env.STATIC_ADMIN_DIR, learner: env.STATIC_LEARNER_DIR },
    roles: readRoles(env.MILEPOST_ROLES),
    leaseSeconds: wholeNumber(env, 'JOB_LEASE_SECONDS', 10, 1, 600),
    poolSize: wholeNumber(env, 'DATABASE_POOL_SIZE', 20, 2, 500),
    logLevel: env.LOG_LEVEL ?? 'info',
    freeQueries: env.MILEPOST_FREE_QUERIES === '1',
  };
}

function required(env: NodeJS.ProcessEnv, name: string, meaning: string): string {
  const value = env[name];
  if (!value) throw new ConfigError(`${name} is not set: ${meaning}.`);
  return value;
}

function wholeNumber(env: NodeJS.ProcessEnv, name: string, fallback: number, least: number, most: number): number {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new ConfigError(`${name}=${text} makes no sense: give a whole number from ${least} to ${most}.`);
  }
  return value;
}

function readRoles(text: string | undefined): Config['roles'] {
  const roles = (text ?? 'web,worker').split(',').map((role) => role.trim());
  const unknown = roles.find((role) => role !== 'web' && role !== 'worker');
  if (unknown !== undefined) throw new ConfigError(`MILEPOST_ROLES names "${unknown}": use web, worker or web,worker.`);
  return new Set(roles as ('web' | 'worker')[]);
}
