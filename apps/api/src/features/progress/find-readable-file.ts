import { isUuid } from '@milepost/domain';
import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Database } from '../../platform/database/database.ts';
import type { StoredFile } from '../../platform/files/register-files.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { peopleScope } from '../access/index.ts';
import { findFile } from '../learning-objects/index.ts';
import { isAnyOpen } from './read-locks.ts';

/**
 * The file, if the caller may read it at this moment: admins of content all of the library's, whoever uploaded it their own, and learners
 * what a module in use shows that their plans open. Evidence of a completion is for whoever may read that person's progress, and whoever uploaded it.
 * Files of imports are read by nobody through here.
 */
export async function findReadableFile(database: Database, caller: Caller, fileId: string): Promise<StoredFile | undefined> {
  if (!isUuid(fileId)) return undefined;
  return database.read(caller, async (transaction) => {
    const file = await findFile(transaction, fileId);
    if (!file) return findEvidence(transaction, caller, fileId);
    if (caller.acts.has('CONTENT_READ') || file.createdBy === caller.actor.id) return file;
    if (caller.actor.kind !== 'PERSON') return undefined;
    return file.isCover || (await isAnyOpen(transaction, caller.actor.id, file.moduleIds)) ? file : undefined;
  });
}

async function findEvidence(transaction: Transaction, caller: Caller, fileId: string): Promise<StoredFile | undefined> {
  const parameters = new SqlParameters(transaction.organizationId, fileId, caller.actor.id);
  const scope = caller.acts.has('PROGRESS_READ') ? peopleScope(caller, 'PROGRESS_READ')(parameters) : 'false';
  const [file] = await transaction.query<StoredFile>(
    `SELECT f.id, f.name, f.media_type AS "mediaType", f.storage_key AS "storageKey" FROM stored_file f
     WHERE f.organization_id = $1 AND f.id = $2 AND f.purpose = 'EVIDENCE' AND (f.created_by = $3 OR EXISTS (
       SELECT FROM completion_fact c JOIN person r ON r.organization_id = $1 AND r.id = c.person_id
       JOIN person p ON p.organization_id = $1 AND p.id = CASE WHEN r.merged_into_id IS NULL THEN r.id ELSE r.merged_into_id END
       WHERE c.organization_id = $1 AND c.evidence_file_id = f.id AND ${scope}))`,
    parameters.values,
  );
  return file;
}
