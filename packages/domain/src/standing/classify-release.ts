import type { MilestoneKey } from '../shared/ids.ts';
import { changeRelease, type ReleaseAct, type ReleaseChange } from './change-release.ts';
import { evaluate } from './evaluate.ts';
import type { PreparedDefinition } from './prepare-definition.ts';
import type { EnrollmentStatus, MilestoneStanding, Standing } from './standing.ts';
import type { Situation } from './standing-input.ts';

export type ReleaseClass =
  | 'HELD' | 'RESUMED' | 'RESUMED_OPEN' | 'RELEASED' | 'RELEASED_LOCKED'
  | 'UNCHANGED' | 'BEGUN' | 'OPEN_ALREADY' | 'STEP_DONE' | 'COMPLETED' | 'WITHDRAWN' | 'SETTLED' | 'OTHER_VERSION';

/** The classes under which something is changed. */
export const CHANGING_RELEASE_CLASSES: ReadonlySet<string> = new Set<ReleaseClass>(['HELD', 'RESUMED', 'RESUMED_OPEN', 'RELEASED', 'RELEASED_LOCKED']);

/** How somebody stands, with what that follows from. */
export interface EvaluatedSituation {
  readonly prepared: PreparedDefinition;
  readonly situation: Situation;
  readonly standing: Standing;
}

/** What an act comes to for one of many, and what is kept of it then; null: nothing changes. */
export interface JudgedRelease {
  readonly class: ReleaseClass;
  readonly change: ReleaseChange | null;
}

/**
 * Judges an act by hand for one of many (C3, C16, 2.2): who has the step open or has begun it keeps it, who is done with it or with the plan is not concerned,
 * whose version does not have it neither, and for whom the order still locks what is opened is told apart.
 */
export function judgeRelease(act: ReleaseAct, milestoneKey: MilestoneKey, { prepared, situation, standing }: EvaluatedSituation): JudgedRelease {
  const unchanged = (name: ReleaseClass): JudgedRelease => ({ class: name, change: null });
  const { status } = standing;
  if (status === 'COMPLETED' || status === 'WITHDRAWN') return unchanged(status);
  const step = stepOf(standing, milestoneKey);
  if (!step) return unchanged('OTHER_VERSION');
  const changed = changeRelease(act, status, step, situation.now);
  if (!changed.ok) return unchanged(changed.problem.code === 'STEPS_SETTLED' ? 'SETTLED' : changed.problem.code === 'STEP_DONE' ? 'STEP_DONE' : openAs(step));
  const { value: change } = changed;
  if (change === null) return unchanged(step.released ? openAs(step) : 'UNCHANGED');
  if (act === 'HOLD') return { class: 'HELD', change };
  const then = stepOf(evaluate(prepared, withRelease(situation, milestoneKey, change)), milestoneKey)!;
  if (act === 'RESUME') return { class: then.released ? 'RESUMED_OPEN' : 'RESUMED', change };
  return { class: then.lockedBy.length > 0 ? 'RELEASED_LOCKED' : 'RELEASED', change };
}

function stepOf({ milestones }: Standing, milestoneKey: string): MilestoneStanding | undefined {
  return milestones.find(({ key }) => key === milestoneKey);
}

function openAs({ status, items }: MilestoneStanding): ReleaseClass {
  if (status === 'COMPLETED' || status === 'ELECTIVE_DONE' || status === 'WAIVED') return 'STEP_DONE';
  return items.some(({ state }) => state !== 'NOT_STARTED') ? 'BEGUN' : 'OPEN_ALREADY';
}

function withRelease(situation: Situation, milestoneKey: MilestoneKey, change: ReleaseChange): Situation {
  const { enrollment } = situation;
  const known = enrollment.stepReleases.find((step) => step.milestoneKey === milestoneKey);
  const others = enrollment.stepReleases.filter((step) => step !== known);
  return { ...situation, enrollment: { ...enrollment, stepReleases: [...others, { ...known, milestoneKey, ...change }] } };
}

/** What decides whether such an act can be taken back from one person. */
export interface ReleaseUndoSituation {
  /** Nothing was done by hand with the step since. */
  readonly latest: boolean;
  readonly plan: EnrollmentStatus;
  /** How the step stands, as far as work is concerned; null: their version does not have it any more. */
  readonly step: MilestoneStanding['status'] | null;
  /** Taking it back may close the step, because the act opened it. */
  readonly opened: boolean;
  /** The learner has seen it open. */
  readonly seen: boolean;
}

/** Classifies one person of an undo (2.0.6, 2.2): what has changed since is left alone, and what was seen or begun stays open. */
export function classifyReleaseUndo({ latest, plan, step, opened, seen }: ReleaseUndoSituation): 'TAKEN_BACK' | 'LEFT_CHANGED_SINCE' | 'LEFT_OPEN' {
  const isOver = plan !== 'NOT_STARTED' && plan !== 'IN_PROGRESS';
  if (!latest || isOver || step === null || step === 'COMPLETED' || step === 'ELECTIVE_DONE' || step === 'WAIVED') return 'LEFT_CHANGED_SINCE';
  return opened && (seen || step === 'IN_PROGRESS') ? 'LEFT_OPEN' : 'TAKEN_BACK';
}
