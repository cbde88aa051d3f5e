import type { CalendarDate, Instant } from '../shared/calendar.ts';
import type { Decimal } from '../shared/decimal.ts';
import type { ExamInstanceId, FileId, LearningObjectId, MilestoneKey, SessionId } from '../shared/ids.ts';

/** Which defaults a new plan starts with; one engine runs all three (X8). */
export type PlanPreset = 'LEARNING_PLAN' | 'TRAINING_PLAN' | 'CERTIFICATION_PLAN';

/** Whether a learner signs up for the parts of a plan, and must sign up for all (L12–L14). */
export type RegistrationType = 'ENFORCED' | 'NON_ENFORCED' | 'DISABLED';

/** What a learner sees of a step that is not open yet (C14, C19, X6). */
export type UnreleasedStepDisplay = 'NONE' | 'TITLES' | 'DETAILS';

/** What becomes of unfinished enrollments when the plan's end and its days of grace have passed (X26). */
export type EndPolicy = 'CLOSE' | 'KEEP_OPEN';

/** Which completions from before the enrollment count (E8). */
export type Lookback =
  | { readonly kind: 'ANY' }
  | { readonly kind: 'WITHIN_DAYS'; readonly days: number }
  | { readonly kind: 'SINCE'; readonly date: CalendarDate }
  | { readonly kind: 'AFTER_ENROLLMENT' };

/** What a relative due date is counted from. */
export type DueAnchor = 'ENROLLED' | 'ASSIGNED' | 'FIRST_SIGN_IN' | 'HIRE_DATE' | 'PREVIOUS_STEP';

/** The unit that a relative due date is counted in. */
export type DueUnit = 'DAYS' | 'WEEKS' | 'MONTHS';

/** By when something is due; always the end of a day in the learner's time zone (L10, L28, X25). */
export type DueRule =
  | { readonly kind: 'NONE' }
  | { readonly kind: 'FIXED'; readonly date: CalendarDate }
  | { readonly kind: 'RELATIVE'; readonly amount: number; readonly unit: DueUnit; readonly anchor: DueAnchor };

/** When a step opens; `days` are whole days, and a step opens as its day begins in the learner's time zone (C3, C16). */
export type ReleaseRule =
  | { readonly kind: 'IMMEDIATE' }
  | { readonly kind: 'ON'; readonly date: CalendarDate }
  | { readonly kind: 'AFTER_ENROLLMENT'; readonly days: number }
  | { readonly kind: 'AFTER_PREVIOUS_RELEASED'; readonly days: number }
  | { readonly kind: 'AFTER_PREVIOUS_COMPLETED'; readonly days: number }
  | { readonly kind: 'MANUAL' };

/** What a milestone counts; NONE makes it an elective (L26). */
export type Metric = 'SESSIONS' | 'CREDITS' | 'NONE';

/** A learning object within a milestone. */
export interface MilestoneItemDefinition {
  readonly learningObjectId: LearningObjectId;
  /** Order within the milestone, from 0. */
  readonly position: number;
  /** Must be among what is done, however much else is ("3 of 5, A among them"). */
  readonly mandatory: boolean;
  /** The exam as it is used here; results of other uses do not count (D13, E12). */
  readonly examInstanceId?: ExamInstanceId | null;
}

/** One requirement of a plan (L25–L30). */
export interface MilestoneDefinition {
  readonly key: MilestoneKey;
  /** Order within the plan, from 0. */
  readonly position: number;
  readonly name: string;
  readonly description: string;
  readonly metric: Metric;
  /** How many sessions, or credits as an exact decimal; absent exactly when the metric is NONE (L27). */
  readonly units?: Decimal | null;
  /** Which credits count; absent: all do. Only with the metric CREDITS. */
  readonly creditType?: string | null;
  readonly dueRule?: DueRule | null;
  readonly itemOrderEnforced: boolean;
  readonly releaseRule?: ReleaseRule | null;
  readonly items: readonly MilestoneItemDefinition[];
}

/** For how long the credential of a completed plan is valid. */
export type Validity =
  | { readonly kind: 'DURATION'; readonly amount: number; readonly unit: DueUnit }
  | { readonly kind: 'FIXED'; readonly date: CalendarDate }
  | { readonly kind: 'END_OF_MONTH'; readonly months: number };

/** The picture of a plan on cards and pages; `alt` says what is to be seen to whoever does not see it (WCAG 1.1.1). */
export interface PlanCover {
  readonly fileId: FileId;
  readonly alt: string;
}

/** All that a version of a plan fixes: immutable once published (L9–L21, C21). */
export interface PlanVersionDefinition {
  readonly name: string;
  readonly description: string;
  readonly cover?: PlanCover | null;
  readonly preset: PlanPreset;
  readonly startsAt?: Instant | null;
  readonly endsAt?: Instant | null;
  readonly dueRule?: DueRule | null;
  readonly milestoneOrderEnforced: boolean;
  readonly registrationType: RegistrationType;
  readonly autoRegister: boolean;
  readonly displayUnreleasedSteps: UnreleasedStepDisplay;
  readonly lookback: Lookback;
  readonly endPolicy: EndPolicy;
  readonly graceDays: number;
  /** A due date that leaves fewer days than these is flagged as unrealistic. */
  readonly minimumDays?: number | null;
  readonly certificateTemplateId?: string | null;
  readonly issueOnExemption: boolean;
  readonly validity?: Validity | null;
  /**
   * Holds only what a later version asks beyond one that its people have completed (V5): what they did before counts, in their later cycle too.
   */
  readonly delta?: boolean;
  readonly milestones: readonly MilestoneDefinition[];
}

/** What can be linked or assigned. */
export type LearningObjectKind = 'MODULE' | 'COURSE' | 'ACTIVITY' | 'EXAM';

export type LearningObjectStatus = 'DRAFT' | 'ACTIVE' | 'RETIRED';

/** Credits of one type that a course gives (L26). */
export interface CreditLine {
  readonly creditType: string;
  readonly amount: Decimal;
}

/** What the rules need to know of a learning object. */
export interface ContentDefinition {
  readonly id: LearningObjectId;
  readonly kind: LearningObjectKind;
  readonly name: string;
  readonly status: LearningObjectStatus;
  /** The last day on which an activity can be completed (L54). */
  readonly expiresOn?: CalendarDate | null;
  /** Objects that share a key are interchangeable: one of them counts for all, once. */
  readonly equivalenceKey?: string | null;
  readonly creditLines?: readonly CreditLine[];
  /** COURSE: its modules in order; a course without modules never completes by itself (X24). */
  readonly moduleIds?: readonly LearningObjectId[];
  /** COURSE: its dated occurrences. */
  readonly sessionIds?: readonly SessionId[];
  /** COURSE: whether its sessions are dates to choose from (E2) or parts that count one each (E3). */
  readonly sessionCounting?: 'ALTERNATIVES' | 'PARTS';
}
