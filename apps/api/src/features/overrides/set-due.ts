import { classifySetDue, individualRules, type CalendarDate, type OverrideContent, type SetDueSituation } from '@milepost/domain';
import { overrideMany } from './override-many.ts';
import { registerPlanAct, type PlanAct } from './plan-act.ts';
import type { PlanActInput } from './plan-act-input.ts';
import { setDueFacts } from './plan-act-facts.queries.ts';

/** What setting a due date for many keeps. */
export interface SetDueInput extends PlanActInput {
  /** Null: no due date for these people. */
  readonly due: CalendarDate | null;
}

/** Setting an individual due date of the plan for many people (L43). */
export const setDue: PlanAct<SetDueInput, SetDueSituation> = {
  kind: 'SET_DUE',
  act: 'PROGRESS_OVERRIDE',
  facts: ({ due }) => setDueFacts(due),
  classify: classifySetDue,
  apply: (transaction, operation, { due, reason }, people) =>
    overrideMany(transaction, { operationId: operation.id, reason, milestoneKey: null, people, begin: () => [{ act: 'ADJUST_DUE', milestoneKey: null, due }], ends: endsDue }),
};

const endsDue = (kept: OverrideContent): boolean => individualRules([kept]).due !== null;

registerPlanAct(setDue);
