import { isUuid, neutralizeCell, restoreCell, type Language } from '@milepost/domain';
import type { Database } from '../../platform/database/database.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { operationKind, operationScopes, readOperations, type Operation } from '../operations/index.ts';
import { readTable, type FileTable } from './read-table.ts';
import { UnreadableTableError } from './unreadable-table.ts';

/** Some rows of a file that was imported, as a file of their own. */
export interface RowsOfFile {
  readonly name: string;
  readonly csv: string;
}

const reasonHeader: Readonly<Record<Language, string>> = { en: 'What is wrong', 'zh-CN': '错误原因' };

/** Which rows of which import. */
export interface AskedRows {
  readonly operationId: string;
  /** As the preview classed them. */
  readonly class: string;
}

/**
 * The rows of an import that are of one class as they stand in its file (U22), errors each with what is wrong with it in a last column (U24), which is
 * ignored when the mended file is imported (X29). No cell is taken for a formula. Undefined when there is no such import, it is not for the
 * caller to see, or its file is gone.
 */
export async function readRowsOfFile(database: Database, files: FileStore, caller: Caller, asked: AskedRows, language: Language): Promise<RowsOfFile | undefined> {
  const { operationId } = asked;
  if (!isUuid(operationId)) return undefined;
  const found = await database.read(caller, async (transaction) => {
    const operation = (await readOperations(transaction, operationScopes(caller), [operationId])).get(operationId);
    return operation && !operation.undoOf ? { operation, asked, rows: await readRows(transaction, asked) } : undefined;
  });
  const { storageKey } = (found?.operation.input ?? {}) as KeptOfFile;
  if (!found || !storageKey || found.rows.length === 0) return undefined;
  // It was not too long when it was imported.
  const table = await readTable(files.pathOf(storageKey), Infinity).catch((error: unknown) => {
    if (error instanceof UnreadableTableError || (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  });
  return table && { name: `${asked.class === 'ERROR' ? 'errors' : asked.class.toLowerCase().replaceAll('_', '-')}-${nameOf(found.operation)}.csv`, csv: `\ufeff${toLines(table, found, language).map(toLine).join('')}` };
}

/** What an import keeps of its file; `columns` where only so many say something. */
interface KeptOfFile {
  readonly storageKey?: string;
  readonly columns?: number;
}

interface StoredRow {
  readonly class: string;
  readonly details: { readonly row?: number };
}

interface Found {
  readonly operation: Operation;
  readonly asked: AskedRows;
  readonly rows: readonly StoredRow[];
}

function readRows(transaction: Transaction, asked: AskedRows): Promise<StoredRow[]> {
  return transaction.query<StoredRow>(
    `SELECT r.class, c.details->(r.place::int - 1) AS details FROM operation_chunk c CROSS JOIN LATERAL unnest(c.classes) WITH ORDINALITY AS r (class, place)
     WHERE c.organization_id = $1 AND c.operation_id = $2 AND c.details IS NOT NULL AND (r.class = $3 OR c.number = 0) ORDER BY (c.details->(r.place::int - 1)->>'row')::int`,
    [transaction.organizationId, asked.operationId, asked.class],
  );
}

function toLines(table: FileTable, found: Found, language: Language): string[][] {
  const { rows, firstLine } = table;
  const { columns } = found.operation.input as KeptOfFile;
  const problemsOf = operationKind(found.operation.kind).problemsOf ?? (() => []);
  const isOfErrors = found.asked.class === 'ERROR';
  const chosen = found.rows.filter((row) => row.class === found.asked.class && row.details.row !== undefined);
  // The first row is a header unless it is a row of the import itself.
  const hasHeader = found.rows.every(({ details }) => details.row !== firstLine);
  const [wholeRow = []] = rows;
  const firstRow = wholeRow.slice(0, columns);
  const header = hasHeader ? [[...firstRow, ...(isOfErrors ? [reasonHeader[language]] : [])]] : [];
  const cellsOf = pick(table, new Set(chosen.map(({ details }) => details.row!)));
  const width = columns ?? [...cellsOf.values()].reduce((widest, { length }) => Math.max(widest, length), hasHeader ? firstRow.length : 0);
  const lines = chosen.map(({ details }) => {
    const cells = (cellsOf.get(details.row!) ?? []).slice(0, columns);
    const reason = isOfErrors ? [problemsOf(details).map((each) => each.say(language)).join(' ')] : [];
    return [...cells, ...Array<string>(width - cells.length).fill(''), ...reason];
  });
  return [...header, ...lines];
}

/** Some rows of a table, by their numbers in the file. */
function pick({ rows, firstLine }: FileTable, wanted: ReadonlySet<number>): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, readonly string[]>();
  let row = firstLine;
  for (const cells of rows) {
    if (wanted.has(row)) found.set(row, cells);
    row++;
  }
  return found;
}

function toLine(cells: readonly string[]): string {
  // What was exported before has its apostrophe already.
  const quoted = cells.map((cell) => neutralizeCell(restoreCell(cell))).map((cell) => (/[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell));
  return `${quoted.join(',')}\r\n`;
}

function nameOf({ title }: Operation): string {
  return String(title.file ?? 'import').replace(/\.[^.]*$/, '');
}
