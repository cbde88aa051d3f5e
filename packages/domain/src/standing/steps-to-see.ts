import type { CalendarDate } from '../shared/calendar.ts';
import type { MilestoneStanding } from './standing.ts';

/** A step that a learner sees, or a day on which more opens. */
export type StepToSee = { readonly step: MilestoneStanding } | { readonly opensOn: CalendarDate };

/**
 * What a learner sees of the steps of their plan, in order: of those that they are not to know yet the days on which they open, once each whatever they bring, and
 * nothing of those without a day (C4, C19, X6).
 */
export function stepsToSee(milestones: readonly MilestoneStanding[]): readonly StepToSee[] {
  const days = new Set<CalendarDate>();
  return milestones.flatMap((step): StepToSee[] => {
    if (!step.titleHidden) return [{ step }];
    const { opensOn } = step;
    if (opensOn === null || days.has(opensOn)) return [];
    days.add(opensOn);
    return [{ opensOn }];
  });
}
