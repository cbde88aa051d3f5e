import { classifyUndo, subjectOf } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { evaluateEnrollments } from '../enrollments/index.ts';
import { classesOf, classifyRowsOfTargets, leftChangedSince, type Operation, type OperationChunk, type OperationUndo } from '../operations/index.ts';
import { lockPeople } from '../people/index.ts';
import { setAssignmentState } from './assignment.queries.ts';
import { endSources } from './membership.queries.ts';
import { chunkSize } from './classify-assignment.ts';
import type { AssignmentInput } from './preview-assignment.ts';
import { reachedPeople, readEnrollmentsOf } from './undo-assignment.queries.ts';

/**
 * Takes an assignment back: its sources end, with their reason, and whoever has what it gave for no other reason no longer has it. Whoever has
 * begun it, or whom another act has reached since, is left alone.
 */
export const undoAssignment: OperationUndo = {
  classify: (transaction, undo) => classifyRowsOfTargets(transaction, undo.id, rowsOf(undo), chunkSize),
  applyChunk: takeBack,
  finish: (transaction, undo) => setAssignmentState(transaction, inputOf(undo).assignmentId, 'ENDED'),
};

function inputOf(operation: Operation): AssignmentInput {
  return operation.input as AssignmentInput;
}

function rowsOf(undo: Operation) {
  const { assignmentId, targets } = inputOf(undo);
  return targets.map((target) => ({ targetId: subjectOf(target), rows: reachedPeople(assignmentId, subjectOf(target), undo.undoOf!), classOf: classifyUndo }));
}

async function takeBack(transaction: Transaction, undo: Operation, chunk: OperationChunk): Promise<readonly string[]> {
  const { assignmentId } = inputOf(undo);
  const subjectId = chunk.targetId!;
  await lockPeople(transaction, chunk.subjectIds, 'TO_RECORD');
  const classes = await classesOf(transaction, reachedPeople(assignmentId, subjectId, undo.undoOf!, chunk.subjectIds), classifyUndo);
  const outcomes = chunk.subjectIds.map((id, index) => (chunk.classes[index] === 'TAKEN_BACK' ? (classes.get(id) ?? leftChangedSince) : leftChangedSince));
  const people = chunk.subjectIds.filter((_, index) => outcomes[index] === 'TAKEN_BACK');
  const enrollmentIds = await readEnrollmentsOf(transaction, assignmentId, subjectId, people);
  await endSources(transaction, assignmentId, enrollmentIds, { state: 'ENDED', because: 'UNDONE' });
  await evaluateEnrollments(transaction, enrollmentIds);
  await transaction.emit({ type: 'enrollments.assigned', ids: { subjectId, operationId: undo.id, chunk: chunk.number, people: people.length } });
  return outcomes;
}
