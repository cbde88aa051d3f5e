import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { newId } from '../platform/database/new-id.ts';
import type { Transaction } from '../platform/database/transaction.ts';
import type { FilePurpose } from '../platform/files/file-kinds.ts';
import type { FileStore } from '../platform/files/file-store.ts';

interface FileToStore {
  readonly name: string;
  readonly mediaType: string;
  readonly purpose: FilePurpose;
  readonly content: string | Buffer;
  readonly createdBy: string;
}

/** Keeps a file as an upload leaves it; answers its id. */
export async function storeFile(transaction: Transaction, files: FileStore, { name, mediaType, purpose, content, createdBy }: FileToStore): Promise<string> {
  const { organizationId, now } = transaction;
  const fileId = newId();
  const key = `${organizationId}/${fileId}`;
  await mkdir(dirname(files.pathOf(key)), { recursive: true });
  await writeFile(files.pathOf(key), content);
  await transaction.query(
    `INSERT INTO stored_file (organization_id, id, name, media_type, size, sha256, storage_key, purpose, created_at, created_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [organizationId, fileId, name, mediaType, Buffer.byteLength(content), createHash('sha256').update(content).digest(), key, purpose, now, createdBy],
  );
  return fileId;
}
