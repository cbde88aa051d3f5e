import { foldForSearch, subjectOf, succeed } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { checkReferences } from '../audiences/index.ts';
import { changedSincePreview, registerOperationKind, type Operation, type OperationChunk, type OperationKind, type Preview } from '../operations/index.ts';
import { meetsRunningAssignment, setAssignmentState } from './assignment.queries.ts';
import { readTargets } from './assignment-target.ts';
import { classifyAssignment, lockClasses, readTarget } from './classify-assignment.ts';
import { giveToPeople } from './give-to-people.ts';
import { operationsOfAssignments } from './assignment-scope.queries.ts';
import type { AssignmentInput } from './preview-assignment.ts';
import { undoAssignment } from './undo-assignment.ts';

/** What all operations that give something to people share, however the people are chosen. */
export const assigning = {
  act: 'PLAN_ASSIGN',
  ...operationsOfAssignments,
  check,
  isOvertaken: (transaction, operation) => meetsRunningAssignment(transaction, operation.id, inputOf(operation).targets.map((target) => subjectOf(target))),
  fills: ['assignment_member', 'enrollment', 'enrollment_source', 'standing', 'standing_history'],
  startsAt: (operation) => startOf(inputOf(operation)),
  start,
  changesBeyondRows: isForLater,
  begin,
  applyChunk,
  chunksAreIndependent: true,
  undo: undoAssignment,
  finish,
} satisfies Omit<OperationKind, 'kind' | 'classify'>;

/** Assigning plans and content to an audience, as a kind of operation. */
registerOperationKind({
  ...assigning,
  kind: 'ASSIGN',
  classify: (transaction, operation, caller) => classifyAssignment(transaction, operation.id, inputOf(operation), caller),
});

/** Refuses what is no longer in use, an audience that names what was removed since, and what would concern nobody, now or later. */
async function check(transaction: Transaction, operation: Operation): Promise<Outcome<null>> {
  const { audience, targets } = inputOf(operation);
  const unused = (await readTargets(transaction, targets)).find((target) => !target.isInUse);
  if (unused) return unused.plan ? refuseWith('PLAN_NOT_ACTIVE') : refuseWith('CONTENT_NOT_ACTIVE', { name: unused.name });
  const known = operation.committedAt ? succeed(null) : await checkReferences(transaction, audience, 'audience');
  if (!known.ok) return known;
  return operation.rowsTotal === 0 && !isForLater(operation) ? refuseWith('NOBODY_SELECTED') : succeed(null);
}

/** Whether it may reach people whom it does not reach at present. */
function isForLater(operation: Operation): boolean {
  const { mode, startsAt } = inputOf(operation);
  return mode === 'DYNAMIC' || startsAt !== null;
}

function inputOf(operation: Operation): AssignmentInput {
  return operation.input as AssignmentInput;
}

/** At its moment: what is no longer in use is not given, and everybody is classified anew. */
async function start(transaction: Transaction, operation: Operation): Promise<Outcome<Preview>> {
  const input = inputOf(operation);
  const allowed = await check(transaction, operation);
  await setAssignmentState(transaction, input.assignmentId, allowed.ok ? 'APPLYING' : 'CANCELLED');
  return allowed.ok ? succeed(await classifyAssignment(transaction, operation.id, input, input.caller as Caller)) : allowed;
}

function startOf({ startsAt }: AssignmentInput): Date | null {
  return startsAt ? new Date(startsAt) : null;
}

/** The assignment itself comes to be with the commit. */
async function begin(transaction: Transaction, operation: Operation): Promise<void> {
  const input = inputOf(operation);
  const { organizationId, now, actor } = transaction;
  const startsAt = startOf(input);
  const waits = startsAt !== null && startsAt > now;
  await transaction.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`assignment-number:${organizationId}`]);
  await transaction.query(
    `INSERT INTO assignment (organization_id, id, number, name, audience, mode, due_rule, notify, state, on_leave, operation_id, created_at, created_by,
       starts_at, again, name_key, list_name)
     SELECT $1, $2, coalesce(max(number), 0) + 1, $3, $4, $10, $5, $6, $12, $11, $7, $8, $9, $13::timestamptz, $14, $15, $16
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
      waits ? 'SCHEDULED' : 'APPLYING',
      startsAt,
      input.again ?? false,
      foldForSearch(input.name),
      input.list?.name ?? null,
    ],
  );
  await transaction.query(
    `INSERT INTO assignment_target (organization_id, assignment_id, plan_id, learning_object_id)
     SELECT $1, $2, t."planId", t."learningObjectId" FROM jsonb_to_recordset($3::jsonb) AS t ("planId" uuid, "learningObjectId" uuid)`,
    [organizationId, input.assignmentId, JSON.stringify(input.targets)],
  );
}

/**
 * Gives one thing to the people of one chunk. Rows of a list that mean nobody, and who is no longer what the preview showed, are left out.
 * One event tells of all of them.
 */
async function applyChunk(transaction: Transaction, operation: Operation, chunk: OperationChunk): Promise<readonly string[]> {
  const input = inputOf(operation);
  const target = await readTarget(transaction, input, chunk.targetId!);
  const classes = await lockClasses(transaction, input, target, chunk.subjectIds.filter((_, index) => chunk.classes[index] !== 'ERROR'));
  const outcomes = chunk.classes.map((each, index) => (each === 'ERROR' ? each : outcomeOf(each, classes.get(chunk.subjectIds[index]!)?.class)));
  const given = chunk.subjectIds.flatMap((id, index) => (outcomes[index] === changedSincePreview || outcomes[index] === 'ERROR' ? [] : [[id, classes.get(id)!] as const]));
  await giveToPeople(transaction, { ...input, target, givenBy: transaction.actor.id }, new Map(given));
  await transaction.emit({
    type: 'enrollments.assigned',
    ids: { subjectId: target.id, operationId: operation.id, chunk: chunk.number, people: given.length },
  });
  return outcomes;
}

/** Who has changed since the preview is left out; but who was to get it anew and has done all of it meanwhile has it as proven (S10). */
function outcomeOf(previewed: string, now: string | undefined): string {
  const isProven = previewed === 'APPLIED' && now === 'SKIPPED_ALREADY_COMPLETED';
  return now === previewed || isProven ? now : changedSincePreview;
}

/** A dynamic one goes on: who has joined or left its audience while it was applied is seen to now, and from now on. */
async function finish(transaction: Transaction, operation: Operation): Promise<void> {
  const { assignmentId, mode, notify } = inputOf(operation);
  await setAssignmentState(transaction, assignmentId, mode === 'DYNAMIC' ? 'ACTIVE' : 'DONE');
  if (notify) await transaction.emit({ type: 'assignment.announced', ids: { assignmentId } });
  if (mode === 'DYNAMIC') await transaction.enqueue({ task: 'reevaluate-assignments', payload: { assignmentId } });
}
