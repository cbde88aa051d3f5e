import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { DatabaseUser } from './database-user.ts';

/**
 * Where root keeps what the database's user must reach: a clone below a folder that others cannot enter (`/root`) is out
 * of its reach. The second is for systems whose `/var/lib` cannot be written.
 */
const SHARED_ROOTS = ['/var/lib/milepost', '/var/tmp/milepost-of-root'];

/** The folders of one embedded PostgreSQL. */
export interface ClusterPlace {
  /** Ours: passwords, lock, the list of processes that use the server. */
  dataDir: string;
  /** The database user's: PostgreSQL's data directory. */
  clusterDir: string;
  /** The folder around `clusterDir` that belongs to this `dataDir` alone. */
  ownFolder: string;
}

/**
 * Run by a user, the cluster lies in `<dataDir>/postgres`. Run by root, it lies in a folder of its own below
 * `/var/lib/milepost`, named after the real path of `dataDir`, so that each clone has one; its file `belongs-to` says whose it is.
 */
export function placeCluster(dataDir: string, user: DatabaseUser): ClusterPlace {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const real = realpathSync(dataDir);
  if (!user) return { dataDir: real, ownFolder: real, clusterDir: join(real, 'postgres') };
  const ownFolder = join(sharedRoot(), `${nameOf(real)}-${createHash('sha256').update(real).digest('hex').slice(0, 16)}`);
  mkdirSync(ownFolder, { recursive: true });
  chmodSync(ownFolder, 0o711);
  writeFileSync(join(ownFolder, 'belongs-to'), `${real}\n`);
  return { dataDir: real, ownFolder, clusterDir: join(ownFolder, 'postgres') };
}

/** A folder of root's that every user can enter and nobody else can write. Only for root. */
export function sharedRoot(): string {
  const reasons: string[] = [];
  for (const root of SHARED_ROOTS) {
    try {
      mkdirSync(root, { recursive: true });
      const { uid } = lstatSync(root);
      if (uid !== 0 || !lstatSync(root).isDirectory()) throw new Error('it is not a folder of root’s');
      chmodSync(root, 0o755);
      return root;
    } catch (error) {
      reasons.push(`${root}: ${(error as Error).message}`);
    }
  }
  throw new Error(`There is no folder for a database that runs as another user than root. ${reasons.join('; ')}`);
}

function nameOf(dataDir: string): string {
  const folder = basename(dataDir) === '.data' ? basename(dirname(dataDir)) : basename(dataDir);
  return folder.replaceAll(/[^A-Za-z0-9_-]/g, '-').slice(0, 40) || 'clone';
}
