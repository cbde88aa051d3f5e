import { succeed } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import type { Outcome } from '../../platform/request/user-problem.ts';
import { recordAudit } from '../audit/index.ts';
import type { DraftReference } from './edit-draft.ts';
import { LearningPlanRepository } from './learning-plan.repository.ts';
import { lockDraft } from './lock-draft.ts';

/** Deletes a plan that was never published: the only one that goes, because nobody ever had it (2.2). Its draft must be as the caller saw it. */
export async function deleteLearningPlan(
  transaction: Transaction,
  caller: Caller,
  reference: DraftReference,
): Promise<Outcome<{ id: string }>> {
  const plans = new LearningPlanRepository(transaction);
  const draft = await lockDraft(plans, caller, reference, ({ lifecycle }) => lifecycle === 'DRAFT', 'PUBLISHED_ONCE');
  if (!draft.ok) return draft;
  const { plan } = draft.value;
  await plans.remove(plan.id);
  await recordAudit(transaction, { act: 'learningPlan.delete', subject: { kind: 'learningPlan', id: plan.id }, before: { name: plan.name, code: plan.code } });
  await transaction.emit({ type: 'plan.changed', ids: { planId: plan.id } });
  return succeed({ id: plan.id });
}
