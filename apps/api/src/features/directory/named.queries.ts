import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { NamedTable, PersonCondition } from '../people/index.ts';

/** A position, job role or partner account, with how many active people have it. */
export interface NamedPlaceRow {
  readonly id: string;
  readonly name: string;
  readonly rowVersion: number;
  readonly peopleCount: number;
}

/** One of them, locked against removal up to the end of the transaction; undefined when there is none, or no longer. */
export async function findNamed(transaction: Transaction, table: NamedTable, id: string): Promise<{ name: string } | undefined> {
  const [row] = await transaction.query<{ name: string }>(
    `SELECT name FROM ${table} WHERE organization_id = $1 AND id = $2 AND removed_at IS NULL FOR UPDATE`,
    [transaction.organizationId, id],
  );
  return row;
}

/** Whether another one bears the name. Those who ask for one name wait for each other up to the end of the transaction. */
export async function isNameTaken(transaction: Transaction, table: NamedTable, nameKey: string, id?: string): Promise<boolean> {
  await transaction.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`${table}:${transaction.organizationId}`]);
  const rows = await transaction.query(
    `SELECT id FROM ${table} WHERE organization_id = $1 AND name_key = $2 AND removed_at IS NULL AND id IS DISTINCT FROM $3::uuid`,
    [transaction.organizationId, nameKey, id ?? null],
  );
  return rows.length > 0;
}

const counted: Readonly<Record<NamedTable, string>> = {
  job_position: 'SELECT a.position_id AS id, a.person_id FROM affiliation a WHERE a.organization_id = $1 AND a.valid_to IS NULL AND a.position_id IS NOT NULL',
  job_role: 'SELECT a.job_role_id AS id, a.person_id FROM affiliation a WHERE a.organization_id = $1 AND a.valid_to IS NULL AND a.job_role_id IS NOT NULL',
  partner_account: 'SELECT p.partner_account_id AS id, p.id AS person_id FROM person p WHERE p.organization_id = $1 AND p.partner_account_id IS NOT NULL',
};

/**
 * All of a kind by name, or one, each with how many active people have it.
 *
 * @param visible whose, and who is counted; absent: all that there are, and everybody
 */
export async function listNamedPlaces(transaction: Transaction, table: NamedTable, visible?: PersonCondition, id?: string): Promise<NamedPlaceRow[]> {
  const parameters = new SqlParameters(transaction.organizationId);
  const one = id ? `AND n.id = ${parameters.add(id, 'uuid')}` : '';
  return transaction.query<NamedPlaceRow>(
    `SELECT n.id, n.name, n.row_version AS "rowVersion", coalesce(c.people, 0)::int AS "peopleCount" FROM ${table} n
     ${visible ? '' : 'LEFT '}JOIN (SELECT h.id, count(DISTINCT h.person_id) AS people FROM (${counted[table]}) h
       JOIN person p ON p.organization_id = $1 AND p.id = h.person_id AND p.status = 'ACTIVE' ${visible ? `AND ${visible(parameters)}` : ''} GROUP BY h.id) c ON c.id = n.id
     WHERE n.organization_id = $1 AND n.removed_at IS NULL ${one} ORDER BY n.name_key`,
    parameters.values,
  );
}
