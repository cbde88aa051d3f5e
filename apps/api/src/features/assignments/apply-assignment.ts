import { succeed } from '@milepost/domain';
import { newId } from '../../platform/database/new-id.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { evaluateEnrollments } from '../enrollments/index.ts';
import { refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { changedSincePreview, registerOperationKind, type Operation, type OperationChunk } from '../operations/index.ts';
import { meetsRunningAssignment } from './assignment.queries.ts';
import { classifyAssignment, findPlan, lockClasses, type AssignmentInput } from './preview-assignment.ts';
import { operationsOfPlans } from './operations-of-plans.ts';
import { sourceKind } from './source-kind.ts';
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
  finish: (transaction, operation) => setState(transaction, inputOf(operation).assignmentId, 'DONE'),
});

/** Refuses a plan that is no longer in use. */
async function check(transaction: Transaction, operation: Operation): Promise<Outcome<null>> {
  const plan = (await findPlan(transaction, inputOf(operation).planId))!;
  return plan.lifecycle === 'ACTIVE' ? succeed(null) : refuseWith('PLAN_NOT_ACTIVE');
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
     SELECT $1, $2, coalesce(max(number), 0) + 1, $3, $4, 'ONE_TIME', $5, $6, 'APPLYING', 'KEEP_IF_STARTED', $7, $8, $9
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
    ],
  );
  await transaction.query('INSERT INTO assignment_target (organization_id, assignment_id, plan_id) VALUES ($1, $2, $3)', [
    organizationId,
    input.assignmentId,
    input.planId,
  ]);
}

/**
 * Gives the plan to the people of one chunk: an enrollment where there is none, a source and a member for each, and standings as
 * the evaluator sees them. Who is no longer what the preview showed is left out. One event tells of all of them.
 */
async function applyChunk(transaction: Transaction, operation: Operation, chunk: OperationChunk): Promise<readonly string[]> {
  const input = inputOf(operation);
  const { organizationId, now } = transaction;
  const classes = await lockClasses(transaction, input, chunk.subjectIds);
  const outcomes = chunk.classes.map((each, index) => (classes.get(chunk.subjectIds[index]!)?.class === each ? each : changedSincePreview));
  const people = chunk.subjectIds.filter((_, index) => outcomes[index] !== changedSincePreview);
  await transaction.query(
    `INSERT INTO enrollment (organization_id, id, person_id, plan_id, cycle, plan_version_id, enrolled_on, created_at, created_by)
     SELECT $1, n.id, p.id, l.id, 1, l.published_version_id, ($5::timestamptz AT TIME ZONE p.time_zone)::date, $5, $6
     FROM unnest($2::uuid[], $3::uuid[]) AS n (id, person_id)
     JOIN person p ON p.organization_id = $1 AND p.id = n.person_id
     JOIN learning_plan l ON l.organization_id = $1 AND l.id = $4
     WHERE NOT EXISTS (SELECT FROM enrollment e WHERE e.organization_id = $1 AND e.person_id = p.id AND e.subject_id = $4)
     ORDER BY n.id
     ON CONFLICT (organization_id, person_id, subject_id, cycle) DO NOTHING`,
    [organizationId, people.map(() => newId()), people, input.planId, now, operation.createdBy],
  );
  const enrollments = await transaction.query<{ id: string }>(
    `WITH latest AS (
       SELECT DISTINCT ON (e.person_id) e.id, e.person_id, c.class, c.source_id, c.exception
       FROM unnest($2::uuid[], $3::text[], $4::uuid[], $11::text[]) AS c (person_id, class, source_id, exception)
       JOIN enrollment e ON e.organization_id = $1 AND e.person_id = c.person_id AND e.subject_id = $5
       ORDER BY e.person_id, e.cycle DESC
     ), sourced AS (
       INSERT INTO enrollment_source (organization_id, id, enrollment_id, kind, assignment_id, due_rule, dormant, valid_from, created_at, created_by)
       SELECT $1, source_id, id, $6, $7, $8, class = 'CONFLICT', $9, $9, $10 FROM latest
     ), joined AS (
       INSERT INTO assignment_member (organization_id, assignment_id, person_id, subject_id, enrollment_id, state, reason)
       SELECT $1, $7, person_id, $5, id, class, exception FROM latest
     )
     SELECT id FROM latest`,
    [
      organizationId,
      people,
      people.map((id) => classes.get(id)!.class),
      people.map(() => newId()),
      input.planId,
      sourceKind(input.audience),
      input.assignmentId,
      input.dueRule ? JSON.stringify(input.dueRule) : null,
      now,
      operation.createdBy,
      people.map((id) => classes.get(id)!.exception),
    ],
  );
  await evaluateEnrollments(
    transaction,
    enrollments.map((each) => each.id),
  );
  await transaction.emit({
    type: 'enrollments.assigned',
    ids: { subjectId: input.planId, operationId: operation.id, chunk: chunk.number, people: people.length },
  });
  return outcomes;
}

async function setState(transaction: Transaction, assignmentId: string, state: string): Promise<void> {
  await transaction.query('UPDATE assignment SET state = $3, updated_at = $4 WHERE organization_id = $1 AND id = $2', [
    transaction.organizationId,
    assignmentId,
    state,
    transaction.now,
  ]);
}
