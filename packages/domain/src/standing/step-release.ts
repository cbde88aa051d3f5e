import { addDays, compareInstants, dateIn, type CalendarDate } from '../shared/calendar.ts';
import type { PreparedMilestone } from './prepare-definition.ts';
import type { Situation, StepRelease } from './standing-input.ts';

/** Whether and when a step opens (C3, C16). */
export interface Release {
  readonly released: boolean;
  /** The day on which it opens or opened; null: not known yet, or by hand. */
  readonly opensOn: CalendarDate | null;
  readonly held: boolean;
}

/** What a step that waits for the one before it looks at: the nearest earlier required step. */
export interface PreviousStep {
  readonly opensOn: CalendarDate | null;
  readonly waivedOn: CalendarDate | null;
  /** Met or waived, whichever was first. */
  readonly satisfiedOn: CalendarDate | null;
}

/** Decides one step; `previous` is null for the first, which then counts from the enrollment. */
export function releaseStep({ definition }: PreparedMilestone, situation: Situation, previous: PreviousStep | null, today: CalendarDate): Release {
  const byHand = situation.enrollment.stepReleases.find((step) => step.milestoneKey === definition.key);
  const scheduled = scheduledDay(definition.releaseRule ?? { kind: 'IMMEDIATE' }, situation.enrollment.enrolledOn, previous);
  const openedByHand = byHand === undefined ? null : openedOn(byHand, situation);
  if (openedByHand !== null) {
    const opensOn = scheduled !== null && scheduled < openedByHand ? scheduled : openedByHand;
    return { released: true, opensOn, held: false };
  }
  if (byHand?.heldAt != null && compareInstants(byHand.heldAt, situation.now) <= 0) return { released: false, opensOn: null, held: true };
  return { released: scheduled !== null && scheduled <= today, opensOn: scheduled, held: false };
}

/** The day on which a step was opened by hand or is known to have been open, because it was seen. */
function openedOn(step: StepRelease, { person, now }: Situation): CalendarDate | null {
  const moments = [step.releasedAt, step.seenAt].filter((moment) => moment != null && compareInstants(moment, now) <= 0);
  const days = moments.map((moment) => dateIn(moment as NonNullable<typeof moment>, person.zone)).sort();
  return days[0] ?? null;
}

function scheduledDay(rule: NonNullable<PreparedMilestone['definition']['releaseRule']>, enrolledOn: CalendarDate, previous: PreviousStep | null): CalendarDate | null {
  switch (rule.kind) {
    case 'IMMEDIATE': return enrolledOn;
    case 'ON': return rule.date;
    case 'AFTER_ENROLLMENT': return addDays(enrolledOn, rule.days);
    case 'AFTER_PREVIOUS_RELEASED': return after(previous === null ? enrolledOn : firstOf(previous.opensOn, previous.waivedOn), rule.days);
    case 'AFTER_PREVIOUS_COMPLETED': return after(previous === null ? enrolledOn : previous.satisfiedOn, rule.days);
    case 'MANUAL': return null;
  }
}

/** A step that was waived before it opened counts as open from the waiver on. */
function firstOf(a: CalendarDate | null, b: CalendarDate | null): CalendarDate | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

function after(day: CalendarDate | null, days: number): CalendarDate | null {
  return day === null ? null : addDays(day, days);
}
