/** What a spreadsheet shows a number as. */
export type NumberFormat =
  | { readonly kind: 'GENERAL' }
  | { readonly kind: 'DATE' }
  /** With zeros in front up to so many digits, as job numbers have. */
  | { readonly kind: 'ZEROS'; readonly digits: number };

const GENERAL: NumberFormat = { kind: 'GENERAL' };
const DATE: NumberFormat = { kind: 'DATE' };

/** The numbers of the built-in formats for dates and times (ECMA-376, 18.8.30), those of East Asian spreadsheets among them. */
const DATE_FORMATS: readonly (readonly [from: number, to: number])[] = [[14, 22], [27, 36], [45, 47], [50, 58]];

/**
 * What a number format means for what is read.
 *
 * @param code the code of a custom format, such as `yyyy"年"m"月"` or `00000`
 */
export function readNumberFormat(id: number, code?: string): NumberFormat {
  if (code === undefined) return DATE_FORMATS.some(([from, to]) => id >= from && id <= to) ? DATE : GENERAL;
  // Colours, conditions, quoted words and escaped signs say nothing about what is meant.
  const bare = (code.split(';')[0] ?? '').replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  if (/[ymdhs]/i.test(bare)) return DATE;
  return /^0{2,}$/.test(bare) ? { kind: 'ZEROS', digits: bare.length } : GENERAL;
}

/** Whole numbers of more digits than these are kept with others in their place. */
const DIGITS_KEPT = 15;
const DAY = 86_400_000;
const LAST_DAY = 2_958_465;

/**
 * A number of a spreadsheet as the text that was meant: a date as YYYY-MM-DD, with its time if it has one; a job number with its zeros;
 * a whole number in full. One that has lost digits comes in scientific notation, as the spreadsheet shows it, so that whoever reads it can
 * tell. What is no number comes back as it is.
 *
 * @param from1904 whether the file counts days from 1904
 */
export function spreadsheetNumber(raw: string, format: NumberFormat, from1904: boolean): string {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  if (format.kind === 'DATE' && value >= 0 && value <= LAST_DAY) return dateText(value, from1904);
  if (!Number.isInteger(value)) return String(Number(value.toPrecision(DIGITS_KEPT)));
  if (Math.abs(value) >= 10 ** DIGITS_KEPT) return value.toExponential(5).toUpperCase();
  return format.kind === 'ZEROS' && value >= 0 ? String(value).padStart(format.digits, '0') : String(value);
}

function dateText(serial: number, from1904: boolean): string {
  const minutes = Math.round((serial % 1) * 1440);
  const time = `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  if (serial < 1) return time;
  // The calendar of 1900 has a 29 February that never was: days before it count from one day later.
  const first = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const date = new Date(first + Math.floor(serial) * DAY).toISOString().slice(0, 10);
  return minutes === 0 ? date : `${date} ${time}`;
}
