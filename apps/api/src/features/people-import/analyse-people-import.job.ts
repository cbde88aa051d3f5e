import { createHash } from 'node:crypto';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import type { JobHandler } from '../../platform/jobs/job-runner.ts';
import { failOperation, lockOperation, storePreview } from '../operations/index.ts';
import { classifyFile, UnusableHeaderError } from './classify-file.ts';
import { noteTable } from './note-table.queries.ts';
import { arrangeRows, clearRows, countRows, rowsPerChunk, storeRows } from './people-import-rows.queries.ts';
import { readPeopleStamp } from './people-import.queries.ts';
import type { PeopleImportInput } from './preview-people-import.ts';
import { readTable } from './read-table.ts';
import { UnreadableTableError } from './unreadable-table.ts';

/** Analyses a file of people: what each row comes to, with a reason for each that cannot be. Nothing of it is carried out here. */
export function analysePeopleImport(files: FileStore): JobHandler {
  return async ({ payload, organizationId, database, write }) => {
    const id = String(payload.operationId);
    const read = <T>(work: (transaction: Transaction) => Promise<T>): Promise<T> => database.read({ organizationId }, work);
    const operation = await read(async (transaction) => {
      const [row] = await transaction.query<{ state: string; input: PeopleImportInput }>(
        'SELECT state, input FROM operation WHERE organization_id = $1 AND id = $2',
        [organizationId, id],
      );
      return row;
    });
    if (operation?.state !== 'ANALYSING') return;
    // What was said to be analysed anew, or given up, meanwhile is no longer this job's.
    const store = (work: (transaction: Transaction) => Promise<unknown>): Promise<void> =>
      write(async (transaction) => {
        if ((await lockOperation(transaction, id))?.state === 'ANALYSING') await work(transaction);
      });
    try {
      const table = await readTable(files.pathOf(operation.input.storageKey));
      await store((transaction) => clearRows(transaction, id));
      // Before anybody is compared: whatever changes meanwhile makes the preview stale.
      const stamp = await read(readPeopleStamp);
      let parts = 0;
      const found = await classifyFile(table, operation.input.complete ?? false, read, (rows) => store((transaction) => storeRows(transaction, id, --parts, rows)));
      let chunks = 0;
      await store(async (transaction) => (chunks = await arrangeRows(transaction, id, found)));
      for (let first = 0; first < found.absent.length; first += rowsPerChunk) {
        await store((transaction) => storeRows(transaction, id, chunks++, found.absent.slice(first, first + rowsPerChunk)));
      }
      await write(async (transaction) => {
        await noteTable(transaction, id, table);
        const counts = await countRows(transaction, id);
        const rowsTotal = Object.values(counts).reduce((sum, rows) => sum + rows, 0);
        await storePreview(transaction, id, { hash: importHash(found.content, stamp), counts, rowsTotal });
      });
    } catch (error) {
      if (error instanceof UnreadableTableError) await write((transaction) => failOperation(transaction, id, { code: error.code, params: error.params }));
      else if (error instanceof UnusableHeaderError) await write((transaction) => failOperation(transaction, id, error.problem as never));
      else throw error;
    }
  };
}

/** The token of an import's preview: what the file says, and the people whom it was compared with. */
export function importHash(content: string, stamp: string): string {
  return `${content}.${createHash('sha256').update(stamp).digest('base64url').slice(0, 16)}`;
}
