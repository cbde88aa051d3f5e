import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recogniseFile } from '../../platform/files/file-kinds.ts';
import { hasContent, openTable, readTable } from './read-table.ts';
import { writeXlsxTemplate, zipParts } from './write-xlsx.ts';
import { buildXlsx } from './xlsx.factory.ts';

let folder: string;
let path: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tables-'));
  path = join(folder, 'file');
});
afterAll(() => rm(folder, { recursive: true }));

/** The same without its being held; every file that a test reads is read so too, and must come to the same. */
async function readOpen() {
  const table = await openTable(path, 1_000);
  const rows: { row: number; cells: readonly string[] }[] = [];
  for await (const part of table.parts) rows.push(...part);
  return { ...table.summary(), rows };
}

async function read(content: Buffer | string) {
  await writeFile(path, content);
  const open = await readOpen().catch((error: unknown) => error);
  const { rows, ...table } = await readTable(path).catch((error: unknown) => {
    expect(open).toEqual(error);
    throw error;
  });
  const numbered = [...rows].map((cells, index) => ({ row: table.firstLine + index, cells })).filter(({ cells }, index) => index === 0 || hasContent(cells));
  expect(open).toEqual({ ...table, rows: numbered });
  return { ...table, rows: [...rows] };
}
const codeOf = (content: Buffer | string) => read(content).then(() => 'READ', (error: { code?: string }) => error.code);

