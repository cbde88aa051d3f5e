import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Database } from '../platform/database/database.ts';
import { newId } from '../platform/database/new-id.ts';
import type { FileStore } from '../platform/files/file-store.ts';
import type { Caller } from '../platform/request/caller.ts';

/** Keeps a file to be imported as an upload by this admin leaves it; answers its id. */
export async function storeImportFile(database: Database, files: FileStore, admin: Caller, name: string, content: string | Buffer): Promise<string> {
  const fileId = newId();
  const key = `${admin.organizationId}/${fileId}`;
  await mkdir(dirname(files.pathOf(key)), { recursive: true });
  await writeFile(files.pathOf(key), content);
  await database.write({ organizationId: admin.organizationId }, (transaction) =>
    transaction.query(
      `INSERT INTO stored_file (organization_id, id, name, media_type, size, sha256, storage_key, purpose, created_by)
       VALUES ($1, $2, $3, 'text/csv', $4, $5, $6, 'IMPORT', $7)`,
      [admin.organizationId, fileId, name, Buffer.byteLength(content), createHash('sha256').update(content).digest(), key, admin.actor.id],
    ),
  );
  return fileId;
}
