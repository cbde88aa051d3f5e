import type { DueAnchor } from '../learning-plans/plan-definition.ts';
import { compareInstants, type CalendarDate, type Instant } from '../shared/calendar.ts';
import type { MilestoneKey, SourceId } from '../shared/ids.ts';
import { liveSources } from './in-force.ts';
import { policyChangedSince } from './policies.ts';
import type { DueOrigin, EffectiveDue, EnrollmentStatus, Standing } from './standing.ts';
import type { Situation } from './standing-input.ts';

/** Why a due date is another one than before (2.4). */
export type DueChangeCause =
  | 'OVERRIDDEN' | 'OVERRIDE_ENDED' | 'ASSIGNED' | 'ASSIGNMENT_ENDED' | 'ASSIGNMENT_CHANGED'
  | 'POLICY_CHANGED' | 'ANCHOR_CHANGED' | 'PLAN_CHANGED' | 'COMPLETED';

/** The same as a list. */
export const DUE_CHANGE_CAUSES: readonly DueChangeCause[] = [
  'OVERRIDDEN', 'OVERRIDE_ENDED', 'ASSIGNED', 'ASSIGNMENT_ENDED', 'ASSIGNMENT_CHANGED', 'POLICY_CHANGED', 'ANCHOR_CHANGED', 'PLAN_CHANGED', 'COMPLETED',
];

/** A due date as it was kept, and what had decided it. */
export interface KeptDue {
  readonly date: CalendarDate | null;
  /** Null: nothing, or what was kept does not say. */
  readonly origin: DueOrigin | null;
  readonly sourceId: SourceId | null;
}

/** What was kept of the due dates of a standing. */
export interface KeptDues {
  readonly status: EnrollmentStatus;
  readonly evaluatedAt: Instant;
  readonly plan: KeptDue;
  /** A milestone that takes the date of the plan has no origin of its own. */
  readonly milestones: readonly (KeptDue & { readonly key: MilestoneKey })[];
}

/** One due date that moved. */
export interface DueChange {
  /** Null: the plan's. */
  readonly milestoneKey: MilestoneKey | null;
  readonly before: CalendarDate | null;
  readonly after: CalendarDate | null;
  readonly cause: DueChangeCause;
  /** The assignment that decided before, and the one that decides now. */
  readonly sourceBefore: SourceId | null;
  readonly sourceAfter: SourceId | null;
  /** What the date is counted from, where that has moved. */
  readonly anchor: DueAnchor | null;
}

/**
 * Which due dates an evaluation moved, and why: every change of an effective date is one, whoever brought it about (2.4). A milestone that
 * takes the date of the plan moves with it, and is not told twice. Dates that stay are none, also where something else decides them now.
 */
export function findDueChanges(kept: KeptDues, standing: Standing, situation: Situation): readonly DueChange[] {
  const changes: DueChange[] = [];
  const add = (milestoneKey: MilestoneKey | null, before: KeptDue, after: EffectiveDue | null): void => {
    if (before.date === (after?.date ?? null)) return;
    const completes = standing.status === 'COMPLETED' && kept.status !== 'COMPLETED';
    const cause = completes ? 'COMPLETED' : causeOf(before, after, kept.evaluatedAt, situation);
    changes.push({
      milestoneKey,
      before: before.date,
      after: after?.date ?? null,
      cause,
      sourceBefore: before.sourceId,
      sourceAfter: after?.sourceId ?? null,
      anchor: cause === 'ANCHOR_CHANGED' ? anchorOf(after) : null,
    });
  };
  add(null, kept.plan, standing.effectiveDue);
  for (const milestone of kept.milestones) {
    const now = standing.milestones.find(({ key }) => key === milestone.key);
    if (now === undefined || (milestone.origin === null && isInherited(now.effectiveDue))) continue;
    add(milestone.key, milestone, now.effectiveDue);
  }
  return changes;
}

/** Whether a milestone has no date of its own. */
export function isInherited(due: EffectiveDue | null): boolean {
  return due === null || due.inherited;
}

function causeOf(before: KeptDue, after: EffectiveDue | null, keptAt: Instant, situation: Situation): DueChangeCause {
  if (after?.origin === 'OVERRIDE' && !after.inherited) return 'OVERRIDDEN';
  if (before.origin === 'OVERRIDE') return 'OVERRIDE_ENDED';
  if (situation.sources.length > 0 && liveSources(situation.sources, situation.now).length === 0) return 'ASSIGNMENT_ENDED';
  const [gone, won] = [before.sourceId, after?.sourceId ?? null];
  if (gone !== won) return takeoverCause(gone, won, keptAt, situation);
  if (isCountedFromWhatMoves(after)) return 'ANCHOR_CHANGED';
  return won === null ? 'PLAN_CHANGED' : 'ASSIGNMENT_CHANGED';
}

/** Another assignment decides, or one decides for the first time, or none any more. */
function takeoverCause(gone: SourceId | null, won: SourceId | null, keptAt: Instant, situation: Situation): DueChangeCause {
  const live = liveSources(situation.sources, situation.now);
  if (gone !== null && !live.some(({ id }) => id === gone)) return 'ASSIGNMENT_ENDED';
  if (won === null) return 'ASSIGNMENT_CHANGED';
  if (gone === null) return 'ASSIGNED';
  // What came later than what was kept, and did not decide at once, decides by another policy.
  const since = live.find(({ id, from }) => id === won && compareInstants(from, keptAt) > 0)?.from;
  if (policyChangedSince(situation.policies, since ?? keptAt)) return 'POLICY_CHANGED';
  return since === undefined ? 'ANCHOR_CHANGED' : 'ASSIGNED';
}

/** A day that may become known, or become another one, after the rule was set; the day of enrolling never does. */
function isCountedFromWhatMoves(due: EffectiveDue | null): boolean {
  const anchor = anchorOf(due);
  return anchor !== null && anchor !== 'ENROLLED' && !(anchor === 'ASSIGNED' && due?.sourceId !== null);
}

function anchorOf(due: EffectiveDue | null): DueAnchor | null {
  return due?.rule.kind === 'RELATIVE' ? due.rule.anchor : null;
}
