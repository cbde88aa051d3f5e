import { compareDates, type CalendarDate } from '../shared/calendar.ts';
import type { FindContent } from './credit-allocation.ts';
import { referToMilestone } from './milestone-name.ts';
import { inOrder } from './milestone-order.ts';
import type { ContentDefinition, MilestoneDefinition, PlanVersionDefinition } from './plan-definition.ts';
import type { PlanProblemPlace } from './plan-problem.ts';
import type { ReportPlanProblem } from './publish-settings.ts';

/** What is wrong with the items that milestones link; `today` as the organization has it. */
export function checkItems(plan: PlanVersionDefinition, find: FindContent, today: CalendarDate, report: ReportPlanProblem): void {
  for (const milestone of inOrder(plan.milestones)) {
    const linked = new Set<string>();
    for (const { learningObjectId, mandatory } of milestone.items) {
      const place: PlanProblemPlace = { step: 'CONTENT', milestoneKey: milestone.key, learningObjectId };
      const content = find(learningObjectId);
      if (content === undefined) {
        report('ERROR', place, 'ITEM_UNKNOWN', { milestone: referToMilestone(milestone) });
        continue;
      }
      const names = { milestone: referToMilestone(milestone), item: content.name };
      if (linked.has(learningObjectId)) report('ERROR', place, 'DUPLICATED_ITEM', names);
      linked.add(learningObjectId);
      if (content.status !== 'ACTIVE') report('ERROR', place, 'ITEM_NOT_ACTIVE', names);
      if (content.kind === 'ACTIVITY' && milestone.metric === 'CREDITS') report('ERROR', place, 'ACTIVITY_IN_CREDITS', names);
      if (isCompletedByHandOnly(content)) report('WARNING', place, 'COURSE_WITHOUT_MODULES', names);
      checkExpiry(content.expiresOn ?? null, mandatory, fixedDue(milestone, plan), today, (severity, code, dates) =>
        report(severity, place, code, { ...names, ...dates }));
    }
  }
}

/** Nothing that a learner could do by themselves completes it (X24). */
function isCompletedByHandOnly({ kind, moduleIds = [], sessionIds = [] }: ContentDefinition): boolean {
  return kind === 'COURSE' && moduleIds.length === 0 && sessionIds.length === 0;
}

/** The day on which a milestone is due for everybody, if there is such a day. */
function fixedDue(milestone: MilestoneDefinition, plan: PlanVersionDefinition): CalendarDate | null {
  if (milestone.dueRule?.kind === 'FIXED') return milestone.dueRule.date;
  return plan.dueRule?.kind === 'FIXED' ? plan.dueRule.date : null;
}

type ReportExpiry = {
  (severity: 'ERROR' | 'WARNING', code: 'ITEM_EXPIRED', dates: { expiredOn: string }): void;
  (severity: 'WARNING', code: 'ITEM_EXPIRES_BEFORE_DUE', dates: { expiresOn: string; due: string }): void;
};

function checkExpiry(expiresOn: CalendarDate | null, mandatory: boolean, due: CalendarDate | null, today: CalendarDate, report: ReportExpiry): void {
  if (expiresOn === null) return;
  if (compareDates(expiresOn, today) < 0) report(mandatory ? 'ERROR' : 'WARNING', 'ITEM_EXPIRED', { expiredOn: expiresOn });
  else if (due !== null && compareDates(expiresOn, due) < 0) report('WARNING', 'ITEM_EXPIRES_BEFORE_DUE', { expiresOn, due });
}
