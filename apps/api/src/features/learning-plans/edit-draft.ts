import { succeed, type PlanVersionDefinition } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { refuseStale, refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { mayOnPlan } from '../access/index.ts';
import { LearningPlanRepository } from './learning-plan.repository.ts';

/** Which draft, and which of its versions the caller saw. */
export interface DraftReference {
  readonly planId: string;
  readonly rowVersion: number;
}

/** A change of a draft's content, as a function of what it is. */
export type DraftEdit = (definition: PlanVersionDefinition) => Outcome<PlanVersionDefinition>;

/** Edits the draft of a plan: whoever may edit the plan, on the version that they saw, and never a published one. */
export async function editDraft(transaction: Transaction, caller: Caller, reference: DraftReference, edit: DraftEdit): Promise<Outcome<{ id: string }>> {
  const plans = new LearningPlanRepository(transaction);
  const plan = await plans.lock(reference.planId);
  if (!plan || !mayOnPlan(caller, 'PLAN_READ', plan)) return refuseWith('NOT_FOUND');
  if (!mayOnPlan(caller, 'PLAN_EDIT', plan)) return refuseWith('NOT_ALLOWED');
  const draft = plan.draftVersionId ? await plans.readVersion(plan, plan.draftVersionId) : undefined;
  if (!draft) return refuseWith('NOT_A_DRAFT');
  const edited = edit(draft.definition);
  if (!edited.ok) return edited;
  const saved = await plans.saveDraft(draft, edited.value, reference.rowVersion);
  if (saved.kind === 'STALE') return refuseStale(saved.rowVersion);
  if (saved.kind === 'MISSING') return refuseWith('NOT_FOUND');
  await transaction.emit({ type: 'plan.changed', ids: { planId: plan.id } });
  return succeed({ id: plan.id });
}
