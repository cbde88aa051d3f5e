import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { isUuid, MendedCells, neutralizeCell, restoreCell, type CellMend, type Language } from '@milepost/domain';
import type { Database } from '../../platform/database/database.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { operationKind, operationScopes, readOperations, type Operation } from '../operations/index.ts';
import { openTable } from './read-table.ts';
import { UnreadableTableError } from './unreadable-table.ts';

/** Some rows of a file that was imported, as a file of their own. */
export interface RowsOfFile {
  readonly name: string;
  /** Where it lies, as CSV with a byte order mark; whoever takes it deletes it. */
  readonly path: string;
}

/** So many rows are fetched at a time. */
const rowsAtATime = 500;

const reasonHeader: Readonly<Record<Language, string>> = { en: 'What is wrong', 'zh-CN': '错误原因' };

/** Which rows of which import. */
export interface AskedRows {
  readonly operationId: string;
  /** As the preview classed them. */
  readonly class: string;
}

/**
 * Writes the rows of an import that are of one class as they stand in its file, or as they were mended (U22), errors each with what is wrong with it in a last column (U24), which is
 * ignored when the mended file is imported (X29). No cell is taken for a formula. Neither file is held, however many rows there are. Undefined when there is no
 * such import, it is not for the caller to see, nothing is known of its rows, or its file is gone.
 */
export async function writeRowsOfFile(database: Database, files: FileStore, caller: Caller, asked: AskedRows, language: Language): Promise<RowsOfFile | undefined> {
  if (!isUuid(asked.operationId)) return undefined;
  const path = join(tmpdir(), `milepost-rows-${randomUUID()}.csv`);
  try {
    const written = await database.read(caller, async (transaction) => {
      const found = await findImport(transaction, files, caller, asked);
      if (!found) return undefined;
      await writeLines(transaction, found, path, language);
      return found.operation;
    });
    if (written) return { name: `${asked.class === 'ERROR' ? 'errors' : asked.class.toLowerCase().replaceAll('_', '-')}-${nameOf(written)}.csv`, path };
  } catch (error) {
    const isGone = error instanceof UnreadableTableError || (error as NodeJS.ErrnoException).code === 'ENOENT';
    if (!isGone) throw error;
  }
  await rm(path, { force: true });
  return undefined;
}

/** What an import keeps of its file; `columns` where only so many say something. */
interface KeptOfFile {
  readonly storageKey?: string;
  readonly columns?: number;
  readonly mends?: readonly CellMend[];
}

interface Found {
  readonly operation: Operation;
  readonly asked: AskedRows;
  /** Its file. */
  readonly path: string;
  /** How many columns say something; undefined: all. */
  readonly columns: number | undefined;
  /** What is read otherwise than it stands there. */
  readonly mends: MendedCells;
  /** The number in the file of the import's first row: what stands above it is the header. */
  readonly firstRow: number;
}

async function findImport(transaction: Transaction, files: FileStore, caller: Caller, asked: AskedRows): Promise<Found | undefined> {
  const operation = (await readOperations(transaction, operationScopes(caller), [asked.operationId])).get(asked.operationId);
  const { storageKey, columns, mends = [] } = (operation?.input ?? {}) as KeptOfFile;
  if (!operation || operation.undoOf || !storageKey) return undefined;
  const [first] = await transaction.query<{ row: number | null }>(
    `SELECT min((d->>'row')::int) AS row FROM operation_chunk c CROSS JOIN LATERAL jsonb_array_elements(c.details) d WHERE c.organization_id = $1 AND c.operation_id = $2 AND c.number = 0`,
    [transaction.organizationId, asked.operationId],
  );
  return first?.row == null ? undefined : { operation, asked, path: files.pathOf(storageKey), columns, mends: new MendedCells(mends), firstRow: first.row };
}

interface RowDetails {
  readonly row: number;
}

/** What is kept of the rows of the class, in the order of the file. */
async function* readRows(transaction: Transaction, asked: AskedRows): AsyncGenerator<RowDetails, undefined> {
  // Its rows may have been read once already, to see how wide they are.
  await transaction.query('CLOSE ALL');
  await transaction.query(
    `DECLARE rows_of_file NO SCROLL CURSOR FOR
     SELECT d.details FROM operation_chunk c CROSS JOIN LATERAL ROWS FROM (unnest(c.classes), jsonb_array_elements(c.details)) AS d (class, details)
     WHERE c.organization_id = $1 AND c.operation_id = $2 AND d.class = $3 AND d.details ? 'row' ORDER BY (d.details->>'row')::int`,
    [transaction.organizationId, asked.operationId, asked.class],
  );
  while (true) {
    const rows = await transaction.query<{ details: RowDetails }>(`FETCH ${rowsAtATime} FROM rows_of_file`);
    for (const { details } of rows) yield details;
    if (rows.length < rowsAtATime) return undefined;
  }
}

/** A row as it stands in the file, and what is kept of it; of the header nothing. */
interface FileRow {
  readonly cells: readonly string[];
  readonly details: RowDetails | undefined;
}

/** The header, where there is one, and the rows of the class. */
async function* fileRows(transaction: Transaction, { asked, path, columns, mends, firstRow }: Found): AsyncGenerator<FileRow> {
  const wanted = readRows(transaction, asked);
  let next = await wanted.next();
  let isFirst = true;
  // It was not too long when it was imported.
  const { parts } = await openTable(path, Infinity);
  for await (const part of parts) {
    for (const { row, cells } of part) {
      if (isFirst && row !== firstRow) yield { cells: cells.slice(0, columns), details: undefined };
      isFirst = false;
      while (!next.done && next.value.row < row) next = await wanted.next();
      if (next.done) return;
      if (next.value.row === row) yield { cells: mends.mend(row, cells).slice(0, columns), details: next.value };
    }
  }
}

async function writeLines(transaction: Transaction, found: Found, path: string, language: Language): Promise<void> {
  const problemsOf = operationKind(found.operation.kind).problemsOf ?? (() => []);
  const isOfErrors = found.asked.class === 'ERROR';
  const width = found.columns ?? (await widthOf(transaction, found));
  const lines = async function* (): AsyncGenerator<string> {
    yield '\ufeff';
    for await (const { cells, details } of fileRows(transaction, found)) {
      const last = details ? problemsOf(details).map((each) => each.say(language)).join(' ') : reasonHeader[language];
      const empty = Array<string>(details ? width - cells.length : 0).fill('');
      yield toLine([...cells, ...empty, ...(isOfErrors ? [last] : [])]);
    }
  };
  await pipeline(lines, createWriteStream(path, { mode: 0o600 }));
}

/** How many cells the widest row has. */
async function widthOf(transaction: Transaction, found: Found): Promise<number> {
  let width = 0;
  for await (const { cells } of fileRows(transaction, found)) width = Math.max(width, cells.length);
  return width;
}

function toLine(cells: readonly string[]): string {
  // What was exported before has its apostrophe already.
  const quoted = cells.map((cell) => neutralizeCell(restoreCell(cell))).map((cell) => (/[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell));
  return `${quoted.join(',')}\r\n`;
}

function nameOf({ title }: Operation): string {
  return String(title.file ?? 'import').replace(/\.[^.]*$/, '');
}
