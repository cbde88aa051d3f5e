import type { EnrollmentStatus } from '../standing/standing.ts';
import type { OnLeavePolicy } from './assignment.ts';

/** What decides what becomes of one person who no longer belongs to the audience of a dynamic assignment. */
export interface LeaveSituation {
  /** Of the enrollment that the assignment gave them. */
  readonly status: EnrollmentStatus;
  /** Whether they have it for another live reason too. */
  readonly hasOtherSource: boolean;
  readonly onLeave: OnLeavePolicy;
}

/** KEPT: the source stays live, marked as kept, until another one arrives. ENDED: it ends, and a plan held for no other reason with it. */
export type LeaveDecision = 'KEPT' | 'ENDED';

/**
 * Decides (2.5): what is done stays, whoever leaves; with another reason there is nothing to keep; else as the assignment says, by default
 * whoever has begun keeps what they have begun.
 */
export function decideLeave({ status, hasOtherSource, onLeave }: LeaveSituation): LeaveDecision {
  if (status === 'COMPLETED' || status === 'EXEMPT' || status === 'NOT_COMPLETED') return 'KEPT';
  if (hasOtherSource || status === 'WITHDRAWN') return 'ENDED';
  if (onLeave === 'KEEP') return 'KEPT';
  return onLeave === 'KEEP_IF_STARTED' && status === 'IN_PROGRESS' ? 'KEPT' : 'ENDED';
}
