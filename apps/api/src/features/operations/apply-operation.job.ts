import { refreshStatistics } from '../../platform/database/refresh-statistics.ts';
import type { JobContext, JobHandler } from '../../platform/jobs/job-runner.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { actForCommitter } from './act-for-committer.ts';
import { actsOf, operationKind, undoMilliseconds } from './operation.ts';
import { allowUndo, claimChunk, finishChunk, lockOperation, moveOperation, readOperation, sumOutcomes } from './operation.queries.ts';

/** How many chunks are carried out at a time where they do not depend on each other. */
const lanes = 2;

/**
 * Carries out a committed operation, chunk by chunk, each in one short transaction that holds the chunk's row: whoever takes the job over
 * after a crash goes on with the next chunk, and no row is applied twice.
 */
export const applyOperation: JobHandler = async (context) => {
  const id = String(context.payload.operationId);
  const write = await actForCommitter(context, id);
  const isIndependent = await write(async (transaction) => {
    const operation = await readOperation(transaction, id);
    return operation !== undefined && operationKind(operation.kind).chunksAreIndependent === true;
  });
  while (true) {
    // One that fails lets the other come to its end: nothing goes on behind the back of the next attempt.
    const ended = await Promise.allSettled(Array.from({ length: isIndependent ? lanes : 1 }, () => applyChunks({ ...context, write }, id)));
    for (const lane of ended) if (lane.status === 'rejected') throw lane.reason;
    if (await write((transaction) => finish(transaction, id))) return;
  }
};

async function applyChunks({ write, signal }: JobContext, id: string): Promise<void> {
  while (true) {
    if (signal.aborted) throw new Error('The process stops; the operation goes on elsewhere');
    const applied = await write(async (transaction) => {
      const operation = await readOperation(transaction, id);
      const chunk = operation?.state === 'APPLYING' ? await claimChunk(transaction, id, 'PASS') : undefined;
      if (!operation || !chunk) return undefined;
      const outcomes = await actsOf(operation).applyChunk(transaction, operation, chunk);
      await finishChunk(transaction, id, chunk, outcomes);
      return { chunks: chunk.number + 1, rows: operation.rowsDone + chunk.subjectIds.length, fills: operationKind(operation.kind).fills };
    });
    if (!applied) return;
    if (isPowerOfTwo(applied.chunks)) await write((transaction) => refreshStatistics(transaction, applied.fills, applied.rows));
  }
}

/**
 * After the last chunk. An operation that is done can be taken back for a while, if its kind can; one that took another back has that
 * undone.
 *
 * @returns false: a worker that has lost the job was at a chunk, and has left it
 */
async function finish(transaction: Transaction, id: string): Promise<boolean> {
  if ((await readOperation(transaction, id))?.state === 'APPLYING' && (await claimChunk(transaction, id, 'WAIT'))) return false;
  const operation = await lockOperation(transaction, id);
  if (operation?.state !== 'APPLYING') return true;
  await actsOf(operation).finish?.(transaction, operation);
  await sumOutcomes(transaction, id);
  if (operation.undoOf) await moveOperation(transaction, operation.undoOf, 'UNDOING', 'UNDONE');
  else if (operationKind(operation.kind).undo) await allowUndo(transaction, id, new Date(transaction.now.getTime() + undoMilliseconds));
  await moveOperation(transaction, id, 'APPLYING', 'DONE');
  return true;
}

/** As often as what was added has doubled, and so seldom in all. */
function isPowerOfTwo(count: number): boolean {
  return Number.isInteger(Math.log2(count));
}
