import { hasControlCharacters, lengthBeyond } from '../shared/text.ts';
import type { DueRule } from './plan-definition.ts';
import { PLAN_LIMITS } from './plan-limits.ts';
import type { PlanProblemPlace } from './plan-problem.ts';
import type { ReportPlanProblem } from './publish-settings.ts';

/** A name: there, on one line, not too long. */
export function checkName(name: string, limit: number, place: PlanProblemPlace, report: ReportPlanProblem): void {
  if (name.trim() === '') report('ERROR', place, 'NAME_MISSING', {});
  if (hasControlCharacters(name, 'ONE_LINE')) report('ERROR', place, 'TEXT_HAS_CONTROL_CHARACTERS', {});
  checkLength(name, limit, place, report);
}

/** A text of several lines: not too long. */
export function checkText(text: string, limit: number, place: PlanProblemPlace, report: ReportPlanProblem): void {
  if (hasControlCharacters(text, 'MANY_LINES')) report('ERROR', place, 'TEXT_HAS_CONTROL_CHARACTERS', {});
  checkLength(text, limit, place, report);
}

/** A count of days or the like: whole and within its bounds. */
export function checkWholeNumber(value: number, from: number, to: number, place: PlanProblemPlace, report: ReportPlanProblem): void {
  if (!Number.isInteger(value) || value < from || value > to) report('ERROR', place, 'NUMBER_OUT_OF_RANGE', { from, to });
}

/** The amount of a relative due date. */
export function checkDueAmount(rule: DueRule, place: PlanProblemPlace, report: ReportPlanProblem): void {
  if (rule.kind === 'RELATIVE') checkWholeNumber(rule.amount, 0, PLAN_LIMITS.days, place, report);
}

function checkLength(text: string, limit: number, place: PlanProblemPlace, report: ReportPlanProblem): void {
  const length = lengthBeyond(text, limit);
  if (length !== undefined) report('ERROR', place, 'TEXT_TOO_LONG', { limit, length });
}
