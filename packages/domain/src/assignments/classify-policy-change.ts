import type { CalendarDate } from '../shared/calendar.ts';
import type { Standing } from '../standing/standing.ts';

/** What another policy comes to for an enrollment (2.4). */
export type PolicyChangeClass = 'EARLIER' | 'LATER' | 'DATED' | 'UNDATED' | 'MILESTONES_ONLY' | 'SAME';

/** What another policy does to the dates of one enrollment. */
export interface PolicyChange {
  readonly class: PolicyChangeClass;
  /** The last day of the plan, before and afterwards. */
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
}

/** Compares the standings of one enrollment under two policies. An earlier date is told before all else: nobody's time is shortened silently. */
export function classifyPolicyChange(before: Standing, after: Standing): PolicyChange {
  const [from, to] = [before.effectiveDue?.date ?? null, after.effectiveDue?.date ?? null];
  return { class: from === to ? ofMilestones(before, after) : ofPlan(from, to), from, to };
}

function ofPlan(from: CalendarDate | null, to: CalendarDate | null): PolicyChangeClass {
  if (from === null) return 'DATED';
  if (to === null) return 'UNDATED';
  return to < from ? 'EARLIER' : 'LATER';
}

function ofMilestones(before: Standing, after: Standing): PolicyChangeClass {
  const moved = before.milestones.some((milestone, index) => (milestone.effectiveDue?.date ?? null) !== (after.milestones[index]?.effectiveDue?.date ?? null));
  return moved ? 'MILESTONES_ONLY' : 'SAME';
}
