import { pipeline } from 'node:stream/promises';
import { parse, type CsvError } from 'csv-parse';
import { recogniseEncoding, type Encoding, type OpenBytes } from './recognise-encoding.ts';
import { isOurFault, longestCell, rowLimit, UnreadableTableError } from './unreadable-table.ts';

/** As what a CSV file was understood. */
export interface CsvSource {
  readonly encoding: Encoding;
  readonly separator: Separator;
}

const separators = [',', ';', '\t'] as const;
type Separator = (typeof separators)[number];

/**
 * Hands on the rows of a CSV file of any usual dialect, empty lines too: with or without a byte order mark, any line ends, separated by comma,
 * semicolon or tab. It is read as it comes: neither it nor a row that is too long is ever held. Throws {@link UnreadableTableError}.
 */
export async function readCsv(open: OpenBytes, take: (cells: readonly string[]) => void): Promise<CsvSource> {
  const encoding = await recogniseEncoding(open);
  const separator = await findSeparator(decode(open(), encoding));
  let row = 1;
  const handOn = (cells: string[]): null => {
    take(cells);
    // Empty lines are no rows, but not any number of them is read.
    if (++row > rowLimit * 2) throw new UnreadableTableError('TOO_MANY_ROWS');
    return null;
  };
  const parser = parse({ delimiter: separator, relax_column_count: true, max_record_size: longestCell, on_record: handOn });
  try {
    await pipeline(decode(open(), encoding), parser.resume());
  } catch (error) {
    if (error instanceof UnreadableTableError || isOurFault(error)) throw error;
    throw (error as CsvError).code === 'CSV_MAX_RECORD_SIZE' ? new UnreadableTableError('ROW_TOO_LONG', { row, limit: longestCell }) : new UnreadableTableError('TABLE_BROKEN');
  }
  return { encoding, separator };
}

async function* decode(parts: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const bytes of parts) yield decoder.decode(bytes, { stream: true });
  yield decoder.decode();
}

/** The separator that the header has most of. */
async function findSeparator(text: AsyncIterable<string>): Promise<Separator> {
  let start = '';
  for await (const part of text) {
    start += part.slice(0, 10_000);
    if (start.length >= 10_000) break;
  }
  const header = start.split(/\r?\n|\r/, 1)[0] ?? '';
  const counts = separators.map((separator) => ({ separator, count: header.split(separator).length }));
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).separator;
}
