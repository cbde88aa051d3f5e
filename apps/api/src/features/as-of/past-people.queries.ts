import type { SqlParameters } from '../../platform/database/sql-parameters.ts';

/* Where people belonged at a moment, as SQL over the alias `p` of `person`. `$1` is always the organization, `until` the first moment that is not asked about any more. */

const inForce = (row: string, until: string): string => `${row}.valid_from < ${until} AND (${row}.valid_to IS NULL OR ${row}.valid_to >= ${until})`;

/** The department that a person was in. */
export const departmentThen = (personId: string, until: string): string => `(SELECT a.department_id FROM affiliation a
  WHERE a.organization_id = $1 AND a.person_id = ${personId} AND ${inForce('a', until)} ORDER BY a.valid_from, a.id LIMIT 1)`;

/** Was in the department, or in one that was below it in the tree of that time. */
export function wasInDepartment(parameters: SqlParameters, departmentId: string, until: string): string {
  return `EXISTS (SELECT FROM affiliation a WHERE a.organization_id = $1 AND a.person_id = p.id AND ${inForce('a', until)} AND a.department_id = ANY (ARRAY(
    WITH RECURSIVE tree AS MATERIALIZED (
      SELECT DISTINCT ON (r.department_id) r.department_id AS id, r.parent_id, r.removed FROM department_revision r
      WHERE r.organization_id = $1 AND r.valid_from < ${until} ORDER BY r.department_id, r.valid_from DESC
    ), chosen AS (
      SELECT ${parameters.add(departmentId, 'uuid')} AS id UNION SELECT t.id FROM chosen c JOIN tree t ON t.parent_id = c.id AND NOT t.removed
    ) SELECT id FROM chosen)))`;
}

/** Was a member of the group. */
export function wasInGroup(parameters: SqlParameters, groupId: string, until: string): string {
  return `EXISTS (SELECT FROM group_membership g WHERE g.organization_id = $1 AND g.person_id = p.id AND g.group_id = ${parameters.add(groupId, 'uuid')} AND ${inForce('g', until)})`;
}
