import { succeed } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { operationKind } from './operation.ts';
import { lockOperation, moveOperation } from './operation.queries.ts';

/** Gives up a preview; whoever made it may, and whoever may commit it. What has been committed cannot be cancelled. */
export async function cancelOperation(transaction: Transaction, caller: Caller, id: string): Promise<Outcome<{ id: string }>> {
  const operation = await lockOperation(transaction, id);
  if (!operation) return refuseWith('NOT_FOUND');
  if (operation.createdBy !== caller.actor.id) {
    const allowed = await operationKind(operation.kind).check(transaction, operation, caller);
    if (!allowed.ok) return allowed;
  }
  if (operation.state === 'CANCELLED') return succeed({ id });
  if (!(await moveOperation(transaction, id, 'PREVIEWED', 'CANCELLED'))) return refuseWith('ILLEGAL_OPERATION', { state: operation.state });
  return succeed({ id });
}
