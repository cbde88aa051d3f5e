import { classifyWaive, type MilestoneKey, type WaiveSituation } from '@milepost/domain';
import { overrideMany } from './override-many.ts';
import { registerPlanAct, type PlanAct } from './plan-act.ts';
import type { PlanActInput } from './plan-act-input.ts';
import { waiveFacts } from './plan-act-facts.queries.ts';

/** What waiving a milestone for many keeps. */
export interface WaiveInput extends PlanActInput {
  readonly milestoneKey: MilestoneKey;
}

/** Waiving a milestone for many people (L42). */
export const waiveMilestone: PlanAct<WaiveInput, WaiveSituation> = {
  kind: 'WAIVE',
  act: 'PROGRESS_OVERRIDE',
  facts: ({ milestoneKey }) => waiveFacts(milestoneKey),
  classify: classifyWaive,
  apply: (transaction, operation, { milestoneKey, reason }, people) =>
    overrideMany(transaction, {
      operationId: operation.id,
      reason,
      milestoneKey,
      people,
      begin: () => [{ act: 'WAIVE', milestoneKey }],
      // What was adjusted no longer matters, as with a waiver of one person; a note stays.
      ends: ({ act }) => act !== 'NOTE',
    }),
};

registerPlanAct(waiveMilestone);
