import { foldEmail, type ListedPerson, type ListIdentifier, type PeopleToFind } from '@milepost/domain';
import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { PersonCondition } from '../people/index.ts';

const columnOf: { readonly [I in ListIdentifier]: string } = { EMPLOYEE_NUMBER: 'p.employee_number', EMAIL: 'p.email', EXTERNAL_ID: 'p.external_id' };

/** Whom a list may name, of the people whom a condition on `person p` lets through: everybody else is unknown to it. What a merged record is known by means whom it was merged into. */
export async function readPeopleToFind(transaction: Transaction, by: ListIdentifier, within: PersonCondition): Promise<PeopleToFind> {
  const parameters = new SqlParameters(transaction.organizationId);
  const rows = await transaction.query<ListedPerson & { readonly email: string | null }>(
    `SELECT p.id, ${columnOf[by]} AS identifier, p.email, p.display_name AS "displayName", p.status FROM person p
     WHERE p.organization_id = $1 AND p.merged_into_id IS NULL AND ${within(parameters)}
     UNION ALL
     SELECT p.id, k.identifier, k.email, p.display_name, p.status FROM (SELECT merged_into_id AS id, ${columnOf[by]} AS identifier, p.email FROM person p
       WHERE p.organization_id = $1 AND p.merged_into_id IS NOT NULL AND ${columnOf[by]} IS NOT NULL) k
     JOIN person p ON p.organization_id = $1 AND p.id = k.id WHERE ${within(parameters)}`,
    parameters.values,
  );
  const numberless = rows.flatMap(({ identifier, email, displayName }) => (identifier === null && email !== null ? [[foldEmail(email), displayName] as const] : []));
  return { by, people: rows.filter((row) => row.identifier !== null), numberless: new Map(numberless) };
}

/** What a list's rows are classed by, in order: who, and as what. Errors concern nobody. */
export async function readClassedRows(transaction: Transaction, operationId: string): Promise<{ readonly ids: readonly string[]; readonly classes: readonly string[] }> {
  const [row] = await transaction.query<{ ids: string[] | null; classes: string[] | null }>(
    `SELECT array_agg(r.id ORDER BY c.number, r.place) AS ids, array_agg(r.class ORDER BY c.number, r.place) AS classes FROM operation_chunk c
     CROSS JOIN LATERAL unnest(c.subject_ids, c.classes) WITH ORDINALITY AS r (id, class, place)
     WHERE c.organization_id = $1 AND c.operation_id = $2 AND r.class <> 'ERROR'`,
    [transaction.organizationId, operationId],
  );
  return { ids: row?.ids ?? [], classes: row?.classes ?? [] };
}
