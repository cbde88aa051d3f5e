import type { EnrollmentStatus } from '../standing/standing.ts';
import type { AssignmentMemberState } from './assignment.ts';

/** What decides whether an assignment can be taken back from one person. */
export interface UndoSituation {
  /** What the assignment came to for them. */
  readonly outcome: AssignmentMemberState;
  /** What their membership is now; null when it is gone. */
  readonly state: AssignmentMemberState | null;
  /** Of their enrollment; null when there is none. */
  readonly status: EnrollmentStatus | null;
  /** Whether they have the plan for another reason too: then only this reason ends. */
  readonly hasOtherSource: boolean;
}

export type UndoClass = 'TAKEN_BACK' | 'LEFT_CHANGED_SINCE';

/**
 * Classifies one person (2.0.6): whose membership has become another since is left alone, and so is who has begun what they have from
 * nowhere else, for nobody's work is withdrawn by an undo.
 */
export function classifyUndo({ outcome, state, status, hasOtherSource }: UndoSituation): UndoClass {
  if (state !== outcome) return 'LEFT_CHANGED_SINCE';
  const hasBegun = status !== null && status !== 'NOT_STARTED';
  return hasBegun && !hasOtherSource ? 'LEFT_CHANGED_SINCE' : 'TAKEN_BACK';
}
