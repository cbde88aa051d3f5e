import { succeed, transition, planLifecycle } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { mayOnPlan } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import { LearningPlanRepository } from './learning-plan.repository.ts';

/**
 * Makes the draft of an active plan's next version: as the published one is, with the same keys (2.2). Nobody who has the plan notices, until it
 * is published. A plan that has such a draft keeps it, so that whoever asks twice goes on with the same one.
 */
export async function createNextVersion(transaction: Transaction, caller: Caller, planId: string): Promise<Outcome<{ id: string }>> {
  const plans = new LearningPlanRepository(transaction);
  const plan = await plans.lock(planId);
  if (!plan || !mayOnPlan(caller, 'PLAN_READ', plan)) return refuseWith('NOT_FOUND');
  if (!mayOnPlan(caller, 'PLAN_EDIT', plan)) return refuseWith('NOT_ALLOWED');
  if (!transition(planLifecycle, plan.lifecycle, 'newVersion').ok || plan.publishedVersionId === null) return refuseWith('PLAN_NOT_ACTIVE');
  if (plan.draftVersionId !== null) return succeed({ id: plan.id });
  const published = await plans.readVersion(plan, plan.publishedVersionId);
  const number = await plans.insertDraft(plan, published!.definition);
  await transaction.emit({ type: 'plan.changed', ids: { planId: plan.id } });
  await recordAudit(transaction, { act: 'learningPlan.newVersion', subject: { kind: 'learningPlan', id: plan.id }, after: { version: number } });
  return succeed({ id: plan.id });
}
