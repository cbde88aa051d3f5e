import type { Act } from '@milepost/domain';
import type { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { planReachScope, planScope, planWholeScope, reachesEverybody, reachesOnPlan, type PlanCondition } from '../access/index.ts';
import type { OperationCondition, OperationKind } from '../operations/index.ts';

/** Which plans a caller may act on, and whether content. */
interface Assignable {
  readonly plans: PlanCondition;
  readonly content: boolean;
}

/**
 * Who sees and carries out the bulk acts of assignments: as those on people of a plan, for each thing that the assignment gives; what
 * gives several things is for whom all of them are.
 */
export const operationsOfAssignments: Pick<OperationKind, 'ofOthers' | 'ownToCarryOut'> = {
  ofOthers: (caller, intent) => {
    if (!reachesEverybody(caller, 'PEOPLE_READ') && intent === 'SEE') return () => 'false';
    if (intent === 'SEE') return ofOperation({ plans: planScope(caller, 'ASSIGNMENT_READ'), content: mayWithContent(caller, 'CONTENT_ASSIGNMENT_READ') });
    return ofOperation({ plans: planWholeScope(caller, 'PLAN_ASSIGN'), content: caller.acts.has('CONTENT_ASSIGN') && reachesEverybody(caller, 'CONTENT_ASSIGN', null) });
  },
  ownToCarryOut: (caller) => ofOperation({ plans: planReachScope(caller, 'PLAN_ASSIGN'), content: mayWithContent(caller, 'CONTENT_ASSIGN') }),
};

/** Whether the caller may do something with content, for anybody at least. */
export function mayWithContent(caller: Caller, act: Extract<Act, 'CONTENT_ASSIGN' | 'CONTENT_ASSIGNMENT_READ'>): boolean {
  return caller.acts.has(act) && reachesOnPlan(caller, act, null);
}

function ofOperation(allowed: Assignable): OperationCondition {
  return (parameters) => `NOT EXISTS (
    SELECT FROM jsonb_to_recordset(o.input->'targets') AS t ("planId" uuid, "learningObjectId" uuid)
    LEFT JOIN learning_plan p ON p.organization_id = $1 AND p.id = t."planId" WHERE NOT ${isAllowed(parameters, allowed, 't."planId"')})`;
}

/** The assignments that give something that is allowed, or nothing else, as a condition on `assignment a`. */
export function assignmentsGiving(quantifier: 'SOMETHING' | 'NOTHING_BUT', allowed: Assignable, targetId?: string | null): (parameters: SqlParameters) => string {
  return (parameters) => {
    const targets = `assignment_target t LEFT JOIN learning_plan p ON p.organization_id = $1 AND p.id = t.plan_id
      WHERE t.organization_id = $1 AND t.assignment_id = a.id${targetId ? ` AND t.subject_id = ${parameters.add(targetId, 'uuid')}` : ''}`;
    const condition = isAllowed(parameters, allowed, 't.plan_id');
    return quantifier === 'SOMETHING' ? `EXISTS (SELECT FROM ${targets} AND ${condition})` : `NOT EXISTS (SELECT FROM ${targets} AND NOT ${condition})`;
  };
}

function isAllowed(parameters: SqlParameters, { plans, content }: Assignable, planId: string): string {
  return `(CASE WHEN ${planId} IS NULL THEN ${content} ELSE coalesce(${plans(parameters)}, false) END)`;
}

/** The assignments that a caller may see, all or those that give one thing. */
export function seenAssignments(caller: Caller, targetId?: string | null): (parameters: SqlParameters) => string {
  return assignmentsGiving('SOMETHING', { plans: planScope(caller, 'ASSIGNMENT_READ'), content: mayWithContent(caller, 'CONTENT_ASSIGNMENT_READ') }, targetId);
}

/** The assignments that a caller may put into another state: of everything that they give. */
export function assignableAssignments(caller: Caller): (parameters: SqlParameters) => string {
  return assignmentsGiving('NOTHING_BUT', { plans: planScope(caller, 'PLAN_ASSIGN'), content: mayWithContent(caller, 'CONTENT_ASSIGN') });
}
