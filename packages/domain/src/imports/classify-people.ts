import { findManagerCycles } from '../people/manager-cycles.ts';
import type { ImportedPerson, ImportedPersonField } from '../people/person.ts';
import type { PersonId } from '../shared/ids.ts';
import { foldEmail, foldIdentifier } from '../shared/text.ts';
import type { Result } from '../shared/result.ts';
import type { ClassifiedRow, ExistingPerson, PeopleColumn, PersonPatch, RowProblem } from './people-import.ts';

/** A row as it was read, with its number in the file: the header is row 1. */
export interface ReadRow {
  readonly row: number;
  readonly read: Result<PersonPatch, readonly RowProblem[]>;
}

/**
 * Compares the rows of a file with the people whom the organization knows: NEW, CHANGED (with the fields),
 * UNCHANGED, or ERROR. The second row of one person is an error, as are an identifier of somebody else, a manager
 * whom nobody knows and a circle of managers, over the file and the people known before taken together.
 */
export function classifyPeople(rows: readonly ReadRow[], existing: readonly ExistingPerson[]): readonly ClassifiedRow[] {
  const known = new KnownPeople(existing);
  const seen: Seen = { employeeNumber: new Map(), email: new Map(), externalId: new Map(), people: new Map() };
  const classified = rows.map((row) => classifyRow(row, known, seen));
  return withCheckedManagers(classified, existing);
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

/** Whoever is found by an identifier: their own, or that of a record that was merged into theirs. */
interface Holder {
  readonly person: ExistingPerson;
  readonly isOfMerged: boolean;
}

/** Whom a row means, with what it then says of them; nobody for a new one. */
interface Match {
  readonly person: ExistingPerson | undefined;
  readonly patch: PersonPatch;
  readonly notes: readonly RowProblem[];
}

class KnownPeople {
  private readonly byNumber = new Map<string, Holder>();
  private readonly byEmail = new Map<string, Holder>();
  private readonly byExternalId = new Map<string, Holder>();

  constructor(people: readonly ExistingPerson[]) {
    const byId = new Map(people.map((person) => [person.id, person]));
    for (const record of people) {
      const person = (record.mergedIntoId && byId.get(record.mergedIntoId)) || record;
      const holder = { person, isOfMerged: person !== record };
      if (record.employeeNumber !== null) this.byNumber.set(foldIdentifier(record.employeeNumber), holder);
      if (record.email !== null) this.byEmail.set(foldEmail(record.email), holder);
      if (record.externalId !== null) this.byExternalId.set(record.externalId, holder);
    }
  }

  /** The person whom a row means, nobody for a new one, or why that cannot be told. What a merged record is known by stays with it. */
  match(patch: PersonPatch): Match | { readonly problem: RowProblem } {
    const { employeeNumber, email, externalId } = patch;
    const byNumber = employeeNumber == null ? undefined : this.byNumber.get(foldIdentifier(employeeNumber));
    const byEmail = email == null ? undefined : this.byEmail.get(foldEmail(email));
    if (byNumber !== undefined && byEmail !== undefined && byNumber.person.id !== byEmail.person.id) {
      return { problem: { code: 'AMBIGUOUS_PERSON', params: { employeeNumber: employeeNumber ?? '', email: email ?? '' }, column: null } };
    }
    // An unknown number with the address of somebody who has another number is a new person with a wrong address.
    if (byNumber === undefined && employeeNumber != null && byEmail != null && byEmail.person.employeeNumber !== null) {
      return { problem: { code: 'IDENTIFIER_TAKEN', params: { field: 'email', value: email ?? '' }, column: 'email' } };
    }
    const person = (byNumber ?? byEmail)?.person;
    // Nobody is found by it: whoever had it and has another number or address by now cannot be told from somebody else.
    const byExternalId = externalId == null ? undefined : this.byExternalId.get(externalId);
    if (byExternalId !== undefined && byExternalId.person.id !== person?.id) {
      return { problem: { code: 'IDENTIFIER_TAKEN', params: { field: 'externalId', value: externalId ?? '' }, column: 'externalId' } };
    }
    const found = { employeeNumber: byNumber, email: byEmail, externalId: byExternalId };
    const merged = (Object.keys(found) as (keyof typeof found)[]).filter((field) => found[field]?.isOfMerged);
    if (merged.length === 0) return { person, patch, notes: [] };
    const kept = Object.fromEntries(Object.entries(patch).filter(([field]) => !merged.includes(field as (typeof merged)[number])));
    return { person, patch: kept, notes: merged.map((field) => ({ code: 'MERGED_RECORD', params: { value: patch[field] ?? '', name: person!.displayName }, column: field })) };
  }

  /** A manager named by the number of a merged record is whom it was merged into, by their own number where they have one. */
  withManagerMeant(patch: PersonPatch): PersonPatch {
    const holder = patch.managerEmployeeNumber == null ? undefined : this.byNumber.get(foldIdentifier(patch.managerEmployeeNumber));
    return holder?.isOfMerged && holder.person.employeeNumber !== null ? { ...patch, managerEmployeeNumber: holder.person.employeeNumber } : patch;
  }
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
  const { id: personId, mergedIntoId: _, ...before } = match.person;
  const firstRow = seen.people.get(personId);
  if (firstRow !== undefined) {
    const field = patch.employeeNumber == null ? 'email' : 'employeeNumber';
    return { row, state: 'ERROR', problems: [{ code: 'DUPLICATED', params: { field, value: patch[field] ?? '', firstRow }, column: field }] };
  }
  seen.people.set(personId, row);
  const after = { ...before, ...match.patch };
  // A column for the one identifier must not take away the other by an empty cell: nobody may lose both.
  if (after.employeeNumber === null && after.email === null) return { row, state: 'ERROR', problems: [{ code: 'MISSING_IDENTIFIER', params: {}, column: null }] };
  const changed = changedFields(before, after);
  const told = match.notes.length > 0 ? { notes: match.notes } : {};
  return changed.length === 0 ? { row, state: 'UNCHANGED', personId, ...told } : { row, state: 'CHANGED', personId, person: after, changed, ...told };
}

const asIs = (value: string): string => value;

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

/** Refuses rows whose manager nobody is, or who would manage themselves; what that leaves is checked again. */
function withCheckedManagers(rows: readonly ClassifiedRow[], existing: readonly ExistingPerson[]): readonly ClassifiedRow[] {
  const problems = managerProblems(rows, existing);
  if (problems.size === 0) return rows;
  const checked = rows.map((row): ClassifiedRow => {
    const problem = problems.get(row.row);
    return problem === undefined ? row : { row: row.row, state: 'ERROR', problems: [problem] };
  });
  return withCheckedManagers(checked, existing);
}

function managerProblems(rows: readonly ClassifiedRow[], existing: readonly ExistingPerson[]): ReadonlyMap<number, RowProblem> {
  const column: PeopleColumn = 'managerEmployeeNumber';
  const rowOf = new Map<string, number>();
  const managerOf = new Map<string, string | undefined>();
  const nameOf = new Map<string, string>();
  const replaced = new Set(rows.flatMap((row) => (row.state === 'CHANGED' ? [row.personId] : [])));
  const people: { readonly person: ImportedPerson; readonly row: number | null }[] = [];
  for (const person of existing) if (!replaced.has(person.id)) people.push({ person, row: null });
  for (const entry of rows) if (entry.state === 'NEW' || entry.state === 'CHANGED') people.push({ person: entry.person, row: entry.row });
  for (const { person, row } of people) {
    if (person.employeeNumber === null) continue;
    const key = foldIdentifier(person.employeeNumber);
    nameOf.set(key, person.employeeNumber);
    managerOf.set(key, person.managerEmployeeNumber === null ? undefined : foldIdentifier(person.managerEmployeeNumber));
    if (row !== null) rowOf.set(key, row);
  }
  const problems = new Map<number, RowProblem>();
  for (const { person, row } of people) {
    const value = person.managerEmployeeNumber;
    if (row !== null && value !== null && !nameOf.has(foldIdentifier(value))) problems.set(row, { code: 'UNKNOWN_MANAGER', params: { value }, column });
  }
  for (const cycle of findManagerCycles(managerOf)) {
    for (const key of cycle) {
      const row = rowOf.get(key);
      if (row !== undefined) problems.set(row, { code: 'MANAGER_CYCLE', params: { cycle: cycle.map((member) => nameOf.get(member) ?? member) }, column });
    }
  }
  return problems;
}
