import { mayToEverybody, succeed, type PersonId } from '@milepost/domain';
import type { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { mayOnPlan } from '../access/index.ts';
import { learningPlanLoader } from '../learning-plans/index.ts';
import type { Operation, OperationCondition } from '../operations/index.ts';
import type { AssignmentInput } from './preview-assignment.ts';

/** Assignments that the caller may see though others made them: of plans that the caller may assign to everybody. */
export function assignableToEverybody({ viewer }: Caller): OperationCondition {
  const self = viewer.kind === 'PERSON' ? viewer.personId : viewer.maker.personId;
  const mayAssign = (ownerId: PersonId | null, collaborationAllowed: boolean): boolean => mayToEverybody(viewer, 'PLAN_ASSIGN', { ownerId, collaborationAllowed });
  if (mayAssign(null, false)) return () => 'true';
  const conditions = [
    ...(mayAssign(null, true) ? [() => 'p.collaboration_allowed'] : []),
    ...(mayAssign(self, false) ? [(parameters: SqlParameters) => `p.owner_id = ${parameters.add(self, 'uuid')}`] : []),
  ];
  if (conditions.length === 0) return () => 'false';
  return (parameters) =>
    `EXISTS (SELECT FROM learning_plan p WHERE p.organization_id = $1 AND p.id = (o.input->>'planId')::uuid
      AND (${conditions.map((condition) => condition(parameters)).join(' OR ')}))`;
}

/** Refuses who may not assign the plan at this moment – one's own preview within one's reach, another's only with a reach of everybody. */
export async function checkAssignment(transaction: Transaction, operation: Operation, caller: Caller): Promise<Outcome<null>> {
  const { planId } = operation.input as AssignmentInput;
  const plan = (await learningPlanLoader.load(transaction, [planId])).get(planId)!;
  const subject = { ownerId: plan.ownerId as PersonId, collaborationAllowed: plan.collaborationAllowed };
  const isOwn = operation.createdBy === caller.actor.id;
  if (!(isOwn ? mayOnPlan(caller, 'PLAN_ASSIGN', plan) : mayToEverybody(caller.viewer, 'PLAN_ASSIGN', subject))) return refuseWith('NOT_ALLOWED');
  if (plan.lifecycle !== 'ACTIVE') return refuseWith('PLAN_NOT_ACTIVE');
  return succeed(null);
}
