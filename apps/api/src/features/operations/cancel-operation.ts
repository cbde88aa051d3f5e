import { succeed } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { operationScopes } from './operation.ts';
import { lockOperation, moveOperation, readOperations } from './operation.queries.ts';

/** Gives up a preview. What has been committed cannot be cancelled. */
export async function cancelOperation(transaction: Transaction, caller: Caller, id: string): Promise<Outcome<{ id: string }>> {
  const operation = await lockOperation(transaction, id);
  if (!operation) return refuseWith('NOT_FOUND');
  if (!(await readOperations(transaction, operationScopes(caller), [id])).get(id)?.mayGiveUp) return refuseWith('NOT_ALLOWED');
  if (operation.state === 'CANCELLED') return succeed({ id });
  if (!(await moveOperation(transaction, id, 'PREVIEWED', 'CANCELLED'))) return refuseWith('ILLEGAL_OPERATION', { state: operation.state });
  return succeed({ id });
}
