import { succeed } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import type { Outcome } from '../../platform/request/user-problem.ts';
import { recordAudit } from '../audit/index.ts';
import type { DraftReference } from './edit-draft.ts';
import { LearningPlanRepository } from './learning-plan.repository.ts';
import { lockDraft } from './lock-draft.ts';

/** Throws the draft of a next version away, as it was when the caller saw it. The only draft of a plan that was never published is the plan itself. */
export async function discardDraft(transaction: Transaction, caller: Caller, reference: DraftReference): Promise<Outcome<{ id: string }>> {
  const plans = new LearningPlanRepository(transaction);
  const locked = await lockDraft(plans, caller, reference, ({ publishedVersionId }) => publishedVersionId !== null, 'NO_NEXT_VERSION');
  if (!locked.ok) return locked;
  const draft = locked.value;
  const { plan } = draft;
  await plans.deleteDraft(draft);
  await transaction.emit({ type: 'plan.changed', ids: { planId: plan.id } });
  await recordAudit(transaction, { act: 'learningPlan.discardDraft', subject: { kind: 'learningPlan', id: plan.id }, before: { version: draft.version.number, name: draft.definition.name } });
  return succeed({ id: plan.id });
}
