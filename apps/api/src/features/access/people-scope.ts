import type { Act, GrantScope } from '@milepost/domain';
import type { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { among, inDepartments, inGroups, ofPartners, reportsTo, type PersonCondition } from '../people/index.ts';
import type { PlanOwnership } from './may-on-plan.ts';
import { reachOf } from './probe-rights.ts';

/**
 * The people on whom the caller may carry out an act, as a condition on `person p`: the same scopes that the policy decides by,
 * for lists that ask about many people at once. Without any scope it lets nobody through.
 *
 * @param plan which one the act is on, null for none; absent: those on whom it is allowed with any plan
 */
export function peopleScope(caller: Caller, act: Act, plan?: PlanOwnership | null): PersonCondition {
  const reach = reachOf(caller.viewer, act, plan);
  if (isEverybody(reach)) return () => 'true';
  return (parameters) => {
    const conditions = reach.scopes.map((scope) => scopeCondition(parameters, scope));
    if (reach.self) conditions.push(among(parameters, [reach.self]));
    if (reach.manager) conditions.push(reportsTo(parameters, reach.manager));
    const own = conditions.length === 0 ? 'false' : `(${conditions.join(' OR ')})`;
    return reach.within ? `(${own} AND ${scopeCondition(parameters, reach.within)})` : own;
  };
}

/**
 * Whether the caller may carry out an act on everybody in the organization.
 *
 * @param plan which one the act is on; absent: with any plan
 */
export function reachesEverybody(caller: Caller, act: Act, plan?: PlanOwnership | null): boolean {
  return isEverybody(reachOf(caller.viewer, act, plan));
}

function isEverybody({ scopes, within }: ReturnType<typeof reachOf>): boolean {
  return scopes.some(isOrganization) && (within === undefined || isOrganization(within));
}

/** Whether there may be anybody on whom the caller may carry out an act with a plan, or with none (null). */
export function reachesOnPlan(caller: Caller, act: Act, plan: PlanOwnership | null): boolean {
  const { scopes, self, manager } = reachOf(caller.viewer, act, plan);
  return scopes.length > 0 || self !== undefined || (caller.manages && manager !== undefined);
}

function isOrganization({ kind }: GrantScope): boolean {
  return kind === 'ORGANIZATION';
}

function scopeCondition(parameters: SqlParameters, scope: GrantScope): string {
  switch (scope.kind) {
    case 'ORGANIZATION':
      return 'true';
    case 'DEPARTMENT':
      return inDepartments(parameters, [scope.departmentId], true);
    case 'GROUP':
      return inGroups(parameters, [scope.groupId]);
    case 'PARTNER_ACCOUNT':
      return ofPartners(parameters, [scope.partnerAccountId]);
  }
}
