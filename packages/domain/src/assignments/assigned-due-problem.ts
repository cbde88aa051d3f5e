import type { DueRule } from '../learning-plans/plan-definition.ts';
import { addDays, type CalendarDate } from '../shared/calendar.ts';
import { isUnrealistic } from '../standing/effective-due.ts';
import { resolveDueRule, type ResolvedDue } from '../standing/resolve-due-rule.ts';
import type { DueProblem } from '../standing/standing.ts';

/** What of a person decides about the date that an assignment would give. */
export interface AssignedDueFacts {
  /** The day that the rule is counted from, for this person; null: nobody knows it, or it has not happened yet. */
  readonly anchorOn: CalendarDate | null;
  /** In the zone of the person. */
  readonly today: CalendarDate;
}

/** Days beyond the plan's least time that a realistic date leaves (2.4). */
const SPARE_DAYS = 7;

/** What is wrong with the date that an assignment would give a person today (2.4): applied all the same, and put in the exception inbox. */
export function assignedDueProblem(rule: DueRule | null, facts: AssignedDueFacts, minimumDays: number): DueProblem | null {
  const due = resolve(rule, facts);
  if (due.kind === 'UNKNOWN') return 'UNKNOWN_ANCHOR';
  return due.kind === 'DATE' && isUnrealistic(due.date, facts.today, minimumDays) ? 'UNREALISTIC' : null;
}

/** A date that leaves enough time from a day on: the plan's least time and a week (2.4). */
export function realisticDue(today: CalendarDate, minimumDays: number): CalendarDate {
  return addDays(today, minimumDays + SPARE_DAYS);
}

function resolve(rule: DueRule | null, { anchorOn, today }: AssignedDueFacts): ResolvedDue {
  if (rule === null) return { kind: 'NONE' };
  return resolveDueRule(rule, { enrolledOn: anchorOn ?? today, assignedOn: today, firstSignInOn: anchorOn, hiredOn: anchorOn, previousStepOn: undefined });
}
