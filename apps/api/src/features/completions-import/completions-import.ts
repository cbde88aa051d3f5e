import type { CellFix, CellMend, ListIdentifier } from '@milepost/domain';
import type { Caller } from '../../platform/request/caller.ts';

export const importCompletions = 'IMPORT_COMPLETIONS';

/** The cells of a row that say something; a file with what was wrong has it behind them (U24). */
export const columnCount = 4;

/** What the operation keeps of a file of completions. */
export interface CompletionsImportInput {
  readonly storageKey: string;
  /** Tells the content of the file from any other. */
  readonly sha256: string;
  readonly by: ListIdentifier;
  /** Who has completed something already gets a further completion. */
  readonly again: boolean;
  readonly columns: typeof columnCount;
  /** What is to be read otherwise than the file says it; absent: nothing. */
  readonly mends?: readonly CellMend[];
  /** In how many rows each of them was taken, in their order; absent: not yet analysed. */
  readonly mendedRows?: readonly number[];
  readonly caller: Pick<Caller, 'organizationId' | 'viewer' | 'actor'>;
}

/** What is kept of a row for the report, and for carrying it out. */
export interface CompletionRowDetails {
  readonly row: number;
  /** Who is named, as the file or the directory says it. */
  readonly name: string;
  readonly item: string;
  readonly completedOn: string | null;
  readonly problems: readonly unknown[];
  /** What the file says in its four columns; of rows that are errors or were mended. */
  readonly said?: readonly string[];
  /** What the four were read as; of rows that were mended. */
  readonly mended?: readonly string[];
  /** What would mend it, as far as its problems know. */
  readonly fixes?: readonly CellFix[];
  /** Absent: the row is an error. */
  readonly itemId?: string;
  readonly isPlan?: boolean;
}
