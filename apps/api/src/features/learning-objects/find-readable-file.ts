import { isUuid } from '@milepost/domain';
import type { Database } from '../../platform/database/database.ts';
import type { StoredFile } from '../../platform/files/register-files.ts';
import type { Caller } from '../../platform/request/caller.ts';

/**
 * The file, if the caller may read it at this moment: admins of content all of the library's, learners what a piece of content in
 * use shows, and whoever uploaded it. Files of imports are read by nobody through here.
 */
export async function findReadableFile(database: Database, caller: Caller, fileId: string): Promise<StoredFile | undefined> {
  if (!isUuid(fileId)) return undefined;
  const [file] = await database.read(caller, (transaction) =>
    transaction.query<StoredFile>(
      `SELECT f.id, f.name, f.media_type AS "mediaType", f.storage_key AS "storageKey" FROM stored_file f
       WHERE f.organization_id = $1 AND f.id = $2 AND f.purpose <> 'IMPORT'
         AND ($3 OR f.created_by = $4 OR EXISTS (SELECT FROM learning_object o
           WHERE o.organization_id = $1 AND o.status = 'ACTIVE' AND (o.file_id = f.id OR o.cover_file_id = f.id)))`,
      [caller.organizationId, fileId, caller.acts.has('CONTENT_READ'), caller.actor.id],
    ),
  );
  return file;
}
