import { duplicateDefinition, type DuplicateDepth } from '@milepost/domain';
import { newId } from '../../platform/database/new-id.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { mayOnPlan } from '../access/index.ts';
import { insertLearningPlan } from './insert-learning-plan.ts';
import { LearningPlanRepository } from './learning-plan.repository.ts';

/**
 * Makes a plan of the caller's own after another that they may see: after what is published, or where nothing is, after its draft.
 * Assignments, registrations, progress and who may find it are not copied (L33).
 */
export async function duplicateLearningPlan(
  transaction: Transaction,
  caller: Caller,
  { planId, ownerId, name, depth }: { readonly planId: string; readonly ownerId: string; readonly name: string; readonly depth: DuplicateDepth },
): Promise<Outcome<{ id: string }>> {
  const plans = new LearningPlanRepository(transaction);
  const plan = await plans.find(planId);
  if (!plan || !mayOnPlan(caller, 'PLAN_READ', plan)) return refuseWith('NOT_FOUND');
  const original = await plans.readVersion(plan, (plan.publishedVersionId ?? plan.draftVersionId)!);
  const definition = duplicateDefinition(original!.definition, { name, depth, newKey: () => newId() as never });
  return insertLearningPlan(transaction, { ownerId, definition, act: 'learningPlan.duplicate', origin: { of: plan.code, depth } });
}
