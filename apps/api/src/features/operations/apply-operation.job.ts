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
    const done = await write(async (transaction) => {
      const operation = await lockOperation(transaction, id);
      if (operation?.state !== 'APPLYING') return true;
      const kind = operationKind(operation.kind);
      const chunk = await nextChunk(transaction, id);
      if (!chunk) {
        await kind.finish?.(transaction, operation);
        await sumOutcomes(transaction, id);
        return moveOperation(transaction, id, 'APPLYING', 'DONE');
      }
      const outcomes = await kind.applyChunk(transaction, operation, chunk);
      await finishChunk(transaction, id, chunk, outcomes);
      return false;
    });
    if (done) return;
  }
};
