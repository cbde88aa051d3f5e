import { compareDecimals } from '../shared/decimal.ts';
import { inOrder, isElective } from './milestone-order.ts';
import type { MilestoneDefinition, PlanVersionDefinition } from './plan-definition.ts';

/**
 * What a version asks beyond one that somebody has completed: its new and raised milestones, and nothing else (V5, X20). Raised is what
 * somebody may lack who met the milestone as it was: more units, another metric or credit, a mandatory item more, or an item less to meet it by.
 * The first milestone waits for none before it.
 *
 * @returns null: nothing that is required is new or raised, so that nobody who completed the one is asked anything by the other
 */
export function deltaVersion(completed: PlanVersionDefinition, next: PlanVersionDefinition): PlanVersionDefinition | null {
  const known = new Map(completed.milestones.map((milestone) => [milestone.key, milestone]));
  const asked = inOrder(next.milestones).filter((milestone) => {
    const before = known.get(milestone.key);
    return before === undefined || isRaised(before, milestone);
  });
  const first = asked.findIndex((milestone) => !isElective(milestone));
  if (first < 0) return null;
  return { ...next, delta: true, milestones: asked.map((milestone, position) => ({ ...(position <= first ? withoutPrevious(milestone) : milestone), position })) };
}

/** Whether somebody who met a milestone may lack something that it asks in a later version. What is elective asks for nothing. */
export function isRaised(before: MilestoneDefinition, after: MilestoneDefinition): boolean {
  if (isElective(after)) return false;
  if (before.metric !== after.metric || before.units == null || after.units == null) return true;
  if (after.creditType != null && after.creditType !== before.creditType) return true;
  if (compareDecimals(after.units, before.units) > 0) return true;
  const kept = new Map(after.items.map((item) => [item.learningObjectId, item]));
  const wasMandatory = new Map(before.items.map((item) => [item.learningObjectId, item.mandatory]));
  const isOther = before.items.some((item) => {
    const now = kept.get(item.learningObjectId);
    return now === undefined || (now.examInstanceId ?? null) !== (item.examInstanceId ?? null);
  });
  return isOther || after.items.some((item) => item.mandatory && wasMandatory.get(item.learningObjectId) !== true);
}

function withoutPrevious(milestone: MilestoneDefinition): MilestoneDefinition {
  const { dueRule, releaseRule } = milestone;
  return {
    ...milestone,
    dueRule: dueRule?.kind === 'RELATIVE' && dueRule.anchor === 'PREVIOUS_STEP' ? { kind: 'NONE' } : dueRule,
    releaseRule: releaseRule?.kind === 'AFTER_PREVIOUS_RELEASED' || releaseRule?.kind === 'AFTER_PREVIOUS_COMPLETED' ? { kind: 'IMMEDIATE' } : releaseRule,
  };
}
