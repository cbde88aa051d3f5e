import type { Transaction } from '../../platform/database/transaction.ts';
import type { JobContext, JobHandler } from '../../platform/jobs/job-runner.ts';
import { deliverAssigned, deliverMoved, deliverOpened, deliverPublished, mostAtOnce, readPublished } from './deliver.queries.ts';

/** An assignment that wants its people to be told has given them something: all of them, or one of them. */
export const tellOfAssignment: JobHandler = (context) => {
  const { assignmentId, enrollmentId, personId } = context.payload;
  const one = typeof enrollmentId === 'string' ? { enrollmentId, personId: String(personId) } : null;
  return tell(context, one?.personId ?? null, (transaction) => deliverAssigned(transaction, String(assignmentId), one?.enrollmentId ?? null));
};

/** A plan was published, and everybody who can find it by its visible range is to be told (D18, D19). */
export const tellOfPlan: JobHandler = (context) => {
  const planId = String(context.payload.planId);
  return tell(context, null, async (transaction) => {
    const plan = await readPublished(transaction, planId);
    return plan ? deliverPublished(transaction, planId, plan) : 0;
  });
};

/** People were moved to another version of their plan. */
export const tellOfVersion: JobHandler = (context) => {
  return tell(context, null, (transaction) => deliverMoved(transaction, String(context.payload.operationId)));
};

/** Steps have opened for people, by their schedule or by hand (C3, C16). */
export const tellOfOpening: JobHandler = (context) => tell(context, null, (transaction) => deliverOpened(transaction, String(context.payload.openingId)));

/** Part by part, each told of to whoever watches; cut off and run again, it goes on with those who have not been told. */
async function tell({ write, signal }: JobContext, personId: string | null, deliver: (transaction: Transaction) => Promise<number>): Promise<void> {
  let told = mostAtOnce;
  while (told >= mostAtOnce) {
    if (signal.aborted) throw new Error('The process stops; the rest is told elsewhere');
    told = await write(async (transaction) => {
      const count = await deliver(transaction);
      if (count > 0) await transaction.emit({ type: 'inbox.changed', ids: personId ? { personId } : {} });
      return count;
    });
  }
}
