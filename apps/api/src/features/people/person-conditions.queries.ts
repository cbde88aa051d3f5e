import type { SqlParameters } from '../../platform/database/sql-parameters.ts';

/*
 * Conditions on a person as SQL over the alias `p` of `person`. `$1` is always the organization. They are what audiences and the
 * scopes of admins are made of.
 */

/** Belongs to one of the departments, or with `below` to one anywhere under them. */
export function inDepartments(parameters: SqlParameters, departmentIds: readonly string[], below: boolean): string {
  const ids = parameters.add(departmentIds, 'uuid[]');
  const chosen = below
    ? `WITH RECURSIVE chosen AS (
         SELECT id FROM department WHERE organization_id = $1 AND id = ANY (${ids})
         UNION SELECT d.id FROM department d JOIN chosen c ON d.organization_id = $1 AND d.parent_id = c.id
       ) SELECT id FROM chosen`
    : `SELECT unnest(${ids})`;
  return `p.id IN (SELECT person_id FROM affiliation WHERE organization_id = $1 AND valid_to IS NULL AND department_id IN (${chosen}))`;
}

/** Holds one of the positions now. */
export function inPositions(parameters: SqlParameters, positionIds: readonly string[]): string {
  return affiliated('position_id', parameters.add(positionIds, 'uuid[]'));
}

/** Has one of the job roles now. */
export function inJobRoles(parameters: SqlParameters, jobRoleIds: readonly string[]): string {
  return affiliated('job_role_id', parameters.add(jobRoleIds, 'uuid[]'));
}

/** Is in one of the groups now; nobody is in a group that was removed. */
export function inGroups(parameters: SqlParameters, groupIds: readonly string[]): string {
  return `p.id IN (SELECT person_id FROM group_membership
    WHERE organization_id = $1 AND valid_to IS NULL AND group_id IN (SELECT id FROM person_group
      WHERE organization_id = $1 AND removed_at IS NULL AND id = ANY (${parameters.add(groupIds, 'uuid[]')})))`;
}

/** Learns here for one of the partner accounts. */
export function ofPartners(parameters: SqlParameters, partnerAccountIds: readonly string[]): string {
  return `p.partner_account_id = ANY (${parameters.add(partnerAccountIds, 'uuid[]')})`;
}

/** Has a name, e-mail address or employee number that contains what was typed. */
export function foundBy(parameters: SqlParameters, search: string): string {
  const pattern = parameters.addContaining(search);
  return `(p.name_key LIKE ${pattern} OR p.email_key LIKE ${pattern} OR p.employee_number_key LIKE ${pattern})`;
}

/** Is one of these people. */
export function among(parameters: SqlParameters, personIds: readonly string[]): string {
  return `p.id = ANY (${parameters.add(personIds, 'uuid[]')})`;
}

/** Reports to the manager, on whatever level. */
export function reportsTo(parameters: SqlParameters, managerId: string): string {
  return `p.id IN (WITH RECURSIVE report AS (
      SELECT id FROM person WHERE organization_id = $1 AND manager_id = ${parameters.add(managerId, 'uuid')}
      UNION SELECT r.id FROM person r JOIN report ON r.organization_id = $1 AND r.manager_id = report.id
    ) SELECT id FROM report)`;
}

function affiliated(column: 'position_id' | 'job_role_id', ids: string): string {
  return `p.id IN (SELECT person_id FROM affiliation WHERE organization_id = $1 AND valid_to IS NULL AND ${column} = ANY (${ids}))`;
}
