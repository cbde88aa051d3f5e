import { dateIn } from '../shared/calendar.ts';
import { lengthBeyond } from '../shared/text.ts';
import { checkBasics } from './check-basics.ts';
import { checkItems } from './check-items.ts';
import { checkMilestones } from './check-milestones.ts';
import { checkReachable } from './check-reachable.ts';
import type { FindContent } from './credit-allocation.ts';
import { isElective } from './milestone-order.ts';
import type { ContentDefinition, PlanVersionDefinition } from './plan-definition.ts';
import { PLAN_LIMITS } from './plan-limits.ts';
import type { PlanProblem } from './plan-problem.ts';
import { collectPlanProblems, type PublishSettings, type ReportPlanProblem } from './publish-settings.ts';

/**
 * All that is wrong with a plan, in the order of the editor's steps (2.1, checks on publish). It may be published
 * when no problem has the severity ERROR. `contents` holds the learning objects that it links.
 */
export function checkPlanForPublishing(
  plan: PlanVersionDefinition,
  contents: readonly ContentDefinition[],
  settings: PublishSettings,
): readonly PlanProblem[] {
  const { problems, report } = collectPlanProblems();
  checkBasics(plan, settings, report);
  checkTerm(settings, report);
  if (isOfCheckableSize(plan, report)) {
    const byId = new Map<string, ContentDefinition>(contents.map((content) => [content.id, content]));
    const find: FindContent = (id) => byId.get(id);
    const today = dateIn(settings.now, settings.zone);
    checkMilestones(plan, find, report);
    checkItems(plan, find, today, report);
    checkReachable(plan, find, today, report);
  }
  checkVisibility(plan, settings, report);
  if (settings.collaborationAllowed && settings.ownerId === null) {
    report('WARNING', { step: 'COLLABORATION', field: 'ownerId' }, 'COLLABORATION_WITHOUT_OWNER', {});
  }
  return problems;
}

/** Whether a plan may be published in spite of what was found. */
export function mayPublish(problems: readonly PlanProblem[]): boolean {
  return problems.every((problem) => problem.severity === 'WARNING');
}

/** Whether the organization's own word for a learning plan fits: at most 20 characters as a reader sees them (L6). */
export function isPlanTermTooLong(term: string): boolean {
  return lengthBeyond(term, PLAN_LIMITS.planTerm) !== undefined;
}

function checkTerm({ planTerm }: PublishSettings, report: ReportPlanProblem): void {
  const limit = PLAN_LIMITS.planTerm;
  const length = planTerm === null ? undefined : lengthBeyond(planTerm, limit);
  if (length !== undefined) report('ERROR', { step: 'BASICS', field: 'planTerm' }, 'PLAN_TERM_TOO_LONG', { limit, length });
}

/** A plan beyond the limits is not looked into: the answer would be longer than the question. */
function isOfCheckableSize(plan: PlanVersionDefinition, report: ReportPlanProblem): boolean {
  const at = { step: 'CONTENT', field: 'milestones' } as const;
  const milestones = plan.milestones.length;
  const items = plan.milestones.reduce((sum, milestone) => sum + milestone.items.length, 0);
  if (milestones > PLAN_LIMITS.milestones) report('ERROR', at, 'TOO_MANY_MILESTONES', { limit: PLAN_LIMITS.milestones, count: milestones });
  if (items > PLAN_LIMITS.items) report('ERROR', at, 'TOO_MANY_ITEMS', { limit: PLAN_LIMITS.items, count: items });
  if (milestones === 0) report('ERROR', at, 'NO_MILESTONE', {});
  else if (plan.milestones.every(isElective)) {
    if (plan.certificateTemplateId == null) report('WARNING', at, 'NO_REQUIRED_MILESTONE', {});
    else report('ERROR', at, 'CERTIFICATE_WITHOUT_REQUIRED_MILESTONE', {});
  }
  return milestones <= PLAN_LIMITS.milestones && items <= PLAN_LIMITS.items;
}

function checkVisibility(plan: PlanVersionDefinition, settings: PublishSettings, report: ReportPlanProblem): void {
  if (settings.showAddToMyPlans && plan.registrationType === 'ENFORCED') {
    report('ERROR', { step: 'VISIBLE_RANGE', field: 'showAddToMyPlans' }, 'ADD_BUTTON_WITH_ENFORCED', {});
  }
  const nobodyFinds = settings.visibleRange === null && !settings.inCatalog;
  if (settings.displayOnFrontEnd && nobodyFinds) {
    report('WARNING', { step: 'VISIBLE_RANGE', field: 'visibleRange' }, 'VISIBLE_RANGE_MISSING', {});
  }
}
