import { defineKeptLoader, defineLoader } from '../../platform/request/loader.ts';
import { ProcessMemory } from '../../platform/request/process-memory.ts';
import type { NamedTable } from './ensure-structure.ts';

/** A person as pages show one. */
export interface PersonRow {
  readonly id: string;
  readonly displayName: string;
  readonly nameKey: string;
  readonly employeeNumber: string | null;
  readonly email: string | null;
  readonly externalId: string | null;
  readonly locale: string;
  readonly timeZone: string;
  readonly hireDate: string | null;
  readonly status: 'ACTIVE' | 'SUSPENDED' | 'LEFT';
  readonly managerId: string | null;
  readonly partnerAccountId: string | null;
  readonly departmentId: string | null;
  readonly positionId: string | null;
  readonly jobRoleId: string | null;
  readonly rowVersion: number;
}

/** The columns of {@link PersonRow} over `person p`. */
export const personColumns = `
  p.id, p.display_name AS "displayName", p.name_key AS "nameKey", p.employee_number AS "employeeNumber", p.email, p.external_id AS "externalId", p.locale,
  p.time_zone AS "timeZone", p.hire_date::text AS "hireDate", p.status, p.manager_id AS "managerId",
  p.partner_account_id AS "partnerAccountId", a.department_id AS "departmentId", a.position_id AS "positionId",
  a.job_role_id AS "jobRoleId", p.row_version AS "rowVersion"`;

/** Joins, as `a`, the affiliation that an expression's person has now. */
export const affiliationOf = (personId: string): string => `
  LEFT JOIN LATERAL (SELECT department_id, position_id, job_role_id FROM affiliation
    WHERE organization_id = $1 AND person_id = ${personId} AND valid_to IS NULL ORDER BY valid_from, id LIMIT 1) a ON true`;

/** Joins what {@link personColumns} reads beside `person p`. */
export const personJoins = affiliationOf('p.id');

export const personLoader = defineLoader<string, PersonRow>(async (transaction, ids) => {
  const rows = await transaction.query<PersonRow>(
    `SELECT ${personColumns} FROM person p ${personJoins} WHERE p.organization_id = $1 AND p.id = ANY ($2::uuid[])`,
    [transaction.organizationId, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
});

/** Who of some people can sign in already. */
export const hasAccountLoader = defineLoader<string, boolean>(async (transaction, ids) => {
  const rows = await transaction.query<{ id: string }>(
    'SELECT person_id AS id FROM auth.person_account WHERE organization_id = $1 AND person_id = ANY ($2::uuid[])',
    [transaction.organizationId, ids],
  );
  return new Map(rows.map((row) => [row.id, true]));
});

/** Something with a name: a position, a job role or a partner account. */
export interface NamedRow {
  readonly id: string;
  readonly name: string;
}

function namedLoader(table: NamedTable) {
  return defineLoader<string, NamedRow>(async (transaction, ids) => {
    const rows = await transaction.query<NamedRow>(`SELECT id, name FROM ${table} WHERE organization_id = $1 AND id = ANY ($2::uuid[])`, [
      transaction.organizationId,
      ids,
    ]);
    return new Map(rows.map((row) => [row.id, row]));
  });
}

export const positionLoader = namedLoader('job_position');
export const jobRoleLoader = namedLoader('job_role');
export const partnerAccountLoader = namedLoader('partner_account');

/** A department with the names on the way to it, from the top. */
export interface DepartmentRow {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly path: readonly string[];
  readonly rowVersion: number;
}

const departments = new ProcessMemory<DepartmentRow>(20_000);

/** Every page that shows people shows where they belong; the tree itself seldom changes. */
export const departmentLoader = defineKeptLoader<DepartmentRow>(departments, async (transaction, ids) => {
  const rows = await transaction.query<DepartmentRow>(
    `WITH RECURSIVE up AS (
       SELECT id AS leaf, id, parent_id, name, row_version, 0 AS height FROM department WHERE organization_id = $1 AND id = ANY ($2::uuid[])
       UNION ALL
       SELECT up.leaf, d.id, d.parent_id, d.name, d.row_version, up.height + 1 FROM department d
       JOIN up ON d.organization_id = $1 AND d.id = up.parent_id
     )
     SELECT leaf AS id, max(parent_id::text) FILTER (WHERE height = 0) AS "parentId", max(name) FILTER (WHERE height = 0) AS name,
       max(row_version) FILTER (WHERE height = 0) AS "rowVersion",
       array_agg(name ORDER BY height DESC) AS path
     FROM up GROUP BY leaf`,
    [transaction.organizationId, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
});

/** Forgets all departments: some people, or the tree, have changed. */
export function forgetDepartments(): void {
  departments.forget();
}
