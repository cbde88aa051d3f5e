import { checkPlanForPublishing, mayPublish, refuse, succeed, type PlanProblem, type Result } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { refuseStale, refuseWith, type UserProblem } from '../../platform/request/user-problem.ts';
import { mayOnPlan } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import { readContentDefinitions } from '../learning-objects/index.ts';
import { LearningPlanRepository, type DraftOfPlan } from './learning-plan.repository.ts';

/** The checks on publish found errors. */
export class NotPublishable {
  constructor(readonly planProblems: readonly PlanProblem[]) {}
}

/** Publishes the draft of a plan that has no version yet: from now on it can be assigned, and the version never changes. */
export async function publishLearningPlan(
  transaction: Transaction,
  caller: Caller,
  reference: { readonly planId: string; readonly rowVersion: number },
): Promise<Result<{ id: string }, readonly UserProblem[] | NotPublishable>> {
  const plans = new LearningPlanRepository(transaction);
  const plan = await plans.lock(reference.planId);
  if (!plan || !mayOnPlan(caller, 'PLAN_READ', plan)) return refuseWith('NOT_FOUND');
  if (!mayOnPlan(caller, 'PLAN_PUBLISH', plan)) return refuseWith('NOT_ALLOWED');
  const draft = plan.draftVersionId ? await plans.readVersion(plan, plan.draftVersionId) : undefined;
  if (!draft || plan.lifecycle !== 'DRAFT') return refuseWith('NOT_A_DRAFT');
  if (draft.version.rowVersion !== reference.rowVersion) return refuseStale(draft.version.rowVersion);
  const problems = await checkDraft(transaction, draft);
  if (!mayPublish(problems)) return refuse(new NotPublishable(problems));

  const { organizationId, now, actor } = transaction;
  await transaction.query(
    `UPDATE plan_version SET state = 'PUBLISHED', published_at = $3, updated_at = $3, updated_by = $4, row_version = row_version + 1
     WHERE organization_id = $1 AND id = $2`,
    [organizationId, draft.version.id, now, actor.id],
  );
  await transaction.query(
    `UPDATE learning_plan SET lifecycle = 'ACTIVE', published_version_id = draft_version_id, draft_version_id = NULL, updated_at = $3,
       updated_by = $4, row_version = row_version + 1
     WHERE organization_id = $1 AND id = $2`,
    [organizationId, plan.id, now, actor.id],
  );
  await plans.keepSettings(plan.id);
  await recordAudit(transaction, { act: 'learningPlan.publish', subject: { kind: 'learningPlan', id: plan.id }, after: { version: draft.version.number } });
  return succeed({ id: plan.id });
}

/** What the checks on publish say of a plan's draft; nothing when it has none. */
export async function checkDraftOf(transaction: Transaction, planId: string): Promise<readonly PlanProblem[]> {
  const plans = new LearningPlanRepository(transaction);
  const plan = await plans.find(planId);
  const draft = plan?.draftVersionId ? await plans.readVersion(plan, plan.draftVersionId) : undefined;
  return draft ? checkDraft(transaction, draft) : [];
}

async function checkDraft(transaction: Transaction, draft: DraftOfPlan): Promise<readonly PlanProblem[]> {
  const ids = draft.definition.milestones.flatMap((milestone) => milestone.items.map((item) => item.learningObjectId));
  const contents = await readContentDefinitions(transaction, ids);
  const [organization] = await transaction.query<{ zone: string; planTerm: Record<string, string> }>(
    'SELECT default_time_zone AS zone, plan_term AS "planTerm" FROM organization WHERE organization_id = $1',
    [transaction.organizationId],
  );
  const { plan } = draft;
  return checkPlanForPublishing(draft.definition, contents, {
    ownerId: plan.ownerId as never,
    collaborationAllowed: plan.collaborationAllowed,
    visibleRange: plan.visibleRange,
    displayOnFrontEnd: plan.displayOnFrontEnd,
    showAddToMyPlans: plan.showAddToMyPlans,
    inCatalog: false,
    planTerm: organization!.planTerm.en ?? null,
    firstVersion: plan.publishedVersionId === null,
    now: transaction.now.toISOString() as never,
    zone: organization!.zone,
  });
}
