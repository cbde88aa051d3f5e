import type { Transaction } from '../../platform/database/transaction.ts';

/** A person as they will be, with the ids of everything that they belong to: the one way in which people are written, by import or by hand. */
export interface PersonToWrite {
  readonly id: string;
  readonly isNew: boolean;
  readonly revisionId: string;
  readonly affiliationId: string;
  readonly employeeNumber: string | null;
  readonly employeeNumberKey: string | null;
  readonly email: string | null;
  readonly emailKey: string | null;
  readonly externalId: string | null;
  readonly displayName: string;
  readonly nameKey: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly hireDate: string | null;
  /** By number, as a file names them; it may be somebody written before them in the same set. */
  readonly managerKey?: string | null;
  readonly managerId?: string | null;
  /** Absent: as it was; who is new is ACTIVE. */
  readonly status?: 'ACTIVE' | 'SUSPENDED' | 'LEFT';
  readonly departmentId: string | null;
  readonly positionId: string | null;
  readonly jobRoleId: string | null;
  readonly partnerAccountId: string | null;
}

const rows = `jsonb_to_recordset($2::jsonb) AS r (id uuid, "isNew" boolean, "revisionId" uuid, "affiliationId" uuid, "employeeNumber" text,
  "employeeNumberKey" text, email text, "emailKey" text, "externalId" text, "displayName" text, "nameKey" text, locale text, "timeZone" text, "hireDate" date,
  "managerKey" text, "managerId" uuid, status text, "departmentId" uuid, "positionId" uuid, "jobRoleId" uuid, "partnerAccountId" uuid)`;

/** Whoever has the number, or whose record it was merged into; nobody manages themselves. */
const manager = `nullif(coalesce(r."managerId", m.merged_into_id, m.id), r.id)`;

/** Writes people as sets: the person, the manager, the dated affiliation and the revision that keeps what was. */
export async function writePeople(transaction: Transaction, people: readonly PersonToWrite[]): Promise<void> {
  if (people.length === 0) return;
  const { organizationId, now, actor } = transaction;
  const parameters = [organizationId, JSON.stringify(people), now, actor.id];
  await transaction.query(
    `INSERT INTO person (organization_id, id, employee_number, employee_number_key, email, email_key, external_id, display_name, name_key, locale,
       time_zone, hire_date, partner_account_id, status, created_at, created_by, updated_at, updated_by)
     SELECT $1, id, "employeeNumber", "employeeNumberKey", email, "emailKey", "externalId", "displayName", "nameKey", locale, "timeZone", "hireDate",
       "partnerAccountId", coalesce(status, 'ACTIVE'), $3, $4, $3, $4 FROM ${rows} WHERE "isNew"`,
    parameters,
  );
  await transaction.query(
    `UPDATE person p SET employee_number = r."employeeNumber", employee_number_key = r."employeeNumberKey", email = r.email,
       email_key = r."emailKey", external_id = r."externalId", display_name = r."displayName", name_key = r."nameKey", locale = r.locale, time_zone = r."timeZone",
       hire_date = r."hireDate", partner_account_id = r."partnerAccountId", status = coalesce(r.status, p.status), updated_at = $3, updated_by = $4, row_version = row_version + 1
     FROM ${rows} WHERE p.organization_id = $1 AND p.id = r.id AND NOT r."isNew"`,
    parameters,
  );
  await transaction.query(
    `UPDATE person p SET manager_id = ${manager} FROM ${rows}
     LEFT JOIN person m ON m.organization_id = $1 AND m.employee_number_key = r."managerKey"
     WHERE p.organization_id = $1 AND p.id = r.id AND p.manager_id IS DISTINCT FROM ${manager}`,
    parameters.slice(0, 2),
  );
  await transaction.query(
    `UPDATE affiliation a SET valid_to = $3 FROM ${rows}
     WHERE a.organization_id = $1 AND a.person_id = r.id AND a.valid_to IS NULL
       AND (a.department_id, a.position_id, a.job_role_id) IS DISTINCT FROM (r."departmentId", r."positionId", r."jobRoleId")`,
    parameters.slice(0, 3),
  );
  await transaction.query(
    `INSERT INTO affiliation (organization_id, id, person_id, department_id, position_id, job_role_id, valid_from, created_at, created_by)
     SELECT $1, r."affiliationId", r.id, r."departmentId", r."positionId", r."jobRoleId", $3, $3, $4 FROM ${rows}
     WHERE coalesce(r."departmentId", r."positionId", r."jobRoleId") IS NOT NULL AND NOT EXISTS (SELECT FROM affiliation a
       WHERE a.organization_id = $1 AND a.person_id = r.id AND a.valid_to IS NULL)`,
    parameters,
  );
  await transaction.query(
    `INSERT INTO person_revision (organization_id, id, person_id, display_name, locale, time_zone, manager_id, partner_account_id, hire_date,
       status, valid_from, created_by)
     SELECT $1, r."revisionId", p.id, p.display_name, p.locale, p.time_zone, p.manager_id, p.partner_account_id, p.hire_date, p.status, $3, $4
     FROM ${rows} JOIN person p ON p.organization_id = $1 AND p.id = r.id`,
    parameters,
  );
}
