import { classifyPolicyChange, evaluate, succeed, type GroupConflictPolicy } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { readEvaluations } from '../enrollments/index.ts';
import { createOperation, storePreview, writeGivenRows, type Preview } from '../operations/index.ts';
import { findContested, lockConflictPolicy, readConflictPolicy, type ContestedEnrollment, type PolicyChangeRow } from './conflict-policy.queries.ts';

/** What the operation keeps. */
export interface ConflictPolicyInput {
  readonly from: GroupConflictPolicy;
  readonly to: GroupConflictPolicy;
}

/** Enrollments per chunk: a transaction of a bulk act stays short. */
export const chunkSize = 250;

/** How many are evaluated together while a preview is worked out. */
const batchSize = 2000;

/**
 * Previews another rule for several group assignments of one plan (2.4, X1): for whom the due date becomes another one, from when to when.
 * Refuses the rule that is in force.
 */
export async function previewConflictPolicy(transaction: Transaction, caller: Caller, to: GroupConflictPolicy): Promise<Outcome<{ id: string }>> {
  if (!caller.acts.has('SETTINGS_EDIT')) return refuseWith('NOT_ALLOWED');
  const { groupConflict: from } = await readConflictPolicy(transaction);
  if (from === to) return refuseWith('POLICY_ALREADY', 'groupConflict');
  const id = await createOperation(transaction, { kind: 'SET_GROUP_CONFLICT', title: { policy: to, before: from }, input: { from, to } satisfies ConflictPolicyInput });
  await storePreview(transaction, id, await classifyConflictPolicy(transaction, id, { from, to }));
  return succeed({ id });
}

/** Stores what the change comes to as of now. A rule that somebody else has changed meanwhile makes another token. */
export async function classifyConflictPolicy(transaction: Transaction, operationId: string, { to }: ConflictPolicyInput): Promise<Preview> {
  const { groupConflict } = await lockConflictPolicy(transaction);
  const rows = await compareUnder(transaction, to);
  return writeGivenRows(transaction, operationId, rows.filter((row) => row.class !== 'SAME'), `${groupConflict} → ${to}`, chunkSize);
}

/** What each contested enrollment comes to under another rule. */
export async function compareUnder(transaction: Transaction, groupConflict: GroupConflictPolicy): Promise<PolicyChangeRow[]> {
  const contested = await findContested(transaction);
  const changes = new Map<string, ReturnType<typeof classifyPolicyChange>>();
  for (let start = 0; start < contested.length; start += batchSize) {
    const batch = contested.slice(start, start + batchSize).map(({ enrollmentId }) => enrollmentId);
    for (const { prepared, situation, standing, enrollmentIds } of await readEvaluations(transaction, batch)) {
      const change = classifyPolicyChange(standing, evaluate(prepared, { ...situation, policies: { groupConflict } }));
      for (const id of enrollmentIds) changes.set(id, change);
    }
  }
  return contested.map((each) => toRow(each, changes.get(each.enrollmentId)!));
}

function toRow({ enrollmentId, personId, plan }: ContestedEnrollment, change: ReturnType<typeof classifyPolicyChange>): PolicyChangeRow {
  return { id: personId, class: change.class, details: { enrollmentId, plan, from: change.from, to: change.to } };
}
