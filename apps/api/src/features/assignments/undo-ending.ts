import { classifyEndUndo, subjectOf, type AssignmentState, type AssignmentTarget } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { evaluateEnrollments } from '../enrollments/index.ts';
import { classesOf, classifyRowsOfTargets, leftChangedSince, type Operation, type OperationChunk, type OperationUndo } from '../operations/index.ts';
import { lockPeople } from '../people/index.ts';
import { setAssignmentState } from './assignment.queries.ts';
import { chunkSize } from './classify-assignment.ts';
import { returnSources } from './return-sources.ts';
import { readEnrollmentsOf } from './undo-assignment.queries.ts';
import { isAssignmentTakenBack, leftByEnd, returnMembers, sleepAgain, unkeepSources } from './undo-ending.queries.ts';

/** What the end of an assignment keeps for its undo. */
interface EndedInput {
  readonly assignmentId: string;
  readonly targets: readonly AssignmentTarget[];
  /** What it was put out of; absent: ended before this was kept. */
  readonly stateBefore?: AssignmentState;
}

const inputOf = (undo: Operation): EndedInput => undo.input as EndedInput;

/**
 * Takes the end of an assignment back: whoever lost it has it again, with the dates that they had, and what had taken over waits behind it as
 * before; who kept it belongs to it as before. For whom something has changed since nothing is done. Then the assignment is what it was, and in
 * force it is brought up to date with its audience.
 */
export const undoEnding: OperationUndo = {
  classify: (transaction, undo) => {
    const { assignmentId, targets } = inputOf(undo);
    const rows = targets.map((target) => ({ targetId: subjectOf(target), rows: leftByEnd(assignmentId, subjectOf(target), undo.undoOf!), classOf: classifyEndUndo }));
    return classifyRowsOfTargets(transaction, undo.id, rows, chunkSize);
  },
  applyChunk: takeBack,
  finish,
};

async function takeBack(transaction: Transaction, undo: Operation, chunk: OperationChunk): Promise<readonly string[]> {
  const { assignmentId } = inputOf(undo);
  const subjectId = chunk.targetId!;
  await lockPeople(transaction, chunk.subjectIds, 'TO_RECORD');
  const classes = await classesOf(transaction, leftByEnd(assignmentId, subjectId, undo.undoOf!, chunk.subjectIds), classifyEndUndo);
  const outcomes = chunk.subjectIds.map((id, index) => (chunk.classes[index] === 'TAKEN_BACK' ? (classes.get(id) ?? leftChangedSince) : leftChangedSince));
  const people = chunk.subjectIds.filter((_, index) => outcomes[index] === 'TAKEN_BACK');
  const enrollmentIds = await readEnrollmentsOf(transaction, assignmentId, subjectId, people);
  const of = { operationId: undo.undoOf!, undoId: undo.id, enrollmentIds };
  await sleepAgain(transaction, of);
  await returnSources(transaction, of);
  await returnMembers(transaction, assignmentId, enrollmentIds);
  await unkeepSources(transaction, of);
  await evaluateEnrollments(transaction, enrollmentIds);
  await transaction.emit({ type: 'enrollments.assigned', ids: { subjectId, operationId: undo.id, chunk: chunk.number, people: people.length } });
  return outcomes;
}

async function finish(transaction: Transaction, undo: Operation): Promise<void> {
  const { assignmentId, stateBefore = 'INACTIVE' } = inputOf(undo);
  if (await isAssignmentTakenBack(transaction, assignmentId)) return;
  await setAssignmentState(transaction, assignmentId, stateBefore);
  if (stateBefore === 'ACTIVE') await transaction.enqueue({ task: 'reevaluate-assignments', payload: { assignmentId } });
}
