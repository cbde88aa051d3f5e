import { spawnSync } from 'node:child_process';
import { chownSync } from 'node:fs';

/** The operating system's user that PostgreSQL runs as; `null` means: as whoever runs this process. */
export type DatabaseUser = { name: string; uid: number; gid: number } | null;

/** PostgreSQL refuses to run as root. Root therefore hands it to `postgres` or, where that does not exist, to `nobody`. */
export function chooseDatabaseUser(): DatabaseUser {
  if (process.getuid?.() !== 0) return null;
  for (const name of ['postgres', 'nobody']) {
    const uid = numericId('-u', name);
    const gid = numericId('-g', name);
    if (uid > 0 && gid > 0) return { name, uid, gid };
  }
  throw new Error('PostgreSQL does not run as root, and this system has neither a user "postgres" nor "nobody" to run it as.');
}

/** Options for `child_process` that drop root's rights, and an environment without the caller's PG… variables. */
export function runAs(user: DatabaseUser): { env: NodeJS.ProcessEnv; uid?: number; gid?: number; cwd: string } {
  const env = { PATH: process.env.PATH, SYSTEMROOT: process.env.SYSTEMROOT, LC_ALL: 'C', TZ: 'UTC' };
  return user ? { env, cwd: '/', uid: user.uid, gid: user.gid } : { env, cwd: process.cwd() };
}

/** Gives a file or folder to the database's user, where that is not ourselves. */
export function giveTo(user: DatabaseUser, path: string): void {
  if (user) chownSync(path, user.uid, user.gid);
}

function numericId(flag: '-u' | '-g', name: string): number {
  const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : Number.NaN;
}
