import { findGroupsToJoin, restoreCell, type ClassifiedRow, type ImportedPerson, type PeopleColumnPlaces } from '@milepost/domain';
import { newId } from '../../platform/database/new-id.ts';
import type { KnownGroups } from './groups-of-people.ts';
import type { PossiblyAbsentPerson } from './people-import.queries.ts';

/** A row of the preview: whom it concerns, its class, and what is kept of it. */
export interface StoredRow<Details = PeopleRowDetails | AbsentDetails> {
  readonly subjectId: string;
  readonly class: string;
  readonly details: Details;
}

/** What is kept of a row for the report, and for carrying it out. */
export interface PeopleRowDetails {
  readonly row: number;
  readonly name: string;
  readonly person?: ImportedPerson;
  /** The version of the person that the row was compared with; absent for somebody new. */
  readonly rowVersion?: number;
  readonly changed?: readonly string[];
  /** The groups that the person is to join. */
  readonly joins?: readonly { readonly id: string; readonly name: string }[];
  readonly problems?: readonly unknown[];
}

/** What is kept of somebody whom a complete file leaves out. */
export interface AbsentDetails {
  readonly name: string;
  readonly rowVersion: number;
}

/** What is kept of a row beside its class. */
export interface AboutRow {
  /** Whose it is, as far as the file says so. */
  readonly label: string;
  /** The version of the person whom it means, if it is one known before. */
  readonly rowVersion: number | undefined;
  /** What the column of groups names. */
  readonly groupNames: readonly string[];
  readonly groups: KnownGroups;
}

/** A row as it is stored. */
export function toStoredRow(row: ClassifiedRow, about: AboutRow): StoredRow {
  const subjectId = 'personId' in row ? row.personId : newId();
  const details = toDetails(row, about);
  if (row.state === 'ERROR') return { subjectId, class: row.state, details };
  const { joins, warnings } = findGroupsToJoin(about.groupNames, (name) => about.groups.find(name), (groupId) => about.groups.isIn(groupId, subjectId));
  const problems = [...(details.problems ?? []), ...warnings];
  if (joins.length === 0) return { subjectId, class: row.state, details: { ...details, ...told(problems) } };
  const joining = { ...details, joins: joins.map(({ id, name }) => ({ id, name })), problems, changed: [...(details.changed ?? []), 'groups'] };
  return { subjectId, class: row.state === 'UNCHANGED' ? 'CHANGED' : row.state, details: joining };
}

/** Admins are marked as having left by hand only: a file must not lock out those who look after the organization. */
export function toAbsentRow({ id, displayName, rowVersion, isAdmin }: PossiblyAbsentPerson): StoredRow {
  return { subjectId: id, class: isAdmin ? 'ABSENT_KEPT' : 'ABSENT', details: { name: displayName, rowVersion } };
}

function toDetails(row: ClassifiedRow, { label, rowVersion }: AboutRow): PeopleRowDetails {
  switch (row.state) {
    case 'NEW':
      return { row: row.row, name: row.person.displayName, person: row.person };
    case 'CHANGED':
      return { row: row.row, name: row.person.displayName, person: row.person, rowVersion, changed: row.changed, ...told(row.notes) };
    case 'UNCHANGED':
      return { row: row.row, name: '', ...told(row.notes) };
    case 'ERROR':
      return { row: row.row, name: label, problems: row.problems };
  }
}

/** What is to be known of a row that counts, where there is something. */
function told(notes: readonly unknown[] | undefined): Pick<PeopleRowDetails, 'problems'> {
  return notes && notes.length > 0 ? { problems: notes } : {};
}

const longestLabel = 200;

/** Whose a row is, as far as the file says so: a name, else what else the person is known by. */
export function labelOf(cells: readonly string[], places: PeopleColumnPlaces): string {
  const said = ([places.name, places.employeeNumber, places.email] as const).map((place) =>
    // oxlint-disable-next-line no-control-regex -- PostgreSQL stores no NUL, and a label has one line
    restoreCell(cells[place ?? -1] ?? '').replace(/[\u0000-\u001f\u007f]+/g, ' ').trim().slice(0, longestLabel),
  );
  return said.find((text) => text !== '') ?? '';
}
