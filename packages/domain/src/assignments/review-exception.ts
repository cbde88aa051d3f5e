import type { EnrollmentStatus } from '../standing/standing.ts';
import type { AssignmentException, AssignmentMemberState } from './assignment.ts';

/** What decides whether an assignment of somebody who has changed is a case of the exception inbox. */
export interface ReviewSituation {
  readonly person: { readonly status: 'ACTIVE' | 'SUSPENDED' | 'LEFT'; readonly hasEmployeeNumber: boolean };
  /** The membership, which still gives the person something. */
  readonly state: AssignmentMemberState;
  /** The open case, or the one that was decided last. */
  readonly exception: AssignmentException | null;
  readonly enrollmentStatus: EnrollmentStatus;
}

/** What a membership becomes by it. */
export interface ReviewedMember {
  readonly state: Extract<AssignmentMemberState, 'APPLIED' | 'EXCEPTION'>;
  readonly exception: AssignmentException | null;
}

/**
 * Opens a case where somebody with work to do was suspended or has left, and closes cases whose cause is gone: who was away is back, who
 * had no job number has one (ambition 9). What was decided stays decided until the person is back. Nobody loses anything by it.
 *
 * @returns null when nothing changes
 */
export function reviewException({ person, state, exception, enrollmentStatus }: ReviewSituation): ReviewedMember | null {
  const isCase = state === 'EXCEPTION';
  if (exception === 'INACTIVE_PERSON') return person.status === 'ACTIVE' && (isCase || state === 'APPLIED') ? { state: 'APPLIED', exception: null } : null;
  if (exception === 'NO_EMPLOYEE_NUMBER' && isCase && person.hasEmployeeNumber) return { state: 'APPLIED', exception: null };
  const hasWork = enrollmentStatus === 'NOT_STARTED' || enrollmentStatus === 'IN_PROGRESS';
  const isOrderly = state === 'APPLIED' || state === 'MERGED';
  return person.status !== 'ACTIVE' && isOrderly && hasWork ? { state: 'EXCEPTION', exception: 'INACTIVE_PERSON' } : null;
}
