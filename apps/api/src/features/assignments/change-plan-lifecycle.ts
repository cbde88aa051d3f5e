import { isUuid, nextPlanActs, PLAN_LIFECYCLE_ACTS, succeed, type PlanLifecycleAct } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { mayOnPlan, reachesEverybody } from '../access/index.ts';
import { evaluateEnrollments } from '../enrollments/index.ts';
import { LearningPlanRepository } from '../learning-plans/index.ts';
import {
  changedSincePreview, classesOf, classifyRowsOfTargets, createOperation, leftChangedSince, registerOperationKind, storePreview, writeRowsOfTargets,
  type Operation, type OperationChunk, type OperationKind, type OperationUndo, type Preview, type RowsSql,
} from '../operations/index.ts';
import { lockPeople } from '../people/index.ts';
import { chunkSize } from './classify-assignment.ts';
import { joiningAndLeaving, type Membership } from './membership.queries.ts';
import { operationsOfPlans } from './operations-of-plans.ts';
import { closedBy, findDynamicAssignmentsOf, openPeople, readClosedEnrollments, readOpenEnrollments } from './plan-lifecycle.queries.ts';
import { lockDynamicAssignment, readDynamicAssignment } from './reevaluate-assignment.ts';
import { membershipOf, updateMembers } from './update-members.ts';

/** What such an operation keeps. */
interface LifecycleInput {
  readonly planId: string;
  /** ARCHIVE: what the plan was before, for its undo; set by the commit. */
  readonly lifecycleBefore?: 'ACTIVE' | 'INACTIVE';
}

const inputOf = (operation: Operation): LifecycleInput => operation.input as LifecycleInput;

/** Inactivating a plan: nobody new gets it and its dynamic assignments rest; who has it keeps it, and facts still count (C20). */
registerOperationKind({
  ...kindOf('INACTIVATE'),
  classify: (transaction, operation) => writeRows(transaction, operation.id, openPeople(inputOf(operation).planId, 'KEEPS')),
  applyChunk: async (_transaction, _operation, chunk) => chunk.classes,
});

/** Activating it again: who has come to belong to its dynamic assignments meanwhile gets it, who no longer does loses or keeps it (2.5). */
registerOperationKind({
  ...kindOf('ACTIVATE'),
  fills: ['assignment_member', 'enrollment', 'enrollment_source', 'standing', 'standing_history'],
  classify: async (transaction, operation) => writeRows(transaction, operation.id, await joiningAndLeavingPlan(transaction, inputOf(operation).planId)),
  applyChunk: update,
});

const undoArchive: OperationUndo = {
  classify: (transaction, undo) => {
    const rows = closedBy(inputOf(undo).planId, undo.undoOf!);
    return classifyRowsOfTargets(transaction, undo.id, [{ targetId: null, rows, classOf: classOfClosed }], chunkSize);
  },
  begin: async (transaction, undo) => {
    const { planId, lifecycleBefore = 'INACTIVE' } = inputOf(undo);
    await new LearningPlanRepository(transaction).setLifecycle(planId, lifecycleBefore);
  },
  applyChunk: reopen,
  finish: async (transaction, undo) => {
    for (const assignmentId of await findDynamicAssignmentsOf(transaction, inputOf(undo).planId)) await transaction.enqueue({ task: 'reevaluate-assignments', payload: { assignmentId } });
  },
};

/** Archiving it: out of the lists and still in the reports; what is open in it is closed, and nothing that comes later counts (2.2). */
registerOperationKind({
  ...kindOf('ARCHIVE'),
  fills: ['standing_history'],
  classify: (transaction, operation) => writeRows(transaction, operation.id, openPeople(inputOf(operation).planId, 'CLOSED')),
  applyChunk: close,
  undo: undoArchive,
});

function kindOf(act: PlanLifecycleAct): Pick<OperationKind, 'kind' | 'act' | 'ofOthers' | 'ownToCarryOut' | 'check' | 'fills' | 'changesBeyondRows' | 'begin'> {
  const next = PLAN_LIFECYCLE_ACTS[act];
  const { ofOthers } = operationsOfPlans('PLAN_INACTIVATE');
  return {
    kind: `${act}_PLAN`,
    act: 'PLAN_INACTIVATE',
    ofOthers,
    ownToCarryOut: (caller) => ofOthers(caller, 'CARRY_OUT'),
    check: async (transaction, operation) => {
      if (operation.committedAt) return succeed(null);
      const plan = await new LearningPlanRepository(transaction).lock(inputOf(operation).planId);
      return plan && nextPlanActs(plan.lifecycle).includes(act) ? succeed(null) : refuseWith('PLAN_CHANGED');
    },
    fills: [],
    changesBeyondRows: () => true,
    begin: async (transaction, operation) => {
      const plans = new LearningPlanRepository(transaction);
      const { planId } = inputOf(operation);
      const { lifecycle } = (await plans.lock(planId))!;
      await transaction.query(`UPDATE operation SET input = input || jsonb_build_object('lifecycleBefore', $3::text) WHERE organization_id = $1 AND id = $2`, [
        transaction.organizationId,
        operation.id,
        lifecycle,
      ]);
      await plans.setLifecycle(planId, next);
    },
  };
}

/**
 * Previews inactivating, activating or archiving a plan: who is concerned, and what becomes of them. For who reaches everybody only: whoever may
 * have the plan is named, now and when the preview is made anew (D35).
 */