describe('a spreadsheet as a table', () => {
  test('reads what is shown: text, whole numbers in full, zeros of a format, dates, booleans, text in its cell', async () => {
    const inline = { xml: '<c t="inlineStr"><is><r><t>Mia </t></r><r><t>Chen</t></r><rPh><t>ミア</t></rPh></is></c>' };
    const { rows, from } = await read(
      buildXlsx({ People: [['Job number', 'Name', 'Hired', 'x'], [{ number: '123', style: 3 }, inline, { number: '45123', style: 2 }, { xml: '<c t="b"><v>1</v></c>' }], [{ number: '1.00012E5', style: 0 }, 'A & B < C', '', 12_345_678_901_234_568]] }),
    );
    expect(rows).toEqual([
      ['Job number', 'Name', 'Hired', 'x'],
      ['00123', 'Mia Chen', '2023-07-16', 'TRUE'],
      ['100012', 'A & B < C', '', '1.23457E+16'],
    ]);
    expect(from).toEqual({ sheet: { name: 'People', of: 1 }, formulas: 0 });
  });

  test('never works a formula out: what the spreadsheet has last worked out is read, and their number is told', async () => {
    const { rows, from } = await read(buildXlsx({ A: [['N'], [{ xml: '<c><f>1+1</f><v>2</v></c>' }], [{ xml: '<c t="str"><f>CMD()</f><v>=evil</v></c>' }], [{ xml: '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>' }]] }));
    expect(rows.flat()).toEqual(['N', '2', '=evil', '#DIV/0!']);
    expect(from).toMatchObject({ formulas: 3 });
  });

  test('reads the first sheet that is not hidden, and names it among how many', async () => {
    const hidden = buildXlsx({ Secret: [['no']], Staff: [['yes']], Other: [['no']] }, {
      'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="Secret" state="veryHidden" r:id="rId1"/><sheet name="Staff" r:id="rId2"/><sheet name="Other" r:id="rId3"/></sheets></workbook>',
    });
    expect(await read(hidden)).toEqual({ rows: [['yes']], firstLine: 1, width: 1, from: { sheet: { name: 'Staff', of: 2 }, formulas: 0 } });
  });

  test('rows keep the numbers that they have in the file, whatever is empty between them', async () => {
    const { rows, firstLine } = await read(buildXlsx({ A: [[], ['N'], ['1'], [], ['2'], [' ']] }));
    expect([firstLine, rows]).toEqual([2, [['N'], ['1'], [], ['2']]]);
    expect(await read('\nN\n1\n\n2\n\n')).toEqual({ rows: [['N'], ['1'], [''], ['2']], firstLine: 2, width: 1, from: { encoding: 'utf-8', separator: ',' } });
  });

  test('reads what other programs write: prefixed tags, days from 1904, parts by their whole path', async () => {
    const other = buildXlsx({ A: [] }, {
      'xl/workbook.xml': '<x:workbook xmlns:x="m" xmlns:r="r"><x:workbookPr date1904="1"/><x:sheets><x:sheet name="A" r:id="rId1"/></x:sheets></x:workbook>',
      'xl/worksheets/sheet1.xml': '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c s="2"><x:v>43661</x:v></x:c><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    });
    expect((await read(other)).rows).toEqual([['2023-07-16', '7']]);
  });

  test('reads text as Excel writes it: runs of rich text in the shared table, spaces, numbers as text, characters by their code', async () => {
    const rich = buildXlsx({ A: [] }, {
      'xl/sharedStrings.xml': '<sst><si><r><rPr><b/></rPr><t>Mia</t></r><r><t xml:space="preserve"> Chen</t></r><phoneticPr fontId="1"/></si><si><t>00123</t></si><si><t>a_x000D_b_x005F_x0041_</t></si><si/></sst>',
      'xl/worksheets/sheet1.xml':
        '<worksheet><cols/><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s" s="1"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c><c r="E1" t="str"><v>007</v></c></row></sheetData></worksheet>',
    });
    expect((await read(rich)).rows).toEqual([['Mia Chen', '00123', 'a\rb_x0041_', '', '007']]);
  });

  test('reads days as each program writes them: serial numbers of two calendars, in formats of their own, and as ISO 8601', async () => {
    const dates = (workbook: string): Buffer =>
      buildXlsx({ A: [] }, {
        'xl/workbook.xml': `<workbook xmlns:r="r">${workbook}<sheets><sheet name="A" r:id="rId1"/></sheets></workbook>`,
        'xl/styles.xml': '<styleSheet><numFmts count="1"><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/></numFmts><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="165"/></cellXfs></styleSheet>',
        'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="1"><c r="A1" s="1"><v>45123</v></c><c r="B1" s="2"><v>45123</v></c><c r="C1" t="d"><v>2023-07-16T00:00:00</v></c><c r="D1" t="d"><v>2023-07-16</v></c></row></sheetData></worksheet>',
      });
    expect((await read(dates(''))).rows).toEqual([['2023-07-16', '2023-07-16', '2023-07-16', '2023-07-16']]);
    expect((await read(dates('<workbookPr date1904="true"/>'))).rows).toEqual([['2027-07-17', '2027-07-17', '2023-07-16', '2023-07-16']]);
  });

  test('reads a table that begins further down and to the right, with every tag prefixed and its text in a prefixed table', async () => {
    const far = buildXlsx({ A: [] }, {
      'xl/workbook.xml': '<x:workbook xmlns:x="m" xmlns:r="r"><x:sheets><x:sheet name="Hidden" state="hidden" r:id="rId9"/><x:sheet name="A" r:id="rId1"/></x:sheets></x:workbook>',
      'xl/sharedStrings.xml': '<x:sst xmlns:x="m"><x:si><x:t>Job number</x:t></x:si><x:si><x:r><x:t>00</x:t></x:r><x:r><x:t>17</x:t></x:r></x:si></x:sst>',
      'xl/worksheets/sheet1.xml':
        '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="4"><x:c r="C4" t="s"><x:v>0</x:v></x:c></x:row><x:row r="5"><x:c r="C5" t="s"><x:v>1</x:v></x:c></x:row><x:row r="6"><x:c r="C6" t="inlineStr"><x:is><x:t>A-2</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>',
    });
    expect(await read(far)).toMatchObject({ rows: [['', '', 'Job number'], ['', '', '0017'], ['', '', 'A-2']], firstLine: 4 });
  });

  test('its template is a spreadsheet with a header alone, and taken for one', async () => {
    expect((await read(writeXlsxTemplate('人员', ['工号', '姓名']))).rows).toEqual([['工号', '姓名']]);
    expect(await recogniseFile(path, 'IMPORT')).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    expect(await recogniseFile(path, 'COVER')).toBeUndefined();
  });
});

describe('a hostile spreadsheet is refused, and named as what it is [quality 15]', () => {
  const withSheet = (xml: string) => buildXlsx({ A: [] }, { 'xl/worksheets/sheet1.xml': xml });
  const row = (cells: string) => `<worksheet><sheetData><row r="1">${cells}</row></sheetData></worksheet>`;
  const claiming = (size: number) => {
    const bytes = buildXlsx({ A: [['x']] });
    const name = bytes.lastIndexOf('xl/worksheets/sheet1.xml');
    bytes.writeUInt32LE(size, name - 22);
    return bytes;
  };
  test.each<[string, () => Buffer, string]>([
    ['a zip that is cut off', () => buildXlsx({ A: [['x']] }).subarray(0, 900), 'TABLE_BROKEN'],
    ['a zip of something else', () => zipParts({ 'a.txt': 'x' }), 'TABLE_BROKEN'],
    ['a zip whose parts have no harmless names', () => zipParts({ '../a.txt': 'x' }), 'TABLE_BROKEN'],
    ['entities', () => withSheet('<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet>&e;</worksheet>'), 'TABLE_BROKEN'],
    ['XML that never ends', () => withSheet('<worksheet><sheetData><row>'), 'TABLE_BROKEN'],
    ['a cell of 2 MB', () => withSheet(row(`<c r="A1" t="str"><v>${'x'.repeat(2_000_000)}</v></c>`)), 'TABLE_TOO_LARGE'],
    ['a part that says it inflates to 4 GB', () => claiming(0xfffffff0), 'TABLE_TOO_LARGE'],
    ['a part that inflates to more than it says', () => claiming(1), 'TABLE_BROKEN'],
    ['a cell at the other end of the sheet', () => withSheet(row('<c r="XFD1"><v>1</v></c>')), 'TABLE_TOO_LARGE'],
    ['a cell that stands nowhere', () => withSheet(row('<c r="__proto__"><v>1</v></c>')), 'TABLE_TOO_LARGE'],
    ['a row a million rows below', () => withSheet('<worksheet><row r="1048576"><c><v>1</v></c></row></worksheet>'), 'TOO_MANY_ROWS'],
    ['rows that come back', () => withSheet('<worksheet><row r="2"><c><v>1</v></c></row><row r="1"><c><v>1</v></c></row></worksheet>'), 'TABLE_BROKEN'],
    ['a sheet without anything', () => buildXlsx({ A: [] }), 'TABLE_EMPTY'],
    ['text that is not there', () => withSheet(row('<c r="A1" t="s"><v>99</v></c>')), 'TABLE_EMPTY'],
  ])('%s', async (_, content, code) => {
    expect(await codeOf(content())).toBe(code);
  });

  test('a zip that holds a part twice', async () => {
    expect(await codeOf(zipParts({ 'xl/a.xml': '<a/>', 'XL/A.xml': '<a/>' }))).toBe('TABLE_BROKEN');
  });
});

test('a spreadsheet of 100,000 rows is read within bounded memory', async () => {
  const rows = Array.from({ length: 100_000 }, (_, index) => [`N${index}`, `Person ${index}`, `person${index}@example.com`, 'Sales / North', 'Engineer', { number: String(40_000 + (index % 5_000)), style: 2 }]);
  await writeFile(path, buildXlsx({ People: [['Job number', 'Name', 'E-mail', 'Department', 'Position', 'Hired'], ...rows] }));
  rows.length = 0;
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const table = await readTable(path);
  expect(table.rows).toHaveLength(100_001);
  expect([...table.rows].at(-1)).toEqual(['N99999', 'Person 99999', 'person99999@example.com', 'Sales / North', 'Engineer', '2023-03-14']);
  expect((process.memoryUsage().rss - before) / 1024 / 1024).toBeLessThan(200);
}, 120_000);
