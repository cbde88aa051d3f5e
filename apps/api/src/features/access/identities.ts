import { hash, verify } from '@node-rs/argon2';
import { betterAuth } from 'better-auth';
import pg from 'pg';
import type { Config } from '../../config.ts';

/** OWASP ASVS L2: argon2id, 46 MiB, one pass. */
const argon2id = { memoryCost: 47_104, timeCost: 1, parallelism: 1 } as const;
/** Hashes computed at once; more wait, so that sign-ins cannot take the machine. */
const parallelHashes = 2;

export const passwordLength = { least: 12, most: 128 } as const;

/** How long sessions live, and how long they may lie idle. */
export const sessionLimits = {
  learner: { seconds: 24 * 3600, idleSeconds: 3600 },
  admin: { seconds: 12 * 3600, idleSeconds: 15 * 60 },
} as const;

/**
 * Sign-in identities, passwords and sessions: better-auth on its own schema. Every person of every organization has an identity
 * of their own under an address that no mail reaches, so no organization can sign in to another by sharing an e-mail address.
 */
export function createIdentities(config: Pick<Config, 'databaseUrl' | 'secret' | 'publicUrl'>, onConnect?: (client: pg.ClientBase) => void) {
  const pool = new pg.Pool({ connectionString: withSearchPath(config.databaseUrl), max: 5, connectionTimeoutMillis: 5_000, onConnect });
  pool.on('error', () => {});
  const gate = new Gate(parallelHashes);
  const auth = betterAuth({
    database: pool,
    secret: config.secret,
    baseURL: config.publicUrl ?? 'http://127.0.0.1',
    basePath: '/api/auth',
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.least,
      maxPasswordLength: passwordLength.most,
      password: {
        hash: (password) => gate.run(() => hash(password, argon2id)),
        verify: ({ hash: stored, password }) => gate.run(() => verify(stored, password)),
      },
    },
    session: { expiresIn: sessionLimits.learner.seconds, disableSessionRefresh: true },
    // Cookies ignore ports: two installations on one host must not overwrite each other's.
    advanced: { cookiePrefix: `milepost-${shortHash(config.secret)}`, useSecureCookies: config.publicUrl?.startsWith('https:') ?? false },
    rateLimit: { enabled: false },
  });
  return { auth, pool, cookieName: `milepost-${shortHash(config.secret)}.session_token` };
}

export type Identities = ReturnType<typeof createIdentities>;

/** The address of a person's identity; nobody sees it. */
export function identityAddress(organizationId: string, personId: string): string {
  return `${personId}@${organizationId}.invalid`;
}

function withSearchPath(url: string): string {
  const parsed = new URL(url);
  const options = parsed.searchParams.get('options');
  parsed.searchParams.set('options', [options, '-c search_path=auth'].filter(Boolean).join(' '));
  return parsed.href;
}

function shortHash(text: string): string {
  let value = 0;
  for (const char of text) value = (Math.imul(value, 31) + char.charCodeAt(0)) >>> 0;
  return value.toString(36);
}

/** Lets a fixed number of tasks run at once. */
class Gate {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly places: number) {}

  async run<T>(task: () => Promise<T>): Promise<T> {
    if (this.running >= this.places) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.running++;
    try {
      return await task();
    } finally {
      this.running--;
      this.waiting.shift()?.();
    }
  }
}
