import { findDueChanges, type KeptDues } from '@milepost/domain';
import { newId } from '../../platform/database/new-id.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { settleTakeovers, writeDueChanges, type DueChangeToWrite } from './due-change.queries.ts';
import type { Evaluation } from './evaluate-enrollments.ts';
import type { MovedDues } from './write-standings.ts';

/**
 * Writes down which due dates an evaluation moved, from when to when and why (2.4), in the transaction that moved them; one event tells of
 * all of them. People who had equal standings before and have equal ones now are looked at once.
 */
export async function recordDueChanges(transaction: Transaction, evaluations: readonly Evaluation[], moved: readonly MovedDues[]): Promise<void> {
  if (moved.length === 0) return;
  const evaluationOf = new Map(evaluations.flatMap((evaluation) => evaluation.enrollmentIds.map((id) => [id, evaluation] as const)));
  const alike = Map.groupBy(moved, ({ enrollmentId, kept }) => `${evaluations.indexOf(evaluationOf.get(enrollmentId)!)} ${JSON.stringify(kept)}`);
  const rows = [...alike.values()].flatMap((group) => {
    const [{ enrollmentId, kept }] = group as [MovedDues];
    const { standing, situation } = evaluationOf.get(enrollmentId)!;
    const changes = findDueChanges(toKeptDues(kept), standing, situation);
    return group.flatMap((each) => changes.map((change): DueChangeToWrite => ({ ...change, id: newId(), enrollmentId: each.enrollmentId })));
  });
  await settleTakeovers(transaction, moved.map(({ enrollmentId }) => enrollmentId));
  if (rows.length === 0) return;
  const batchId = newId();
  await writeDueChanges(transaction, batchId, rows);
  await transaction.emit({ type: 'due.changed', ids: { batchId, changes: rows.length } });
}

function toKeptDues({ status, evaluatedAt, due, origin, sourceId, milestones }: MovedDues['kept']): KeptDues {
  return {
    status,
    evaluatedAt: new Date(evaluatedAt).toISOString(),
    plan: { date: due, origin, sourceId },
    milestones: milestones.map((milestone) => ({ key: milestone.key, date: milestone.due, origin: milestone.dueFrom?.origin ?? null, sourceId: milestone.dueFrom?.sourceId ?? null })),
  } as unknown as KeptDues;
}
