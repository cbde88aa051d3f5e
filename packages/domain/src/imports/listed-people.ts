import type { PersonId } from '../shared/ids.ts';
import { sayMessage, type Language } from '../shared/message.ts';
import { foldEmail, tidy } from '../shared/text.ts';
import { restoreCell } from './csv-cell.ts';
import { knownIdentifiers } from './known-identifiers.ts';
import { listProblemCatalog, type ListProblem } from './listed-people-messages.ts';

/** By what a list names people (X5). */
export type ListIdentifier = 'EMPLOYEE_NUMBER' | 'EMAIL' | 'EXTERNAL_ID';

/** Somebody whom a list can name. */
export interface ListedPerson {
  readonly id: PersonId;
  /** Their job number, their e-mail address or their external id. */
  readonly identifier: string;
  readonly displayName: string;
  readonly status: 'ACTIVE' | 'SUSPENDED' | 'LEFT';
}

/** What a row of a list says. */
export interface ListCells {
  /** Its number in the file, from 1. */
  readonly row: number;
  /** What is to name the person. */
  readonly identifier: string;
  /** In a list by another identifier that has a column of addresses too: what stands there. */
  readonly email?: string;
}

/** What a row of a list comes to: whom it means, or why that cannot be told. */
export interface ListedRow {
  /** Its number in the file, from 1. */
  readonly row: number;
  readonly value: string;
  readonly person: ListedPerson | null;
  /** An error where there is no person; else what was mended, and what is to be known of them. */
  readonly problems: readonly ListProblem[];
}

/** Whom a list may name. */
export interface PeopleToFind {
  readonly by: ListIdentifier;
  readonly people: readonly ListedPerson[];
  /** The names of those without such an identifier, by their folded address: nobody can be found so, but it can be said who it is (D27). */
  readonly numberless?: ReadonlyMap<string, string>;
}

const LONGEST = 100;

/**
 * Finds the people whom a list means, by job number (D26), e-mail address or external id (X5). White space does not matter, and case and width
 * only in external ids; zeros that a spreadsheet took away in front are put back where only one person can be meant. A number in scientific notation, an empty cell, somebody
 * who stands there twice, whom nobody knows, or who left is an error, with what may have been meant. Nobody is ever guessed.
 */
export function findListedPeople(rows: readonly ListCells[], { by, people, numberless }: PeopleToFind): readonly ListedRow[] {
  const known = knownIdentifiers(by, people);
  const seen = new Map<PersonId, number>();
  return rows.map(({ row, identifier, email }) => {
    // An apostrophe in front is how spreadsheets are told that a number is text.
    const value = shorten(tidy(restoreCell(identifier).normalize('NFC')).replace(/^'(?=.)/, ''));
    const found = known.find(value);
    if (!found.person) {
      const unnumbered = value === '' && email ? numberless?.get(foldEmail(restoreCell(email))) : undefined;
      return { row, value, person: null, problems: unnumbered ? [{ code: by === 'EXTERNAL_ID' ? 'PERSON_WITHOUT_EXTERNAL_ID' : 'PERSON_WITHOUT_NUMBER', params: { name: unnumbered } }] : found.problems };
    }
    const { person } = found;
    const before = seen.get(person.id);
    if (before !== undefined) return { row, value, person: null, problems: [{ code: 'PERSON_DOUBLED', params: { value, firstRow: before } }] };
    seen.set(person.id, row);
    if (person.status === 'LEFT') return { row, value, person: null, problems: [{ code: 'PERSON_LEFT', params: { value, name: person.displayName } }] };
    const away: ListProblem[] = person.status === 'SUSPENDED' ? [{ code: 'PERSON_AWAY', params: { name: person.displayName } }] : [];
    return { row, value, person, problems: [...found.problems, ...away] };
  });
}

/** A problem of a row in words. */
export function sayListProblem(problem: ListProblem, language: Language): string {
  return sayMessage(listProblemCatalog, problem, language);
}

/** No identifier is that long: what is said of such a cell need not hold all of it. */
function shorten(value: string): string {
  return value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
}
