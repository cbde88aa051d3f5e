import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { mayOnPlan } from '../access/index.ts';
import { LearningPlanType } from '../learning-plans/index.ts';
import { progressTotalsLoader } from './enrollment.queries.ts';
import { presentProgress } from './enrollment.resolver.ts';
import { PlanProgress } from './enrollment.type.ts';

/** Plans know nothing of those who have them; here, behind the enrollments, is where they get to it. */
@Resolver(() => LearningPlanType)
export class PlanProgressResolver {
  @FieldResolver(() => PlanProgress, { nullable: true, description: 'How the people of the plan get on; null for those who may not track it.' })
  async progress(@Root() plan: LearningPlanType, @Ctx() context: RequestContext): Promise<PlanProgress | null> {
    if (!mayOnPlan(context.caller, 'PLAN_TRACK', plan)) return null;
    const totals = await context.load(progressTotalsLoader, plan.id);
    return totals ? presentProgress(plan.id, totals) : null;
  }
}
