import { createHash } from 'node:crypto';
import { findAbsent, identifiersOf, matchHeader, PeopleClassification, readGroupNames, readPeopleRow, type CheckedManagers, type HeaderProblem, type PeopleColumnPlaces } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { groupsOfPeople, noGroups } from './groups-of-people.ts';
import { readManagedPeople, readNamedPeople, readPossiblyAbsent } from './people-import.queries.ts';
import { hasContent, type FileTable } from './read-table.ts';
import { labelOf, toAbsentRow, toStoredRow, type StoredRow } from './stored-row.ts';
import { UnreadableTableError } from './unreadable-table.ts';

/** The header does not say where the file has what it must have. */
export class UnusableHeaderError extends Error {
  constructor(readonly problem: HeaderProblem) {
    super(problem.code);
  }
}

/** What all rows of a file come to together. */
export interface FileEnd extends CheckedManagers {
  /** Whom a complete file leaves out. */
  readonly absent: readonly StoredRow[];
  /** Tells the content of the file from any other. */
  readonly content: string;
}

/**
 * Compares a file with the people whom the organization knows, a part at a time: neither the file nor the organization is held as a whole.
 * Hands on what the rows of each part come to, in the order of the file; what is known only at its end, it answers. Throws
 * {@link UnreadableTableError} and {@link UnusableHeaderError}, both before anything is handed on.
 *
 * @param isComplete whether whoever is not in the file has left
 */
export async function classifyFile(
  table: FileTable,
  isComplete: boolean,
  read: <T>(work: (transaction: Transaction) => Promise<T>) => Promise<T>,
  take: (rows: readonly StoredRow[]) => Promise<void>,
): Promise<FileEnd> {
  const [headers = []] = table.rows;
  const header = matchHeader(headers);
  if (!header.ok) throw new UnusableHeaderError(header.problem[0]!);
  if (table.rows.length === 1) throw new UnreadableTableError('TABLE_WITHOUT_ROWS');
  const { places } = header.value;
  const classification = new PeopleClassification();
  const hash = createHash('sha256').update(isComplete ? 'complete' : '');
  let row = table.firstLine;
  for (const part of table.rows.parts()) {
    const rows: FileRow[] = [];
    for (const cells of part) {
      hash.update(JSON.stringify(cells));
      if (row > table.firstLine && hasContent(cells)) rows.push({ row, cells });
      row++;
    }
    if (rows.length > 0) await take(await read((transaction) => classifyPart(transaction, classification, { rows, places, width: headers.length })));
  }
  const checked = classification.checkManagers(await read(readManagedPeople));
  const absent = isComplete ? findAbsent(table.rows, places, await read(readPossiblyAbsent)) : [];
  return { ...checked, absent: absent.map(toAbsentRow), content: hash.digest('base64url').slice(0, 24) };
}

interface FileRow {
  readonly row: number;
  readonly cells: readonly string[];
}

interface FilePart {
  readonly rows: readonly FileRow[];
  readonly places: PeopleColumnPlaces;
  /** How many cells the header has. */
  readonly width: number;
}

async function classifyPart(transaction: Transaction, classification: PeopleClassification, { rows, places, width }: FilePart): Promise<StoredRow[]> {
  const told = rows.map(({ row, cells }) => ({ row, read: readPeopleRow(cells, places, width) }));
  const existing = await readNamedPeople(transaction, identifiersOf(told));
  const classified = classification.classify(told, existing);
  const versions = new Map<string, number>(existing.map(({ id, rowVersion }) => [id, rowVersion]));
  const namesOf = rows.map(({ cells }) => (places.groups === undefined ? [] : readGroupNames(cells[places.groups] ?? '')));
  const names = [...new Set(namesOf.flat())];
  const groups = names.length === 0 ? noGroups : await groupsOfPeople().read(transaction, names, [...versions.keys()]);
  return classified.map((each, index) =>
    toStoredRow(each, {
      label: labelOf(rows[index]!.cells, places),
      rowVersion: 'personId' in each ? versions.get(each.personId) : undefined,
      groupNames: namesOf[index]!,
      groups,
    }),
  );
}
