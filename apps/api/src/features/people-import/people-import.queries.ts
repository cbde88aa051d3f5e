import type { ExistingPerson, ManagedPerson, NamedIdentifiers, PossiblyAbsent } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';

/** A person as an import compares them, with the version that it saw. */
export interface ComparedPerson extends ExistingPerson {
  readonly rowVersion: number;
}

/** Whomever identifiers name, and whom their records were merged into, as an import compares them. */
export async function readNamedPeople(transaction: Transaction, { employeeNumbers, emails, externalIds }: NamedIdentifiers): Promise<ComparedPerson[]> {
  // Each identifier by a statement of its own: an index is not used for one or the other.
  const named = (['employee_number_key = ANY ($2)', 'email_key = ANY ($3)', 'external_id = ANY ($4)'] as const).map((by) => `SELECT id, merged_into_id FROM person WHERE organization_id = $1 AND ${by}`);
  return transaction.query<ComparedPerson>(
    `WITH RECURSIVE path AS (
       SELECT id, ARRAY[name] AS names FROM department WHERE organization_id = $1 AND parent_id IS NULL
       UNION ALL
       SELECT d.id, path.names || d.name FROM department d JOIN path ON d.organization_id = $1 AND d.parent_id = path.id
     ), named AS MATERIALIZED (${named.join(' UNION ')}), meant AS MATERIALIZED (SELECT id FROM named UNION SELECT merged_into_id FROM named WHERE merged_into_id IS NOT NULL)
     SELECT p.id, p.merged_into_id AS "mergedIntoId", p.row_version AS "rowVersion", p.employee_number AS "employeeNumber", p.email, p.external_id AS "externalId", p.display_name AS "displayName",
       coalesce(path.names, '{}') AS "departmentPath", j.name AS position, r.name AS "jobRole", m.employee_number AS "managerEmployeeNumber",
       p.locale AS language, p.time_zone AS "timeZone", p.hire_date::text AS "hireDate", c.name AS "partnerAccount"
     FROM meant JOIN person p ON p.organization_id = $1 AND p.id = meant.id
     LEFT JOIN affiliation a ON a.organization_id = $1 AND a.person_id = p.id AND a.valid_to IS NULL
     LEFT JOIN path ON path.id = a.department_id
     LEFT JOIN job_position j ON j.organization_id = $1 AND j.id = a.position_id
     LEFT JOIN job_role r ON r.organization_id = $1 AND r.id = a.job_role_id
     LEFT JOIN person m ON m.organization_id = $1 AND m.id = p.manager_id
     LEFT JOIN partner_account c ON c.organization_id = $1 AND c.id = p.partner_account_id`,
    [transaction.organizationId, employeeNumbers, emails, externalIds],
  );
}

/** Everybody who has an employee number, with that of their manager. */
export async function readManagedPeople(transaction: Transaction): Promise<ManagedPerson[]> {
  return transaction.query<ManagedPerson>(
    `SELECT p.id, p.employee_number AS "employeeNumber", m.employee_number AS "managerEmployeeNumber" FROM person p
     LEFT JOIN person m ON m.organization_id = $1 AND m.id = p.manager_id
     WHERE p.organization_id = $1 AND p.employee_number IS NOT NULL`,
    [transaction.organizationId],
  );
}

/** A person whom a complete file may leave out. */
export interface PossiblyAbsentPerson extends PossiblyAbsent {
  readonly displayName: string;
  readonly rowVersion: number;
  /** Whether they may do something beyond their own learning. */
  readonly isAdmin: boolean;
}

/** Everybody, by what a complete file may name them by. */
export async function readPossiblyAbsent(transaction: Transaction): Promise<PossiblyAbsentPerson[]> {
  return transaction.query<PossiblyAbsentPerson>(
    `SELECT p.id, p.merged_into_id AS "mergedIntoId", p.employee_number AS "employeeNumber", p.email, p.status, p.display_name AS "displayName", p.row_version AS "rowVersion",
       EXISTS (SELECT FROM admin_grant g WHERE g.organization_id = $1 AND g.person_id = p.id AND g.valid_to IS NULL) AS "isAdmin"
     FROM person p WHERE p.organization_id = $1`,
    [transaction.organizationId],
  );
}

/** What people belong to, by whose names an import compares them. */
const structure = ['department', 'job_position', 'job_role', 'partner_account'] as const;

