import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { PackedRows } from './packed-rows.ts';
import { openCsv, type CsvSource } from './read-csv.ts';
import { readXlsx, type XlsxSource } from './read-xlsx.ts';
import { rowLimit, UnreadableTableError } from './unreadable-table.ts';

/** What is known of a table in a file as a whole. */
export interface TableSummary {
  /** The number of the first row in the file, from 1. */
  readonly firstLine: number;
  /** How many columns its first row has. */
  readonly width: number;
  readonly from: XlsxSource | CsvSource;
}

/** A table as it stands in a file, from its first row that is not empty to its last one. */
export interface FileTable extends TableSummary {
  readonly rows: PackedRows<readonly string[]>;
}

/**
 * Reads a spreadsheet (XLSX), or a CSV file as {@link openCsv} does. Throws {@link UnreadableTableError}.
 *
 * @param mostRows of a CSV file, the header aside
 */
export async function readTable(path: string, mostRows: number = rowLimit): Promise<FileTable> {
  const table = new TableBuilder(mostRows);
  if (!(await isZip(path))) {
    const { parts, ...from } = await openCsv(() => createReadStream(path) as AsyncIterable<Buffer>, mostRows);
    for await (const part of parts) for (const cells of part) table.add(cells);
    return { ...table.build(), from };
  }
  // Spreadsheets leave out the empty cells at the end of a row.
  const from = await readXlsx(path, (cells) => table.add(cells, 'TO_FILL_UP'));
  return { ...table.build(), from };
}

/** A row of a file, and its number there, from 1. */
export interface TableRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** A table that is read as its rows are asked for. */
export interface OpenTable {
  /** Its rows that hold something, and its first one whatever it holds, so many at a time as come together. To be read once. */
  readonly parts: AsyncIterable<readonly TableRow[]>;
  /** What is known of it when all rows have been read. */
  summary(): TableSummary;
}

/**
 * The same table without being held: a CSV file comes from the disk as it is read; a spreadsheet, which has fewer rows, is held in little memory.
 * Throws {@link UnreadableTableError}, of a CSV file where its rows are read.
 *
 * @param mostRows of a CSV file, the header aside
 */
export async function openTable(path: string, mostRows: number): Promise<OpenTable> {
  if (await isZip(path)) {
    const { rows, ...summary } = await readTable(path);
    return { parts: numbered(rows, summary.firstLine), summary: () => summary };
  }
  const { parts, ...from } = await openCsv(() => createReadStream(path) as AsyncIterable<Buffer>, mostRows);
  const found = { firstLine: 0, width: 0 };
  return { parts: fromFirst(parts, mostRows, found), summary: () => ({ ...found, from }) };
}

async function* numbered(rows: PackedRows<readonly string[]>, firstLine: number): AsyncGenerator<readonly TableRow[]> {
  let row = firstLine;
  for (const part of rows.parts()) yield part.map((cells) => ({ row: row++, cells })).filter((each) => each.row === firstLine || hasContent(each.cells));
}

async function* fromFirst(parts: AsyncIterable<readonly (readonly string[])[]>, mostRows: number, found: { firstLine: number; width: number }): AsyncGenerator<readonly TableRow[]> {
  let row = 0;
  let taken = 0;
  for await (const part of parts) {
    const rows: TableRow[] = [];
    for (const cells of part) {
      row++;
      if (found.firstLine === 0 ? isNoRow(cells) : !hasContent(cells)) continue;
      if (found.firstLine === 0) Object.assign(found, { firstLine: row, width: cells.length });
      rows.push({ row, cells });
    }
    taken += rows.length;
    if (taken > mostRows + 1) throw new UnreadableTableError('TOO_MANY_ROWS', { limit: mostRows });
    if (rows.length > 0) yield rows;
  }
  if (found.firstLine === 0) throw new UnreadableTableError('TABLE_EMPTY');
}

/** A line of nothing but separators is a row; one of nothing at all is none. */
function isNoRow(cells: readonly string[]): boolean {
  return cells.length <= 1 && !hasContent(cells);
}

/** Takes the rows of a file as they are read, without what is empty before and after them. */
class TableBuilder {
  private readonly rows = new PackedRows<readonly string[]>();
  private line = 0;
  private firstLine = 0;
  private width = 0;
  /** Rows without content that are the table's own only if something follows. */
  private held: (readonly string[])[] = [];

  constructor(private readonly mostRows: number) {}

  add(cells: readonly string[], mode?: 'TO_FILL_UP'): void {
    this.line++;
    if (this.firstLine === 0) {
      if (isNoRow(cells)) return;
      this.firstLine = this.line;
      this.width = cells.length;
    }
    const isShort = mode === 'TO_FILL_UP' && cells.length > 0 && cells.length < this.width;
    this.held.push(isShort ? [...cells, ...Array<string>(this.width - cells.length).fill('')] : cells);
    if (!hasContent(cells) && this.line > this.firstLine) return;
    for (const row of this.held) this.rows.add(row);
    this.held = [];
    if (this.rows.length > this.mostRows + 1) throw new UnreadableTableError('TOO_MANY_ROWS', { limit: this.mostRows });
  }

  build(): Omit<FileTable, 'from'> {
    if (this.firstLine === 0) throw new UnreadableTableError('TABLE_EMPTY');
    return { rows: this.rows, firstLine: this.firstLine, width: this.width };
  }
}

/** Whether anything stands in a row. */
export function hasContent(cells: readonly string[]): boolean {
  return cells.some((cell) => cell.trim() !== '');
}

async function isZip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead === 4 && buffer.readUInt32BE() === 0x504b0304;
  } finally {
    await file.close();
  }
}
