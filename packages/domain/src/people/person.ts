import type { CalendarDate } from '../shared/calendar.ts';

/** How long the fields of a person may be, in user-perceived characters. */
export const PERSON_LIMITS = {
  employeeNumber: 64,
  email: 254,
  externalId: 128,
  displayName: 200,
  departmentName: 200,
  departmentDepth: 20,
  positionName: 200,
  jobRoleName: 200,
  partnerAccountName: 200,
  language: 35,
  timeZone: 64,
  date: 32,
} as const;

/** A person as an import writes and compares it; names instead of ids, since a file knows no ids. */
export interface ImportedPerson {
  readonly employeeNumber: string | null;
  readonly email: string | null;
  /** What another system knows them by; as it is written there, case and all (RFC 7643: `caseExact`). */
  readonly externalId: string | null;
  readonly displayName: string;
  /** From the top: ['Sales', 'EMEA']. */
  readonly departmentPath: readonly string[];
  readonly position: string | null;
  readonly jobRole: string | null;
  readonly managerEmployeeNumber: string | null;
  readonly language: string | null;
  readonly timeZone: string | null;
  readonly hireDate: CalendarDate | null;
  readonly partnerAccount: string | null;
}

export type ImportedPersonField = keyof ImportedPerson;
