import type { EnrollmentStatus } from '../standing/standing.ts';
import type { UndoClass } from './classify-undo.ts';
import type { LeaveDecision } from './decide-leave.ts';

/** What decides whether the end of an assignment can be taken back for one person. */
export interface EndUndoSituation {
  /** What the end came to for them. */
  readonly outcome: LeaveDecision;
  /** Whether what they had by the assignment is as the end left it. */
  readonly isAsLeft: boolean;
  /** Whether something else has given it to them, taken it from them or settled it for them since. */
  readonly touchedSince: boolean;
  /** Whether it is the current cycle of what they have. */
  readonly isCurrent: boolean;
  /** Null: they never had it. */
  readonly status: EnrollmentStatus | null;
  /** Whether the assignment itself has been taken back. */
  readonly isTakenBack: boolean;
}

/**
 * Classifies one person (2.0.6): for whom anything has changed since is left alone, and what was completed meanwhile for another reason
 * changes no more. Who kept what they had belongs to the assignment again, however far they are.
 */
export function classifyEndUndo({ outcome, isAsLeft, touchedSince, isCurrent, status, isTakenBack }: EndUndoSituation): UndoClass {
  if (isTakenBack || !isAsLeft || touchedSince || !isCurrent) return 'LEFT_CHANGED_SINCE';
  return outcome === 'ENDED' && status === 'COMPLETED' ? 'LEFT_CHANGED_SINCE' : 'TAKEN_BACK';
}
