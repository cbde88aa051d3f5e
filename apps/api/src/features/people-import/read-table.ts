import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { PackedRows } from './packed-rows.ts';
import { readCsv, type CsvSource } from './read-csv.ts';
import { readXlsx, type XlsxSource } from './read-xlsx.ts';
import { rowLimit, UnreadableTableError } from './unreadable-table.ts';

/** A table as it stands in a file, from its first row that is not empty to its last one. */
export interface FileTable {
  readonly rows: PackedRows<readonly string[]>;
  /** The number of the first row in the file, from 1. */
  readonly firstLine: number;
  /** How many columns its first row has. */
  readonly width: number;
  readonly from: XlsxSource | CsvSource;
}

/** Reads a spreadsheet (XLSX), or a CSV file as {@link readCsv} does. Throws {@link UnreadableTableError}. */
export async function readTable(path: string): Promise<FileTable> {
  const table = new TableBuilder();
  if (!(await isZip(path))) {
    const from = await readCsv(() => createReadStream(path) as AsyncIterable<Buffer>, (cells) => table.add(cells));
    return { ...table.build(), from };
  }
  // Spreadsheets leave out the empty cells at the end of a row.
  const from = await readXlsx(path, (cells) => table.add(cells, 'TO_FILL_UP'));
  return { ...table.build(), from };
}

/** Takes the rows of a file as they are read, without what is empty before and after them. */
class TableBuilder {
  private readonly rows = new PackedRows<readonly string[]>();
  private line = 0;
  private firstLine = 0;
  private width = 0;
  /** Rows without content that are the table's own only if something follows. */
  private held: (readonly string[])[] = [];

  add(cells: readonly string[], mode?: 'TO_FILL_UP'): void {
    this.line++;
    if (this.firstLine === 0) {
      // A line of nothing but separators is a row; one of nothing at all is none.
      if (cells.length <= 1 && !hasContent(cells)) return;
      this.firstLine = this.line;
      this.width = cells.length;
    }
    const isShort = mode === 'TO_FILL_UP' && cells.length > 0 && cells.length < this.width;
    this.held.push(isShort ? [...cells, ...Array<string>(this.width - cells.length).fill('')] : cells);
    if (!hasContent(cells) && this.line > this.firstLine) return;
    for (const row of this.held) this.rows.add(row);
    this.held = [];
    if (this.rows.length > rowLimit + 1) throw new UnreadableTableError('TOO_MANY_ROWS');
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
