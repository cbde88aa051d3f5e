import type { JobHandler } from '../../platform/jobs/job-runner.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { actForCommitter } from './act-for-committer.ts';
import { enqueueApplication } from './enqueue-application.ts';
import { operationKind } from './operation.ts';
import { lockOperation, moveOperation, setStart, storeProblem, storeRowsOfStart } from './operation.queries.ts';

/** How long it waits for another operation that touches the same. */
const waitMilliseconds = 2_000;

/** Enqueues the beginning of an operation at its moment; a later moment is another job, and the earlier one then does nothing. */
export async function scheduleStart(transaction: Transaction, operationId: string, startsAt: Date): Promise<void> {
  await setStart(transaction, operationId, startsAt);
  await enqueueStart(transaction, operationId, startsAt);
}

async function enqueueStart(transaction: Transaction, operationId: string, runAt: Date): Promise<void> {
  await transaction.enqueue({ task: 'start-operation', payload: { operationId }, key: `start:${operationId}:${runAt.getTime()}`, runAt });
}

/**
 * Begins an operation that was committed for a later moment, when that has come: everybody is classified anew, and what cannot be carried
 * out any more is given up with its reason. Repeated, or too early, it does nothing.
 */
export const startScheduledOperation: JobHandler = async (context) => {
  const id = String(context.payload.operationId);
  const write = await actForCommitter(context, id);
  await write(async (transaction) => {
    const operation = await lockOperation(transaction, id);
    if (operation?.state !== 'SCHEDULED' || !operation.startsAt || operation.startsAt > transaction.now) return;
    const kind = operationKind(operation.kind);
    if (await kind.isOvertaken?.(transaction, operation)) return enqueueStart(transaction, id, new Date(transaction.now.getTime() + waitMilliseconds));
    const started = await kind.start!(transaction, operation);
    if (!started.ok) {
      await storeProblem(transaction, id, { code: 'START_REFUSED' });
      await moveOperation(transaction, id, 'SCHEDULED', 'CANCELLED');
      return;
    }
    await storeRowsOfStart(transaction, id, started.value);
    await moveOperation(transaction, id, 'SCHEDULED', 'APPLYING');
    await enqueueApplication(transaction, kind, id);
  });
};
