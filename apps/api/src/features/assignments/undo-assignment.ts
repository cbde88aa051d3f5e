import { classifyUndo } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { evaluateEnrollments } from '../enrollments/index.ts';
import { leftChangedSince, type Operation, type OperationChunk, type OperationUndo } from '../operations/index.ts';
import { lockPeople } from '../people/index.ts';
import { endSources } from './membership.queries.ts';
import { chunkSize, type AssignmentInput } from './preview-assignment.ts';
import { readEnrollmentsOf, readUndoSituations, readUndoSituationsOf, writeUndoRows } from './undo-assignment.queries.ts';

/**
 * Takes an assignment back: its sources end, with their reason, and whoever has the plan for no other reason no longer has it. Whoever has
 * begun it, or whom another act has reached since, is left alone.
 */
export const undoAssignment: OperationUndo = {
  classify: async (transaction, undo) => {
    const of = { assignmentId: inputOf(undo).assignmentId, operationId: undo.undoOf! };
    const situations = await readUndoSituations(transaction, of.assignmentId, of.operationId);
    const classes = situations.map((situation) => ({ situation, class: classifyUndo(situation) }));
    return writeUndoRows(transaction, undo.id, of, classes, chunkSize);
  },
  applyChunk: takeBack,
  finish: async (transaction, undo) => {
    await transaction.query(`UPDATE assignment SET state = 'ENDED', updated_at = $3 WHERE organization_id = $1 AND id = $2`, [
      transaction.organizationId,
      inputOf(undo).assignmentId,
      transaction.now,
    ]);
  },
};

function inputOf(operation: Operation): AssignmentInput {
  return operation.input as AssignmentInput;
}

async function takeBack(transaction: Transaction, undo: Operation, chunk: OperationChunk): Promise<readonly string[]> {
  const { assignmentId, planId } = inputOf(undo);
  await lockPeople(transaction, chunk.subjectIds, 'TO_RECORD');
  const situations = await readUndoSituationsOf(transaction, assignmentId, undo.undoOf!, chunk.subjectIds);
  const classOf = new Map(situations.flatMap((situation) => situation.personIds.map((id) => [id, classifyUndo(situation)] as const)));
  const outcomes = chunk.subjectIds.map((id, index) => (chunk.classes[index] === 'TAKEN_BACK' ? (classOf.get(id) ?? leftChangedSince) : leftChangedSince));
  const people = chunk.subjectIds.filter((_, index) => outcomes[index] === 'TAKEN_BACK');
  const { enrollmentIds } = await readEnrollmentsOf(transaction, assignmentId, people);
  await endSources(transaction, assignmentId, enrollmentIds, { state: 'ENDED', because: 'UNDONE' });
  await evaluateEnrollments(transaction, enrollmentIds);
  await transaction.emit({ type: 'enrollments.assigned', ids: { subjectId: planId, operationId: undo.id, chunk: chunk.number, people: people.length } });
  return outcomes;
}
