import type { Transaction } from '../../platform/database/transaction.ts';

/** Who still refers to a department, position, job role or partner account, each by name. */
export interface Uses {
  /** People who belong to it now. */
  readonly people: number;
  /** Departments directly below it. */
  readonly departments: number;
  readonly assignments: readonly string[];
  readonly plans: readonly string[];
  readonly catalogs: readonly string[];
  readonly groups: readonly string[];
  /** Admins and keys whose scope it is. */
  readonly admins: readonly string[];
  readonly keys: readonly string[];
}

/** What people can belong to. */
export type Place = 'department' | 'job_position' | 'job_role' | 'partner_account';

const belongs: Readonly<Record<Place, string>> = {
  department: 'SELECT person_id FROM affiliation WHERE organization_id = $1 AND valid_to IS NULL AND department_id = $2',
  job_position: 'SELECT person_id FROM affiliation WHERE organization_id = $1 AND valid_to IS NULL AND position_id = $2',
  job_role: 'SELECT person_id FROM affiliation WHERE organization_id = $1 AND valid_to IS NULL AND job_role_id = $2',
  partner_account: 'SELECT id AS person_id FROM person WHERE organization_id = $1 AND partner_account_id = $2',
};

/** Whether an audience expression, stored in a column, speaks of the id. */
const speaksOfIt = (column: string): string => `jsonb_path_exists(${column}, '$.** ? (@ == $id)', jsonb_build_object('id', $2::text))`;

/**
 * Who refers to it as of now: people, departments below, assignments that still take people in, visible ranges of plans, audiences of catalogs, rules of
 * groups, and scopes. What has ended does not hold it.
 */
export async function readUses(transaction: Transaction, place: Place, id: string): Promise<Uses> {
  const names = (sql: string): string => `coalesce((SELECT array_agg(name ORDER BY name) FROM (${sql}) named), '{}')`;
  const scope = place === 'department' ? 'DEPARTMENT' : place === 'partner_account' ? 'PARTNER_ACCOUNT' : 'NONE';
  const [row] = await transaction.query<Uses>(
    `SELECT (SELECT count(DISTINCT person_id)::int FROM (${belongs[place]}) b) AS people,
       (SELECT count(*)::int FROM department WHERE organization_id = $1 AND parent_id = $2 AND removed_at IS NULL) AS departments,
       ${names(`SELECT number || ' ' || name AS name FROM assignment WHERE organization_id = $1
         AND state IN ('DRAFT', 'SCHEDULED', 'APPLYING', 'ACTIVE', 'INACTIVE') AND ${speaksOfIt('audience')}`)} AS assignments,
       ${names(`SELECT name FROM learning_plan WHERE organization_id = $1 AND lifecycle <> 'ARCHIVED' AND ${speaksOfIt('visible_range')}`)} AS plans,
       ${names(`SELECT name FROM catalog WHERE organization_id = $1 AND removed_at IS NULL AND ${speaksOfIt('audience')}`)} AS catalogs,
       ${names(`SELECT name FROM person_group WHERE organization_id = $1 AND removed_at IS NULL AND ${speaksOfIt('rule')}`)} AS groups,
       ${names(`SELECT DISTINCT p.display_name AS name FROM admin_grant g JOIN person p ON p.organization_id = $1 AND p.id = g.person_id
         WHERE g.organization_id = $1 AND g.valid_to IS NULL AND g.scope_kind = $3 AND g.scope_id = $2`)} AS admins,
       ${names(`SELECT name FROM api_client WHERE organization_id = $1 AND revoked_at IS NULL AND scope_kind = $3 AND scope_id = $2`)} AS keys`,
    [transaction.organizationId, id, scope],
  );
  return row!;
}

/** Whether anybody refers to it. */
export function isUsed(uses: Uses): boolean {
  return uses.people + uses.departments + [uses.assignments, uses.plans, uses.catalogs, uses.groups, uses.admins, uses.keys].flat().length > 0;
}
