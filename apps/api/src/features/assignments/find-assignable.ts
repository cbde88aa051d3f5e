import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { planReachScope } from '../access/index.ts';
import { findLearningObjects } from '../learning-objects/index.ts';
import { findLearningPlans } from '../learning-plans/index.ts';
import { mayWithContent } from './assignment-scope.queries.ts';
import { toContentTarget } from './assignment-target.ts';
import type { TargetRow } from './assignment.queries.ts';

/** How many plans, and how much content, a choice shows; who looks for another one says more of its name. */
export const mostAssignable = 20;

/**
 * What the caller may give to somebody at least, and what can be given at present: plans before content. Who may give without reading, as
 * a partner's admin does for their own people, finds here what there is (U41, D35).
 *
 * @param search part of a name, or of the code of a plan; null finds any
 */
export async function findAssignable(transaction: Transaction, caller: Caller, search: string | null): Promise<readonly TargetRow[]> {
  const plans = await findLearningPlans(transaction, planReachScope(caller, 'PLAN_ASSIGN'), { search, lifecycles: ['ACTIVE'] }, mostAssignable, undefined);
  return [...plans.rows.map(({ row: { id, name, code } }) => ({ id, kind: 'PLAN' as const, name, code })), ...(await findContent(transaction, caller, search))];
}

async function findContent(transaction: Transaction, caller: Caller, search: string | null): Promise<readonly TargetRow[]> {
  if (!mayWithContent(caller, 'CONTENT_ASSIGN')) return [];
  const found = await findLearningObjects(transaction, { search, kinds: ['COURSE', 'MODULE', 'ACTIVITY'], statuses: ['ACTIVE'] }, mostAssignable, undefined);
  return found.rows.flatMap(({ row }) => toContentTarget(row, transaction.now).flatMap(({ id, name, isInUse }) => (isInUse ? [{ id, kind: row.kind, name, code: null }] : [])));
}
