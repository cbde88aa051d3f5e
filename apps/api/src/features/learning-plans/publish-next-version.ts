import { mayPublish, planLifecycle, refuse, succeed, transition, type Result } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { refuseStale, refuseWith, type UserProblem } from '../../platform/request/user-problem.ts';
import { mayOnPlan } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import { checkDrafts } from './check-drafts.ts';
import { LearningPlanRepository, type DraftOfPlan } from './learning-plan.repository.ts';
import { NotPublishable } from './publish-learning-plan.ts';

/** Which draft is to be published. */
export interface NextVersionReference {
  readonly planId: string;
  /** What the caller saw of the draft; absent: as it is now. */
  readonly rowVersion?: number;
}

/**
 * The draft of an active plan's next version, if it may be published and the checks find no error.
 *
 * @param caller who must be allowed to publish it; null: that has been seen to
 */
export async function findPublishableDraft(
  transaction: Transaction,
  caller: Caller | null,
  { planId, rowVersion }: NextVersionReference,
): Promise<Result<DraftOfPlan & { readonly publishedVersionId: string }, readonly UserProblem[] | NotPublishable>> {
  const plans = new LearningPlanRepository(transaction);
  const plan = await plans.find(planId);
  if (!plan || (caller && !mayOnPlan(caller, 'PLAN_READ', plan))) return refuseWith('NOT_FOUND');
  if (caller && !mayOnPlan(caller, 'PLAN_PUBLISH', plan)) return refuseWith('NOT_ALLOWED');
  if (!transition(planLifecycle, plan.lifecycle, 'publishVersion').ok) return refuseWith('PLAN_NOT_ACTIVE');
  const draft = plan.draftVersionId ? await plans.readVersion(plan, plan.draftVersionId) : undefined;
  if (!draft || plan.publishedVersionId === null) return refuseWith('NO_NEXT_VERSION');
  if (rowVersion !== undefined && draft.version.rowVersion !== rowVersion) return refuseStale(draft.version.rowVersion);
  const problems = (await checkDrafts(transaction, [draft])).get(plan.id)!;
  return mayPublish(problems) ? succeed({ ...draft, publishedVersionId: plan.publishedVersionId }) : refuse(new NotPublishable(problems));
}

/** Puts the draft in the place of the published version: who gets the plan from now on gets it. Nobody who has the plan is moved by this. */
export async function publishNextVersion(transaction: Transaction, draft: DraftOfPlan, changeNote: string): Promise<void> {
  const plans = new LearningPlanRepository(transaction);
  await plans.publish(draft, changeNote);
  await plans.keepSettings(draft.plan.id);
  await recordAudit(transaction, {
    act: 'learningPlan.publishVersion',
    subject: { kind: 'learningPlan', id: draft.plan.id },
    after: { version: draft.version.number, changeNote },
  });
}
