import { finished } from 'node:stream/promises';
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

/** A CSV file that is read as its rows are asked for. */
export interface OpenCsv extends CsvSource {
  /** Its rows in their order, empty lines too, so many at a time as come together. To be read once. */
  readonly parts: AsyncIterable<readonly (readonly string[])[]>;
}

/**
 * Reads a CSV file of any usual dialect: with or without a byte order mark, any line ends, separated by comma, semicolon or tab. It is read as it
 * comes: neither it nor a row that is too long is ever held. Throws {@link UnreadableTableError}, where its rows are read.
 *
 * @param mostRows the header aside
 */
export async function openCsv(open: OpenBytes, mostRows: number = rowLimit): Promise<OpenCsv> {
  const encoding = await recogniseEncoding(open);
  const separator = await findSeparator(decode(open(), encoding));
  return { encoding, separator, parts: readParts(decode(open(), encoding), separator, mostRows) };
}

async function* readParts(text: AsyncIterable<string>, separator: Separator, mostRows: number): AsyncGenerator<readonly (readonly string[])[]> {
  let row = 1;
  let rows: string[][] = [];
  const take = (cells: string[]): null => {
    rows.push(cells);
    // Empty lines are no rows, but not any number of them is read.
    if (++row > mostRows * 2) throw new UnreadableTableError('TOO_MANY_ROWS', { limit: mostRows });
    return null;
  };
  const parser = parse({ delimiter: separator, relax_column_count: true, max_record_size: longestCell, on_record: take });
  parser.on('error', () => undefined).resume();
  try {
    for await (const part of text) {
      await new Promise<void>((resolve, reject) => parser.write(part, (error) => (error ? reject(error) : resolve())));
      if (rows.length === 0) continue;
      yield rows;
      rows = [];
    }
    parser.end();
    await finished(parser);
  } catch (error) {
    if (error instanceof UnreadableTableError || isOurFault(error)) throw error;
    throw (error as CsvError).code === 'CSV_MAX_RECORD_SIZE' ? new UnreadableTableError('ROW_TOO_LONG', { row, limit: longestCell }) : new UnreadableTableError('TABLE_BROKEN');
  }
  if (rows.length > 0) yield rows;
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
