import { PEOPLE_COLUMNS, type PeopleColumn, type PersonPatch, type RowProblem } from '../imports/people-import.ts';
import { readPeopleRow } from '../imports/read-people-row.ts';
import type { Result } from '../shared/result.ts';

/** What somebody types into a form about a person; null is an empty field. */
export type TypedPerson = { readonly [C in 'name' | 'employeeNumber' | 'email' | 'externalId' | 'language' | 'timeZone' | 'hireDate']: string | null };

/**
 * Reads what was typed of a person by the same rules as a row of a file: tidied, or refused with all that is wrong,
 * each with its field. Nobody is without a name, nor without both identifiers (D26).
 */
export function readTypedPerson(typed: TypedPerson): Result<PersonPatch, readonly RowProblem[]> {
  const columns = PEOPLE_COLUMNS.filter((column): column is keyof TypedPerson & PeopleColumn => column in typed);
  const places = Object.fromEntries(columns.map((column, place) => [column, place]));
  return readPeopleRow(columns.map((column) => typed[column] ?? ''), places, columns.length);
}

/**
 * The names of those who would manage each other in a circle if a person got a manager; undefined where none would.
 *
 * @param above the manager, then who manages them, and so on to the top
 */
export function findManagerCircle(personId: string, above: readonly { readonly id: string; readonly name: string }[]): readonly string[] | undefined {
  const place = above.findIndex(({ id }) => id === personId);
  return place < 0 ? undefined : above.slice(0, place + 1).map(({ name }) => name);
}
