import type { CreditLine, DueRule } from '../learning-plans/plan-definition.ts';
import type { CalendarDate, Instant } from '../shared/calendar.ts';
import type { Decimal } from '../shared/decimal.ts';
import type { ExamInstanceId, FactId, LearningObjectId, MilestoneKey, SessionId, SourceId } from '../shared/ids.ts';

/**
 * All that the standing of one person in one plan follows from, beside the plan's definition. Plain JSON: people
 * whose situations are equal have equal standings and are evaluated once. The order of the lists means nothing.
 */
export interface Situation {
  readonly enrollment: EnrollmentSituation;
  readonly person: PersonSituation;
  /** Completions of learning objects, those of equivalent ones included; revoked ones too. */
  readonly facts: readonly CompletionFact[];
  /** Completions of the plan itself in this cycle, revoked ones too (U10–U34). */
  readonly planFacts: readonly PlanCompletionFact[];
  readonly revocations: readonly Revocation[];
  /** Of one object there may be several, where records of one person were merged: the furthest counts. */
  readonly itemStates: readonly ItemState[];
  readonly overrides: readonly Override[];
  readonly sources: readonly Source[];
  readonly plan: PlanSituation;
  readonly policies: StandingPolicies;
  /** The moment that is asked about. */
  readonly now: Instant;
}

export interface EnrollmentSituation {
  readonly enrolledOn: CalendarDate;
  /** 1 for the first round. */
  readonly cycle: number;
  /** From which day on facts count in a cycle after the first: its start, or the opening of the renewal window (E9). */
  readonly cycleStartsOn?: CalendarDate | null;
  /** The instant at which such a cycle began, where it is known: what was done earlier on that day belongs to the one before. */
  readonly cycleStartsAt?: Instant | null;
  /** The day on which a registration was submitted or a session enrolled in, if any: it starts the work. */
  readonly registeredOn?: CalendarDate | null;
  /** When an admin last asked to evaluate anew in spite of a revocation (2.8). */
  readonly reevaluatedAt?: Instant | null;
  readonly stepReleases: readonly StepRelease[];
}

/** What was done by hand to the release of a step, and whether the learner has seen it. */
export interface StepRelease {
  readonly milestoneKey: MilestoneKey;
  readonly heldAt?: Instant | null;
  readonly releasedAt?: Instant | null;
  /** A step once seen stays released, whatever the schedule becomes. */
  readonly seenAt?: Instant | null;
}

export interface PersonSituation {
  /** IANA time zone, in which the person's days begin and end. */
  readonly zone: string;
  readonly hiredOn?: CalendarDate | null;
  readonly firstSignInAt?: Instant | null;
  /** The record was merged into another one of the same person, which holds all from then on. */
  readonly mergedAway?: boolean | null;
}

/** Where a completion comes from. */
export type FactOrigin = 'AUTO' | 'MANUAL' | 'IMPORT' | 'EVENT' | 'PACKAGE' | 'API';

/** A completion of a learning object: append-only, with two clocks (2.0.3). */
export interface CompletionFact {
  readonly id: FactId;
  readonly learningObjectId: LearningObjectId;
  /** The key of the completed object, so that facts of interchangeable objects count. */
  readonly equivalenceKey?: string | null;
  readonly sessionId?: SessionId | null;
  readonly examInstanceId?: ExamInstanceId | null;
  readonly completedOn: CalendarDate;
  /** The instant, where it is known. */
  readonly completedAt?: Instant | null;
  readonly recordedAt: Instant;
  readonly origin: FactOrigin;
  /** AUTO: the facts that it rests on, such as those of a course's modules. */
  readonly evidence?: readonly FactId[];
  /** Credits given with this completion; absent: those that the content gives. */
  readonly credits?: readonly CreditLine[] | null;
}

/** A completion of the plan itself; `completionClass` holds what was frozen when it was written. */
export interface PlanCompletionFact {
  readonly id: FactId;
  readonly completedOn: CalendarDate;
  readonly completedAt?: Instant | null;
  readonly recordedAt: Instant;
  readonly origin: FactOrigin;
  /** AUTO: the facts that it rests on. */
  readonly evidence?: readonly FactId[];
  readonly completionClass?: CompletionClass | null;
}

