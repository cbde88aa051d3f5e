import type { ImportedPerson, ImportedPersonField } from '../people/person.ts';
import type { PersonId } from '../shared/ids.ts';
import type { Message } from '../shared/message.ts';

/** The columns of the file, in the order of the template. */
export const PEOPLE_COLUMNS = [
  'employeeNumber', 'email', 'name', 'departmentPath', 'position', 'jobRole', 'managerEmployeeNumber',
  'language', 'timeZone', 'hireDate', 'partnerAccount', 'groups', 'externalId',
] as const;

export type PeopleColumn = (typeof PEOPLE_COLUMNS)[number];

/** Where each column stands in the file, from 0; a column that is not in the file leaves its field as it is. */
export type PeopleColumnPlaces = { readonly [C in PeopleColumn]?: number };

export type HeaderProblemShapes = {
  COLUMN_DOUBLED: { column: string; headers: readonly string[] };
  COLUMN_MISSING: { column: string };
  IDENTIFIER_COLUMN_MISSING: {};
  HEADER_EMPTY: {};
};
export type HeaderProblem = Message<HeaderProblemShapes>;

export interface MatchedHeader {
  readonly places: PeopleColumnPlaces;
  /** Headers that are no columns of ours: named to the user, otherwise ignored (X29). */
  readonly ignored: readonly string[];
}

export type RowProblemShapes = {
  MISSING_IDENTIFIER: {};
  INVALID_EMAIL: { value: string };
  DUPLICATED: { field: string; value: string; firstRow: number };
  BAD_DATE_FORMAT: { value: string };
  UNKNOWN_TIME_ZONE: { value: string };
  UNKNOWN_LANGUAGE: { value: string };
  NAME_MISSING: {};
  TOO_LONG: { limit: number; length: number };
  CONTROL_CHARACTERS: {};
  DEPARTMENT_PATH_BROKEN: { value: string };
  UNKNOWN_MANAGER: { value: string };
  MANAGER_CYCLE: { cycle: readonly string[] };
  SCIENTIFIC_NOTATION: { value: string };
  AMBIGUOUS_PERSON: { employeeNumber: string; email: string };
  IDENTIFIER_TAKEN: { field: string; value: string };
  MERGED_RECORD: { value: string; name: string };
  UNKNOWN_GROUP: { value: string };
  GROUP_BY_RULE: { value: string };
  TOO_FEW_CELLS: { expected: number; found: number };
  TOO_MANY_CELLS: { expected: number; found: number };
};
export type RowProblem = Message<RowProblemShapes> & { readonly column: PeopleColumn | null };

/** What a row says of a person; fields whose columns are not in the file are absent. */
export type PersonPatch = Partial<ImportedPerson>;

/** A person whom the organization knows, as the import compares it. */
export interface ExistingPerson extends ImportedPerson {
  readonly id: PersonId;
  /** Whose record it was merged into: whatever names it means them. */
  readonly mergedIntoId?: PersonId | null;
}

/** What a row of the file comes to; `person` is the person as they will be, the row's columns over what was known. */
export type ClassifiedRow =
  | { readonly row: number; readonly state: 'NEW'; readonly person: ImportedPerson }
  | { readonly row: number; readonly state: 'CHANGED'; readonly personId: PersonId; readonly person: ImportedPerson; readonly changed: readonly ImportedPersonField[]; readonly notes?: readonly RowProblem[] }
  | { readonly row: number; readonly state: 'UNCHANGED'; readonly personId: PersonId; readonly notes?: readonly RowProblem[] }
  | { readonly row: number; readonly state: 'ERROR'; readonly problems: readonly RowProblem[] };
