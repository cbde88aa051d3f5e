import type { Act } from '@milepost/domain';
import { planReachScope, planScope, planWholeScope, reachesEverybody, type PlanCondition } from '../access/index.ts';
import type { OperationCondition, OperationKind } from '../operations/index.ts';

/**
 * Who sees and carries out the bulk acts on people of a plan, which stands in their input: others' are seen by who sees everybody and the
 * plan's assignments, and carried out by who may do the act itself on everybody; one's own while one still may.
 */
export function operationsOfPlans(act: Act): Pick<OperationKind, 'ofOthers' | 'ownToCarryOut'> {
  return {
    ofOthers: (caller, intent) => {
      if (intent === 'SEE') return reachesEverybody(caller, 'PEOPLE_READ') ? ofPlans(planScope(caller, 'ASSIGNMENT_READ')) : nothing;
      return ofPlans(planWholeScope(caller, act));
    },
    ownToCarryOut: (caller) => ofPlans(planReachScope(caller, act)),
  };
}

const nothing: OperationCondition = () => 'false';

function ofPlans(scope: PlanCondition): OperationCondition {
  return (parameters) =>
    `EXISTS (SELECT FROM learning_plan p WHERE p.organization_id = $1 AND p.id = (o.input->>'planId')::uuid AND ${scope(parameters)})`;
}
