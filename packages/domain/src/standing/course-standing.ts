import type { CalendarDate, Instant } from '../shared/calendar.ts';
import type { FactId, LearningObjectId } from '../shared/ids.ts';
import type { CompletionFact, Revocation } from './standing-input.ts';

/** What the state of a course follows from. */
export interface CourseSituation {
  readonly courseId: LearningObjectId;
  /** In order; none: only by hand or by attendance (X24). */
  readonly moduleIds: readonly LearningObjectId[];
  /** Facts of the course and of its modules, revoked ones too. */
  readonly facts: readonly CompletionFact[];
  readonly revocations: readonly Revocation[];
  /** Modules that have been begun. */
  readonly begunModuleIds: readonly LearningObjectId[];
  readonly reevaluatedAt?: Instant | null;
}

export interface CourseStanding {
  readonly status: 'NOT_STARTED' | 'IN_PROGRESS' | 'COMPLETED';
  /** Completed modules over modules, four decimals, rounded down; 1 exactly when complete. */
  readonly progress: number;
  readonly completedOn: CalendarDate | null;
  readonly completedModuleIds: readonly LearningObjectId[];
  readonly nextModuleId: LearningObjectId | null;
  /** Complete by its modules without a fact of its own yet: one is to be written, resting on `evidence`. */
  readonly completionToRecord: boolean;
  readonly evidence: readonly FactId[];
  readonly evidenceWithdrawn: boolean;
}
