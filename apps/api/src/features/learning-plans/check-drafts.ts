import { checkPlanForPublishing, type PlanProblem, type PlanVersionDefinition } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { defineLoaderInSteps } from '../../platform/request/loader.ts';
import { readContentDefinitions } from '../learning-objects/index.ts';
import { learningPlanLoader, readPlanVersions, type LearningPlanRow } from './learning-plan.queries.ts';

/** A draft with what the checks on publish ask of its plan. */
export interface DraftToCheck {
  readonly plan: Pick<
    LearningPlanRow,
    'id' | 'ownerId' | 'collaborationAllowed' | 'visibleRange' | 'displayOnFrontEnd' | 'showAddToMyPlans' | 'publishedVersionId'
  >;
  readonly definition: PlanVersionDefinition;
}

/** What the checks on publish (2.1) say of drafts, by plan; the content that they link is read at once for all. */
export async function checkDrafts(transaction: Transaction, drafts: readonly DraftToCheck[]): Promise<ReadonlyMap<string, readonly PlanProblem[]>> {
  if (drafts.length === 0) return new Map();
  const linked = new Set(drafts.flatMap(({ definition }) => linkedBy(definition)));
  const contents = await readContentDefinitions(transaction, [...linked]);
  const [organization] = await transaction.query<{ zone: string; planTerm: Record<string, string> }>(
    'SELECT default_time_zone AS zone, plan_term AS "planTerm" FROM organization WHERE organization_id = $1',
    [transaction.organizationId],
  );
  const { zone, planTerm } = organization!;
  const listed = await readListedPlans(transaction, drafts.map(({ plan }) => plan.id));
  const check = ({ plan, definition }: DraftToCheck): readonly PlanProblem[] => {
    const own = new Set<string>(linkedBy(definition));
    return checkPlanForPublishing(
      definition,
      contents.filter(({ id }) => own.has(id)),
      {
        ownerId: plan.ownerId as never,
        collaborationAllowed: plan.collaborationAllowed,
        visibleRange: plan.visibleRange as never,
        displayOnFrontEnd: plan.displayOnFrontEnd,
        showAddToMyPlans: plan.showAddToMyPlans,
        inCatalog: listed.has(plan.id),
        planTerm: planTerm.en ?? null,
        firstVersion: plan.publishedVersionId === null,
        now: transaction.now.toISOString() as never,
        zone,
      },
    );
  };
  return new Map(drafts.map((draft) => [draft.plan.id, check(draft)]));
}

/** What the checks on publish say of the drafts of plans, by plan; plans without a draft are missing. */
export const draftProblemsLoader = defineLoaderInSteps<string, readonly PlanProblem[]>(async (transaction, planIds) => {
  const plans = [...(await learningPlanLoader.load(transaction, planIds)).values()];
  const versions = await readPlanVersions(transaction, plans.flatMap(({ draftVersionId }) => draftVersionId ?? []));
  const planOf = new Map(plans.map((plan) => [plan.id, plan]));
  return checkDrafts(transaction, versions.map(({ planId, definition }) => ({ plan: planOf.get(planId)!, definition })));
});

/** Those of some plans that a catalog lists. */
async function readListedPlans(transaction: Transaction, planIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await transaction.query<{ id: string }>(
    `SELECT DISTINCT e.plan_id AS id FROM catalog_entry e JOIN catalog c ON c.organization_id = $1 AND c.id = e.catalog_id AND c.removed_at IS NULL
     WHERE e.organization_id = $1 AND e.subject_id = ANY ($2::uuid[]) AND e.valid_to IS NULL`,
    [transaction.organizationId, planIds],
  );
  return new Set(rows.map((row) => row.id));
}

function linkedBy({ milestones }: PlanVersionDefinition): readonly string[] {
  return milestones.flatMap(({ items }) => items.map(({ learningObjectId }) => learningObjectId));
}
