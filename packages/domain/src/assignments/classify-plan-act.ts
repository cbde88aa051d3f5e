import type { ResolveClass } from './resolve-exception.ts';
import type { EnrollmentStatus, MilestoneStatus } from '../standing/standing.ts';

/** What decides how somebody loses a plan that is taken away by hand. */
export interface UnassignSituation {
  readonly status: EnrollmentStatus;
  /** Has it by an assignment that is live; where only one is taken away: by that one. */
  readonly assigned: boolean;
  /** Where only one assignment is taken away: another one is live. */
  readonly others?: boolean;
  /** Has also taken it up by themselves. */
  readonly own: boolean;
  /** A running rule still matches the person, and would give it again. */
  readonly ruled: boolean;
}

export type UnassignClass = 'UNASSIGNED' | 'TAKEN_OUT' | 'SUPPRESSED' | 'KEPT_BY_THEMSELVES' | 'COMPLETED' | 'NOT_ASSIGNED';

/**
 * What taking a plan, or one assignment of it, away comes to for one person (2.5): who has completed it keeps that, who has it by another
 * assignment or by themselves keeps it so, and where a rule still matches the removal stays, visibly, until it is lifted.
 */
export function classifyUnassign({ status, assigned, others, own, ruled }: UnassignSituation): UnassignClass {
  if (status === 'COMPLETED') return 'COMPLETED';
  if (!assigned) return 'NOT_ASSIGNED';
  if (others === true) return 'TAKEN_OUT';
  if (ruled) return 'SUPPRESSED';
  return own ? 'KEPT_BY_THEMSELVES' : 'UNASSIGNED';
}

/** What decides whether a removal by hand can be lifted from one of many. */
export interface LiftSituation {
  /** A removal by hand is in force. */
  readonly suppressed: boolean;
}

export type LiftClass = 'LIFTED' | 'NOT_SUPPRESSED';

/** What lifting a removal by hand comes to for one person (2.5): from then on the rule decides again. */
export function classifyLift({ suppressed }: LiftSituation): LiftClass {
  return suppressed ? 'LIFTED' : 'NOT_SUPPRESSED';
}

/** What decides how an individual due date is set for one of many. */
export interface SetDueSituation {
  readonly status: EnrollmentStatus;
  /** Has the plan through a group or rule. */
  readonly grouped: boolean;
  /** Has this very individual date already. */
  readonly same: boolean;
  /** The day has passed where the person is. */
  readonly past: boolean;
}

export type SetDueClass = 'CHANGED' | 'CHANGED_AND_DETACHED' | 'UNCHANGED' | 'COMPLETED' | 'WITHDRAWN' | 'DUE_IN_PAST';

/** What setting an individual due date comes to for one person (L43, L44, 2.4). */
export function classifySetDue({ status, grouped, same, past }: SetDueSituation): SetDueClass {
  if (status === 'COMPLETED' || status === 'WITHDRAWN') return status;
  if (past) return 'DUE_IN_PAST';
  if (same) return 'UNCHANGED';
  return grouped ? 'CHANGED_AND_DETACHED' : 'CHANGED';
}

/** What decides how a milestone is waived for one of many. */
export interface WaiveSituation {
  readonly status: EnrollmentStatus;
  readonly grouped: boolean;
  readonly waived: boolean;
  /** Null: the version that the person is on does not have it. */
  readonly milestone: MilestoneStatus | null;
}

export type WaiveClass = 'CHANGED' | 'CHANGED_AND_DETACHED' | 'UNCHANGED' | 'COMPLETED' | 'WITHDRAWN' | 'MILESTONE_DONE' | 'OTHER_VERSION';

/** What waiving a milestone comes to for one person (L42, L44): who has done it already needs no waiver (R1). */
export function classifyWaive({ status, grouped, waived, milestone }: WaiveSituation): WaiveClass {
  if (status === 'COMPLETED' || status === 'WITHDRAWN') return status;
  if (milestone === null) return 'OTHER_VERSION';
  if (milestone === 'COMPLETED') return 'MILESTONE_DONE';
  if (waived) return 'UNCHANGED';
  return grouped ? 'CHANGED_AND_DETACHED' : 'CHANGED';
}

/** The classes under which something is changed. */
export const CHANGING_CLASSES: ReadonlySet<string> = new Set<UnassignClass | LiftClass | SetDueClass | ResolveClass>([
  'UNASSIGNED', 'TAKEN_OUT', 'LIFTED', 'SUPPRESSED', 'KEPT_BY_THEMSELVES', 'CHANGED', 'CHANGED_AND_DETACHED', 'RESOLVED', 'DISMISSED',
]);

/** What decides whether such an act can be taken back from one person. */
export interface PlanActUndoSituation {
  /** Whether the act changed anything for them. */
  readonly changed: boolean;
  /** Something else has changed the same since. */
  readonly touchedSince: boolean;
  readonly status: EnrollmentStatus;
}

/** Classifies one person of an undo (2.0.6): what has changed since is left alone, and what is complete changes no more. */
export function classifyPlanActUndo({ changed, touchedSince, status }: PlanActUndoSituation): 'TAKEN_BACK' | 'LEFT_CHANGED_SINCE' {
  return changed && !touchedSince && status !== 'COMPLETED' ? 'TAKEN_BACK' : 'LEFT_CHANGED_SINCE';
}
