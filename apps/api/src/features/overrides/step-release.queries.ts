import type { ReleaseChange } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';

/** Keeps what was done by hand with a step of an enrollment; whether it was seen stays as it is. */
export async function writeStepRelease(transaction: Transaction, step: ReleaseChange & { readonly enrollmentId: string; readonly milestoneKey: string }): Promise<void> {
  await transaction.query(
    `INSERT INTO step_release (organization_id, enrollment_id, milestone_key, held_at, released_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (organization_id, enrollment_id, milestone_key) DO UPDATE SET held_at = excluded.held_at, released_at = excluded.released_at`,
    [transaction.organizationId, step.enrollmentId, step.milestoneKey, step.heldAt, step.releasedAt],
  );
}
