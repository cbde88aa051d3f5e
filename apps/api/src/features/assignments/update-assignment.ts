import { succeed, type AssignmentTarget } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { changedSincePreview, registerOperationKind, type Operation, type OperationChunk, type Preview } from '../operations/index.ts';
import { setAssignmentState } from './assignment.queries.ts';
import { operationsOfAssignments } from './assignment-scope.queries.ts';
import { lockDynamicAssignment, readDynamicAssignment } from './reevaluate-assignment.ts';
import { updateMembers, writeMemberRows } from './update-members.ts';

/** What an update of an assignment keeps. */
interface UpdateInput {
  readonly assignmentId: string;
  readonly targets: readonly AssignmentTarget[];
}

const inputOf = (operation: Operation): UpdateInput => operation.input as UpdateInput;

/** Bringing a dynamic assignment up to date with its audience: by itself where many have joined or left, or when it is put into force again. */
registerOperationKind({
  kind: 'UPDATE_ASSIGNMENT',
  act: 'PLAN_ASSIGN',
  ...operationsOfAssignments,
  check,
  classify: (transaction, operation) => previewUpdate(transaction, operation.id, inputOf(operation)),
  fills: ['assignment_member', 'enrollment', 'enrollment_source', 'standing', 'standing_history'],
  changesBeyondRows: () => true,
  begin: (transaction, operation) => setAssignmentState(transaction, inputOf(operation).assignmentId, 'ACTIVE'),
  applyChunk,
  finish: async (transaction, operation) => {
    const { assignmentId } = inputOf(operation);
    const assignment = await readDynamicAssignment(transaction, assignmentId);
    if (assignment?.input.notify) await transaction.emit({ type: 'assignment.announced', ids: { assignmentId } });
  },
});

async function check(transaction: Transaction, operation: Operation): Promise<Outcome<null>> {
  const assignment = await lockDynamicAssignment(transaction, inputOf(operation).assignmentId, [operation.committedAt ? 'ACTIVE' : 'INACTIVE']);
  return assignment ? succeed(null) : refuseWith('ASSIGNMENT_CHANGED');
}

/** Writes down who would join and leave now. */
export async function previewUpdate(transaction: Transaction, operationId: string, { assignmentId }: UpdateInput): Promise<Preview> {
  const assignment = await lockDynamicAssignment(transaction, assignmentId, ['ACTIVE', 'INACTIVE']);
  if (!assignment) return { hash: 'none', counts: {}, rowsTotal: 0 };
  return writeMemberRows(transaction, operationId, assignment);
}

/** Whoever has come back, or joined after all, since the rows were written is as the audience says now. */
async function applyChunk(transaction: Transaction, operation: Operation, chunk: OperationChunk): Promise<readonly string[]> {
  const assignment = await lockDynamicAssignment(transaction, inputOf(operation).assignmentId);
  const target = assignment?.targets.find(({ id }) => id === chunk.targetId);
  if (!assignment || !target) return chunk.subjectIds.map(() => changedSincePreview);
  const { outcomes } = await updateMembers(transaction, assignment, target, chunk.subjectIds);
  await transaction.emit({ type: 'enrollments.assigned', ids: { subjectId: target.id, operationId: operation.id, chunk: chunk.number, people: outcomes.size } });
  return chunk.subjectIds.map((id) => outcomes.get(id) ?? changedSincePreview);
}
