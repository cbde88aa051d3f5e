import type { Transaction } from '../../platform/database/transaction.ts';

/** Everybody of whom something was ever revoked; what was done under a merged record is that of the one that is left. */
export async function readPeopleWithRevocations(transaction: Transaction): Promise<ReadonlySet<string>> {
  const rows = await transaction.query<{ id: string }>(
    `SELECT DISTINCT coalesce(p.merged_into_id, r.person_id) AS id FROM revocation_fact r JOIN person p ON p.organization_id = $1 AND p.id = r.person_id
     WHERE r.organization_id = $1`,
    [transaction.organizationId],
  );
  return new Set(rows.map(({ id }) => id));
}
