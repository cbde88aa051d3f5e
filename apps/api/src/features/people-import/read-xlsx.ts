import { readNumberFormat, spreadsheetNumber, type NumberFormat } from '@milepost/domain';
import { PackedStrings } from './packed-strings.ts';
import { longestCell, rowLimit, UnreadableTableError } from './unreadable-table.ts';
import { XlsxParts } from './xlsx-parts.ts';

/** Where in a spreadsheet a table stands. */
export interface XlsxSource {
  /** What it is called, and how many sheets there are with it. */
  readonly sheet: { readonly name: string; readonly of: number };
  /** How many of its cells are worked out by a formula: what the spreadsheet last worked out was read. */
  readonly formulas: number;
}

const mostColumns = 200;
/** A table of 200,000 rows may have twenty cells in each. */
const mostCells = 4_000_000;
const mostText = 60_000_000;

/**
 * Hands on the rows of the first sheet that is not hidden, as text. Numbers come as they are shown: dates as dates, job numbers with the zeros of their format.
 * Formulas are never worked out. Rows without anything stay where they are, as empty ones. Throws {@link UnreadableTableError}.
 */
export function readXlsx(path: string, take: (cells: readonly string[]) => void): Promise<XlsxSource> {
  return XlsxParts.with(path, async (parts) => {
    const book = await readWorkbook(parts);
    const strings = book.stringsPart ? await readStrings(parts, book.stringsPart) : new PackedStrings();
    const formats = book.stylesPart ? await readFormats(parts, book.stylesPart) : [];
    const formulas = await readSheet(parts, book.sheet.part, { strings, formats, from1904: book.from1904 }, take);
    return { formulas, sheet: { name: book.sheet.name, of: book.sheets } };
  });
}

interface Workbook {
  readonly sheet: { readonly name: string; readonly part: string };
  readonly sheets: number;
  readonly from1904: boolean;
  readonly stringsPart: string | undefined;
  readonly stylesPart: string | undefined;
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly part: string;
}

async function readWorkbook(parts: XlsxParts): Promise<Workbook> {
  const workbook = (await readRelations(parts, '')).find(({ type }) => type === 'officeDocument')?.part ?? 'xl/workbook.xml';
  const relations = await readRelations(parts, workbook);
  const sheets: { name: string; relation: string; hidden: boolean }[] = [];
  let from1904 = false;
  await parts.read(workbook, {
    open(tag, attributes) {
      if (tag === 'workbookPr') from1904 = attributes.date1904 === '1' || attributes.date1904 === 'true';
      if (tag !== 'sheet') return;
      const relation = Object.entries(attributes).find(([name]) => /(^|:)id$/.test(name))?.[1] ?? '';
      sheets.push({ name: attributes.name ?? '', relation, hidden: attributes.state === 'hidden' || attributes.state === 'veryHidden' });
    },
  });
  const tables = sheets.flatMap(({ name, relation, hidden }) => {
    const found = relations.find(({ id, type }) => id === relation && type === 'worksheet');
    return found && !hidden && parts.has(found.part) ? [{ name, part: found.part }] : [];
  });
  const [sheet] = tables;
  if (!sheet) throw new UnreadableTableError('TABLE_BROKEN');
  const partOf = (wanted: string): string | undefined => relations.find(({ type }) => type === wanted)?.part;
  return { sheet, sheets: tables.length, from1904, stringsPart: partOf('sharedStrings'), stylesPart: partOf('styles') };
}

/** What a part refers to; '' stands for the file as a whole. */
async function readRelations(parts: XlsxParts, part: string): Promise<readonly Relation[]> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const relations: Relation[] = [];
  await parts.read(`${folder}_rels/${part.slice(folder.length)}.rels`, {
    open(tag, { Id = '', Type = '', Target = '', TargetMode }) {
      if (tag !== 'Relationship' || TargetMode === 'External') return;
      const target = Target.startsWith('/') ? Target.slice(1) : `${folder}${Target}`;
      relations.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), part: withoutDots(target) });
    },
  });
  return relations;
}

function withoutDots(path: string): string {
  const names: string[] = [];
  for (const name of path.split('/')) {
    if (name === '..') names.pop();
    else if (name !== '.') names.push(name);
  }
  return names.join('/');
}

