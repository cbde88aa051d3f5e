import type { Transaction } from '../../platform/database/transaction.ts';
import { changedSincePreview, registerOperationKind, type Operation, type OperationChunk, type Preview } from '../operations/index.ts';
import { assignmentsToCommit, assignmentsToSee } from './apply-assignment.ts';
import { writeUpdateRows } from './membership.queries.ts';
import { chunkSize } from './preview-assignment.ts';
import { lockDynamicAssignment } from './reevaluate-assignment.ts';
import { membershipOf, updateMembers } from './update-members.ts';

interface UpdateInput {
  readonly assignmentId: string;
  readonly planId: string;
}

/** Bringing a dynamic assignment up to date where many have joined or left, as a kind of operation. It begins by itself. */
registerOperationKind({
  kind: 'UPDATE_ASSIGNMENT',
  act: 'PLAN_ASSIGN',
  ofOthers: (caller, intent) => (intent === 'SEE' ? assignmentsToSee(caller) : assignmentsToCommit(caller)),
  classify,
  fills: ['assignment_member', 'enrollment', 'enrollment_source', 'standing', 'standing_history'],
  applyChunk,
});

async function classify(transaction: Transaction, { id, input }: Operation): Promise<Preview> {
  const assignment = await lockDynamicAssignment(transaction, (input as UpdateInput).assignmentId);
  return assignment ? writeUpdateRows(transaction, id, await membershipOf(transaction, assignment.input), chunkSize) : { hash: 'none', counts: {}, rowsTotal: 0 };
}

/** Whoever has come back, or joined after all, since the rows were written is as the audience says now. */
async function applyChunk(transaction: Transaction, operation: Operation, chunk: OperationChunk): Promise<readonly string[]> {
  const { assignmentId, planId } = operation.input as UpdateInput;
  const assignment = await lockDynamicAssignment(transaction, assignmentId);
  if (!assignment) return chunk.subjectIds.map(() => changedSincePreview);
  const { outcomes } = await updateMembers(transaction, assignment, chunk.subjectIds);
  await transaction.emit({ type: 'enrollments.assigned', ids: { subjectId: planId, operationId: operation.id, chunk: chunk.number, people: outcomes.size } });
  return chunk.subjectIds.map((id) => outcomes.get(id) ?? changedSincePreview);
}
