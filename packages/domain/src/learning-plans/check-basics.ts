import { compareDates, compareInstants, dateIn } from '../shared/calendar.ts';
import { checkDueAmount, checkName, checkText, checkWholeNumber } from './check-fields.ts';
import type { PlanCover, PlanVersionDefinition } from './plan-definition.ts';
import { PLAN_LIMITS } from './plan-limits.ts';
import type { PlanProblemPlace } from './plan-problem.ts';
import type { PublishSettings, ReportPlanProblem } from './publish-settings.ts';

const at = (field: string): PlanProblemPlace => ({ step: 'BASICS', field });

/** What is wrong in the first step: name, period, due date, registration. */
export function checkBasics(plan: PlanVersionDefinition, settings: PublishSettings, report: ReportPlanProblem): void {
  checkName(plan.name, PLAN_LIMITS.name, at('name'), report);
  checkText(plan.description, PLAN_LIMITS.description, at('description'), report);
  if (plan.cover != null) checkCover(plan.cover, report);
  checkWholeNumber(plan.graceDays, 0, PLAN_LIMITS.days, at('graceDays'), report);
  if (plan.minimumDays != null) checkWholeNumber(plan.minimumDays, 0, PLAN_LIMITS.days, at('minimumDays'), report);
  if (plan.lookback.kind === 'WITHIN_DAYS') checkWholeNumber(plan.lookback.days, 0, PLAN_LIMITS.days, at('lookback'), report);
  if (plan.autoRegister && plan.registrationType !== 'ENFORCED') report('ERROR', at('autoRegister'), 'AUTO_REGISTER_WITHOUT_ENFORCED', {});
  checkValidity(plan, report);
  checkPeriod(plan, settings, report);
  checkPlanDue(plan, settings, report);
}

function checkCover({ alt }: PlanCover, report: ReportPlanProblem): void {
  if (alt.trim() === '') report('ERROR', at('cover'), 'COVER_WITHOUT_TEXT', {});
  checkText(alt, PLAN_LIMITS.coverAlt, at('cover'), report);
}

function checkValidity({ validity }: PlanVersionDefinition, report: ReportPlanProblem): void {
  if (validity?.kind === 'DURATION') checkWholeNumber(validity.amount, 1, PLAN_LIMITS.days, at('validity'), report);
  if (validity?.kind === 'END_OF_MONTH') checkWholeNumber(validity.months, 0, PLAN_LIMITS.days, at('validity'), report);
}

function checkPeriod({ startsAt, endsAt }: PlanVersionDefinition, { now }: PublishSettings, report: ReportPlanProblem): void {
  if (endsAt == null) return;
  if (startsAt != null && compareInstants(endsAt, startsAt) <= 0) report('ERROR', at('endsAt'), 'ENDS_BEFORE_START', {});
  if (compareInstants(endsAt, now) <= 0) report('ERROR', at('endsAt'), 'ALREADY_ENDED', {});
}

function checkPlanDue(plan: PlanVersionDefinition, { now, zone, firstVersion }: PublishSettings, report: ReportPlanProblem): void {
  const { dueRule: rule, startsAt, endsAt } = plan;
  if (rule == null) return;
  checkDueAmount(rule, at('dueRule'), report);
  if (rule.kind === 'RELATIVE' && rule.anchor === 'PREVIOUS_STEP') report('ERROR', at('dueRule'), 'PREVIOUS_STEP_ON_PLAN', {});
  if (rule.kind !== 'FIXED') return;
  const due = rule.date;
  // A new version of a plan that has run for a while may well keep the date that has passed.
  if (compareDates(due, dateIn(now, zone)) < 0) report(firstVersion ? 'ERROR' : 'WARNING', at('dueRule'), 'DUE_IN_PAST', { due });
  const start = startsAt == null ? undefined : dateIn(startsAt, zone);
  if (start !== undefined && compareDates(due, start) < 0) report('ERROR', at('dueRule'), 'DUE_BEFORE_START', { due, start });
  const end = endsAt == null ? undefined : dateIn(endsAt, zone);
  if (end !== undefined && compareDates(due, end) > 0) report('WARNING', at('dueRule'), 'DUE_AFTER_END', { due, end });
}
