import { readFile } from 'node:fs/promises';
import { previewPeopleImport } from '../features/people-import/index.ts';
import type { Database } from '../platform/database/database.ts';
import type { FileStore } from '../platform/files/file-store.ts';
import type { Caller } from '../platform/request/caller.ts';
import { carryOut } from './run-operation.ts';
import { seedPath } from './seed-data.ts';
import { storeImportFile } from './store-import-file.ts';

/** Imports the people of the demonstration by the same import that admins use. */
export async function importPeople(database: Database, files: FileStore, installer: Caller): Promise<void> {
  const fileId = await storeImportFile(database, files, installer, 'people.csv', await readFile(seedPath('people.csv')));
  await carryOut(database, installer, 'people.csv', (transaction) => previewPeopleImport(transaction, installer, { fileId }));
}
