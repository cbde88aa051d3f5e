import type { PersonProfileFragment } from './people.generated.ts';

/** What a form holds of a person; null where nothing is said. */
export interface PersonDraft {
  readonly displayName: string | null;
  readonly employeeNumber: string | null;
  readonly email: string | null;
  readonly externalId: string | null;
  readonly departmentId: string | null;
  readonly positionId: string | null;
  readonly jobRoleId: string | null;
  readonly managerId: string | null;
  readonly partnerAccountId: string | null;
  readonly locale: string | null;
  readonly timeZone: string | null;
  readonly hireDate: string | null;
}

export type PersonField = keyof PersonDraft;

/** The fields in the order of the form. */
export const personFields: readonly PersonField[] = [
  'displayName', 'employeeNumber', 'email', 'externalId', 'departmentId', 'positionId', 'jobRoleId', 'managerId', 'partnerAccountId', 'locale', 'timeZone', 'hireDate',
];

/** A form in which nothing is said yet. */
export const emptyDraft: PersonDraft = {
  displayName: null, employeeNumber: null, email: null, externalId: null, departmentId: null, positionId: null, jobRoleId: null, managerId: null, partnerAccountId: null,
  locale: null, timeZone: null, hireDate: null,
};

/** A person as the form holds them. */
export function draftOf(person: PersonProfileFragment): PersonDraft {
  const { displayName, employeeNumber, email, externalId, locale, timeZone, hireDate } = person;
  return {
    displayName, employeeNumber: employeeNumber ?? null, email: email ?? null, externalId: externalId ?? null, locale, timeZone, hireDate: hireDate ?? null,
    departmentId: person.department?.id ?? null,
    positionId: person.position?.id ?? null,
    jobRoleId: person.jobRole?.id ?? null,
    managerId: person.manager?.id ?? null,
    partnerAccountId: person.partnerAccount?.id ?? null,
  };
}

/** What was changed of a person: only that is sent, so that what somebody else changes meanwhile is not undone. */
export function changesIn(before: PersonDraft, after: PersonDraft): Partial<PersonDraft> {
  return Object.fromEntries(personFields.flatMap((field) => (before[field] === after[field] ? [] : [[field, after[field]]])));
}