async function readStrings(parts: XlsxParts, part: string): Promise<PackedStrings> {
  const strings = new PackedStrings();
  let text = '';
  let total = 0;
  let isText = false;
  let isReading = 0;
  await parts.read(part, {
    open(tag) {
      if (tag === 'si') text = '';
      // How East Asian names are spoken is no part of them.
      if (tag === 'rPh') isReading++;
      isText = tag === 't' && isReading === 0;
    },
    text(more) {
      if (isText) text += more;
    },
    close(tag) {
      isText = false;
      if (tag === 'rPh') isReading--;
      if (tag !== 'si') return;
      total += text.length;
      if (total > mostText) throw new UnreadableTableError('TABLE_TOO_LARGE');
      strings.add(unescape(text));
    },
  });
  return strings;
}

/** Characters that XML cannot hold are written by their code between underlines, and so is an underline that would be read so. */
function unescape(text: string): string {
  return text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text;
}

/** The number format of each cell style, in order. */
async function readFormats(parts: XlsxParts, part: string): Promise<readonly NumberFormat[]> {
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let isCellStyle = false;
  await parts.read(part, {
    open(tag, attributes) {
      if (tag === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      if (tag === 'cellXfs') isCellStyle = true;
      if (tag === 'xf' && isCellStyle) formats.push(readNumberFormat(Number(attributes.numFmtId ?? 0), codes.get(Number(attributes.numFmtId))));
    },
    close(tag) {
      if (tag === 'cellXfs') isCellStyle = false;
    },
  });
  return formats;
}

interface Meaning {
  readonly strings: PackedStrings;
  readonly formats: readonly NumberFormat[];
  readonly from1904: boolean;
}

const general: NumberFormat = { kind: 'GENERAL' };

/** Answers how many formulas stand in the sheet. */
async function readSheet(parts: XlsxParts, part: string, { strings, formats, from1904 }: Meaning, take: (cells: readonly string[]) => void): Promise<number> {
  let taken = 0;
  let row: string[] = [];
  let line = 0;
  let column = -1;
  let cell: { type: string; style: number } = { type: 'n', style: -1 };
  let text = '';
  let isValue = false;
  let isReading = 0;
  let formulas = 0;
  let cells = 0;
  let characters = 0;
  const meant = (): string => {
    if (cell.type === 's') return strings.at(Number(text)) ?? '';
    if (cell.type === 'b') return text === '1' ? 'TRUE' : 'FALSE';
    if (cell.type === 'n') return spreadsheetNumber(text, formats[cell.style] ?? general, from1904);
    // Strict workbooks write days so; a day without a time of day is shown as a day.
    return cell.type === 'd' ? text.replace(/T00:00(:00(\.0+)?)?Z?$/, '') : unescape(text);
  };
  const endCell = (): void => {
    if (text === '') return;
    const value = meant();
    if (value === '') return;
    if (column >= mostColumns || ++cells > mostCells || value.length > longestCell) throw new UnreadableTableError('TABLE_TOO_LARGE');
    if (cell.type !== 's') characters += value.length;
    if (characters > mostText) throw new UnreadableTableError('TABLE_TOO_LARGE');
    while (row.length < column) row.push('');
    row[column] = value;
  };
  await parts.read(part, {
    open(tag, attributes) {
      if (tag === 'row') {
        line = Number(attributes.r ?? line + 1) || line + 1;
        row = [];
        column = -1;
      } else if (tag === 'c') {
        column = attributes.r === undefined ? column + 1 : columnOf(attributes.r);
        cell = { type: attributes.t ?? 'n', style: Number(attributes.s ?? -1) };
        text = '';
      } else if (tag === 'f') formulas++;
      else if (tag === 'rPh') isReading++;
      isValue = tag === 'v' || (tag === 't' && isReading === 0);
    },
    text(more) {
      if (isValue) text += more;
    },
    close(tag) {
      isValue = false;
      if (tag === 'rPh') isReading--;
      if (tag === 'c') endCell();
      if (tag !== 'row' || row.length === 0) return;
      // Rows that are left out are empty ones; a hostile number must not fill memory with them.
      if (line > rowLimit + 1) throw new UnreadableTableError('TOO_MANY_ROWS', { limit: rowLimit });
      for (; taken < line - 1; taken++) take([]);
      if (taken >= line) throw new UnreadableTableError('TABLE_BROKEN');
      take(row);
      taken++;
    },
  });
  return formulas;
}

/** 'C7' stands in column 2, from 0; what is no place is far away, and refused as such. */
function columnOf(place: string): number {
  const letters = /^([A-Z]{1,3})\d*$/.exec(place)?.[1];
  return letters ? Array.from(letters, (letter) => letter.charCodeAt(0) - 64).reduce((sum, each) => sum * 26 + each, 0) - 1 : mostColumns;
}
