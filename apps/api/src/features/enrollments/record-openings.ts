import { openedSteps, opensNextAt } from '@milepost/domain';
import { newId } from '../../platform/database/new-id.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Evaluation } from './evaluate-enrollments.ts';
import type { WaitingSteps } from './write-standings.ts';

/**
 * Writes down which steps have opened for whom, by what was kept of them before, in the transaction that found it; one event for each plan tells of it. Nobody's
 * first standing opens anything: what is open from the beginning is told of by nobody (C16).
 */
export async function recordOpenings(transaction: Transaction, evaluations: readonly Evaluation[], waited: readonly WaitingSteps[]): Promise<void> {
  if (waited.length === 0) return;
  const evaluationOf = new Map(evaluations.flatMap((evaluation) => evaluation.enrollmentIds.map((id) => [id, evaluation] as const)));
  const opened = waited.flatMap(({ enrollmentId, keys }) => {
    const { standing, planId } = evaluationOf.get(enrollmentId)!;
    return openedSteps(standing, keys).map(({ key }) => ({ planId, enrollmentId, key }));
  });
  for (const [planId, rows] of Map.groupBy(opened, (each) => each.planId)) {
    const openingId = newId();
    await transaction.query(
      `INSERT INTO step_release (organization_id, enrollment_id, milestone_key, opened_at, opening_id)
       SELECT $1, n.enrollment_id, n.milestone_key, $4, $5 FROM unnest($2::uuid[], $3::uuid[]) AS n (enrollment_id, milestone_key)
       ON CONFLICT (organization_id, enrollment_id, milestone_key) DO UPDATE SET opened_at = excluded.opened_at, opening_id = excluded.opening_id`,
      [transaction.organizationId, rows.map(({ enrollmentId }) => enrollmentId), rows.map(({ key }) => key), transaction.now, openingId],
    );
    await transaction.emit({ type: 'steps.opened', ids: { openingId, subjectId: planId, steps: rows.length } });
  }
}

/** When steps open by their schedules somebody looks, so that what is kept follows the clock and it is told; one job for each moment of an organization. */
export async function scheduleOpenings(transaction: Transaction, evaluations: readonly Evaluation[]): Promise<void> {
  const moments = new Set(evaluations.flatMap(({ standing, situation }) => opensNextAt(standing, situation.person.zone) ?? []));
  for (const moment of moments) {
    const runAt = new Date(moment);
    await transaction.enqueue({ task: 'open-steps', payload: {}, key: `open-steps:${transaction.organizationId}:${runAt.getTime() / 1000}`, runAt });
  }
}
