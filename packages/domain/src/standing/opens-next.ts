import { earliest, startOfDay, type Instant } from '../shared/calendar.ts';
import type { MilestoneDefinition } from '../learning-plans/plan-definition.ts';
import type { Situation } from './standing-input.ts';
import { isOpenStatus, type MilestoneStanding, type Standing } from './standing.ts';

/**
 * When the next step opens by its schedule, as far as that is known: at the beginning of its day where the person is (C3, C16). Null: none does, or the plan is over.
 *
 * @param zone IANA, the person's
 */
export function opensNextAt({ status, milestones }: Pick<Standing, 'status' | 'milestones'>, zone: string): Instant | null {
  if (!isOpenStatus(status)) return null;
  const day = earliest(milestones.flatMap((step) => (step.status === 'NOT_RELEASED' && step.opensOn !== null ? [step.opensOn] : [])));
  return day === undefined ? null : startOfDay(day, zone);
}

/**
 * Which of the steps that were not open have opened for a person, by their schedule or by hand: those that can be begun. What is done already, or waits for
 * earlier steps by the order, is nothing to be told of, nor is anything of a plan that is over.
 *
 * @param waited the keys of the steps that were not open
 */
export function openedSteps({ status, milestones }: Pick<Standing, 'status' | 'milestones'>, waited: readonly string[]): readonly MilestoneStanding[] {
  if (!isOpenStatus(status)) return [];
  return milestones.filter((step) => waited.includes(step.key) && (step.status === 'AVAILABLE' || step.status === 'IN_PROGRESS'));
}

/** Whether a step that opened by a schedule or by hand has not been seen by its learner: once seen, it stays open whatever its schedule becomes (2.2). */
export function isUnseen({ key, released }: Pick<MilestoneStanding, 'key' | 'released'>, { releaseRule }: Pick<MilestoneDefinition, 'releaseRule'>, { enrollment }: Situation): boolean {
  if (!released || (releaseRule ?? { kind: 'IMMEDIATE' }).kind === 'IMMEDIATE') return false;
  return enrollment.stepReleases.every((step) => step.milestoneKey !== key || step.seenAt == null);
}
