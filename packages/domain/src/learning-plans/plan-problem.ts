import type { LearningObjectId, MilestoneKey } from '../shared/ids.ts';
import type { Message } from '../shared/message.ts';
import type { MilestoneReference } from './milestone-name.ts';

/** The step of the editor in which a problem is mended (D11). */
export type PlanStep = 'BASICS' | 'CONTENT' | 'VISIBLE_RANGE' | 'COLLABORATION';

/** ERROR stops the publishing; WARNING is shown and may be published all the same. */
export type PlanProblemSeverity = 'ERROR' | 'WARNING';

/** Where a problem stands. */
export interface PlanProblemPlace {
  readonly step: PlanStep;
  readonly milestoneKey?: MilestoneKey;
  readonly learningObjectId?: LearningObjectId;
  /** The name of the field as in the definition. */
  readonly field?: string;
}

/** What each problem carries. */
export type PlanProblemShapes = {
  NAME_MISSING: {};
  TEXT_TOO_LONG: { limit: number; length: number };
  TEXT_HAS_CONTROL_CHARACTERS: {};
  COVER_WITHOUT_TEXT: {};
  ENDS_BEFORE_START: {};
  ALREADY_ENDED: {};
  DUE_IN_PAST: { due: string };
  DUE_AFTER_END: { due: string; end: string };
  DUE_BEFORE_START: { due: string; start: string };
  NUMBER_OUT_OF_RANGE: { from: number; to: number };
  PREVIOUS_STEP_ON_PLAN: {};
  PREVIOUS_STEP_ON_FIRST: { milestone: MilestoneReference };
  RELEASE_AFTER_PREVIOUS_ON_FIRST: { milestone: MilestoneReference };
  AUTO_REGISTER_WITHOUT_ENFORCED: {};
  ADD_BUTTON_WITH_ENFORCED: {};
  PLAN_TERM_TOO_LONG: { limit: number; length: number };
  NO_MILESTONE: {};
  TOO_MANY_MILESTONES: { limit: number; count: number };
  TOO_MANY_ITEMS: { limit: number; count: number };
  DUPLICATED_MILESTONE_KEY: { milestone: MilestoneReference };
  DUPLICATED_ITEM: { milestone: MilestoneReference; item: string };
  NO_REQUIRED_MILESTONE: {};
  CERTIFICATE_WITHOUT_REQUIRED_MILESTONE: {};
  CERTIFICATION_WITHOUT_COURSE: {};
  UNITS_MISSING: { milestone: MilestoneReference };
  UNITS_ON_ELECTIVE: { milestone: MilestoneReference };
  UNITS_NOT_POSITIVE: { milestone: MilestoneReference };
  UNITS_NOT_WHOLE: { milestone: MilestoneReference };
  UNITS_TOO_LARGE: { milestone: MilestoneReference; limit: string };
  CREDIT_TYPE_WITHOUT_CREDITS: { milestone: MilestoneReference };
  CANNOT_BE_COMPLETED: { milestone: MilestoneReference; required: string; reachable: string };
  CREDITS_SHARED_WITH_EARLIER: { milestone: MilestoneReference; required: string; reachable: string; sharedWith: readonly MilestoneReference[] };
  ACTIVITY_IN_CREDITS: { milestone: MilestoneReference; item: string };
  NO_ITEMS: { milestone: MilestoneReference };
  ITEM_UNKNOWN: { milestone: MilestoneReference };
  ITEM_NOT_ACTIVE: { milestone: MilestoneReference; item: string };
  ITEM_EXPIRED: { milestone: MilestoneReference; item: string; expiredOn: string };
  ITEM_EXPIRES_BEFORE_DUE: { milestone: MilestoneReference; item: string; expiresOn: string; due: string };
  COURSE_WITHOUT_MODULES: { milestone: MilestoneReference; item: string };
  MILESTONE_DUE_AFTER_PLAN: { milestone: MilestoneReference; due: string; planDue: string };
  MILESTONE_TERM_LONGER_THAN_PLAN: { milestone: MilestoneReference };
  COLLABORATION_WITHOUT_OWNER: {};
  VISIBLE_RANGE_MISSING: {};
};

export type PlanProblemMessage = Message<PlanProblemShapes>;

/** Something that is wrong with a plan: what, how bad and where. */
export type PlanProblem = PlanProblemMessage & {
  readonly severity: PlanProblemSeverity;
  readonly place: PlanProblemPlace;
};
