import { tidy } from '../shared/text.ts';
import type { CompletionColumn, CompletionRowProblem } from './completion-import-messages.ts';
import { restoreCell } from './csv-cell.ts';

/** The columns of a file of completions, in their order (U15). */
export const COMPLETION_COLUMNS = ['identifier', 'type', 'name', 'date'] as const satisfies readonly CompletionColumn[];

/** How many characters of a cell are told from others. */
const TOLD = 500;

/** Cells that say a text. */
export interface CellsThatSay {
  readonly column: CompletionColumn;
  readonly says: string;
}

/** What a cell of a file is to be read as, in one row or wherever cells say the same. The file stays as it is. */
export interface CellMend {
  readonly column: CompletionColumn;
  readonly to: string;
  /** Exactly one of the two: the row's number in the file, from 1; or what says in which rows. */
  readonly row?: number;
  readonly where?: CellsThatSay;
}

/** A mend that a problem points to, for all rows that say the same in a column. */
export interface CellFix {
  readonly column: CompletionColumn;
  readonly to: string;
  readonly whereSame: CompletionColumn;
}

/** What a cell says, for comparing and for showing it: as a reader takes it, without what no database keeps, and no more than can be told apart. */
export function textOfCell(raw: string): string {
  return tidy(restoreCell(raw).normalize('NFC')).replaceAll('\0', '').slice(0, TOLD).toWellFormed();
}

/** The four cells that say something, as `textOfCell` has them. */
export const textsOfCells = (cells: readonly string[]): readonly string[] => COMPLETION_COLUMNS.map((_, place) => textOfCell(cells[place] ?? ''));

/** Has the rows of a file read with their mends. What mends look at is what the file says, not what others make of it; one for a row beats one for all that say the same, and of those the last given. */
export class MendedCells {
  private readonly ofRow = new Map<number, { readonly place: number; readonly index: number }[]>();
  private readonly ofText: readonly Map<string, { readonly place: number; readonly index: number }[]>[] = COMPLETION_COLUMNS.map(() => new Map());
  private readonly hits: number[];

  constructor(private readonly mends: readonly CellMend[]) {
    this.hits = mends.map(() => 0);
    mends.forEach(({ column, row, where }, index) => {
      const mend = { place: COMPLETION_COLUMNS.indexOf(column), index };
      if (row !== undefined) this.ofRow.set(row, [...(this.ofRow.get(row) ?? []), mend]);
      if (!where) return;
      const texts = this.ofText[COMPLETION_COLUMNS.indexOf(where.column)]!;
      const key = textOfCell(where.says);
      texts.set(key, [...(texts.get(key) ?? []), mend]);
    });
  }

  /** The cells of a row as they are to be read; the same array where none is mended. */
  mend(row: number, cells: readonly string[]): readonly string[] {
    if (this.mends.length === 0) return cells;
    const chosen = new Map<number, number>();
    this.ofText.forEach((texts, place) => {
      if (texts.size === 0) return;
      for (const { place: column, index } of texts.get(textOfCell(cells[place] ?? '')) ?? []) chosen.set(column, Math.max(index, chosen.get(column) ?? -1));
    });
    for (const { place, index } of this.ofRow.get(row) ?? []) chosen.set(place, index);
    if (chosen.size === 0) return cells;
    const mended = Array.from({ length: Math.max(cells.length, COMPLETION_COLUMNS.length) }, (_, place) => cells[place] ?? '');
    for (const [place, index] of chosen) {
      mended[place] = this.mends[index]!.to;
      this.hits[index]! += 1;
    }
    return mended;
  }

  /** In how many rows each of the mends was taken, in their order. */
  counts(): readonly number[] {
    return this.hits;
  }
}

/** What would mend a row with a problem, as far as the problem knows it: whoever reads it chooses. */
export function fixesOf(problem: CompletionRowProblem): readonly CellFix[] {
  switch (problem.code) {
    case 'PERSON_UNKNOWN':
      return fixes('identifier', [problem.params.meant]);
    case 'TYPE_UNKNOWN':
      return fixes('type', [problem.params.meant]);
    case 'ITEM_UNKNOWN':
      return fixes('name', [problem.params.meant]);
    case 'ITEM_OF_OTHER_TYPE':
      return fixes('type', [problem.params.type], 'name');
    case 'ITEM_AMBIGUOUS':
      return fixes('name', problem.params.candidates);
    case 'DAY_UNREADABLE':
      return fixes('date', [problem.params.meant]);
    case 'DAY_AMBIGUOUS':
      return fixes('date', problem.params.candidates);
    default:
      return [];
  }
}

const fixes = (column: CompletionColumn, to: readonly string[], whereSame = column): readonly CellFix[] => to.filter((each) => each !== '').map((each) => ({ column, to: each, whereSame }));
