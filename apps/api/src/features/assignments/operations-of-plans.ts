import type { Act } from '@milepost/domain';
import { planReachScope, planScope, planWholeScope, reachesEverybody, reachesOnPlan, type PlanCondition } from '../access/index.ts';
import type { OperationCondition, OperationKind } from '../operations/index.ts';
import { mayWithContent } from './assignment-scope.queries.ts';

/** What one must be allowed to do with content, where with a plan it is this act: content belongs to nobody in particular. */
export function actOnContent(act: Act): Act {
  if (act === 'PLAN_ASSIGN') return 'CONTENT_ASSIGN';
  return act === 'PROGRESS_OVERRIDE' ? 'CONTENT_OVERRIDE' : act;
}

/**
 * Who sees and carries out the bulk acts on people of a plan or of content by itself, which stands in their input: others' are seen by who sees everybody and the
 * plan's assignments, and carried out by who may do the act itself on everybody; one's own while one still may.
 */
export function operationsOfPlans(act: Act): Pick<OperationKind, 'ofOthers' | 'ownToCarryOut'> {
  const onContent = actOnContent(act);
  return {
    ofOthers: (caller, intent) => {
      if (intent === 'SEE') return reachesEverybody(caller, 'PEOPLE_READ') ? ofSubjects(planScope(caller, 'ASSIGNMENT_READ'), mayWithContent(caller, 'CONTENT_ASSIGNMENT_READ')) : nothing;
      return ofSubjects(planWholeScope(caller, act), caller.acts.has(onContent) && reachesEverybody(caller, onContent, null));
    },
    ownToCarryOut: (caller) => ofSubjects(planReachScope(caller, act), caller.acts.has(onContent) && reachesOnPlan(caller, onContent, null)),
  };
}

const nothing: OperationCondition = () => 'false';

function ofSubjects(plans: PlanCondition, content: boolean): OperationCondition {
  return (parameters) =>
    `CASE WHEN o.input->>'planId' IS NULL THEN ${content} ELSE EXISTS (SELECT FROM learning_plan p WHERE p.organization_id = $1 AND p.id = (o.input->>'planId')::uuid AND ${plans(parameters)}) END`;
}