/** Changes whenever anything that an import compares with has changed. */
export async function readPeopleStamp(transaction: Transaction): Promise<string> {
  const [row] = await transaction.query<{ stamp: string }>(
    `SELECT string_agg(concat_ws('/', rows, versions, latest), ' ' ORDER BY place)
       || coalesce((SELECT md5(string_agg(concat(id, name_key, kind), ',' ORDER BY id)) FROM person_group WHERE organization_id = $1 AND removed_at IS NULL), '') AS stamp FROM (
       SELECT 1 AS place, count(*) AS rows, sum(row_version) AS versions, max(updated_at) AS latest FROM person WHERE organization_id = $1
       ${structure.map((table, index) => `UNION ALL SELECT ${index + 2}, count(*), sum(row_version), max(updated_at) FROM ${table} WHERE organization_id = $1`).join(' ')}
     ) stamps`,
    [transaction.organizationId],
  );
  return row!.stamp;
}

/** Lets the imports of an organization pass one after the other, up to the end of the transaction. */
export async function lockImports(transaction: Transaction): Promise<void> {
  await transaction.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`people-import:${transaction.organizationId}`]);
}

/** Whether another import of the organization is being carried out. */
export async function isOtherImportRunning(transaction: Transaction, operationId: string): Promise<boolean> {
  const [row] = await transaction.query<{ running: boolean }>(
    `SELECT EXISTS (SELECT FROM operation WHERE organization_id = $1 AND kind = 'IMPORT_PEOPLE' AND state = 'APPLYING' AND id <> $2) AS running`,
    [transaction.organizationId, operationId],
  );
  return row!.running;
}

/** A row that is about to be written, as far as others could stand in its way. */
export interface RowToCheck {
  readonly id: string;
  /** The version of the person that the preview saw; null: the person is new. */
  readonly rowVersion: number | null;
  readonly employeeNumberKey: string | null;
  readonly emailKey: string | null;
  readonly externalId: string | null;
  readonly managerKey: string | null;
}

/**
 * The rows that are no longer what their preview showed: the person has changed, an identifier has been taken, the manager is not there,
 * or would by now be managed by the person.
 */
export async function findOvertakenRows(transaction: Transaction, rows: readonly RowToCheck[]): Promise<ReadonlySet<string>> {
  const found = await transaction.query<{ id: string }>(
    `WITH RECURSIVE r AS MATERIALIZED (
       SELECT * FROM jsonb_to_recordset($2::jsonb) AS r (id uuid, "rowVersion" integer, "employeeNumberKey" text, "emailKey" text, "externalId" text, "managerKey" text)
     ), led AS MATERIALIZED (
       SELECT r.id, coalesce(m.merged_into_id, m.id, n.id) AS manager_id FROM r
       LEFT JOIN person m ON m.organization_id = $1 AND m.employee_number_key = r."managerKey"
       LEFT JOIN r n ON n."employeeNumberKey" = r."managerKey"
     ), above AS (
       SELECT id AS start, manager_id AS id FROM led WHERE manager_id IS NOT NULL
       UNION
       SELECT a.start, CASE WHEN l.id IS NULL THEN p.manager_id ELSE l.manager_id END
       FROM above a LEFT JOIN led l ON l.id = a.id LEFT JOIN person p ON p.organization_id = $1 AND p.id = a.id
       WHERE a.id IS NOT NULL AND a.id <> a.start
     )
     SELECT r.id FROM r JOIN led USING (id)
     WHERE (r."rowVersion" IS NOT NULL AND NOT EXISTS (SELECT FROM person p WHERE p.organization_id = $1 AND p.id = r.id AND p.row_version = r."rowVersion"))
       OR EXISTS (SELECT FROM person p WHERE p.organization_id = $1 AND p.employee_number_key = r."employeeNumberKey" AND p.id <> r.id)
       OR EXISTS (SELECT FROM person p WHERE p.organization_id = $1 AND p.email_key = r."emailKey" AND p.id <> r.id)
       OR EXISTS (SELECT FROM person p WHERE p.organization_id = $1 AND p.external_id = r."externalId" AND p.id <> r.id)
       OR (r."managerKey" IS NOT NULL AND led.manager_id IS NULL)
       OR EXISTS (SELECT FROM above a WHERE a.start = r.id AND a.id = r.id)`,
    [transaction.organizationId, JSON.stringify(rows)],
  );
  return new Set(found.map((row) => row.id));
}
