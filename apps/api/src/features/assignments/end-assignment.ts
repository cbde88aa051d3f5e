import { decideLeave, mayBecome, assignmentLifecycle, subjectOf, succeed, type AssignmentState, type AssignmentTarget, type EnrollmentStatus, type OnLeavePolicy } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { evaluateEnrollments } from '../enrollments/index.ts';
import { changedSincePreview, classesOf, classifyRowsOfTargets, registerOperationKind, type Operation, type OperationChunk, type Preview } from '../operations/index.ts';
import { lockPeople } from '../people/index.ts';
import { setAssignmentState } from './assignment.queries.ts';
import { endSources, heldPeople, keepSources } from './membership.queries.ts';
import { chunkSize } from './classify-assignment.ts';
import { operationsOfAssignments } from './assignment-scope.queries.ts';
import { readEnrollmentsOf } from './undo-assignment.queries.ts';
import { undoEnding } from './undo-ending.ts';

/** What ending an assignment keeps. */
interface EndInput {
  readonly assignmentId: string;
  readonly targets: readonly AssignmentTarget[];
  /** What becomes of the people. */
  readonly onLeave: OnLeavePolicy;
}

interface Held {
  readonly status: EnrollmentStatus;
  readonly hasOtherSource: boolean;
}

const inputOf = (operation: Operation): EndInput => operation.input as EndInput;
const classBy =
  ({ onLeave }: EndInput) =>
  (held: Held): string =>
    decideLeave({ ...held, onLeave });

/** Ending an assignment, as a kind of operation: nobody joins any more, and what becomes of its people is decided as if all had left (2.2, 2.5). */
registerOperationKind({
  kind: 'END_ASSIGNMENT',
  act: 'PLAN_ASSIGN',
  ...operationsOfAssignments,
  check,
  classify: (transaction, operation) => previewEnd(transaction, operation.id, inputOf(operation)),
  fills: ['enrollment_source', 'standing_history'],
  changesBeyondRows: () => true,
  begin,
  applyChunk,
  undo: undoEnding,
});

async function check(transaction: Transaction, operation: Operation): Promise<Outcome<null>> {
  if (operation.committedAt) return succeed(null);
  const state = await lockAssignmentState(transaction, inputOf(operation).assignmentId);
  return state && mayBecome(assignmentLifecycle, state, 'ENDED') ? succeed(null) : refuseWith('ASSIGNMENT_CHANGED');
}

/** What it was before is kept, for its undo. */
async function begin(transaction: Transaction, operation: Operation): Promise<void> {
  const { assignmentId } = inputOf(operation);
  const stateBefore = await lockAssignmentState(transaction, assignmentId);
  await transaction.query(`UPDATE operation SET input = input || jsonb_build_object('stateBefore', $3::text) WHERE organization_id = $1 AND id = $2`, [
    transaction.organizationId,
    operation.id,
    stateBefore,
  ]);
  await setAssignmentState(transaction, assignmentId, 'ENDED');
}

/** Writes down what would become of whom. */
export function previewEnd(transaction: Transaction, operationId: string, input: EndInput): Promise<Preview> {
  const rows = input.targets.map((target) => ({ targetId: subjectOf(target), rows: heldPeople(input.assignmentId, subjectOf(target)), classOf: classBy(input) }));
  return classifyRowsOfTargets(transaction, operationId, rows, chunkSize);
}

/** The operation that ended an assignment, the last where it was ended, taken back and ended again. */
export async function findEnding(transaction: Transaction, assignmentId: string): Promise<string | undefined> {
  const [row] = await transaction.query<{ id: string }>(
    `SELECT id FROM operation WHERE organization_id = $1 AND kind = 'END_ASSIGNMENT' AND undo_of IS NULL AND committed_at IS NOT NULL
       AND input ->> 'assignmentId' = $2 ORDER BY committed_at DESC LIMIT 1`,
    [transaction.organizationId, assignmentId],
  );
  return row?.id;
}

/** The state of an assignment, which nobody else changes up to the end of the transaction. */
export async function lockAssignmentState(transaction: Transaction, id: string): Promise<AssignmentState | undefined> {
  const [row] = await transaction.query<{ state: AssignmentState }>('SELECT state FROM assignment WHERE organization_id = $1 AND id = $2 FOR UPDATE', [
    transaction.organizationId,
    id,
  ]);
  return row?.state;
}

async function applyChunk(transaction: Transaction, operation: Operation, chunk: OperationChunk): Promise<readonly string[]> {
  const input = inputOf(operation);
  const subjectId = chunk.targetId!;
  await lockPeople(transaction, chunk.subjectIds, 'TO_RECORD');
  const classes = await classesOf(transaction, heldPeople(input.assignmentId, subjectId, chunk.subjectIds), classBy(input));
  const outcomes = chunk.subjectIds.map((id, index) => (classes.get(id) === chunk.classes[index] ? chunk.classes[index]! : changedSincePreview));
  const enrollmentsWith = (outcome: string): Promise<readonly string[]> =>
    readEnrollmentsOf(transaction, input.assignmentId, subjectId, chunk.subjectIds.filter((_, index) => outcomes[index] === outcome));
  const [kept, ended] = [await enrollmentsWith('KEPT'), await enrollmentsWith('ENDED')];
  await keepSources(transaction, input.assignmentId, kept, operation.id);
  await endSources(transaction, input.assignmentId, ended, { state: 'ENDED', because: 'ASSIGNMENT_ENDED', operationId: operation.id });
  await evaluateEnrollments(transaction, [...kept, ...ended]);
  await transaction.emit({ type: 'enrollments.assigned', ids: { subjectId, operationId: operation.id, chunk: chunk.number, people: kept.length + ended.length } });
  return outcomes;
}
