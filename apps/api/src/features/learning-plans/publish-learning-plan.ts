import { mayPublish, refuse, succeed, type PlanProblem, type Result } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { refuseStale, refuseWith, type UserProblem } from '../../platform/request/user-problem.ts';
import { mayOnPlan } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import { checkDrafts } from './check-drafts.ts';
import { LearningPlanRepository } from './learning-plan.repository.ts';

/** The checks on publish found errors. */
export class NotPublishable {
  constructor(readonly planProblems: readonly PlanProblem[]) {}
}

/** Publishes the draft of a plan that has no version yet: from now on it can be assigned, and the version never changes. With `notify` everybody within the visible range is told (D18, D19). */
export async function publishLearningPlan(
  transaction: Transaction,
  caller: Caller,
  reference: { readonly planId: string; readonly rowVersion: number; readonly notify?: boolean | null },
): Promise<Result<{ id: string }, readonly UserProblem[] | NotPublishable>> {
  const plans = new LearningPlanRepository(transaction);
  const plan = await plans.lock(reference.planId);
  if (!plan || !mayOnPlan(caller, 'PLAN_READ', plan)) return refuseWith('NOT_FOUND');
  if (!mayOnPlan(caller, 'PLAN_PUBLISH', plan)) return refuseWith('NOT_ALLOWED');
  const draft = plan.draftVersionId ? await plans.readVersion(plan, plan.draftVersionId) : undefined;
  if (!draft || plan.lifecycle !== 'DRAFT') return refuseWith('NOT_A_DRAFT');
  if (draft.version.rowVersion !== reference.rowVersion) return refuseStale(draft.version.rowVersion);
  const problems = (await checkDrafts(transaction, [draft])).get(plan.id)!;
  if (!mayPublish(problems)) return refuse(new NotPublishable(problems));

  await plans.publish(draft, null);
  await plans.keepSettings(plan.id);
  await recordAudit(transaction, { act: 'learningPlan.publish', subject: { kind: 'learningPlan', id: plan.id }, after: { version: draft.version.number } });
  if (reference.notify) await transaction.emit({ type: 'plan.announced', ids: { planId: plan.id } });
  return succeed({ id: plan.id });
}
