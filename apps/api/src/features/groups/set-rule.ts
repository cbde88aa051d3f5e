import type { AudienceExpression } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';

/** Gives a group another rule; whoever edits what it was before is told so. */
export async function setRule(transaction: Transaction, groupId: string, rule: AudienceExpression): Promise<void> {
  await transaction.query(
    `UPDATE person_group SET rule = $3, row_version = row_version + 1, updated_at = $4, updated_by = $5 WHERE organization_id = $1 AND id = $2`,
    [transaction.organizationId, groupId, JSON.stringify(rule), transaction.now, transaction.actor.id],
  );
}
