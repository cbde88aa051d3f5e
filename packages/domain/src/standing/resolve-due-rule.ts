import type { DueAnchor, DueRule } from '../learning-plans/plan-definition.ts';
import { addDays, addMonths, addWeeks, type CalendarDate } from '../shared/calendar.ts';

/** The days that a relative due date can be counted from; null: has not happened, or nobody knows. */
export interface DueAnchors {
  readonly enrolledOn: CalendarDate;
  readonly assignedOn: CalendarDate | null;
  readonly firstSignInOn: CalendarDate | null;
  readonly hiredOn: CalendarDate | null;
  /** When the previous required step was met or waived; undefined where there is no previous step. */
  readonly previousStepOn: CalendarDate | null | undefined;
}

/** What a due rule comes to for one person. */
export type ResolvedDue =
  | { readonly kind: 'DATE'; readonly date: CalendarDate }
  /** It is counted from something that will happen: no exception, "starts when …". */
  | { readonly kind: 'AWAITING'; readonly anchor: DueAnchor }
  /** It is counted from something that nobody knows. */
  | { readonly kind: 'UNKNOWN' }
  | { readonly kind: 'NONE' };

/** Resolves a rule to a day (2.4). */
export function resolveDueRule(rule: DueRule, anchors: DueAnchors): ResolvedDue {
  if (rule.kind === 'NONE') return { kind: 'NONE' };
  if (rule.kind === 'FIXED') return { kind: 'DATE', date: rule.date };
  const from = anchorDay(rule.anchor, anchors);
  if (from === undefined) return { kind: 'UNKNOWN' };
  if (from === null) return { kind: 'AWAITING', anchor: rule.anchor };
  return { kind: 'DATE', date: daysAfter(from, rule) };
}

/** Null: not happened yet. Undefined: unknown. */
function anchorDay(anchor: DueAnchor, anchors: DueAnchors): CalendarDate | null | undefined {
  switch (anchor) {
    case 'ENROLLED': return anchors.enrolledOn;
    case 'ASSIGNED': return anchors.assignedOn;
    case 'FIRST_SIGN_IN': return anchors.firstSignInOn;
    case 'HIRE_DATE': return anchors.hiredOn ?? undefined;
    case 'PREVIOUS_STEP': return anchors.previousStepOn;
  }
}

function daysAfter(from: CalendarDate, { amount, unit }: Extract<DueRule, { kind: 'RELATIVE' }>): CalendarDate {
  switch (unit) {
    case 'DAYS': return addDays(from, amount);
    case 'WEEKS': return addWeeks(from, amount);
    case 'MONTHS': return addMonths(from, amount);
  }
}
