import { randomBytes } from 'node:crypto';
import { closeSync, fstatSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';

/** The database roles of one installation: who creates, who migrates, who serves requests, who reads event ids across tenants. */
export type DatabaseRole = 'superuser' | 'owner' | 'app' | 'relay';

/** What each role is called in the database. */
export const ROLE_NAMES: Record<DatabaseRole, string> = {
  superuser: 'postgres',
  owner: 'milepost_owner',
  app: 'milepost_app',
  relay: 'milepost_relay',
};

export type Passwords = Record<DatabaseRole, string>;

/** The passwords in `file`, generated on the first call. Refuses a file that someone else owns or can read. */
export function loadPasswords(file: string): Passwords {
  return JSON.parse(loadSecret(file, () => `${JSON.stringify(generatePasswords(), null, 2)}\n`)) as Passwords;
}

/**
 * The text of a secret's file that only its owner may read (0600); where there is none, `generate`'s result, written whole or not at
 * all. Two processes that ask at once get the same. Refuses a file that belongs to another user or that others may read or write.
 */
export function loadSecret(file: string, generate: () => string): string {
  return readOwn(file) ?? createOnce(file, generate());
}

function readOwn(file: string): string | undefined {
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const { mode, uid } = fstatSync(handle);
    if (process.getuid && uid !== process.getuid()) throw new Error(`${file} holds secrets and belongs to another user (uid ${uid}); it must belong to you.`);
    if (process.getuid && (mode & 0o077) !== 0) throw new Error(`${file} holds secrets and others may read or change it; run: chmod 600 '${file}'`);
    return readFileSync(handle, 'utf8');
  } finally {
    closeSync(handle);
  }
}

function createOnce(file: string, content: string): string {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const handle = openSync(draft, 'wx', 0o600);
  try {
    writeSync(handle, content);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return readOwn(file) as string;
}

function generatePasswords(): Passwords {
  const password = () => randomBytes(24).toString('base64url');
  return { superuser: password(), owner: password(), app: password(), relay: password() };
}
