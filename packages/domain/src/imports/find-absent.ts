import { foldEmail, foldIdentifier } from '../shared/text.ts';
import { restoreCell } from './csv-cell.ts';
import type { PeopleColumnPlaces } from './people-import.ts';

/** A person as the question knows them whether a file that is said to be complete leaves them out. */
export interface PossiblyAbsent {
  readonly id: string;
  /** Whose record it was merged into: what it is known by means them. */
  readonly mergedIntoId?: string | null;
  readonly employeeNumber: string | null;
  readonly email: string | null;
  readonly status: 'ACTIVE' | 'SUSPENDED' | 'LEFT';
}

/**
 * Whom a complete file leaves out: people who have not left and whose employee number and e-mail stand in none of its
 * rows. A row that is wrong otherwise still says that its person is there: nobody is deactivated for a typing error.
 */
export function findAbsent<Person extends PossiblyAbsent>(rows: Iterable<readonly string[]>, places: PeopleColumnPlaces, existing: readonly Person[]): readonly Person[] {
  const [numbers, emails] = [new Set<string>(), new Set<string>()];
  for (const cells of rows) {
    if (places.employeeNumber !== undefined) numbers.add(foldIdentifier(restoreCell(cells[places.employeeNumber] ?? '')));
    if (places.email !== undefined) emails.add(foldEmail(restoreCell(cells[places.email] ?? '')));
  }
  const isNamed = ({ employeeNumber, email }: Person): boolean =>
    (employeeNumber !== null && numbers.has(foldIdentifier(employeeNumber))) || (email !== null && emails.has(foldEmail(email)));
  const there = new Set(existing.filter(isNamed).map(({ id, mergedIntoId }) => mergedIntoId ?? id));
  return existing.filter(({ id, mergedIntoId, status }) => status !== 'LEFT' && mergedIntoId == null && !there.has(id));
}
