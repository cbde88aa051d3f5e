import { newPlanVersion, type PlanPreset } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Outcome } from '../../platform/request/user-problem.ts';
import { insertLearningPlan } from './insert-learning-plan.ts';

/** Creates a plan with an empty draft and the defaults of its preset. The caller owns it. */
export function createLearningPlan(
  transaction: Transaction,
  ownerId: string,
  { name, preset }: { readonly name: string; readonly preset: PlanPreset },
): Promise<Outcome<{ id: string }>> {
  return insertLearningPlan(transaction, { ownerId, definition: newPlanVersion(preset, name), act: 'learningPlan.create', origin: {} });
}
