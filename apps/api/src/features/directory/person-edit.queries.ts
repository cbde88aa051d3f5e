import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { affiliationOf, inDepartments, inJobRoles, inPositions, ofPartners, type PersonCondition } from '../people/index.ts';

/** A person as edits read and write one. */
export interface EditedPerson {
  readonly id: string;
  readonly rowVersion: number;
  readonly displayName: string;
  readonly employeeNumber: string | null;
  readonly email: string | null;
  readonly externalId: string | null;
  readonly locale: string;
  readonly timeZone: string;
  readonly hireDate: string | null;
  readonly status: 'ACTIVE' | 'SUSPENDED' | 'LEFT';
  readonly managerId: string | null;
  readonly departmentId: string | null;
  readonly positionId: string | null;
  readonly jobRoleId: string | null;
  readonly partnerAccountId: string | null;
}

/** One person as they are now; lock them before. */
export async function readEditedPerson(transaction: Transaction, id: string): Promise<EditedPerson | undefined> {
  const [row] = await transaction.query<EditedPerson>(
    `SELECT p.id, p.row_version AS "rowVersion", p.display_name AS "displayName", p.employee_number AS "employeeNumber", p.email, p.external_id AS "externalId", p.locale,
       p.time_zone AS "timeZone", p.hire_date::text AS "hireDate", p.status, p.manager_id AS "managerId",
       a.department_id AS "departmentId", a.position_id AS "positionId", a.job_role_id AS "jobRoleId", p.partner_account_id AS "partnerAccountId"
     FROM person p ${affiliationOf('p.id')} WHERE p.organization_id = $1 AND p.id = $2`,
    [transaction.organizationId, id],
  );
  return row;
}

type Identifier = 'employeeNumber' | 'email' | 'externalId';

/** Which of the identifiers somebody else has, also somebody who has left. */
export async function findTaken(transaction: Transaction, id: string, keys: Readonly<Record<Identifier, string | null>>): Promise<Readonly<Record<Identifier, boolean>>> {
  const [row] = await transaction.query<Record<Identifier, boolean>>(
    `SELECT EXISTS (SELECT FROM person WHERE organization_id = $1 AND employee_number_key = $3 AND id <> $2) AS "employeeNumber",
       EXISTS (SELECT FROM person WHERE organization_id = $1 AND email_key = $4 AND id <> $2) AS email,
       EXISTS (SELECT FROM person WHERE organization_id = $1 AND external_id = $5 AND id <> $2) AS "externalId"`,
    [transaction.organizationId, id, keys.employeeNumber, keys.email, keys.externalId],
  );
  return row!;
}

/** The person, then who manages them, and so on to the top. */
export async function readManagersUp(transaction: Transaction, personId: string): Promise<{ id: string; name: string }[]> {
  return transaction.query(
    `WITH RECURSIVE up AS (
       SELECT id, manager_id, display_name, 0 AS height FROM person WHERE organization_id = $1 AND id = $2
       UNION ALL
       SELECT p.id, p.manager_id, p.display_name, up.height + 1 FROM person p JOIN up ON p.organization_id = $1 AND p.id = up.manager_id
     ) CYCLE id SET is_circle USING path
     SELECT id, display_name AS name FROM up WHERE NOT is_circle ORDER BY height`,
    [transaction.organizationId, personId],
  );
}

const placeTables = { departmentId: 'department', positionId: 'job_position', jobRoleId: 'job_role', partnerAccountId: 'partner_account' } as const;

/** What somebody can be put in. */
export type PlaceField = keyof typeof placeTables;

/** Whether one is there to put somebody in; it is not removed before the end of the transaction. */
export async function holdPlace(transaction: Transaction, field: PlaceField, id: string): Promise<boolean> {
  const rows = await transaction.query(
    `SELECT id FROM ${placeTables[field]} WHERE organization_id = $1 AND id = $2 AND removed_at IS NULL FOR SHARE`,
    [transaction.organizationId, id],
  );
  return rows.length === 1;
}

const holders = {
  departmentId: (parameters: SqlParameters, id: string) => inDepartments(parameters, [id], true),
  positionId: (parameters: SqlParameters, id: string) => inPositions(parameters, [id]),
  jobRoleId: (parameters: SqlParameters, id: string) => inJobRoles(parameters, [id]),
  partnerAccountId: (parameters: SqlParameters, id: string) => ofPartners(parameters, [id]),
} as const;

/** Whether somebody whom a condition lets through belongs to the place. */
export async function isHeld(transaction: Transaction, visible: PersonCondition, field: PlaceField, id: string): Promise<boolean> {
  const parameters = new SqlParameters(transaction.organizationId);
  const conditions = ['p.organization_id = $1', visible(parameters), holders[field](parameters, id)];
  const rows = await transaction.query(`SELECT p.id FROM person p WHERE ${conditions.join(' AND ')} LIMIT 1`, parameters.values);
  return rows.length > 0;
}

/** The organization's own language and time zone, for people of whom nothing else is said. */
export async function readDefaults(transaction: Transaction): Promise<{ locale: string; timeZone: string }> {
  const [row] = await transaction.query<{ locale: string; timeZone: string }>(
    'SELECT default_locale AS locale, default_time_zone AS "timeZone" FROM organization WHERE organization_id = $1',
    [transaction.organizationId],
  );
  return row!;
}

/** Whom of some people a condition lets through. */
export async function findAmong(transaction: Transaction, visible: PersonCondition, ids: readonly string[]): Promise<ReadonlyMap<string, boolean>> {
  const parameters = new SqlParameters(transaction.organizationId);
  const conditions = ['p.organization_id = $1', `p.id = ANY (${parameters.add(ids, 'uuid[]')})`, visible(parameters)];
  const rows = await transaction.query<{ id: string }>(`SELECT p.id FROM person p WHERE ${conditions.join(' AND ')}`, parameters.values);
  return new Map(rows.map(({ id }) => [id, true]));
}
