import type { AssignmentState, OnLeavePolicy } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { startOperation, writeRows } from '../operations/index.ts';
import { findJoining, findLeaving, joiningAndLeaving, takeBackKept } from './membership.queries.ts';
import { chunkSize, type AssignmentInput } from './preview-assignment.ts';
import { membershipOf, updateMembers, type DynamicAssignment } from './update-members.ts';

/** So many who join or leave are seen to at once; more are a bulk act, which can be watched and interrupted. */
const atOnce = 25;

/** The dynamic assignments that are in force: of active plans only, for an inactive one adds and takes nothing (2.2). */
export async function findDynamicAssignments(transaction: Transaction): Promise<string[]> {
  const rows = await transaction.query<{ id: string }>(
    `SELECT a.id FROM assignment a WHERE a.organization_id = $1 AND a.state = 'ACTIVE' AND a.mode = 'DYNAMIC' ORDER BY a.number`,
    [transaction.organizationId],
  );
  return rows.map((row) => row.id);
}

/** The assignment, locked against another evaluation of it; undefined when it is in none of the states, or its plan is not active. */
export async function lockDynamicAssignment(transaction: Transaction, id: string, states: readonly AssignmentState[] = ['ACTIVE']): Promise<DynamicAssignment | undefined> {
  const [row] = await transaction.query<{ input: AssignmentInput; givenBy: string | null; onLeave: OnLeavePolicy }>(
    `SELECT o.input, a.created_by AS "givenBy", a.on_leave AS "onLeave" FROM assignment a
     JOIN operation o ON o.organization_id = $1 AND o.id = a.operation_id
     JOIN learning_plan l ON l.organization_id = $1 AND l.id = (o.input->>'planId')::uuid AND l.lifecycle = 'ACTIVE'
     WHERE a.organization_id = $1 AND a.id = $2 AND a.state = ANY ($3::text[]) AND a.mode = 'DYNAMIC' FOR UPDATE OF a`,
    [transaction.organizationId, id, states],
  );
  return row;
}

/**
 * Brings a dynamic assignment up to date with its audience: whoever belongs to it now gets it, whoever no longer does loses or keeps it
 * by its rule. Repeated, it changes nothing.
 *
 * @param people those who may have joined or left; absent: everybody
 */
export async function reevaluateAssignment(transaction: Transaction, id: string, people?: readonly string[]): Promise<void> {
  const assignment = await lockDynamicAssignment(transaction, id);
  if (!assignment) return;
  const membership = await membershipOf(transaction, assignment.input);
  await takeBackKept(transaction, membership, people);
  const slice = { among: people, limit: atOnce + 1 };
  const joining = await findJoining(transaction, membership, slice);
  const leaving = await findLeaving(transaction, membership, slice);
  if (joining.length > atOnce || leaving.length > atOnce) {
    const { assignmentId, planId, name } = assignment.input;
    return startOperation(transaction, { kind: 'UPDATE_ASSIGNMENT', title: { name }, input: { assignmentId, planId } }, (operationId) =>
      writeRows(transaction, operationId, joiningAndLeaving(membership), chunkSize),
    );
  }
  const changed = [...joining, ...leaving.map((each) => each.id)];
  if (changed.length === 0) return;
  const { enrollmentIds } = await updateMembers(transaction, assignment, changed);
  await announceEnrollments(transaction, assignment.input.planId, enrollmentIds);
}

async function announceEnrollments(transaction: Transaction, subjectId: string, enrollmentIds: readonly string[]): Promise<void> {
  const rows = await transaction.query<{ enrollmentId: string; personId: string }>(
    'SELECT id AS "enrollmentId", person_id AS "personId" FROM enrollment WHERE organization_id = $1 AND id = ANY ($2::uuid[]) ORDER BY id',
    [transaction.organizationId, enrollmentIds],
  );
  await transaction.emit(...rows.map((row) => ({ type: 'enrollment.changed', ids: { ...row, subjectId } })));
}
