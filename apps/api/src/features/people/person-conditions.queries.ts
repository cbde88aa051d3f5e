import { searchWords } from '@milepost/domain';
import type { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { NamedTable } from './ensure-structure.ts';

/*
 * Conditions on a person as SQL over the alias `p` of `person`. `$1` is always the organization. They are what audiences and the
 * scopes of admins are made of.
 */

/** Belongs to one of the departments, or with `below` to one anywhere under them. A department that was merged into another means the other. */
export function inDepartments(parameters: SqlParameters, departmentIds: readonly string[], below: boolean): string {
  return affiliated('department_id', chosenDepartments(parameters, departmentIds, below));
}

/** The same, to be asked of one person after the other, as where a list is walked until a page is full: by the index of their affiliation. */
export function isInDepartments(parameters: SqlParameters, departmentIds: readonly string[]): string {
  return `EXISTS (SELECT FROM affiliation a WHERE a.organization_id = $1 AND a.person_id = p.id AND a.valid_to IS NULL
    AND a.department_id = ANY (ARRAY(${chosenDepartments(parameters, departmentIds, true)})))`;
}

function chosenDepartments(parameters: SqlParameters, departmentIds: readonly string[], below: boolean): string {
  return below
    ? `WITH RECURSIVE chosen AS (
         SELECT unnest(${parameters.add(departmentIds, 'uuid[]')}) AS id
         UNION SELECT next.id FROM chosen c CROSS JOIN LATERAL (
           SELECT d.id FROM department d WHERE d.organization_id = $1 AND d.parent_id = c.id AND d.removed_at IS NULL
           UNION ALL SELECT d.merged_into_id FROM department d WHERE d.organization_id = $1 AND d.id = c.id AND d.merged_into_id IS NOT NULL
         ) next
       ) SELECT id FROM chosen`
    : withMerged(parameters, 'department', departmentIds);
}

/** Holds one of the positions now. */
export function inPositions(parameters: SqlParameters, positionIds: readonly string[]): string {
  return affiliated('position_id', withMerged(parameters, 'job_position', positionIds));
}

/** Has one of the job roles now. */
export function inJobRoles(parameters: SqlParameters, jobRoleIds: readonly string[]): string {
  return affiliated('job_role_id', withMerged(parameters, 'job_role', jobRoleIds));
}

/** Is in one of the groups now; nobody is in a group that was removed. */
export function inGroups(parameters: SqlParameters, groupIds: readonly string[]): string {
  return `p.id IN (SELECT person_id FROM group_membership
    WHERE organization_id = $1 AND valid_to IS NULL AND group_id IN (SELECT id FROM person_group
      WHERE organization_id = $1 AND removed_at IS NULL AND id = ANY (${parameters.add(groupIds, 'uuid[]')})))`;
}

/** Learns here for one of the partner accounts. */
export function ofPartners(parameters: SqlParameters, partnerAccountIds: readonly string[]): string {
  return `p.partner_account_id IN (${withMerged(parameters, 'partner_account', partnerAccountIds)})`;
}

/**
 * Has a name, e-mail address or employee number in which each typed word stands, wherever in it, whatever the accents and signs. Not by
 * LIKE, of which the planner expects so few that it reads everybody instead of walking the index of names up to the end of the page.
 */
export function foundBy(parameters: SqlParameters, search: string): string {
  const words = searchWords(search);
  if (words.length === 0) return 'false';
  return `(${words.map((word) => `strpos(p.search_key, ${parameters.add(word)}) > 0`).join(' AND ')})`;
}

/** Is one of these people. */
export function among(parameters: SqlParameters, personIds: readonly string[]): string {
  return `p.id = ANY (${parameters.add(personIds, 'uuid[]')})`;
}

/** Is one of these people, or what one of their records was merged into. */
export function named(parameters: SqlParameters, personIds: readonly string[]): string {
  return `p.id IN (SELECT coalesce(known.merged_into_id, known.id) FROM person known WHERE known.organization_id = $1 AND known.id = ANY (${parameters.add(personIds, 'uuid[]')}))`;
}

/** Reports to the manager, on whatever level. */
export function reportsTo(parameters: SqlParameters, managerId: string): string {
  return `p.id IN (WITH RECURSIVE report AS (
      SELECT id FROM person WHERE organization_id = $1 AND manager_id = ${parameters.add(managerId, 'uuid')}
      UNION SELECT r.id FROM person r JOIN report ON r.organization_id = $1 AND r.manager_id = report.id
    ) SELECT id FROM report)`;
}

function affiliated(column: 'department_id' | 'position_id' | 'job_role_id', chosen: string): string {
  return `p.id IN (SELECT person_id FROM affiliation WHERE organization_id = $1 AND valid_to IS NULL AND ${column} IN (${chosen}))`;
}

/** The ids, with those of what they were merged into: who names the one means the other. */
function withMerged(parameters: SqlParameters, table: 'department' | NamedTable, ids: readonly string[]): string {
  return `WITH RECURSIVE chosen AS (
      SELECT unnest(${parameters.add(ids, 'uuid[]')}) AS id
      UNION SELECT m.merged_into_id FROM chosen c JOIN ${table} m ON m.organization_id = $1 AND m.id = c.id AND m.merged_into_id IS NOT NULL
    ) SELECT id FROM chosen`;
}

/**
 * The ids of all records of a person, as an array: of the one that is left, and of those that were merged into it. What was done is kept
 * with the record that it was done under, and read through the survivor (2.1).
 */
export const recordsOf = (personId: string): string =>
  `ARRAY(SELECT ${personId} UNION ALL SELECT merged.id FROM person merged WHERE merged.organization_id = $1 AND merged.merged_into_id = ${personId})`;

/** The id of the record that is left of the person whom an id names: whoever kept the id of a merged record means the person. */
export const survivorOf = (id: string): string => `coalesce((SELECT merged.merged_into_id FROM person merged WHERE merged.organization_id = $1 AND merged.id = ${id}), ${id})`;
