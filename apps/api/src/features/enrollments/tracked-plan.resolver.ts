import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { checkPageSize, PageArgs, readPageCursor, toConnection, type Connection } from '../../platform/graphql/connection.ts';
import { Guarded } from '../../platform/graphql/guard.ts';
import { readId } from '../../platform/graphql/scalars.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { progressScope } from '../access/index.ts';
import { findLearningPlans, LearningPlanConnection, LearningPlanType, presentPlan } from '../learning-plans/index.ts';
import { plansOfPeople } from './tracked-plans.queries.ts';

/** Plans for those who look after people and may not read the plans themselves: a supervisor, a partner's admin (2.11). */
@Resolver()
export class TrackedPlanResolver {
  @Guarded('PROGRESS_READ')
  @Query(() => LearningPlanConnection, { description: 'The plans that people have whose progress the caller may read, the newest first; of who may not read a plan only what is published of it.' })
  async trackedPlans(@Args(() => PageArgs) page: PageArgs, @Ctx() context: RequestContext): Promise<Connection<LearningPlanType>> {
    checkPageSize(page.first);
    const after = readPageCursor(page.after, ['id']);
    const tracked = plansOfPeople(progressScope(context.caller));
    const found = await context.read((transaction) => findLearningPlans(transaction, tracked, {}, page.first, after));
    return toConnection(found, presentPlan);
  }

  @Guarded('PROGRESS_READ')
  @Query(() => LearningPlanType, { nullable: true, description: 'One of them; null when nobody has it whose progress the caller may read.' })
  async trackedPlan(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() context: RequestContext): Promise<LearningPlanType | null> {
    const known = readId(id);
    if (!known) return null;
    const tracked = plansOfPeople(progressScope(context.caller));
    const { rows } = await context.read((transaction) => findLearningPlans(transaction, tracked, { id: known }, 1, undefined));
    return rows[0] ? presentPlan(rows[0].row) : null;
  }
}
