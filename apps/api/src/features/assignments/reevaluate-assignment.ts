import type { AssignmentState } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { startOperation } from '../operations/index.ts';
import { readTargets, type Target } from './assignment-target.ts';
import { findJoining, findLeaving, takeBackKept } from './membership.queries.ts';
import { membershipOf, updateMembers, writeMemberRows, type DynamicAssignment } from './update-members.ts';

/** So many who join or leave are seen to at once; more are a bulk act, which can be watched and interrupted. */
const atOnce = 25;

/** The dynamic assignments that are in force. */
export async function findDynamicAssignments(transaction: Transaction): Promise<string[]> {
  const rows = await transaction.query<{ id: string }>(
    `SELECT a.id FROM assignment a WHERE a.organization_id = $1 AND a.state = 'ACTIVE' AND a.mode = 'DYNAMIC' ORDER BY a.number`,
    [transaction.organizationId],
  );
  return rows.map((row) => row.id);
}

/**
 * The assignment with what of it is in use, locked against another evaluation of it: an inactive plan adds and takes nothing (2.2).
 * Undefined when it is in none of the states, or nothing that it gives is in use.
 */
export async function lockDynamicAssignment(transaction: Transaction, id: string, states: readonly AssignmentState[] = ['ACTIVE']): Promise<DynamicAssignment | undefined> {
  const [row] = await transaction.query<StoredAssignment>(`${storedAssignment} AND a.state = ANY ($3::text[]) AND a.mode = 'DYNAMIC' FOR UPDATE OF a`, [transaction.organizationId, id, states]);
  if (!row) return undefined;
  const targets = (await readTargets(transaction, row.input.targets)).filter(({ isInUse }) => isInUse);
  return targets.length > 0 ? { ...row, targets } : undefined;
}

/** A dynamic assignment in force with everything that it gives, in use or not; not locked. */
export async function readDynamicAssignment(transaction: Transaction, id: string): Promise<DynamicAssignment | undefined> {
  const [row] = await transaction.query<StoredAssignment>(`${storedAssignment} AND a.state = 'ACTIVE' AND a.mode = 'DYNAMIC'`, [transaction.organizationId, id]);
  return row && { ...row, targets: await readTargets(transaction, row.input.targets) };
}

type StoredAssignment = Omit<DynamicAssignment, 'targets'>;

const storedAssignment = `
  SELECT o.input, a.created_by AS "givenBy", a.on_leave AS "onLeave" FROM assignment a
  JOIN operation o ON o.organization_id = $1 AND o.id = a.operation_id
  WHERE a.organization_id = $1 AND a.id = $2`;

/**
 * Brings a dynamic assignment up to date with its audience: whoever belongs to it now gets it, whoever no longer does loses or keeps it
 * by its rule. Repeated, it changes nothing.
 *
 * @param people those who may have joined or left; absent: everybody
 */
export async function reevaluateAssignment(transaction: Transaction, id: string, people?: readonly string[]): Promise<void> {
  const assignment = await lockDynamicAssignment(transaction, id);
  if (!assignment) return;
  const changed = new Map<Target, readonly string[]>();
  for (const target of assignment.targets) {
    const membership = membershipOf(assignment.input, target);
    await takeBackKept(transaction, membership, people);
    const slice = { among: people, limit: atOnce + 1 };
    const [joining, leaving] = [await findJoining(transaction, membership, slice), await findLeaving(transaction, membership, slice)];
    if (joining.length > atOnce || leaving.length > atOnce) return updateAsBulkAct(transaction, assignment);
    changed.set(target, [...joining, ...leaving.map((each) => each.id)]);
  }
  for (const [target, ids] of changed) {
    if (ids.length === 0) continue;
    const { given, enrollmentIds } = await updateMembers(transaction, assignment, target, ids);
    await announceEnrollments(transaction, target.id, enrollmentIds, assignment.input.notify ? { assignmentId: id, given: new Set(given) } : undefined);
  }
}

function updateAsBulkAct(transaction: Transaction, assignment: DynamicAssignment): Promise<void> {
  const { assignmentId, name, targets } = assignment.input;
  const started = { kind: 'UPDATE_ASSIGNMENT', title: { name }, input: { assignmentId, targets } };
  return startOperation(transaction, started, (operationId) => writeMemberRows(transaction, operationId, assignment));
}

/** @param told of these enrollments their people are to be told; absent: of none */
async function announceEnrollments(
  transaction: Transaction,
  subjectId: string,
  enrollmentIds: readonly string[],
  told?: { readonly assignmentId: string; readonly given: ReadonlySet<string> },
): Promise<void> {
  const rows = await transaction.query<{ enrollmentId: string; personId: string }>(
    'SELECT id AS "enrollmentId", person_id AS "personId" FROM enrollment WHERE organization_id = $1 AND id = ANY ($2::uuid[]) ORDER BY id',
    [transaction.organizationId, enrollmentIds],
  );
  await transaction.emit(
    ...rows.map((row) => ({ type: 'enrollment.changed', ids: { ...row, subjectId } })),
    ...rows.flatMap((row) => (told?.given.has(row.enrollmentId) ? [{ type: 'assignment.announced', ids: { ...row, assignmentId: told.assignmentId } }] : [])),
  );
}
