import { assignmentLifecycle, isUuid, mayBecome, refuse, succeed, type AssignmentState, type AssignmentTarget, type OnLeavePolicy } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { recordAudit } from '../audit/index.ts';
import { createOperation, lockOperation, moveOperation, scheduleStart, storePreview, type Preview } from '../operations/index.ts';
import { findAssignments, readAssignmentTargets, setAssignmentState, type AssignmentRow } from './assignment.queries.ts';
import { lockAssignmentState, previewEnd } from './end-assignment.ts';
import { assignableAssignments, seenAssignments } from './assignment-scope.queries.ts';
import { findAssignmentProblems, type AssignmentInput } from './preview-assignment.ts';
import { previewUpdate } from './update-assignment.ts';

/** Which states somebody can put an assignment into from the one that it is in, if they may assign all that it gives. */
export function nextStates({ state, mode }: Pick<AssignmentRow, 'state' | 'mode'>): readonly ('ACTIVE' | 'INACTIVE' | 'ENDED' | 'CANCELLED')[] {
  const ofDynamic = mode === 'DYNAMIC' ? (['ACTIVE', 'INACTIVE', 'ENDED'] as const) : [];
  return [...ofDynamic, 'CANCELLED' as const].filter((next) => state !== 'APPLYING' && state !== 'ENDED' && mayBecome(assignmentLifecycle, state as AssignmentState, next));
}

/** Stops a dynamic assignment for the time being: nobody joins or leaves it, and everybody has what they have (2.2). */
export async function inactivateAssignment(transaction: Transaction, caller: Caller, id: string): Promise<Outcome<{ id: string }>> {
  const found = await findToChange(transaction, caller, id, 'INACTIVE');
  if (!found.ok) return found;
  await setAssignmentState(transaction, id, 'INACTIVE');
  await recordAudit(transaction, { act: 'ASSIGNMENT.inactivate', subject: { kind: 'assignment', id } });
  return succeed({ id });
}

/** Gives up an assignment whose time has not come: nobody has got anything, and nobody will (2.2). */
export async function cancelAssignment(transaction: Transaction, caller: Caller, id: string): Promise<Outcome<{ id: string }>> {
  const found = await findScheduled(transaction, caller, id);
  if (!found.ok) return found;
  await moveOperation(transaction, found.value.operationId, 'SCHEDULED', 'CANCELLED');
  await setAssignmentState(transaction, id, 'CANCELLED');
  await recordAudit(transaction, { act: 'ASSIGNMENT.cancel', subject: { kind: 'assignment', id } });
  return succeed({ id });
}

/** Gives an assignment whose time has not come another one; refuses one that has passed, or lies behind its due date. */
export async function rescheduleAssignment(transaction: Transaction, caller: Caller, id: string, startsAt: Date): Promise<Outcome<{ id: string }>> {
  const found = await findScheduled(transaction, caller, id);
  if (!found.ok) return found;
  const { operationId, input, startsAt: before } = found.value;
  const problems = findAssignmentProblems(transaction, caller, { ...input, startsAt: startsAt.toISOString() as never });
  if (problems.length > 0) return refuse(problems);
  await transaction.query('UPDATE assignment SET starts_at = $3, updated_at = $4, updated_by = $5 WHERE organization_id = $1 AND id = $2', [
    transaction.organizationId,
    id,
    startsAt,
    transaction.now,
    transaction.actor.id,
  ]);
  await scheduleStart(transaction, operationId, startsAt);
  await recordAudit(transaction, { act: 'ASSIGNMENT.reschedule', subject: { kind: 'assignment', id }, before: { startsAt: before }, after: { startsAt } });
  return succeed({ id });
}

/** An assignment whose time has not come, that the caller may change. Its operation is locked first, as by the job that begins it. */
async function findScheduled(transaction: Transaction, caller: Caller, id: string): Promise<Outcome<{ operationId: string; input: AssignmentInput; startsAt: Date | null }>> {
  const [row] = isUuid(id)
    ? await transaction.query<{ operationId: string }>('SELECT operation_id AS "operationId" FROM assignment WHERE organization_id = $1 AND id = $2', [transaction.organizationId, id])
    : [];
  const operation = row && (await lockOperation(transaction, row.operationId));
  if (!operation) return refuseWith('NOT_FOUND');
  const found = await findToChange(transaction, caller, id, 'CANCELLED');
  return found.ok ? succeed({ operationId: operation.id, input: operation.input as AssignmentInput, startsAt: operation.startsAt }) : found;
}

/** Previews putting it into force again: who has joined or left its audience meanwhile. */
export async function previewActivation(transaction: Transaction, caller: Caller, id: string): Promise<Outcome<{ id: string }>> {
  return preview(transaction, caller, id, 'ACTIVE', 'UPDATE_ASSIGNMENT', {}, (operationId, input) => previewUpdate(transaction, operationId, input));
}

/** Previews ending it: what becomes of whom. */
export async function previewEnding(transaction: Transaction, caller: Caller, id: string, onLeave: OnLeavePolicy): Promise<Outcome<{ id: string }>> {
  return preview(transaction, caller, id, 'ENDED', 'END_ASSIGNMENT', { onLeave }, (operationId, input) => previewEnd(transaction, operationId, input));
}

async function preview<More extends object>(
  transaction: Transaction,
  caller: Caller,
  id: string,
  next: AssignmentState,
  kind: string,
  more: More,
  write: (operationId: string, input: More & { readonly assignmentId: string; readonly targets: readonly AssignmentTarget[] }) => Promise<Preview>,
): Promise<Outcome<{ id: string }>> {
  const found = await findToChange(transaction, caller, id, next);
  if (!found.ok) return found;
  const { name, targets } = found.value;
  const input = { assignmentId: id, targets, ...more };
  const operationId = await createOperation(transaction, { kind, title: { name }, input });
  await storePreview(transaction, operationId, await write(operationId, input));
  return succeed({ id: operationId });
}

/** An assignment that the caller may put into another state, and whose lifecycle lets it. */
async function findToChange(transaction: Transaction, caller: Caller, id: string, next: AssignmentState): Promise<Outcome<{ name: string; targets: readonly AssignmentTarget[] }>> {
  const [seen] = isUuid(id) ? (await findAssignments(transaction, seenAssignments(caller), { id }, 1)).rows : [];
  if (!seen) return refuseWith('NOT_FOUND');
  const [assignable] = (await findAssignments(transaction, assignableAssignments(caller), { id }, 1)).rows;
  if (!assignable) return refuseWith('NOT_ALLOWED');
  const state = (await lockAssignmentState(transaction, id))!;
  if (!nextStates({ ...seen.row, state }).includes(next as 'ENDED')) return refuseWith('ILLEGAL_OPERATION', { state });
  return succeed({ name: seen.row.name, targets: await readAssignmentTargets(transaction, id) });
}
