import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { mayOnPlan, reachesOnPlan } from '../access/index.ts';
import { learningPlanLoader, LearningPlanType, loadVersion, PlanVersion, PlanVersionStateEnum, PlanVersionSummary } from '../learning-plans/index.ts';
import { versionsInUseLoader } from './versions-in-use.queries.ts';

/** Which versions of a plan people are on: versions know nothing of that. */
@Resolver(() => LearningPlanType)
export class PlanVersionsInUseResolver {
  @FieldResolver(() => [PlanVersion], { description: 'The versions that people are on whose progress the caller may read, the newest first, as whole versions and as what one asks beyond another; none for those who may track nobody in it.' })
  async versionsInUse(@Root() plan: LearningPlanType, @Ctx() context: RequestContext): Promise<PlanVersion[]> {
    if (plan.publishedVersionId === null || !reachesOnPlan(context.caller, 'PLAN_TRACK', plan)) return [];
    const used = (await context.load(versionsInUseLoader(context.caller), plan.id)) ?? [];
    const versions = await Promise.all(used.filter(({ people }) => people > 0).map(({ id }) => loadVersion(context, id)));
    return versions.filter((version) => version !== null);
  }
}

@Resolver(() => PlanVersionSummary)
export class PeopleOnVersionResolver {
  @FieldResolver(() => Int, { nullable: true, description: 'How many people are on it, those whom the caller may track; null for those who may track nobody in the plan.' })
  async people(@Root() { number, planId }: PlanVersionSummary, @Ctx() context: RequestContext): Promise<number | null> {
    const plan = await context.load(learningPlanLoader, planId);
    if (!plan || !mayOnPlan(context.caller, 'PLAN_TRACK', plan)) return null;
    const used = (await context.load(versionsInUseLoader(context.caller), planId)) ?? [];
    return used.filter((version) => version.number === number).reduce((sum, version) => sum + version.people, 0);
  }

  /** RETIRED is read, not stored (2.2): an undo that puts people back onto a version has nothing to take back. */
  @FieldResolver()
  async state(@Root() { number, planId, state }: PlanVersionSummary, @Ctx() context: RequestContext): Promise<PlanVersionStateEnum> {
    if (state !== PlanVersionStateEnum.SUPERSEDED) return state;
    const used = (await context.load(versionsInUseLoader(context.caller), planId)) ?? [];
    return used.some((version) => version.number === number) ? state : PlanVersionStateEnum.RETIRED;
  }
}