/** Takes a fact back; itself a fact. */
export interface Revocation {
  readonly factId: FactId;
  readonly at: Instant;
  /** The revocation was undone: the same completion is on record again, as a fact of its own. What rested on the one that was taken rests on that. */
  readonly givenBack?: boolean | null;
}

export type ItemProgressState = 'NOT_STARTED' | 'IN_PROGRESS' | 'COMPLETED' | 'FAILED';

/** How far a person is with a learning object, whichever plans contain it. */
export interface ItemState {
  readonly learningObjectId: LearningObjectId;
  readonly examInstanceId?: ExamInstanceId | null;
  readonly state: ItemProgressState;
  /** 0 to 1. */
  readonly progress: number;
  readonly startedAt?: Instant | null;
  readonly lastActivityAt?: Instant | null;
  /** EXAM: how many tries are left; absent: without limit. */
  readonly attemptsLeft?: number | null;
}

/** Something that is in force for a while. */
export interface Dated {
  readonly from: Instant;
  /** Exclusive; absent: still in force. */
  readonly to?: Instant | null;
}

/** What an admin has changed for this person (L41–L44). No Action ends them (R8). */
export type Override =
  | (Dated & { readonly act: 'WAIVE'; readonly milestoneKey: MilestoneKey })
  | (Dated & { readonly act: 'ADJUST_UNITS'; readonly milestoneKey: MilestoneKey; readonly units: Decimal })
  /** Without a key: the due date of the plan. A due of null: none for this person. */
  | (Dated & { readonly act: 'ADJUST_DUE'; readonly milestoneKey?: MilestoneKey | null; readonly due: CalendarDate | null })
  /** Without a key: about the plan. */
  | (Dated & { readonly act: 'NOTE'; readonly milestoneKey?: MilestoneKey | null; readonly note: string });

/** An override without its time. */
export type OverrideContent = Override extends infer Each ? (Each extends Override ? Omit<Each, 'from' | 'to'> : never) : never;

/** Why a person has an enrollment. */
export type SourceKind =
  | 'INDIVIDUAL' | 'GROUP' | 'DEPARTMENT' | 'POSITION' | 'JOB_ROLE' | 'RULE' | 'IMPORT' | 'API'
  | 'SELF_REGISTRATION' | 'SELF_STARTED' | 'BOOKMARK';

/** One cause of the enrollment (L37). Give equal people equal ids, e.g. that of the assignment, so that they are grouped. */
export interface Source extends Dated {
  readonly id: SourceId;
  readonly kind: SourceKind;
  readonly dueRule?: DueRule | null;
  readonly milestoneDueRules?: readonly { readonly milestoneKey: MilestoneKey; readonly dueRule: DueRule }[];
  /** A conflict: its dates wait until what came first has ended (L35). */
  readonly dormant?: boolean;
  /** The person has left the audience and stays all the same. */
  readonly kept?: boolean;
  /** Taken away by hand although the rule still matches: not live. */
  readonly suppressed?: boolean;
  /** What the learner knows it by: the group, department or assignment. For explanations only. */
  readonly name?: string | null;
}

export interface PlanSituation {
  /** Whether the person could find the plan without being assigned (S5, S6). */
  readonly findable: boolean;
  readonly archivedAt?: Instant | null;
}

/** Which of several group assignments decides the due date (2.4). */
export type GroupConflictPolicy = 'FIRST_WINS' | 'MOST_LENIENT' | 'STRICTEST' | 'LATEST_ASSIGNMENT';

export interface StandingPolicies {
  /** In force now. */
  readonly groupConflict: GroupConflictPolicy;
  /** What was in force before, each up to a moment (exclusive); completed people keep the dates of their time. */
  readonly formerly?: readonly { readonly groupConflict: GroupConflictPolicy; readonly until: Instant }[] | null;
}

/** Whether a completion was asked for or sought (2.7). */
export type CompletionClass = 'ASSIGNED' | 'SELF';

