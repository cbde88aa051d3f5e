import type { CellMend } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';

/** Gives a file of completions its mends in place of those it had. */
export async function storeMends(transaction: Transaction, operationId: string, mends: readonly CellMend[]): Promise<void> {
  await transaction.query(`UPDATE operation SET input = (input - 'mendedRows') || jsonb_build_object('mends', $3::jsonb) WHERE organization_id = $1 AND id = $2`, [
    transaction.organizationId,
    operationId,
    JSON.stringify(mends),
  ]);
}

/** Keeps in how many rows each mend was taken. */
export async function noteMendedRows(transaction: Transaction, operationId: string, rows: readonly number[]): Promise<void> {
  if (rows.length === 0) return;
  await transaction.query(`UPDATE operation SET input = input || jsonb_build_object('mendedRows', $3::jsonb) WHERE organization_id = $1 AND id = $2`, [
    transaction.organizationId,
    operationId,
    JSON.stringify(rows),
  ]);
}

/** The mends of a file, and in how many rows each was taken once it has been analysed with them. */
export interface KeptMends {
  readonly mends: readonly CellMend[];
  readonly mendedRows: readonly number[] | null;
}

/** The mends of imports of completions, by operation. */
export async function findMends(transaction: Transaction, operationIds: readonly string[]): Promise<ReadonlyMap<string, KeptMends>> {
  const rows = await transaction.query<KeptMends & { id: string }>(
    `SELECT id, coalesce(input->'mends', '[]') AS mends, input->'mendedRows' AS "mendedRows" FROM operation
     WHERE organization_id = $1 AND id = ANY ($2::uuid[]) AND kind = 'IMPORT_COMPLETIONS' AND undo_of IS NULL`,
    [transaction.organizationId, operationIds],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
