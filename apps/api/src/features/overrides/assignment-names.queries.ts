import type { Transaction } from '../../platform/database/transaction.ts';

/** Assignments as one speaks of them: "#12 Sales". */
export async function readAssignmentNames(transaction: Transaction, ids: readonly string[]): Promise<string[]> {
  const rows = await transaction.query<{ name: string }>(
    `SELECT '“' || name || '” (#' || number || ')' AS name FROM assignment WHERE organization_id = $1 AND id = ANY ($2::uuid[]) ORDER BY number`,
    [transaction.organizationId, ids],
  );
  return rows.map(({ name }) => name);
}
