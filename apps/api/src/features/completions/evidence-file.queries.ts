import { isUuid } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';

/** Whether a file was uploaded as evidence by whoever acts. */
export async function ownsEvidence(transaction: Transaction, fileId: string): Promise<boolean> {
  if (!isUuid(fileId)) return false;
  const rows = await transaction.query(`SELECT FROM stored_file WHERE organization_id = $1 AND id = $2 AND purpose = 'EVIDENCE' AND created_by = $3`, [
    transaction.organizationId,
    fileId,
    transaction.actor.id,
  ]);
  return rows.length > 0;
}
