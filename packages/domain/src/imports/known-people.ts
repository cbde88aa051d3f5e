import { foldEmail, foldIdentifier } from '../shared/text.ts';
import type { ExistingPerson, PersonPatch, RowProblem } from './people-import.ts';

/** Whoever is found by an identifier: their own, or that of a record that was merged into theirs. */
interface Holder {
  readonly person: ExistingPerson;
  readonly isOfMerged: boolean;
}

/** Whom a row means, with what it then says of them; nobody for a new one. */
export interface Match {
  readonly person: ExistingPerson | undefined;
  readonly patch: PersonPatch;
  readonly notes: readonly RowProblem[];
}

/** People whom rows may mean, to be found by what they and the records that were merged into theirs are known by. */
export class KnownPeople {
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
