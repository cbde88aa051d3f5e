/** The file is no table, or is larger than an import takes. */
export class UnreadableTableError extends Error {
  constructor(readonly code: 'TABLE_BROKEN' | 'TOO_MANY_ROWS' | 'TABLE_TOO_LARGE' | 'TABLE_EMPTY' | 'TABLE_WITHOUT_ROWS') {
    super(code);
  }
}

/** How many rows an import takes, the header aside. */
export const rowLimit = 200_000;
/** How many characters a cell has at most. */
export const longestCell = 100_000;
