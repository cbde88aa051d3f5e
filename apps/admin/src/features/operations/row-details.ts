import type { CellFix } from '@milepost/domain';
import type { OperationRowPartsFragment } from './operation.generated.ts';

/** What an import keeps of a row: its line in the file, who stands there, and what would change. */
export interface RowDetails {
  readonly row?: number;
  readonly name?: string;
  /** Of a file of completions: what was completed, and when. */
  readonly item?: string;
  readonly completedOn?: string | null;
  /** What its file says in its four columns; of errors and of what was mended. */
  readonly said?: readonly string[];
  /** What they were read as; of what was mended. */
  readonly mended?: readonly string[];
  readonly fixes?: readonly CellFix[];
  readonly changed?: readonly string[];
  /** The groups that the person is to join. */
  readonly joins?: readonly { readonly name: string }[];
  /** What somebody who is no person is: an assignment, a plan, a group, an admin or a key. */
  readonly use?: string;
  /** Of a merge of records: what it is that the record has. */
  readonly what?: string;
}

export const detailsOf = (row: OperationRowPartsFragment) => (row.details ?? {}) as RowDetails;

/** Whom or what a row concerns. */
export const nameOf = (row: OperationRowPartsFragment): string => (detailsOf(row).what && detailsOf(row).name) || row.person?.displayName || detailsOf(row).name || '–';
