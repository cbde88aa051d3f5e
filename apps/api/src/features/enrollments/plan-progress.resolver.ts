import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { LearningPlanType } from '../learning-plans/index.ts';
import { presentProgress } from './enrollment.presenter.ts';
import { PlanProgress } from './enrollment.type.ts';
import { loadPlanProgress } from './read-plan-progress.ts';

/** Plans know nothing of those who have them; here, behind the enrollments, is where they get to it. */
@Resolver(() => LearningPlanType)
export class PlanProgressResolver {
  @FieldResolver(() => PlanProgress, { nullable: true, description: 'How the people of the plan get on whom the caller may track; null for those who may track nobody in it.' })
  async progress(@Root() plan: LearningPlanType, @Ctx() context: RequestContext): Promise<PlanProgress | null> {
    return presentProgress(await loadPlanProgress(context, plan));
  }
}
