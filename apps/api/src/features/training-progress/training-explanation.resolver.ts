import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Guarded } from '../../platform/graphql/guard.ts';
import { readId } from '../../platform/graphql/scalars.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { enrollmentScope, peopleScope } from '../access/index.ts';
import { explainTraining } from './training-explanation.presenter.ts';
import { TrainingExplanation } from './training-explanation.type.ts';
import { TrainingRecord } from './training-record.type.ts';
import { isInReach } from './work-to-explain.queries.ts';

/** Why training progress is as it is (domain 2.0.4). */
@Resolver(() => TrainingRecord)
export class TrainingExplanationResolver {
  @Guarded('PROGRESS_READ')
  @Query(() => TrainingExplanation, {
    nullable: true,
    description: 'Why a person, of those whose progress the caller may read, has completed some content or a plan, or has not, or has not any more; also where nothing of it is left in the lists. Null: nobody, or nothing, that the caller may ask about.',
  })
  async explainTraining(
    @Arg('personId', () => ID, { description: 'Who.' }) personId: string,
    @Arg('itemId', () => ID, { description: 'The content or plan.' }) itemId: string,
    @Ctx() context: RequestContext,
  ): Promise<TrainingExplanation | null> {
    const [person, item] = [readId(personId), readId(itemId)];
    if (!person || !item) return null;
    const { caller } = context;
    const scope = { content: peopleScope(caller, 'PROGRESS_READ', null), plans: enrollmentScope(caller, 'PROGRESS_READ') };
    if (!(await context.read((transaction) => isInReach(transaction, person, item, scope)))) return null;
    return (await explainTraining(context, person, item)) ?? null;
  }

  @FieldResolver(() => TrainingExplanation, { nullable: true, description: 'Why it is as it is.' })
  async explanation(@Root() { personId, learningObjectId, planId }: TrainingRecord, @Ctx() context: RequestContext): Promise<TrainingExplanation | null> {
    return (await explainTraining(context, personId, (learningObjectId ?? planId)!)) ?? null;
  }
}
