import type { AudienceExpression } from '../audiences/audience-expression.ts';
import type { DueRule } from '../learning-plans/plan-definition.ts';
import type { Instant } from '../shared/calendar.ts';
import type { LearningObjectId, MilestoneKey, PlanId } from '../shared/ids.ts';
import type { Message } from '../shared/message.ts';

export type AssignmentMode = 'ONE_TIME' | 'DYNAMIC';

/** What becomes of people who leave the audience of a dynamic assignment (2.5). */
export type OnLeavePolicy = 'KEEP' | 'KEEP_IF_STARTED' | 'REMOVE';

export type AssignmentTarget =
  | { readonly kind: 'PLAN'; readonly planId: PlanId }
  | { readonly kind: 'LEARNING_OBJECT'; readonly learningObjectId: LearningObjectId };

/** What somebody is enrolled in by it: the id of the plan or of the learning object. */
export function subjectOf(target: AssignmentTarget): PlanId | LearningObjectId {
  return target.kind === 'PLAN' ? target.planId : target.learningObjectId;
}

/** What an admin decides when giving plans and learning objects to people. */
export interface AssignmentDefinition {
  readonly name: string;
  readonly targets: readonly AssignmentTarget[];
  readonly audience: AudienceExpression;
  readonly mode: AssignmentMode;
  /** Absent: at once. */
  readonly startsAt?: Instant | null;
  readonly dueRule?: DueRule | null;
  readonly milestoneDueRules?: readonly { readonly milestoneKey: MilestoneKey; readonly dueRule: DueRule }[];
  readonly notify: boolean;
  readonly onLeave: OnLeavePolicy;
}

export type AssignmentState =
  | 'DRAFT' | 'SCHEDULED' | 'APPLYING' | 'ACTIVE' | 'DONE' | 'INACTIVE' | 'ENDED' | 'CANCELLED';

/** What an assignment came to for one person and target (2.2). */
export type AssignmentMemberState =
  | 'PENDING' | 'APPLIED' | 'MERGED' | 'CONFLICT' | 'SKIPPED_ALREADY_ASSIGNED' | 'SKIPPED_ALREADY_COMPLETED'
  | 'SKIPPED_CHANGED_SINCE_PREVIEW' | 'EXCEPTION' | 'DISMISSED' | 'DETACHED' | 'REMOVED' | 'ENDED';

/** Why a member stands in the exception inbox. */
export type AssignmentException = 'INACTIVE_PERSON' | 'NO_EMPLOYEE_NUMBER' | 'UNKNOWN_ANCHOR' | 'UNREALISTIC_DUE';

export type AssignmentProblemShapes = {
  NAME_MISSING: {};
  NAME_TOO_LONG: { limit: number; length: number };
  NO_TARGET: {};
  TOO_MANY_TARGETS: { limit: number };
  DUPLICATED_TARGET: {};
  DUE_IN_PAST: { due: string };
  DUE_BEFORE_START: { due: string; start: string };
  DUE_AMOUNT_OUT_OF_RANGE: { from: number; to: number };
  DUE_COUNTED_FROM_PREVIOUS_STEP: {};
  DUPLICATED_MILESTONE_DUE: {};
  STARTS_IN_PAST: {};
};

export type AssignmentProblem = Message<AssignmentProblemShapes> & { readonly field: string };
