import { succeed } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { checkReferences } from '../audiences/index.ts';
import { changedSincePreview, registerOperationKind, type Operation, type OperationChunk } from '../operations/index.ts';
import { meetsRunningAssignment, setAssignmentState } from './assignment.queries.ts';
import { giveToPeople } from './give-to-people.ts';
import { operationsOfPlans } from './operations-of-plans.ts';
import { classifyAssignment, findPlan, lockClasses, type AssignmentInput } from './preview-assignment.ts';
import { undoAssignment } from './undo-assignment.ts';

/** Assigning a plan to an audience, as a kind of operation. */
registerOperationKind({
  kind: 'ASSIGN',
  act: 'PLAN_ASSIGN',
  ...operationsOfPlans('PLAN_ASSIGN'),
  check,
  isOvertaken: (transaction, operation) => meetsRunningAssignment(transaction, operation.id, inputOf(operation).planId),
  classify: (transaction, operation, caller) => classifyAssignment(transaction, operation.id, inputOf(operation), caller),
  fills: ['assignment_member', 'enrollment', 'enrollment_source', 'standing', 'standing_history'],
  begin,
  applyChunk,
  undo: undoAssignment,
  finish,
});

/** Refuses a plan that is no longer in use, and an audience that names what was removed since. */
async function check(transaction: Transaction, operation: Operation): Promise<Outcome<null>> {
  const plan = (await findPlan(transaction, inputOf(operation).planId))!;
  if (plan.lifecycle !== 'ACTIVE') return refuseWith('PLAN_NOT_ACTIVE');
  return operation.committedAt ? succeed(null) : checkReferences(transaction, inputOf(operation).audience, 'audience');
}

function inputOf(operation: Operation): AssignmentInput {
  return operation.input as AssignmentInput;
}

/** The assignment itself comes to be with the commit. */
async function begin(transaction: Transaction, operation: Operation): Promise<void> {
  const input = inputOf(operation);
  const { organizationId, now, actor } = transaction;
  await transaction.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`assignment-number:${organizationId}`]);
  await transaction.query(
    `INSERT INTO assignment (organization_id, id, number, name, audience, mode, due_rule, notify, state, on_leave, operation_id, created_at, created_by)
     SELECT $1, $2, coalesce(max(number), 0) + 1, $3, $4, $10, $5, $6, 'APPLYING', $11, $7, $8, $9
     FROM assignment WHERE organization_id = $1`,
    [
      organizationId,
      input.assignmentId,
      input.name,
      JSON.stringify(input.audience),
      input.dueRule ? JSON.stringify(input.dueRule) : null,
      input.notify,
      operation.id,
      now,
      actor.id,
      input.mode,
      input.onLeave,
    ],
  );
  await transaction.query('INSERT INTO assignment_target (organization_id, assignment_id, plan_id) VALUES ($1, $2, $3)', [
    organizationId,
    input.assignmentId,
    input.planId,
  ]);
}

/** Gives the plan to the people of one chunk. Who is no longer what the preview showed is left out. One event tells of all of them. */
async function applyChunk(transaction: Transaction, operation: Operation, chunk: OperationChunk): Promise<readonly string[]> {
  const input = inputOf(operation);
  const classes = await lockClasses(transaction, input, chunk.subjectIds);
  const outcomes = chunk.classes.map((each, index) => (classes.get(chunk.subjectIds[index]!)?.class === each ? each : changedSincePreview));
  const given = chunk.subjectIds.flatMap((id, index) => (outcomes[index] === changedSincePreview ? [] : [[id, classes.get(id)!] as const]));
  await giveToPeople(transaction, { ...input, givenBy: operation.createdBy }, new Map(given));
  await transaction.emit({
    type: 'enrollments.assigned',
    ids: { subjectId: input.planId, operationId: operation.id, chunk: chunk.number, people: given.length },
  });
  return outcomes;
}

/** A dynamic one goes on: who has joined or left its audience while it was applied is seen to now, and from now on. */
async function finish(transaction: Transaction, operation: Operation): Promise<void> {
  const { assignmentId, mode } = inputOf(operation);
  await setAssignmentState(transaction, assignmentId, mode === 'DYNAMIC' ? 'ACTIVE' : 'DONE');
  if (mode === 'DYNAMIC') await transaction.enqueue({ task: 'reevaluate-assignments', payload: { assignmentId } });
}
