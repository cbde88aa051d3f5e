import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';

/** A table as it stands in a file, and how it was understood. */
export interface FileTable {
  readonly rows: readonly (readonly string[])[];
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  readonly delimiter: string;
}

/** The file is no table, or holds more rows than an import takes. */
export class UnreadableTableError extends Error {
  constructor(readonly code: 'TABLE_BROKEN' | 'TOO_MANY_ROWS' | 'TABLE_EMPTY' | 'TABLE_WITHOUT_ROWS') {
    super(code);
  }
}

export const rowLimit = 200_000;
const longestCell = 100_000;

/**
 * Reads a CSV file of any usual dialect: UTF-8, UTF-16 or the Latin letters of older programs, with or without a byte order mark,
 * any line ends, separated by comma, semicolon or tab. Throws {@link UnreadableTableError}.
 */
export async function readTable(path: string): Promise<FileTable> {
  const { text, encoding } = decode(await readFile(path));
  const delimiter = findDelimiter(text);
  let rows: string[][];
  try {
    rows = parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: longestCell,
      to: rowLimit + 2,
    });
  } catch {
    throw new UnreadableTableError('TABLE_BROKEN');
  }
  if (rows.length === 0) throw new UnreadableTableError('TABLE_EMPTY');
  if (rows.length > rowLimit + 1) throw new UnreadableTableError('TOO_MANY_ROWS');
  return { rows, encoding, delimiter };
}

function decode(bytes: Buffer): { text: string; encoding: FileTable['encoding'] } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16be' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
}

/** The separator that the header has most of. */
function findDelimiter(text: string): string {
  const header = text.slice(0, 10_000).split(/\r?\n|\r/, 1)[0] ?? '';
  const counts = [',', ';', '\t'].map((delimiter) => ({ delimiter, count: header.split(delimiter).length }));
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).delimiter;
}
