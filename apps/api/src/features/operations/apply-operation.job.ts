import { refreshStatistics } from '../../platform/database/refresh-statistics.ts';
import type { JobHandler } from '../../platform/jobs/job-runner.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { actsOf, operationKind, undoMilliseconds, type Operation } from './operation.ts';
import { allowUndo, finishChunk, lockOperation, moveOperation, nextChunk, sumOutcomes } from './operation.queries.ts';

/**
 * Carries out a committed operation, chunk by chunk, each in one short transaction that holds the operation's row: whoever takes
 * the job over after a crash goes on with the next chunk, and no row is applied twice.
 */
export const applyOperation: JobHandler = async ({ payload, write, signal }) => {
  const id = String(payload.operationId);
  while (true) {
    if (signal.aborted) throw new Error('The process stops; the operation goes on elsewhere');
    const applied = await write(async (transaction) => {
      const operation = await lockOperation(transaction, id);
      if (operation?.state !== 'APPLYING') return undefined;
      const { fills } = operationKind(operation.kind);
      const acts = actsOf(operation);
      const chunk = await nextChunk(transaction, id);
      if (!chunk) {
        await acts.finish?.(transaction, operation);
        await finish(transaction, operation);
        return undefined;
      }
      const outcomes = await acts.applyChunk(transaction, operation, chunk);
      await finishChunk(transaction, id, chunk, outcomes);
      return { chunks: chunk.number + 1, rows: operation.rowsDone + chunk.subjectIds.length, fills };
    });
    if (!applied) return;
    if (isPowerOfTwo(applied.chunks)) await write((transaction) => refreshStatistics(transaction, applied.fills, applied.rows));
  }
};

/** An operation that is done can be taken back for a while, if its kind can; one that took another back has that undone. */
async function finish(transaction: Transaction, { id, kind, undoOf }: Operation): Promise<void> {
  await sumOutcomes(transaction, id);
  if (undoOf) await moveOperation(transaction, undoOf, 'UNDOING', 'UNDONE');
  else if (operationKind(kind).undo) await allowUndo(transaction, id, new Date(transaction.now.getTime() + undoMilliseconds));
  await moveOperation(transaction, id, 'APPLYING', 'DONE');
}

/** As often as what was added has doubled, and so seldom in all. */
function isPowerOfTwo(count: number): boolean {
  return Number.isInteger(Math.log2(count));
}
