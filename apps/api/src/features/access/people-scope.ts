import type { Act, GrantScope } from '@milepost/domain';
import type { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { among, inDepartments, inGroups, ofPartners, reportsTo, type PersonCondition } from '../people/index.ts';
import { reachOf } from './probe-rights.ts';

/**
 * The people on whom the caller may carry out an act, as a condition on `person p`: the same scopes that the policy decides by,
 * for lists that ask about many people at once. Without any scope it lets nobody through.
 */
export function peopleScope(caller: Caller, act: Act): PersonCondition {
  const reach = reachOf(caller.viewer, act);
  return (parameters) => {
    const conditions = reach.scopes.map((scope) => scopeCondition(parameters, scope));
    if (reach.self) conditions.push(among(parameters, [reach.self]));
    if (reach.manager) conditions.push(reportsTo(parameters, reach.manager));
    const own = conditions.length === 0 ? 'false' : `(${conditions.join(' OR ')})`;
    return reach.within ? `(${own} AND ${scopeCondition(parameters, reach.within)})` : own;
  };
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
