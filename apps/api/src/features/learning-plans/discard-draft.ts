import { succeed } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { refuseStale, refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { mayOnPlan } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { DraftReference } from './edit-draft.ts';
import { LearningPlanRepository } from './learning-plan.repository.ts';

/** Throws the draft of a next version away, as it was when the caller saw it. The only draft of a plan that was never published is the plan itself. */
export async function discardDraft(transaction: Transaction, caller: Caller, { planId, rowVersion }: DraftReference): Promise<Outcome<{ id: string }>> {
  const plans = new LearningPlanRepository(transaction);
  const plan = await plans.lock(planId);
  if (!plan || !mayOnPlan(caller, 'PLAN_READ', plan)) return refuseWith('NOT_FOUND');
  if (!mayOnPlan(caller, 'PLAN_EDIT', plan)) return refuseWith('NOT_ALLOWED');
  const draft = plan.draftVersionId ? await plans.readVersion(plan, plan.draftVersionId) : undefined;
  if (!draft || plan.publishedVersionId === null) return refuseWith('NO_NEXT_VERSION');
  if (draft.version.rowVersion !== rowVersion) return refuseStale(draft.version.rowVersion);
  await plans.deleteDraft(draft);
  await transaction.emit({ type: 'plan.changed', ids: { planId: plan.id } });
  await recordAudit(transaction, { act: 'learningPlan.discardDraft', subject: { kind: 'learningPlan', id: plan.id }, before: { version: draft.version.number, name: draft.definition.name } });
  return succeed({ id: plan.id });
}
