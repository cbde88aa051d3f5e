import { compareDates } from '../shared/calendar.ts';
import { compareDecimals, decimal, isWhole, ZERO } from '../shared/decimal.ts';
import { checkDueAmount, checkName, checkText, checkWholeNumber } from './check-fields.ts';
import type { FindContent } from './credit-allocation.ts';
import { referToMilestone } from './milestone-name.ts';
import { inOrder, isElective } from './milestone-order.ts';
import type { DueRule, MilestoneDefinition, PlanVersionDefinition } from './plan-definition.ts';
import { PLAN_LIMITS } from './plan-limits.ts';
import type { PlanProblemPlace } from './plan-problem.ts';
import type { ReportPlanProblem } from './publish-settings.ts';

/** What is wrong with single milestones: their texts, requirements, dates and releases. */
export function checkMilestones(plan: PlanVersionDefinition, find: FindContent, report: ReportPlanProblem): void {
  const keys = new Set<string>();
  let isFirstStep = true;
  for (const milestone of inOrder(plan.milestones)) {
    const at = (field: string): PlanProblemPlace => ({ step: 'CONTENT', milestoneKey: milestone.key, field });
    if (keys.has(milestone.key)) report('ERROR', at('key'), 'DUPLICATED_MILESTONE_KEY', { milestone: referToMilestone(milestone) });
    keys.add(milestone.key);
    checkName(milestone.name, PLAN_LIMITS.milestoneName, at('name'), report);
    checkText(milestone.description, PLAN_LIMITS.milestoneDescription, at('description'), report);
    checkUnits(milestone, at, report);
    checkDue(milestone, plan, isFirstStep, at('dueRule'), report);
    checkRelease(milestone, isFirstStep, at('releaseRule'), report);
    if (isElective(milestone) && milestone.items.length === 0) report('WARNING', at('items'), 'NO_ITEMS', { milestone: referToMilestone(milestone) });
    if (!isElective(milestone)) isFirstStep = false;
  }
  checkCertification(plan, find, report);
}

function checkUnits(milestone: MilestoneDefinition, at: (field: string) => PlanProblemPlace, report: ReportPlanProblem): void {
  const { metric, units, creditType } = milestone;
  const name = referToMilestone(milestone);
  if (creditType != null && metric !== 'CREDITS') report('ERROR', at('creditType'), 'CREDIT_TYPE_WITHOUT_CREDITS', { milestone: name });
  if (metric === 'NONE') {
    if (units != null) report('ERROR', at('units'), 'UNITS_ON_ELECTIVE', { milestone: name });
    return;
  }
  if (units == null) return report('ERROR', at('units'), 'UNITS_MISSING', { milestone: name });
  if (compareDecimals(units, ZERO) <= 0) report('ERROR', at('units'), 'UNITS_NOT_POSITIVE', { milestone: name });
  if (metric === 'SESSIONS' && !isWhole(units)) report('ERROR', at('units'), 'UNITS_NOT_WHOLE', { milestone: name });
  const limit = decimal(metric === 'SESSIONS' ? PLAN_LIMITS.sessions : PLAN_LIMITS.credits);
  if (compareDecimals(units, limit) > 0) report('ERROR', at('units'), 'UNITS_TOO_LARGE', { milestone: name, limit });
}

function checkDue(
  milestone: MilestoneDefinition,
  plan: PlanVersionDefinition,
  isFirstStep: boolean,
  place: PlanProblemPlace,
  report: ReportPlanProblem,
): void {
  const { dueRule: rule } = milestone;
  const name = referToMilestone(milestone);
  if (rule == null) return;
  checkDueAmount(rule, place, report);
  if (isFirstStep && rule.kind === 'RELATIVE' && rule.anchor === 'PREVIOUS_STEP') report('ERROR', place, 'PREVIOUS_STEP_ON_FIRST', { milestone: name });
  const planRule = plan.dueRule;
  if (planRule == null) return;
  if (rule.kind === 'FIXED' && planRule.kind === 'FIXED' && compareDates(rule.date, planRule.date) > 0) {
    report('WARNING', place, 'MILESTONE_DUE_AFTER_PLAN', { milestone: name, due: rule.date, planDue: planRule.date });
  }
  if (isLongerTerm(rule, planRule)) report('WARNING', place, 'MILESTONE_TERM_LONGER_THAN_PLAN', { milestone: name });
}

/** Whether a term ends later than another that is counted from the same day, whichever day that is. */
function isLongerTerm(rule: DueRule, other: DueRule): boolean {
  if (rule.kind !== 'RELATIVE' || other.kind !== 'RELATIVE' || rule.anchor !== other.anchor) return false;
  return shortestDays(rule.unit, rule.amount) > longestDays(other.unit, other.amount)
    || (rule.unit === other.unit && rule.amount > other.amount);
}

const SHORTEST = { DAYS: 1, WEEKS: 7, MONTHS: 28 } as const;
const LONGEST = { DAYS: 1, WEEKS: 7, MONTHS: 31 } as const;

function shortestDays(unit: keyof typeof SHORTEST, amount: number): number {
  return SHORTEST[unit] * amount;
}

function longestDays(unit: keyof typeof LONGEST, amount: number): number {
  return LONGEST[unit] * amount;
}

function checkRelease(milestone: MilestoneDefinition, isFirstStep: boolean, place: PlanProblemPlace, report: ReportPlanProblem): void {
  const { releaseRule: rule } = milestone;
  if (rule == null) return;
  if ('days' in rule) checkWholeNumber(rule.days, 0, PLAN_LIMITS.days, place, report);
  const followsPrevious = rule.kind === 'AFTER_PREVIOUS_RELEASED' || rule.kind === 'AFTER_PREVIOUS_COMPLETED';
  if (isFirstStep && followsPrevious) report('ERROR', place, 'RELEASE_AFTER_PREVIOUS_ON_FIRST', { milestone: referToMilestone(milestone) });
}

function checkCertification(plan: PlanVersionDefinition, find: FindContent, report: ReportPlanProblem): void {
  const hasCourse = plan.milestones.some(({ items }) => items.some((item) => find(item.learningObjectId)?.kind === 'COURSE'));
  if (plan.preset === 'CERTIFICATION_PLAN' && !hasCourse) report('ERROR', { step: 'CONTENT' }, 'CERTIFICATION_WITHOUT_COURSE', {});
}
