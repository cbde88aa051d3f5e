import { newId } from '../../platform/database/new-id.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

/** Keeps what a group is from now on, and says that it has changed: rules are dated, so that audiences "as of" a day can be told. */
export async function keepGroupRevision(transaction: Transaction, groupId: string, operationId: string | null = null): Promise<void> {
  const { organizationId, now, actor } = transaction;
  await transaction.query(
    `INSERT INTO group_revision (organization_id, id, group_id, name, rule, removed, operation_id, valid_from, created_at, created_by)
     SELECT organization_id, $3, id, name, rule, removed_at IS NOT NULL, $4, $5, $5, $6 FROM person_group WHERE organization_id = $1 AND id = $2`,
    [organizationId, groupId, newId(), operationId, now, actor.id],
  );
  await transaction.emit({ type: 'group.changed', ids: { groupId } });
}
