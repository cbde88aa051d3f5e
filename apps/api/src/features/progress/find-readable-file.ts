import { isUuid } from '@milepost/domain';
import type { Database } from '../../platform/database/database.ts';
import type { StoredFile } from '../../platform/files/register-files.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { findFile } from '../learning-objects/index.ts';
import { isAnyOpen } from './read-locks.ts';

/**
 * The file, if the caller may read it at this moment: admins of content all of the library's, whoever uploaded it their own, and learners
 * what a module in use shows that their plans open. Files of imports are read by nobody through here.
 */
export async function findReadableFile(database: Database, caller: Caller, fileId: string): Promise<StoredFile | undefined> {
  if (!isUuid(fileId)) return undefined;
  return database.read(caller, async (transaction) => {
    const file = await findFile(transaction, fileId);
    if (!file || caller.acts.has('CONTENT_READ') || file.createdBy === caller.actor.id) return file;
    if (caller.actor.kind !== 'PERSON') return undefined;
    return file.isCover || (await isAnyOpen(transaction, caller.actor.id, file.moduleIds)) ? file : undefined;
  });
}
