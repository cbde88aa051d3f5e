import { refreshStatistics } from '../../platform/database/refresh-statistics.ts';
import type { JobHandler } from '../../platform/jobs/job-runner.ts';
import { operationKind } from './operation.ts';
import { finishChunk, lockOperation, moveOperation, nextChunk, sumOutcomes } from './operation.queries.ts';

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
      const kind = operationKind(operation.kind);
      const chunk = await nextChunk(transaction, id);
      if (!chunk) {
        await kind.finish?.(transaction, operation);
        await sumOutcomes(transaction, id);
        await moveOperation(transaction, id, 'APPLYING', 'DONE');
        return undefined;
      }
      const outcomes = await kind.applyChunk(transaction, operation, chunk);
      await finishChunk(transaction, id, chunk, outcomes);
      return { chunks: chunk.number + 1, rows: operation.rowsDone + chunk.subjectIds.length, fills: kind.fills };
    });
    if (!applied) return;
    if (isPowerOfTwo(applied.chunks)) await write((transaction) => refreshStatistics(transaction, applied.fills, applied.rows));
  }
};

/** As often as what was added has doubled, and so seldom in all. */
function isPowerOfTwo(count: number): boolean {
  return Number.isInteger(Math.log2(count));
}
