import { open, readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { readXlsx, type XlsxTable } from './read-xlsx.ts';
import { longestCell, rowLimit, UnreadableTableError } from './unreadable-table.ts';

/** A table as it stands in a file, from its first row that is not empty to its last one. */
export interface FileTable {
  readonly rows: readonly (readonly string[])[];
  /** The number of the first row in the file, from 1. */
  readonly firstLine: number;
  /** Of a spreadsheet. */
  readonly from?: Pick<XlsxTable, 'sheet' | 'formulas'>;
}

/**
 * Reads a spreadsheet (XLSX), or a CSV file of any usual dialect: UTF-8, UTF-16 or the Latin letters of older programs, with or without a
 * byte order mark, any line ends, separated by comma, semicolon or tab. Throws {@link UnreadableTableError}.
 */
export async function readTable(path: string): Promise<FileTable> {
  const { rows: all, ...from } = (await isZip(path)) ? await readXlsx(path) : { rows: readCsv(await readFile(path)) };
  // A line of nothing but separators is a row; one of nothing at all is none.
  const first = all.findIndex((cells) => cells.length > 1 || hasContent(cells));
  if (first < 0) throw new UnreadableTableError('TABLE_EMPTY');
  const rows = all.slice(first, Math.max(first, all.findLastIndex(hasContent)) + 1);
  // Spreadsheets leave out the empty cells at the end of a row.
  if ('sheet' in from) for (const row of rows) while (row.length > 0 && row.length < rows[0]!.length) row.push('');
  if (rows.length > rowLimit + 1) throw new UnreadableTableError('TOO_MANY_ROWS');
  return { rows, firstLine: first + 1, ...('sheet' in from && { from }) };
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

function readCsv(bytes: Buffer): string[][] {
  const text = decode(bytes);
  try {
    return parse(text, { delimiter: findDelimiter(text), bom: true, relax_column_count: true, max_record_size: longestCell, to: rowLimit * 2 });
  } catch {
    throw new UnreadableTableError('TABLE_BROKEN');
  }
}

function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The separator that the header has most of. */
function findDelimiter(text: string): string {
  const header = text.slice(0, 10_000).split(/\r?\n|\r/, 1)[0] ?? '';
  const counts = [',', ';', '\t'].map((delimiter) => ({ delimiter, count: header.split(delimiter).length }));
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).delimiter;
}
