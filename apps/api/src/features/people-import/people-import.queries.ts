import type { ExistingPerson } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';

/** Everybody whom the organization knows, as an import compares them. */
export async function readExistingPeople(transaction: Transaction): Promise<ExistingPerson[]> {
  return transaction.query<ExistingPerson>(
    `WITH RECURSIVE path AS (
       SELECT id, ARRAY[name] AS names FROM department WHERE organization_id = $1 AND parent_id IS NULL
       UNION ALL
       SELECT d.id, path.names || d.name FROM department d JOIN path ON d.organization_id = $1 AND d.parent_id = path.id
     )
     SELECT p.id, p.employee_number AS "employeeNumber", p.email, p.display_name AS "displayName",
       coalesce(path.names, '{}') AS "departmentPath", j.name AS position, r.name AS "jobRole", m.employee_number AS "managerEmployeeNumber",
       p.locale AS language, p.time_zone AS "timeZone", p.hire_date::text AS "hireDate", c.name AS "partnerAccount"
     FROM person p
     LEFT JOIN affiliation a ON a.organization_id = $1 AND a.person_id = p.id AND a.valid_to IS NULL
     LEFT JOIN path ON path.id = a.department_id
     LEFT JOIN job_position j ON j.organization_id = $1 AND j.id = a.position_id
     LEFT JOIN job_role r ON r.organization_id = $1 AND r.id = a.job_role_id
     LEFT JOIN person m ON m.organization_id = $1 AND m.id = p.manager_id
     LEFT JOIN partner_account c ON c.organization_id = $1 AND c.id = p.partner_account_id
     WHERE p.organization_id = $1`,
    [transaction.organizationId],
  );
}

/** Changes whenever anything that an import compares with has changed. */
export async function readPeopleStamp(transaction: Transaction): Promise<string> {
  const [row] = await transaction.query<{ stamp: string }>(
    `SELECT concat_ws('/', count(*), sum(row_version), max(updated_at)) AS stamp FROM person WHERE organization_id = $1`,
    [transaction.organizationId],
  );
  return row!.stamp;
}
