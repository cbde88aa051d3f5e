import type { ImportedPerson, ImportedPersonField } from '../people/person.ts';
import type { PersonId } from '../shared/ids.ts';
import { foldEmail, foldIdentifier } from '../shared/text.ts';
import type { Result } from '../shared/result.ts';
import { checkManagers, type CheckedManagers, type ManagedPerson, type ManagedRow } from './file-managers.ts';
import { KnownPeople } from './known-people.ts';
import type { ClassifiedRow, ExistingPerson, PersonPatch, RowProblem } from './people-import.ts';

/** A row as it was read, with its number in the file: the header is row 1. */
export interface ReadRow {
  readonly row: number;
  readonly read: Result<PersonPatch, readonly RowProblem[]>;
}

/**
 * Compares the rows of a file with the people whom the organization knows: NEW, CHANGED (with the fields),
 * UNCHANGED, or ERROR. The second row of one person is an error, as are an identifier of somebody else, a manager
 * whom nobody knows and a circle of managers, over the file and the people known before taken together.
 *
 * A file may be too large to be held at once: its rows come in parts, in their order, and of each no more is kept than
 * who it is and who leads them.
 */
export class PeopleClassification {
  private readonly seen: Seen = { employeeNumber: new Map(), email: new Map(), externalId: new Map(), people: new Map() };
  private readonly managed: ManagedRow[] = [];

  /**
   * What the next rows come to, their managers aside.
   *
   * @param existing at least the records that `identifiersOf` these rows finds, and those that they were merged into
   */
  classify(rows: readonly ReadRow[], existing: readonly ExistingPerson[]): readonly ClassifiedRow[] {
    const known = new KnownPeople(existing);
    return rows.map((each) => {
      const classified = classifyRow(each, known, this.seen);
      if (classified.state === 'NEW' || classified.state === 'CHANGED') {
        const { employeeNumber, managerEmployeeNumber } = classified.person;
        this.managed.push({ row: classified.row, personId: classified.state === 'NEW' ? null : classified.personId, employeeNumber, managerEmployeeNumber });
      }
      return classified;
    });
  }

  /**
   * After the last rows.
   *
   * @param existing everybody whom the organization knows
   */
  checkManagers(existing: readonly ManagedPerson[]): CheckedManagers {
    return checkManagers(this.managed, existing);
  }
}

/** What rows name people by, folded as it is compared. */
export interface NamedIdentifiers {
  /** Of the people and of their managers. */
  readonly employeeNumbers: readonly string[];
  readonly emails: readonly string[];
  readonly externalIds: readonly string[];
}

const asIs = (value: string): string => value;

/** By what the people have to be known whom rows may mean. */
export function identifiersOf(rows: readonly ReadRow[]): NamedIdentifiers {
  const patches = rows.flatMap(({ read }) => (read.ok ? [read.value] : []));
  const distinct = (values: readonly (string | null | undefined)[], fold: (text: string) => string): string[] => [...new Set(values.flatMap((value) => (value == null ? [] : [fold(value)])))];
  return {
    employeeNumbers: distinct(patches.flatMap(({ employeeNumber, managerEmployeeNumber }) => [employeeNumber, managerEmployeeNumber]), foldIdentifier),
    emails: distinct(patches.map(({ email }) => email), foldEmail),
    externalIds: distinct(patches.map(({ externalId }) => externalId), asIs),
  };
}

/** Fields of a person that a row would change. */
export function changedFields(before: ImportedPerson, after: ImportedPerson): readonly ImportedPersonField[] {
  return (Object.keys(COMPARED) as ImportedPersonField[]).filter((field) => COMPARED[field](before) !== COMPARED[field](after));
}

/** What makes two values of a field the same: identifiers do not differ by case or width. */
const COMPARED: { readonly [F in ImportedPersonField]: (person: ImportedPerson) => string | null } = {
  employeeNumber: (person) => person.employeeNumber && foldIdentifier(person.employeeNumber),
  email: (person) => person.email && foldEmail(person.email),
  externalId: (person) => person.externalId,
  displayName: (person) => person.displayName,
  departmentPath: (person) => JSON.stringify(person.departmentPath),
  position: (person) => person.position,
  jobRole: (person) => person.jobRole,
  managerEmployeeNumber: (person) => person.managerEmployeeNumber && foldIdentifier(person.managerEmployeeNumber),
  language: (person) => person.language,
  timeZone: (person) => person.timeZone,
  hireDate: (person) => person.hireDate,
  partnerAccount: (person) => person.partnerAccount,
};

const NOBODY: ImportedPerson = {
  employeeNumber: null, email: null, externalId: null, displayName: '', departmentPath: [], position: null, jobRole: null,
  managerEmployeeNumber: null, language: null, timeZone: null, hireDate: null, partnerAccount: null,
};

/** Of a person whatever an import may change, and nothing else that is known of them. */
function importedFields(person: ExistingPerson): ImportedPerson {
  return Object.fromEntries((Object.keys(NOBODY) as ImportedPersonField[]).map((field) => [field, person[field]])) as unknown as ImportedPerson;
}

/** In which row what stood first. */
interface Seen {
  readonly employeeNumber: Map<string, number>;
  readonly email: Map<string, number>;
  readonly externalId: Map<string, number>;
  readonly people: Map<PersonId, number>;
}

function classifyRow({ row, read }: ReadRow, known: KnownPeople, seen: Seen): ClassifiedRow {
  if (!read.ok) return { row, state: 'ERROR', problems: read.problem };
  const patch = known.withManagerMeant(read.value);
  const repeated = repeats(row, patch, seen);
  if (repeated.length > 0) return { row, state: 'ERROR', problems: repeated };
  const match = known.match(patch);
  if ('problem' in match) return { row, state: 'ERROR', problems: [match.problem] };
  if (match.person === undefined) return { row, state: 'NEW', person: { ...NOBODY, ...patch } };
  const personId = match.person.id;
  const firstRow = seen.people.get(personId);
  if (firstRow !== undefined) {
    const field = patch.employeeNumber == null ? 'email' : 'employeeNumber';
    return { row, state: 'ERROR', problems: [{ code: 'DUPLICATED', params: { field, value: patch[field] ?? '', firstRow }, column: field }] };
  }
  seen.people.set(personId, row);
  const before = importedFields(match.person);
  const after = { ...before, ...match.patch };
  // A column for the one identifier must not take away the other by an empty cell: nobody may lose both.
  if (after.employeeNumber === null && after.email === null) return { row, state: 'ERROR', problems: [{ code: 'MISSING_IDENTIFIER', params: {}, column: null }] };
  const changed = changedFields(before, after);
  const told = match.notes.length > 0 ? { notes: match.notes } : {};
  return changed.length === 0 ? { row, state: 'UNCHANGED', personId, ...told } : { row, state: 'CHANGED', personId, person: after, changed, ...told };
}

function repeats(row: number, patch: PersonPatch, seen: Seen): RowProblem[] {
  const identifiers = [['employeeNumber', patch.employeeNumber, foldIdentifier], ['email', patch.email, foldEmail], ['externalId', patch.externalId, asIs]] as const;
  const problems: RowProblem[] = [];
  for (const [field, value, fold] of identifiers) {
    if (value == null) continue;
    const firstRow = seen[field].get(fold(value));
    if (firstRow === undefined) seen[field].set(fold(value), row);
    else problems.push({ code: 'DUPLICATED', params: { field, value, firstRow }, column: field });
  }
  return problems;
}