export async function previewPlanLifecycle(transaction: Transaction, caller: Caller, { planId, act }: { readonly planId: string; readonly act: PlanLifecycleAct }): Promise<Outcome<{ id: string }>> {
  const plan = isUuid(planId) ? await new LearningPlanRepository(transaction).lock(planId) : undefined;
  if (!plan || !mayOnPlan(caller, 'PLAN_READ', plan)) return refuseWith('NOT_FOUND');
  if (!mayOnPlan(caller, 'PLAN_INACTIVATE', plan)) return refuseWith('NOT_ALLOWED');
  if (!nextPlanActs(plan.lifecycle).includes(act)) return refuseWith('ILLEGAL_OPERATION', { state: plan.lifecycle });
  if (!reachesEverybody(caller, 'PLAN_INACTIVATE', plan)) return refuseWith('OUTSIDE_OWN_SCOPE');
  const rows = await rowsOf(transaction, act, planId);
  const assignments = (await findDynamicAssignmentsOf(transaction, planId)).length;
  const id = await createOperation(transaction, { kind: `${act}_PLAN`, title: { plan: plan.name, assignments }, input: { planId } });
  await storePreview(transaction, id, await writeRows(transaction, id, rows));
  return succeed({ id });
}

async function rowsOf(transaction: Transaction, act: PlanLifecycleAct, planId: string): Promise<RowsSql> {
  if (act === 'ACTIVATE') return joiningAndLeavingPlan(transaction, planId);
  return openPeople(planId, act === 'ARCHIVE' ? 'CLOSED' : 'KEEPS');
}

function writeRows(transaction: Transaction, operationId: string, rows: RowsSql): Promise<Preview> {
  return writeRowsOfTargets(transaction, operationId, [{ targetId: null, rows }], chunkSize);
}

/** Who would join and leave by the dynamic assignments of a plan that rests; who joins by one and leaves another joins. */
async function joiningAndLeavingPlan(transaction: Transaction, planId: string): Promise<RowsSql> {
  const memberships: Membership[] = [];
  for (const id of await findDynamicAssignmentsOf(transaction, planId)) {
    const assignment = await readDynamicAssignment(transaction, id);
    const target = assignment?.targets.find((each) => each.id === planId);
    if (assignment && target) memberships.push(membershipOf(assignment.input, target));
  }
  if (memberships.length === 0) return () => `SELECT NULL::uuid AS id, '' AS class WHERE false`;
  return (parameters) => `SELECT id, min(class) AS class FROM (${memberships.map((each) => joiningAndLeaving(each)(parameters)).join(' UNION ALL ')}) j (id, class) GROUP BY id`;
}

/** People of a plan that is in use again are as its dynamic assignments say now. */
async function update(transaction: Transaction, operation: Operation, chunk: OperationChunk): Promise<readonly string[]> {
  const { planId } = inputOf(operation);
  const outcomes = new Map<string, string>();
  for (const id of await findDynamicAssignmentsOf(transaction, planId)) {
    const assignment = await lockDynamicAssignment(transaction, id);
    const target = assignment?.targets.find((each) => each.id === planId);
    if (!assignment || !target) continue;
    const updated = await updateMembers(transaction, assignment, target, chunk.subjectIds);
    for (const [person, outcome] of updated.outcomes) if (!outcomes.has(person)) outcomes.set(person, outcome);
  }
  await announce(transaction, operation, chunk, outcomes.size);
  return chunk.subjectIds.map((id) => outcomes.get(id) ?? changedSincePreview);
}

async function close(transaction: Transaction, operation: Operation, chunk: OperationChunk): Promise<readonly string[]> {
  await lockPeople(transaction, chunk.subjectIds, 'TO_RECORD');
  const enrollments = await readOpenEnrollments(transaction, inputOf(operation).planId, chunk.subjectIds);
  await evaluateEnrollments(transaction, [...enrollments.values()]);
  await announce(transaction, operation, chunk, enrollments.size);
  return chunk.subjectIds.map((id) => (enrollments.has(id) ? 'CLOSED' : changedSincePreview));
}

const classOfClosed = ({ isClosed }: { readonly isClosed: boolean }): string => (isClosed ? 'TAKEN_BACK' : leftChangedSince);

async function reopen(transaction: Transaction, undo: Operation, chunk: OperationChunk): Promise<readonly string[]> {
  const { planId } = inputOf(undo);
  await lockPeople(transaction, chunk.subjectIds, 'TO_RECORD');
  const classes = await classesOf(transaction, closedBy(planId, undo.undoOf!, chunk.subjectIds), classOfClosed);
  const outcomes = chunk.subjectIds.map((id, index) => (chunk.classes[index] === 'TAKEN_BACK' ? (classes.get(id) ?? leftChangedSince) : leftChangedSince));
  const people = chunk.subjectIds.filter((_, index) => outcomes[index] === 'TAKEN_BACK');
  await evaluateEnrollments(transaction, await readClosedEnrollments(transaction, planId, people));
  await announce(transaction, undo, chunk, people.length);
  return outcomes;
}

function announce(transaction: Transaction, operation: Operation, chunk: OperationChunk, people: number): Promise<void> {
  return transaction.emit({ type: 'enrollments.assigned', ids: { subjectId: inputOf(operation).planId, operationId: operation.id, chunk: chunk.number, people } });
}
