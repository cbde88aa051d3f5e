import { isUnseen } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { evaluatePerson } from './evaluate-person.ts';

/**
 * Notes that somebody has seen the steps of an enrollment of theirs that opened by a schedule or by hand: they stay open whatever becomes of the schedule (2.2). Seen once they stay
 * seen; answers how many were new to them.
 */
export async function seeSteps(transaction: Transaction, personId: string, enrollmentId: string): Promise<number> {
  const [evaluation] = await evaluatePerson(transaction, personId, [enrollmentId]);
  if (!evaluation) return 0;
  const { standing, prepared, situation } = evaluation;
  const seen = standing.milestones.filter((step, place) => isUnseen(step, prepared.milestones[place]!.definition, situation));
  if (seen.length === 0) return 0;
  return transaction.execute(
    `INSERT INTO step_release (organization_id, enrollment_id, milestone_key, seen_at) SELECT $1, $2, k.key, $4 FROM unnest($3::uuid[]) AS k (key)
     ON CONFLICT (organization_id, enrollment_id, milestone_key) DO UPDATE SET seen_at = excluded.seen_at WHERE step_release.seen_at IS NULL`,
    [transaction.organizationId, enrollmentId, seen.map(({ key }) => key), transaction.now],
  );
}
