import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { LearningPlanType } from '../learning-plans/index.ts';
import { readPlanProgress } from './enrollment.resolver.ts';
import { PlanProgress } from './enrollment.type.ts';

/** Plans know nothing of those who have them; here, behind the enrollments, is where they get to it. */
@Resolver(() => LearningPlanType)
export class PlanProgressResolver {
  @FieldResolver(() => PlanProgress, { nullable: true, description: 'How the people of the plan get on; null for those who may not track it.' })
  progress(@Root() { id }: LearningPlanType, @Ctx() context: RequestContext): Promise<PlanProgress | null> {
    return readPlanProgress(context, id);
  }
}
