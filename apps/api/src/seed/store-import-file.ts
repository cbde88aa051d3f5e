import type { Database } from '../platform/database/database.ts';
import type { FileStore } from '../platform/files/file-store.ts';
import type { Caller } from '../platform/request/caller.ts';
import { storeFile } from './store-file.ts';

/** Keeps a file to be imported as an upload by this admin leaves it; answers its id. */
export function storeImportFile(database: Database, files: FileStore, admin: Caller, name: string, content: string | Buffer): Promise<string> {
  return database.write({ organizationId: admin.organizationId }, (transaction) =>
    storeFile(transaction, files, { name, mediaType: 'text/csv', purpose: 'IMPORT', content, createdBy: admin.actor.id }),
  );
}
