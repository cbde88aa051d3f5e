import type { Transaction } from './transaction.ts';

/** Why a versioned update changed nothing. */
export type VersionedOutcome =
  | { readonly kind: 'UPDATED'; readonly rowVersion: number }
  | { readonly kind: 'STALE'; readonly rowVersion: number }
  | { readonly kind: 'MISSING' };

/**
 * Updates one row of what admins edit, if it still has the version that the caller saw. TypeORM's version column does not
 * protect `save()`, so this is the only way in which such rows change.
 *
 * @param table a table of ours with `id`, `row_version`, `updated_at` and `updated_by`
 * @param changes column → value; columns are named by code, never by callers
 */
export async function updateVersioned(
  transaction: Transaction,
  table: string,
  id: string,
  rowVersion: number,
  changes: Readonly<Record<string, unknown>>,
): Promise<VersionedOutcome> {
  const columns = Object.keys(changes);
  const assignments = columns.map((column, index) => `${column} = $${index + 6}`);
  const updated = await transaction.query<{ row_version: number }>(
    `UPDATE ${table} SET row_version = row_version + 1, updated_at = $4, updated_by = $5${assignments.map((each) => `, ${each}`).join('')}
     WHERE organization_id = $1 AND id = $2 AND row_version = $3 RETURNING row_version`,
    [transaction.organizationId, id, rowVersion, transaction.now, transaction.actor.id, ...columns.map((column) => changes[column])],
  );
  if (updated[0]) return { kind: 'UPDATED', rowVersion: updated[0].row_version };
  const [current] = await transaction.query<{ row_version: number }>(
    `SELECT row_version FROM ${table} WHERE organization_id = $1 AND id = $2`,
    [transaction.organizationId, id],
  );
  return current ? { kind: 'STALE', rowVersion: current.row_version } : { kind: 'MISSING' };
}
