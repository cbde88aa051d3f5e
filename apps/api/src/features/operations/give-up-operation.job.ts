import type { JobHandler } from '../../platform/jobs/job-runner.ts';
import { failOperation, lockOperation, sumOutcomes } from './operation.queries.ts';

/**
 * Ends an operation whose job has failed for the last time: it says so, what was carried out stays and is counted, and `commitOperation`
 * goes on with the rest.
 */
export const giveUpOperation: JobHandler = async ({ payload, write }) => {
  const id = String(payload.operationId);
  await write(async (transaction) => {
    const operation = await lockOperation(transaction, id);
    if (operation?.state === 'ANALYSING') return failOperation(transaction, id, { code: 'ANALYSIS_GIVEN_UP' });
    if (operation?.state !== 'APPLYING') return;
    await sumOutcomes(transaction, id);
    await failOperation(transaction, id, { code: 'OPERATION_GIVEN_UP', params: { done: operation.rowsDone, total: operation.rowsTotal } });
  });
};
