import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import { readId } from '../../platform/graphql/scalars.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { defineLoaderFor } from '../../platform/request/loader.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { SharedReads } from '../../platform/request/shared-reads.ts';
import { mayOnPlan, progressScope, reachesEverybody } from '../access/index.ts';
import { learningPlanLoader, type LearningPlanRow } from '../learning-plans/index.ts';
import { countVisibleProgress, progressTotalsLoader, readProgressTotals, trendStart, type ProgressTotals } from './enrollment.queries.ts';

/** What decides whose progress in a plan a caller may read. */
type TrackedPlan = Pick<LearningPlanRow, 'id' | 'ownerId' | 'collaborationAllowed'>;

/** The totals of a plan, of those people whom a caller may track. */
export interface TrackedProgress extends ProgressTotals {
  readonly planId: string;
}

type PlanWithTotals = { readonly plan: LearningPlanRow; readonly totals: ProgressTotals } | undefined;

/** Readings that whoever asks in the same moment for the same has in common: a hundred dashboards that hear of one change read once. */
class SharedProgress {
  readonly ofEverybody = new SharedReads<PlanWithTotals>();
  readonly ofSome = new SharedReads<ProgressTotals | undefined>();
}

const sharedProgress = new WeakMap<object, SharedProgress>();

/**
 * How the people of a plan get on, those whom the caller may track: whoever reaches everybody has the counted totals, for others they are
 * counted at this moment by the condition of their lists. Null when there is no such plan, or for who may track nobody in it.
 */
export async function readPlanProgress(context: RequestContext, id: string): Promise<TrackedProgress | null> {
  const planId = readId(id);
  if (!planId) return null;
  const { caller } = context;
  const { database } = context.services;
  const { organizationId } = caller;
  const shared = sharedProgress.get(database) ?? new SharedProgress();
  sharedProgress.set(database, shared);
  const found = await shared.ofEverybody.read(`${organizationId} ${planId}`, () =>
    database.readAtOnce({ organizationId }, async (transaction) => {
      const [plans, totals] = await Promise.all([learningPlanLoader.load(transaction, [planId]), readProgressTotals(transaction, planId, trendStart(transaction.now))]);
      const plan = plans.get(planId);
      return plan && { plan, totals };
    }),
  );
  if (!found) return null;
  if (isCounted(caller, found.plan)) return tell(caller, found.plan, found.totals);
  const seen = await shared.ofSome.read(`${planId} ${nameReach(caller)}`, () =>
    database.readAtOnce({ organizationId }, async (transaction) => (await countVisibleProgress(transaction, progressScope(caller), [planId])).get(planId)),
  );
  return tell(caller, found.plan, seen);
}

/** The same of a plan in a list, read together with those of the others. */
export async function loadPlanProgress(context: RequestContext, plan: TrackedPlan): Promise<TrackedProgress | null> {
  const { caller } = context;
  if (!caller.acts.has('PLAN_TRACK')) return null;
  const totals = await context.load(isCounted(caller, plan) ? progressTotalsLoader : visibleTotalsLoader(caller), plan.id);
  return tell(caller, plan, totals);
}

/** Whether the totals that are kept of everybody are those of the people whom the caller may track. */
function isCounted(caller: Caller, plan: TrackedPlan): boolean {
  return reachesEverybody(caller, 'PROGRESS_READ', plan);
}

/** Equal for callers who may track the same people. */
function nameReach(caller: Caller): string {
  const parameters = new SqlParameters(caller.organizationId);
  return JSON.stringify([progressScope(caller)(parameters), parameters.values]);
}

const visibleTotalsLoader = defineLoaderFor<Caller, string, ProgressTotals>((transaction, planIds, caller) =>
  countVisibleProgress(transaction, progressScope(caller), planIds),
);

function tell(caller: Caller, plan: TrackedPlan, totals: ProgressTotals | undefined): TrackedProgress | null {
  // Who tracks some people only, and none of them has the plan, is not told that there is one.
  const isTold = totals !== undefined && (totals.counts.length > 0 || mayOnPlan(caller, 'PLAN_TRACK', plan));
  return isTold ? { planId: plan.id, ...totals } : null;
}
