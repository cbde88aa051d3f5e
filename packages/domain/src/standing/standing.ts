import type { DueAnchor, DueRule } from '../learning-plans/plan-definition.ts';
import type { CalendarDate, Instant } from '../shared/calendar.ts';
import type { Decimal } from '../shared/decimal.ts';
import type { FactId, LearningObjectId, MilestoneKey, SourceId } from '../shared/ids.ts';
import type { CompletionClass, ItemProgressState } from './standing-input.ts';

/** The states of an enrollment (2.2). Being overdue is no state. */
export type EnrollmentStatus = 'NOT_STARTED' | 'IN_PROGRESS' | 'COMPLETED' | 'EXEMPT' | 'WITHDRAWN' | 'NOT_COMPLETED';

/** Whether there is still something to do: only an open enrollment has a next step and can be overdue. */
export function isOpenStatus(status: EnrollmentStatus): boolean {
  return status === 'NOT_STARTED' || status === 'IN_PROGRESS';
}

/** The states of a milestone; where several hold, COMPLETED > WAIVED > NOT_RELEASED > LOCKED > IN_PROGRESS > AVAILABLE. */
export type MilestoneStatus =
  | 'COMPLETED' | 'ELECTIVE_DONE' | 'WAIVED' | 'NOT_RELEASED' | 'LOCKED' | 'IN_PROGRESS' | 'AVAILABLE';

/** Which row of the due date table decided (2.4). */
export type DueOrigin = 'OVERRIDE' | 'INDIVIDUAL_ASSIGNMENT' | 'GROUP_ASSIGNMENT' | 'MILESTONE_RULE' | 'PLAN_RULE';

/** UNKNOWN_ANCHOR: counted from a date that nobody knows. UNREALISTIC: past already when it was set, or too soon. */
export type DueProblem = 'UNKNOWN_ANCHOR' | 'UNREALISTIC';

/** By when something is due, and why. */
export interface EffectiveDue {
  /** The last day; null while it is awaited, unknown, or taken away by an override. */
  readonly date: CalendarDate | null;
  readonly zone: string;
  /** The last instant of that day in that zone. */
  readonly endsAt: Instant | null;
  readonly origin: DueOrigin;
  /** A milestone's due date that is the plan's. */
  readonly inherited: boolean;
  readonly rule: DueRule;
  readonly sourceId: SourceId | null;
  /** The event that the date is counted from and that has not happened yet. */
  readonly awaiting: DueAnchor | null;
  readonly problem: DueProblem | null;
}

/** Why an item cannot be started now. */
export type ItemLock =
  | { readonly why: 'MILESTONE_NOT_RELEASED' }
  | { readonly why: 'MILESTONE_LOCKED'; readonly by: readonly MilestoneKey[] }
  | { readonly why: 'EARLIER_ITEM'; readonly by: readonly LearningObjectId[] }
  | { readonly why: 'EXPIRED'; readonly on: CalendarDate }
  | { readonly why: 'NO_ATTEMPTS_LEFT' };

export interface ItemStanding {
  readonly learningObjectId: LearningObjectId;
  readonly mandatory: boolean;
  readonly state: ItemProgressState;
  /** 0 to 1. */
  readonly progress: number;
  readonly completedOn: CalendarDate | null;
  /** The fact that proves it, by the earliest date. */
  readonly factId: FactId | null;
  /** Null: may be started or continued. A completed item may always be opened again. */
  readonly locked: ItemLock | null;
  readonly attemptsLeft: number | null;
}

export interface MilestoneStanding {
  readonly key: MilestoneKey;
  readonly status: MilestoneStatus;
  readonly elective: boolean;
  /** After adjustment; an elective: how many items it has. */
  readonly unitsRequired: Decimal;
  readonly unitsEarned: Decimal;
  /** 0 to 1, and 1 exactly when satisfied; null for an elective. */
  readonly progress: number | null;
  readonly waived: boolean;
  /** The day from which it was satisfied: met by facts or waived, whichever was first. */
  readonly satisfiedOn: CalendarDate | null;
  /** The day on which facts alone met it. */
  readonly metOn: CalendarDate | null;
  readonly effectiveDue: EffectiveDue | null;
  /** Earlier required milestones that are open, if order is enforced (O3). */
  readonly lockedBy: readonly MilestoneKey[];
  readonly released: boolean;
  /** The day on which it opens or opened; null: not known yet, or by hand. */
  readonly opensOn: CalendarDate | null;
  readonly held: boolean;
  /** Learners do not even see its title (X6). */
  readonly titleHidden: boolean;
  /** Learners see its title, but not what is in it. */
  readonly detailsHidden: boolean;
  /** The facts that it counts, by id, sorted. */
  readonly countedFacts: readonly FactId[];
  readonly items: readonly ItemStanding[];
}

/** What a learner does next. */
export interface NextStep {
  readonly milestoneKey: MilestoneKey;
  readonly learningObjectId: LearningObjectId | null;
  /** The step is not open yet: the day on which it opens, if that is known. */
  readonly waitsForRelease: boolean;
  readonly opensOn: CalendarDate | null;
}

/** What the evaluator says of a person in a plan. Plain JSON. */
export interface Standing {
  readonly status: EnrollmentStatus;
  /** 0 to 1, four decimals, rounded down; 1 exactly when the plan is satisfied. */
  readonly progress: number;
  readonly startedOn: CalendarDate | null;
  /** When it became true, which is not when it was found out. */
  readonly completedOn: CalendarDate | null;
  readonly completedLate: boolean;
  /** Complete, although a fact that the completion rests on was revoked (U32). */
  readonly evidenceWithdrawn: boolean;
  readonly completionClass: CompletionClass | null;
  readonly effectiveDue: EffectiveDue | null;
  /** In plan order. */
  readonly milestones: readonly MilestoneStanding[];
  readonly next: NextStep | null;
  /** Complete by evaluation without a plan fact of its own yet: one is to be written, resting on `evidence`. */
  readonly completionToRecord: boolean;
  /** The facts on which the completion of the plan rests, by id, sorted; empty unless COMPLETED. */
  readonly evidence: readonly FactId[];
}
