import type { Instant } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';

/** Those of some plans that are archived, and since when. */
export async function readArchived(transaction: Transaction, planIds: readonly string[]): Promise<ReadonlyMap<string, Instant>> {
  const rows = await transaction.query<{ id: string; archivedAt: Date }>(
    'SELECT id, archived_at AS "archivedAt" FROM learning_plan WHERE organization_id = $1 AND id = ANY ($2::uuid[]) AND archived_at IS NOT NULL',
    [transaction.organizationId, planIds],
  );
  return new Map(rows.map(({ id, archivedAt }) => [id, archivedAt.toISOString() as Instant]));
}
