const FORMULA = /^'*[=+\-@\t\r\0]/;
const NEUTRALIZED = /^'+[=+\-@\t\r\0]/;

/** A cell that no spreadsheet takes for a formula (ASVS 1.2.10); `restoreCell` gives back exactly what it was. */
export function neutralizeCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** What a cell was before `neutralizeCell`; other cells stay as they are. */
export function restoreCell(cell: string): string {
  return NEUTRALIZED.test(cell) ? cell.slice(1) : cell;
}
