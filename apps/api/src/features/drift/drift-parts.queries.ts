import type { Transaction } from '../../platform/database/transaction.ts';
import type { WorkOfPerson } from '../facts/index.ts';

/** The next enrollments behind one, in the order of their ids. */
export async function readEnrollmentsAfter(transaction: Transaction, after: string | null, atMost: number): Promise<string[]> {
  return idsOf(transaction, 'SELECT id FROM enrollment WHERE organization_id = $1 AND ($2::uuid IS NULL OR id > $2::uuid)', after, atMost);
}

/** The next people behind one; merged records stand with the record that is left. */
export async function readPeopleAfter(transaction: Transaction, after: string | null, atMost: number): Promise<string[]> {
  return idsOf(transaction, 'SELECT id FROM person WHERE organization_id = $1 AND merged_into_id IS NULL AND ($2::uuid IS NULL OR id > $2::uuid)', after, atMost);
}

/** The one plan or content that comes next behind one, of which there are people or counts: the first entry of each index, however many people follow. */
export async function readSubjectAfter(transaction: Transaction, after: string | null): Promise<string[]> {
  const first = (table: string): string =>
    `(SELECT subject_id AS id FROM ${table} WHERE organization_id = $1 AND ($2::uuid IS NULL OR subject_id > $2::uuid) ORDER BY organization_id, subject_id LIMIT 1)`;
  return idsOf(transaction, `SELECT id FROM (${['enrollment', 'status_count', 'daily_completion', 'due_count'].map(first).join(' UNION ')}) s`, after, 1);
}

async function idsOf(transaction: Transaction, select: string, after: string | null, atMost: number): Promise<string[]> {
  const rows = await transaction.query<{ id: string }>(`${select} ORDER BY id LIMIT ${atMost}`, [transaction.organizationId, after]);
  return rows.map(({ id }) => id);
}

/** The modules that people have completed, under whichever of their records. */
export function readModuleWork(transaction: Transaction, personIds: readonly string[]): Promise<WorkOfPerson[]> {
  return transaction.query(
    `SELECT DISTINCT r.person_id AS "personId", f.subject_id AS "subjectId"
     FROM (SELECT p AS person_id, p AS record_id FROM unnest($2::uuid[]) p UNION ALL SELECT m.merged_into_id, m.id FROM person m WHERE m.organization_id = $1 AND m.merged_into_id = ANY ($2::uuid[])) r
     JOIN completion_fact f ON f.organization_id = $1 AND f.person_id = r.record_id AND f.kind = 'MODULE'`,
    [transaction.organizationId, personIds],
  );
}
