/** How many rows an import takes, the header aside, unless it says otherwise; of a spreadsheet never more. */
export const rowLimit = 200_000;
/** How many characters a cell has at most; of a CSV file, a whole row. */
export const longestCell = 100_000;

/** The file is no table, or is larger than an import takes. */
export class UnreadableTableError extends Error {
  constructor(
    readonly code: 'TABLE_BROKEN' | 'ROW_TOO_LONG' | 'TOO_MANY_ROWS' | 'TABLE_TOO_LARGE' | 'TABLE_EMPTY' | 'TABLE_WITHOUT_ROWS',
    /** What its message is made of. */
    readonly params: Readonly<Record<string, number>> = {},
  ) {
    super(code);
  }
}

/** The file is not there, or there is no memory: nothing that whoever sent it could mend. */
export function isOurFault(error: unknown): boolean {
  return ['ENOENT', 'EACCES', 'EIO', 'EMFILE'].includes((error as NodeJS.ErrnoException).code ?? '');
}
