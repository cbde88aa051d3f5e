import { classifyLift, type LiftSituation } from '@milepost/domain';
import { registerPlanAct, type PlanAct } from './plan-act.ts';
import type { UnassignInput } from './unassign.ts';
import { endSuppressions } from './end-sources.queries.ts';
import { liftFacts } from './plan-act-facts.queries.ts';

/** Lifting removals by hand (2.5): the rules that still match give the plan again, to whoever matches them by now. */
export const liftSuppression: PlanAct<UnassignInput, LiftSituation> = {
  kind: 'LIFT_SUPPRESSION',
  act: 'PLAN_ASSIGN',
  facts: ({ assignmentId }) => liftFacts(assignmentId ?? null),
  classify: classifyLift,
  apply: async (transaction, operation, { assignmentId }, people, chunk) => {
    const enrollmentIds = people.map(({ enrollmentId }) => enrollmentId);
    const lifted = await endSuppressions(transaction, { enrollmentIds, assignmentId, operationId: operation.id });
    for (const id of lifted) {
      await transaction.enqueue({ task: 'reevaluate-assignments', payload: { assignmentId: id, operationId: operation.id, chunk: chunk.number } });
    }
  },
};

registerPlanAct(liftSuppression);
