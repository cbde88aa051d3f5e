import { compareDates, compareInstants, dateIn, type CalendarDate, type Instant } from '../shared/calendar.ts';
import type { DueRule } from '../learning-plans/plan-definition.ts';
import { PLAN_LIMITS } from '../learning-plans/plan-limits.ts';
import { sayMessage, type Catalog, type Language } from '../shared/message.ts';
import { lengthBeyond } from '../shared/text.ts';
import type { AssignmentDefinition, AssignmentProblem, AssignmentProblemShapes } from './assignment.ts';

/** How large an assignment may be. */
export const ASSIGNMENT_LIMITS = { name: 200, targets: 100 } as const;

/** All that is wrong with an assignment before it is previewed; today is meant in the organization's zone. */
export function checkAssignment(
  definition: AssignmentDefinition,
  { now, zone }: { readonly now: Instant; readonly zone: string },
): readonly AssignmentProblem[] {
  const problems: AssignmentProblem[] = [];
  const report: Report = (field, code, params) => problems.push({ field, code, params } as AssignmentProblem);
  checkName(definition.name, report);
  checkTargets(definition.targets, report);
  if (definition.startsAt != null && compareInstants(definition.startsAt, now) < 0) report('startsAt', 'STARTS_IN_PAST', {});
  const start = definition.startsAt == null ? undefined : dateIn(definition.startsAt, zone);
  if (definition.dueRule != null) checkDue(definition.dueRule, 'dueRule', dateIn(now, zone), start, report);
  const keys = new Set<string>();
  for (const { milestoneKey, dueRule } of definition.milestoneDueRules ?? []) {
    if (keys.has(milestoneKey)) report(`milestoneDueRules.${milestoneKey}`, 'DUPLICATED_MILESTONE_DUE', {});
    keys.add(milestoneKey);
    checkDue(dueRule, `milestoneDueRules.${milestoneKey}`, dateIn(now, zone), start, report);
  }
  return problems;
}

type Report = <Code extends keyof AssignmentProblemShapes>(field: string, code: Code, params: AssignmentProblemShapes[Code]) => void;

function checkName(name: string, report: Report): void {
  if (name.trim() === '') report('name', 'NAME_MISSING', {});
  const length = lengthBeyond(name, ASSIGNMENT_LIMITS.name);
  if (length !== undefined) report('name', 'NAME_TOO_LONG', { limit: ASSIGNMENT_LIMITS.name, length });
}

function checkTargets(targets: AssignmentDefinition['targets'], report: Report): void {
  if (targets.length === 0) report('targets', 'NO_TARGET', {});
  if (targets.length > ASSIGNMENT_LIMITS.targets) report('targets', 'TOO_MANY_TARGETS', { limit: ASSIGNMENT_LIMITS.targets });
  const ids = targets.map((target) => (target.kind === 'PLAN' ? `plan ${target.planId}` : `object ${target.learningObjectId}`));
  if (new Set(ids).size < ids.length) report('targets', 'DUPLICATED_TARGET', {});
}

function checkDue(rule: DueRule, field: string, today: CalendarDate, start: CalendarDate | undefined, report: Report): void {
  if (rule.kind === 'RELATIVE') {
    const isCountable = Number.isInteger(rule.amount) && rule.amount >= 0 && rule.amount <= PLAN_LIMITS.days;
    if (!isCountable) report(field, 'DUE_AMOUNT_OUT_OF_RANGE', { from: 0, to: PLAN_LIMITS.days });
    if (rule.anchor === 'PREVIOUS_STEP' && field === 'dueRule') report(field, 'DUE_COUNTED_FROM_PREVIOUS_STEP', {});
  }
  if (rule.kind !== 'FIXED') return;
  const due = rule.date;
  if (compareDates(due, today) < 0) report(field, 'DUE_IN_PAST', { due });
  else if (start !== undefined && compareDates(due, start) < 0) report(field, 'DUE_BEFORE_START', { due, start });
}

/** What is wrong with an assignment, in words. */
export const assignmentProblemCatalog: Catalog<AssignmentProblemShapes> = {
  NAME_MISSING: { en: () => 'Give the assignment a name.', 'zh-CN': () => '请填写指派名称。' },
  NAME_TOO_LONG: {
    en: (p, say) => `Shorten the name to ${say.number(p.limit)} characters; it has ${say.number(p.length)}.`,
    'zh-CN': (p, say) => `请将名称缩短到${say.number(p.limit)}个字符以内，现有${say.number(p.length)}个。`,
  },
  NO_TARGET: { en: () => 'Choose what to assign.', 'zh-CN': () => '请选择要指派的内容。' },
  TOO_MANY_TARGETS: { en: (p, say) => `Assign ${say.number(p.limit)} things at most at a time.`, 'zh-CN': (p, say) => `一次最多指派${say.number(p.limit)}项。` },
  DUPLICATED_TARGET: { en: () => 'The same thing is chosen twice.', 'zh-CN': () => '重复选择了同一项内容。' },
  DUE_IN_PAST: { en: (p, say) => `The due date ${say.date(p.due)} has passed.`, 'zh-CN': (p, say) => `截止日期${say.date(p.due)}已过。` },
  DUE_BEFORE_START: {
    en: (p, say) => `It would be due on ${say.date(p.due)}, before it starts on ${say.date(p.start)}.`,
    'zh-CN': (p, say) => `截止日期${say.date(p.due)}早于开始日期${say.date(p.start)}。`,
  },
  DUE_AMOUNT_OUT_OF_RANGE: {
    en: (p, say) => `Enter a whole number from ${say.number(p.from)} to ${say.number(p.to)}.`,
    'zh-CN': (p, say) => `请输入${say.number(p.from)}到${say.number(p.to)}之间的整数。`,
  },
  DUE_COUNTED_FROM_PREVIOUS_STEP: { en: () => 'Only the due date of a milestone can be counted from the previous step.', 'zh-CN': () => '只有里程碑的截止日期可以从上一步骤起算。' },
  DUPLICATED_MILESTONE_DUE: { en: () => 'This milestone has two due dates.', 'zh-CN': () => '此里程碑有两个截止日期。' },
  STARTS_IN_PAST: { en: () => 'The start has passed. Leave it empty to start at once.', 'zh-CN': () => '开始时间已过。如需立即开始，请留空。' },
};

/** A problem of an assignment in words. */
export function sayAssignmentProblem(problem: AssignmentProblem, language: Language): string {
  return sayMessage(assignmentProblemCatalog, problem, language);
}
