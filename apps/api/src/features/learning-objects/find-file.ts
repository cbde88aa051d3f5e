import type { Transaction } from '../../platform/database/transaction.ts';
import type { StoredFile } from '../../platform/files/register-files.ts';

/** A stored file of the library with what shows it to learners. */
export interface FileUse extends StoredFile {
  readonly createdBy: string | null;
  /** Whether it is the cover of content in use, or of a plan that was published: covers stand in lists, locked or not. */
  readonly isCover: boolean;
  /** The modules that show it; never those that are still being written. */
  readonly moduleIds: readonly string[];
}

/** A file of the library; undefined when there is none, and for files of imports and evidence, which nobody reads through this. */
export async function findFile(transaction: Transaction, fileId: string): Promise<FileUse | undefined> {
  const shown = "FROM learning_object o WHERE o.organization_id = $1 AND o.status <> 'DRAFT'";
  const [file] = await transaction.query<FileUse>(
    `SELECT f.id, f.name, f.media_type AS "mediaType", f.storage_key AS "storageKey", f.created_by AS "createdBy",
       EXISTS (SELECT ${shown} AND o.cover_file_id = f.id)
         OR EXISTS (SELECT FROM plan_version v WHERE v.organization_id = $1 AND v.cover_file_id = f.id AND v.state <> 'DRAFT') AS "isCover",
       ARRAY(SELECT o.id ${shown} AND o.file_id = f.id) AS "moduleIds"
     FROM stored_file f WHERE f.organization_id = $1 AND f.id = $2 AND f.purpose NOT IN ('IMPORT', 'EVIDENCE')`,
    [transaction.organizationId, fileId],
  );
  return file;
}
