import { reviewException } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { JobHandler } from '../../platform/jobs/job-runner.ts';
import { readPeopleOfChunk } from '../operations/index.ts';
import { lockReviewed, setReviewed } from './review.queries.ts';

/** Who was suspended, has left, has come back or been given a job number: what they are assigned becomes a case of the exception inbox, or is one no more. */
export const reviewExceptions: JobHandler = async ({ payload, write }) => {
  const { personId, operationId, chunk } = payload;
  await write(async (transaction) => reviewPeople(transaction, typeof personId === 'string' ? [personId] : await readPeopleOfChunk(transaction, String(operationId), Number(chunk))));
};

async function reviewPeople(transaction: Transaction, personIds: readonly string[]): Promise<void> {
  const rows = await lockReviewed(transaction, personIds);
  await setReviewed(transaction, rows.flatMap((row) => {
    const reviewed = reviewException(row);
    return reviewed ? [{ row, ...reviewed }] : [];
  }));
}
