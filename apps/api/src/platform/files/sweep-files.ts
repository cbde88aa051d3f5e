import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isUuid } from '@milepost/domain';
import type { Database } from '../database/database.ts';
import type { Logger } from '../request/logger.ts';
import type { FileStore } from './file-store.ts';

/** So long a file may lie without its row: an upload writes it within seconds. */
const patience = 24 * 3_600_000;
const every = 6 * 3_600_000;

/**
 * Removes files that no row knows: what an upload left behind that was cut off between storing the file and writing its row. A file comes
 * before its row, so that no row is ever without its file. Removes uploads that nobody has gone on with, too.
 *
 * @returns how many were removed
 */
export async function sweepFiles(store: FileStore, database: Database): Promise<number> {
  const before = database.clock().getTime() - patience;
  let removed = await removeAll(store.incoming, await olderThan(store.incoming, before));
  for (const organizationId of (await readdir(store.pathOf(''))).filter(isUuid)) {
    const names = await olderThan(store.pathOf(organizationId), before);
    if (names.length === 0) continue;
    const known = await database.read({ organizationId }, async (transaction) => {
      const keys = names.map((name) => `${organizationId}/${name}`);
      const rows = await transaction.query<{ key: string }>('SELECT storage_key AS key FROM stored_file WHERE organization_id = $1 AND storage_key = ANY ($2::text[])', [organizationId, keys]);
      return new Set(rows.map(({ key }) => key));
    });
    removed += await removeAll(store.pathOf(organizationId), names.filter((name) => !known.has(`${organizationId}/${name}`)));
  }
  return removed;
}

/** Sweeps every few hours while a process works; answers how to end that. */
export function keepSwept(store: FileStore, database: Database, logger: Logger): () => void {
  const sweep = (): void => {
    sweepFiles(store, database).then(
      (removed) => removed > 0 && logger.info({ removed }, 'files without a row removed'),
      (error: unknown) => logger.warn({ err: error }, 'the files could not be swept'),
    );
  };
  const timer = setInterval(sweep, every);
  timer.unref();
  return () => clearInterval(timer);
}

async function removeAll(folder: string, names: readonly string[]): Promise<number> {
  for (const name of names) await rm(join(folder, name), { force: true });
  return names.length;
}

async function olderThan(folder: string, before: number): Promise<string[]> {
  const names: string[] = [];
  for (const name of await readdir(folder)) {
    const { mtimeMs, ctimeMs } = await stat(join(folder, name));
    // Moving a file keeps when it was written, and says when it was moved.
    if (Math.max(mtimeMs, ctimeMs) < before) names.push(name);
  }
  return names;
}
