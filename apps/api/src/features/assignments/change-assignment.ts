import { assignmentLifecycle, isUuid, mayBecome, succeed, type AssignmentState, type OnLeavePolicy } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { planScope } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import { createOperation, storePreview, type Preview } from '../operations/index.ts';
import { findAssignments, setAssignmentState, type AssignmentRow } from './assignment.queries.ts';
import { lockAssignmentState, previewEnd } from './end-assignment.ts';
import { previewUpdate } from './update-assignment.ts';

/** Which states somebody can put an assignment into from the one that it is in, if they may assign its plan. */
export function nextStates({ state, mode }: Pick<AssignmentRow, 'state' | 'mode'>): readonly ('ACTIVE' | 'INACTIVE' | 'ENDED')[] {
  if (mode !== 'DYNAMIC') return [];
  return (['ACTIVE', 'INACTIVE', 'ENDED'] as const).filter((next) => state !== 'APPLYING' && mayBecome(assignmentLifecycle, state as AssignmentState, next));
}

/** Stops a dynamic assignment for the time being: nobody joins or leaves it, and everybody has what they have (2.2). */
export async function inactivateAssignment(transaction: Transaction, caller: Caller, id: string): Promise<Outcome<{ id: string }>> {
  const found = await findToChange(transaction, caller, id, 'INACTIVE');
  if (!found.ok) return found;
  await setAssignmentState(transaction, id, 'INACTIVE');
  await recordAudit(transaction, { act: 'ASSIGNMENT.inactivate', subject: { kind: 'assignment', id } });
  return succeed({ id });
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
  write: (operationId: string, input: More & { readonly assignmentId: string; readonly planId: string }) => Promise<Preview>,
): Promise<Outcome<{ id: string }>> {
  const found = await findToChange(transaction, caller, id, next);
  if (!found.ok) return found;
  const { name, planId } = found.value;
  const input = { assignmentId: id, planId, ...more };
  const operationId = await createOperation(transaction, { kind, title: { name }, input });
  await storePreview(transaction, operationId, await write(operationId, input));
  return succeed({ id: operationId });
}

/** An assignment that the caller may put into another state, and whose lifecycle lets it. */
async function findToChange(transaction: Transaction, caller: Caller, id: string, next: AssignmentState): Promise<Outcome<{ name: string; planId: string }>> {
  const [seen] = isUuid(id) ? (await findAssignments(transaction, planScope(caller, 'ASSIGNMENT_READ'), { id }, 1)).rows : [];
  if (!seen) return refuseWith('NOT_FOUND');
  const [assignable] = (await findAssignments(transaction, planScope(caller, 'PLAN_ASSIGN'), { id }, 1)).rows;
  if (!assignable) return refuseWith('NOT_ALLOWED');
  const state = (await lockAssignmentState(transaction, id))!;
  if (!nextStates({ ...seen.row, state }).includes(next as 'ENDED')) return refuseWith('ILLEGAL_OPERATION', { state });
  const [target] = await transaction.query<{ planId: string }>('SELECT plan_id AS "planId" FROM assignment_target WHERE organization_id = $1 AND assignment_id = $2', [
    transaction.organizationId,
    id,
  ]);
  return succeed({ name: seen.row.name, planId: target!.planId });
}
