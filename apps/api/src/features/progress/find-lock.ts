import type { Transaction } from '../../platform/database/transaction.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { evaluatePerson, findTouchedEnrollments, sayItemLocks } from '../enrollments/index.ts';

/**
 * Why the signed-in person cannot do a piece of content yet, in words. Whoever may do it by any of their plans may do it; what is in
 * none of their plans is not locked by any.
 */
export async function findLock(transaction: Transaction, context: RequestContext, learningObjectId: string): Promise<string | null> {
  const touched = await findTouchedEnrollments(transaction, context.caller.actor.id, [learningObjectId]);
  if (touched.length === 0) return null;
  const evaluations = await evaluatePerson(
    transaction,
    context.caller.actor.id,
    touched.map((each) => each.id),
  );
  const locks = evaluations.flatMap((evaluation) => sayItemLocks(evaluation, learningObjectId, context.locale));
  return locks.length > 0 && locks.every((lock) => lock !== null) ? locks[0]! : null;
}
