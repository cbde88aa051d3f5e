import { workbookParts, zipParts } from './write-xlsx.ts';

/** A cell of a test's sheet: text, a number with the style that it has, or XML as it is to stand there. */
export type BuiltCell = string | number | { readonly number: string; readonly style: number } | { readonly xml: string };

/** The styles of a built spreadsheet: 0 none, 1 text, 2 a date, 3 five digits with zeros in front. */
const styles = '<cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="49"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs>';
const formats = '<numFmts count="1"><numFmt numFmtId="164" formatCode="00000"/></numFmts>';

/** A spreadsheet as programs write it: text in a table of its own, sheets by name, `parts` in the place of those that it would have. */
export function buildXlsx(sheets: Readonly<Record<string, readonly (readonly BuiltCell[])[]>>, parts: Readonly<Record<string, string>> = {}): Buffer {
  const strings: string[] = [];
  const written = Object.values(sheets).map((rows, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(rows, strings)] as const);
  const base = workbookParts(Object.keys(sheets));
  return zipParts({
    ...base,
    'xl/_rels/workbook.xml.rels': base['xl/_rels/workbook.xml.rels']!.replace('</Relationships>', '<Relationship Id="rIdStrings" Type="http://x/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>'),
    'xl/styles.xml': `<styleSheet>${formats}${styles}</styleSheet>`,
    ...Object.fromEntries(written),
    'xl/sharedStrings.xml': `<sst>${strings.map((text) => `<si><t>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></si>`).join('')}</sst>`,
    ...parts,
  });
}

function sheetXml(rows: readonly (readonly BuiltCell[])[], strings: string[]): string {
  const cellXml = (cell: BuiltCell, column: number, line: number): string => {
    const at = `r="${String.fromCharCode(65 + column)}${line}"`;
    if (typeof cell === 'number') return `<c ${at}><v>${cell}</v></c>`;
    if (typeof cell === 'string') return cell === '' ? '' : `<c ${at} t="s"><v>${strings.push(cell) - 1}</v></c>`;
    return 'xml' in cell ? cell.xml.replace('<c', `<c ${at}`) : `<c ${at} s="${cell.style}"><v>${cell.number}</v></c>`;
  };
  const lines = rows.map((cells, index) => (cells.length === 0 ? '' : `<row r="${index + 1}">${cells.map((cell, column) => cellXml(cell, column, index + 1)).join('')}</row>`));
  return `<worksheet><sheetData>${lines.join('')}</sheetData></worksheet>`;
}
