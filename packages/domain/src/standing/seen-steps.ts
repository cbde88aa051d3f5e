import { dateIn, type Instant } from '../shared/calendar.ts';
import type { MilestoneKey } from '../shared/ids.ts';
import type { Standing } from './standing.ts';
import type { Situation } from './standing-input.ts';

/** A step that its learner has seen open; of the moment only the day matters, where they are. */
export interface SeenStep {
  readonly milestoneKey: MilestoneKey;
  readonly seenAt: Instant;
}

/** The same situation of somebody who has seen steps. */
export function withSeenSteps(situation: Situation, seen: readonly SeenStep[]): Situation {
  if (seen.length === 0) return situation;
  const { enrollment } = situation;
  const seenAt = new Map(seen.map((step) => [step.milestoneKey, step.seenAt]));
  const known = enrollment.stepReleases.map((step) => ({ ...step, seenAt: seenAt.get(step.milestoneKey) ?? null }));
  const others = seen.filter(({ milestoneKey }) => enrollment.stepReleases.every((step) => step.milestoneKey !== milestoneKey));
  return { ...situation, enrollment: { ...enrollment, stepReleases: [...known, ...others] } };
}

/**
 * Whether a standing that was found without it stays the same for somebody who has seen steps: what they saw is open all the same, and was on the day on which they saw
 * it. So it is, unless a step was held or its schedule moved after it was seen (2.2). People who looked on different days are alike then.
 *
 * @param zone IANA, the person's
 */
export function isOpenUnseen({ milestones }: Pick<Standing, 'milestones'>, seen: readonly SeenStep[], zone: string): boolean {
  return seen.every(({ milestoneKey, seenAt }) => {
    const step = milestones.find(({ key }) => key === milestoneKey);
    return step === undefined || (step.released && step.opensOn !== null && step.opensOn <= dateIn(seenAt, zone));
  });
}
