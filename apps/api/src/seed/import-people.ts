import { copyFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { previewPeopleImport } from '../features/people-import/index.ts';
import type { Database } from '../platform/database/database.ts';
import type { Caller } from '../platform/request/caller.ts';
import { newId } from '../platform/database/new-id.ts';
import { hashFile, type FileStore } from '../platform/files/file-store.ts';
import { commitPreview, waitForOperation } from './run-operation.ts';
import { seedPath } from './seed-data.ts';

/** Imports the people of the demonstration by the same import that admins use. */
export async function importPeople(database: Database, files: FileStore, installer: Caller): Promise<void> {
  const { organizationId } = installer;
  const path = seedPath('people.csv');
  const fileId = newId();
  const key = `${organizationId}/${fileId}`;
  await mkdir(dirname(files.pathOf(key)), { recursive: true });
  await copyFile(path, files.pathOf(key));
  const sha256 = await hashFile(path);
  const id = await database.write({ organizationId }, async (transaction) => {
    await transaction.query(
      `INSERT INTO stored_file (organization_id, id, name, media_type, size, sha256, storage_key, purpose) VALUES ($1, $2, 'people.csv', 'text/csv', 0, $3, $4, 'IMPORT')`,
      [organizationId, fileId, sha256, key],
    );
    const previewed = await previewPeopleImport(transaction, installer, { fileId });
    if (!previewed.ok) throw new Error(previewed.problem[0]!.code);
    return previewed.value.id;
  });
  await waitForOperation(database, organizationId, id, ['PREVIEWED']);
  await database.write({ organizationId }, (transaction) => commitPreview(transaction, installer, id));
  await waitForOperation(database, organizationId, id, ['DONE']);
}
