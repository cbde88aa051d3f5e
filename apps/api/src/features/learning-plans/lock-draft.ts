import { succeed } from '@milepost/domain';
import type { Caller } from '../../platform/request/caller.ts';
import { refuseStale, refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { mayOnPlan } from '../access/index.ts';
import type { DraftReference } from './edit-draft.ts';
import type { DraftOfPlan, LearningPlanRepository } from './learning-plan.repository.ts';

/**
 * The draft of a plan as the caller saw it, locked against other edits, for who may edit the plan.
 *
 * @param instead what is said when there is no draft, or none that is meant
 */
export async function lockDraft(
  plans: LearningPlanRepository,
  caller: Caller,
  { planId, rowVersion }: DraftReference,
  isMeant: (plan: DraftOfPlan['plan']) => boolean,
  instead: 'PUBLISHED_ONCE' | 'NO_NEXT_VERSION',
): Promise<Outcome<DraftOfPlan>> {
  const plan = await plans.lock(planId);
  if (!plan || !mayOnPlan(caller, 'PLAN_READ', plan)) return refuseWith('NOT_FOUND');
  if (!mayOnPlan(caller, 'PLAN_EDIT', plan)) return refuseWith('NOT_ALLOWED');
  const draft = plan.draftVersionId ? await plans.readVersion(plan, plan.draftVersionId) : undefined;
  if (!draft || !isMeant(plan)) return refuseWith(instead);
  return draft.version.rowVersion === rowVersion ? succeed(draft) : refuseStale(draft.version.rowVersion);
}
