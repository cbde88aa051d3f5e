import { findByJobNumber, findJobNumberColumn, type JobNumberRow } from '@milepost/domain';
import { newId } from '../../platform/database/new-id.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import type { JobHandler } from '../../platform/jobs/job-runner.ts';
import { failOperation, lockOperation, storePreview, type Operation } from '../operations/index.ts';
import { readTable, rowLimit, UnreadableTableError } from '../people-import/index.ts';
import { readImportStamp, readMemberIds, readNumberedPeople } from './group-import.queries.ts';
import type { GroupImportInput } from './preview-group-import.ts';

/** What is kept of a row for the report. */
export interface GroupImportDetails {
  readonly row: number;
  readonly name: string;
  readonly problems: JobNumberRow['problems'];
}

const rowsPerChunk = 250;

/** Analyses a list of job numbers: whom each row means, and why it means nobody. Nobody joins by it. */
export function analyseGroupImport(files: FileStore): JobHandler {
  return async ({ payload, database, organizationId, write }) => {
    const id = String(payload.operationId);
    const operation = await write((transaction) => lockOperation(transaction, id));
    if (operation?.state !== 'ANALYSING') return;
    const { groupId, storageKey } = operation.input as GroupImportInput;
    try {
      const { rows } = await readTable(files.pathOf(storageKey));
      const { cells, firstRow } = readNumbers(rows);
      if (cells.length === 0) throw new UnreadableTableError('TABLE_WITHOUT_ROWS');
      const { people, members } = await database.read({ organizationId }, async (transaction) => ({
        people: await readNumberedPeople(transaction),
        members: await readMemberIds(transaction, groupId),
      }));
      const found = findByJobNumber(cells, people, firstRow);
      const classOf = ({ person }: JobNumberRow): string => (person ? (members.has(person.id) ? 'ALREADY_IN' : 'JOINS') : 'ERROR');
      await write((transaction) => clearRows(transaction, id));
      for (let number = 0; number * rowsPerChunk < found.length; number++) {
        await write((transaction) => storeChunk(transaction, id, number, found.slice(number * rowsPerChunk, (number + 1) * rowsPerChunk), classOf));
      }
      const counts = Object.fromEntries([...Map.groupBy(found, classOf)].map(([name, each]) => [name, each.length]));
      await write(async (transaction) => storePreview(transaction, id, { hash: await readImportStamp(transaction, id, groupId), counts, rowsTotal: found.length }));
    } catch (error) {
      if (!(error instanceof UnreadableTableError)) throw error;
      await write((transaction) => failOperation(transaction, id, { code: error.code, params: { limit: rowLimit } }));
    }
  };
}

/** The column of the job numbers: the one whose header says so, else the first, which then has no header. */
function readNumbers(table: readonly (readonly string[])[]): { readonly cells: readonly string[]; readonly firstRow: number } {
  const place = findJobNumberColumn(table[0] ?? []);
  const firstRow = place === undefined ? 1 : 2;
  return { cells: table.slice(firstRow - 1).map((row) => row[place ?? 0] ?? ''), firstRow };
}

async function clearRows(transaction: Transaction, id: string): Promise<void> {
  await transaction.query('DELETE FROM operation_chunk WHERE organization_id = $1 AND operation_id = $2', [transaction.organizationId, id]);
}

async function storeChunk(transaction: Transaction, id: string, number: number, rows: readonly JobNumberRow[], classOf: (row: JobNumberRow) => string): Promise<void> {
  const operation: Operation | undefined = await lockOperation(transaction, id);
  if (operation?.state !== 'ANALYSING') return;
  const details = rows.map(({ row, value, person, problems }): GroupImportDetails => ({ row, name: person?.displayName ?? label(value), problems }));
  await transaction.query(
    `INSERT INTO operation_chunk (organization_id, operation_id, number, state, subject_ids, classes, details) VALUES ($1, $2, $3, 'PENDING', $4, $5, $6)`,
    [transaction.organizationId, id, number, rows.map(({ person }) => person?.id ?? newId()), rows.map(classOf), JSON.stringify(details)],
  );
}

/** What stands in a cell, on one line that the database stores. */
function label(value: string): string {
  return value.replace(/\p{Cc}+/gu, ' ');
}
