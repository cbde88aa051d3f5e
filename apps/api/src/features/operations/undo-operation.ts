import { succeed } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { actsOf, operationKind, operationScopes, type Operation } from './operation.ts';
import { createOperation, lockOperation, moveOperation, readOperations, storePreview } from './operation.queries.ts';

/**
 * Previews taking an operation back: which of its rows, and which have changed since and are left alone. Committed like any other.
 * Refuses what cannot be taken back, or no longer.
 */
export async function previewUndo(transaction: Transaction, caller: Caller, id: string): Promise<Outcome<{ id: string }>> {
  const operation = await lockOperation(transaction, id);
  if (!operation) return refuseWith('NOT_FOUND');
  if (!(await readOperations(transaction, operationScopes(caller), [id])).get(id)?.mayCarryOut) return refuseWith('NOT_ALLOWED');
  const { kind, title, input } = operation;
  if (operation.undoOf || !operationKind(kind).undo) return refuseWith('NOT_UNDOABLE');
  const refused = refuseUndo(operation, transaction.now);
  if (refused) return refused;
  const undoId = await createOperation(transaction, { kind, title, input, undoOf: id });
  const undo = (await lockOperation(transaction, undoId))!;
  await storePreview(transaction, undoId, await actsOf(undo).classify(transaction, undo, caller));
  return succeed({ id: undoId });
}

/** Marks the operation that is taken back; refuses when somebody else did so first, or the time is over. */
export async function beginUndo(transaction: Transaction, undoOf: string): Promise<Outcome<null>> {
  const original = (await lockOperation(transaction, undoOf))!;
  const refused = refuseUndo(original, transaction.now);
  if (refused) return refused;
  await moveOperation(transaction, undoOf, 'DONE', 'UNDOING');
  return succeed(null);
}

function refuseUndo({ state, undoUntil }: Operation, now: Date) {
  if (state !== 'DONE') return refuseWith('ILLEGAL_OPERATION', { state });
  return isUndoable(undoUntil, now) ? undefined : refuseWith('UNDO_EXPIRED');
}

/** Whether the time in which an operation can be taken back is not over. */
export function isUndoable(undoUntil: Date | null, now: Date): boolean {
  return undoUntil !== null && undoUntil > now;
}
