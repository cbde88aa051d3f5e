import { succeed } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { recordAudit } from '../audit/index.ts';
import { actsOf, operationKind, operationScopes, type Operation, type OperationKind, type Preview } from './operation.ts';
import { enqueueApplication } from './enqueue-application.ts';
import { createOperation, lockOperation, moveOperation, readOperations, storePreview, type NewOperation } from './operation.queries.ts';
import { scheduleStart } from './start-operation.job.ts';
import { beginUndo } from './undo-operation.ts';

/**
 * Accepts a preview. Whoever commits it must be allowed at this moment all that it does. Classifies once more: only if nothing has
 * changed since the preview are the rows carried out, by a job, each exactly once; an operation for a later moment waits for that. Pressed twice, it commits once; one that was given up
 * on the way goes on with the rows that are left. A preview that no longer holds is refused with STALE_PREVIEW.
 *
 * @param previewHash the token of the preview that was looked at
 */
export async function commitOperation(transaction: Transaction, caller: Caller, id: string, previewHash: string): Promise<Outcome<{ id: string }>> {
  const operation = await lockOperation(transaction, id);
  if (!operation) return refuseWith('NOT_FOUND');
  if (!(await readOperations(transaction, operationScopes(caller), [id])).get(id)?.mayCarryOut) return refuseWith('NOT_ALLOWED');
  if (operation.committedAt && operation.previewHash === previewHash) {
    return operation.state === 'FAILED' ? goOn(transaction, operation) : succeed({ id });
  }
  if (operation.state !== 'PREVIEWED') return refuseWith('ILLEGAL_OPERATION', { state: operation.state });
  if (operation.previewHash !== previewHash) return refuseWith('STALE_PREVIEW');

  const kind = operationKind(operation.kind);
  const allowed = await check(transaction, kind, operation);
  if (allowed?.ok === false) return allowed;
  if (await kind.isOvertaken?.(transaction, operation)) return refuseWith('STALE_PREVIEW');
  const preview = await actsOf(operation).classify(transaction, operation, caller);
  if (preview.hash !== previewHash) return refuseWith('STALE_PREVIEW');
  const startsAt = operation.undoOf ? null : (kind.startsAt?.(operation) ?? null);
  const waits = startsAt !== null && startsAt > transaction.now;
  await moveOperation(transaction, id, 'PREVIEWED', waits ? 'SCHEDULED' : 'APPLYING');
  await actsOf(operation).begin?.(transaction, operation);
  await recordAudit(transaction, { act: `${operation.kind}.${operation.undoOf ? 'undo' : 'commit'}`, subject: { kind: 'operation', id }, after: operation.counts, operationId: id });
  await (waits ? scheduleStart(transaction, id, startsAt) : enqueueApplication(transaction, kind, id));
  return succeed({ id });
}

/** Begins an operation that follows from what has happened: nobody previews it, and anybody who may see its like can watch it. */
export async function startOperation(transaction: Transaction, started: NewOperation, writeRows: (id: string) => Promise<Preview>): Promise<void> {
  const id = await createOperation(transaction, started);
  await storePreview(transaction, id, await writeRows(id));
  await moveOperation(transaction, id, 'PREVIEWED', 'APPLYING');
  await enqueueApplication(transaction, operationKind(started.kind), id);
}

async function check(transaction: Transaction, kind: OperationKind, operation: Operation): Promise<Outcome<null> | undefined> {
  return operation.undoOf ? beginUndo(transaction, operation.undoOf) : kind.check?.(transaction, operation);
}

/** Goes on with an operation that was given up: what is done stays, and the rest is carried out. */
async function goOn(transaction: Transaction, operation: Operation): Promise<Outcome<{ id: string }>> {
  const { id } = operation;
  const kind = operationKind(operation.kind);
  const allowed = operation.undoOf ? undefined : await kind.check?.(transaction, operation);
  if (allowed?.ok === false) return allowed;
  await moveOperation(transaction, id, 'FAILED', 'APPLYING');
  await recordAudit(transaction, { act: `${operation.kind}.resume`, subject: { kind: 'operation', id }, operationId: id });
  await enqueueApplication(transaction, kind, id);
  return succeed({ id });
}

/** Stores a new preview of an operation whose commit was refused because the world had moved on. */
export async function renewPreview(transaction: Transaction, caller: Caller, id: string): Promise<void> {
  const operation = await lockOperation(transaction, id);
  if (operation?.state !== 'PREVIEWED') return;
  const { renew } = operationKind(operation.kind);
  if (renew && !operation.undoOf) return renew(transaction, operation);
  await storePreview(transaction, id, await actsOf(operation).classify(transaction, operation, caller));
}
