import { succeed } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { refuseStale, refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { mayOnPlan } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import { LearningPlanRepository } from './learning-plan.repository.ts';

/** Deletes a plan that was never published: the only one that goes, because nobody ever had it (2.2). Its draft must be as the caller saw it. */
export async function deleteLearningPlan(
  transaction: Transaction,
  caller: Caller,
  reference: { readonly planId: string; readonly rowVersion: number },
): Promise<Outcome<{ id: string }>> {
  const plans = new LearningPlanRepository(transaction);
  const plan = await plans.lock(reference.planId);
  if (!plan || !mayOnPlan(caller, 'PLAN_READ', plan)) return refuseWith('NOT_FOUND');
  if (!mayOnPlan(caller, 'PLAN_EDIT', plan)) return refuseWith('NOT_ALLOWED');
  const draft = plan.draftVersionId ? await plans.readVersion(plan, plan.draftVersionId) : undefined;
  if (!draft || plan.lifecycle !== 'DRAFT') return refuseWith('PUBLISHED_ONCE');
  if (draft.version.rowVersion !== reference.rowVersion) return refuseStale(draft.version.rowVersion);
  await plans.remove(plan.id);
  await recordAudit(transaction, { act: 'learningPlan.delete', subject: { kind: 'learningPlan', id: plan.id }, before: { name: plan.name, code: plan.code } });
  await transaction.emit({ type: 'plan.changed', ids: { planId: plan.id } });
  return succeed({ id: plan.id });
}
