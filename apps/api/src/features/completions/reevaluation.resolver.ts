import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { answer } from '../../platform/graphql/answer.ts';
import { Guarded } from '../../platform/graphql/guard.ts';
import { defineLoaderInSteps } from '../../platform/request/loader.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { explainTraining, TrainingExplanation, workKey } from '../training-progress/index.ts';
import { reachedPersonLoader } from './reached-people.queries.ts';
import { findHeldBack, reevaluateTraining } from './reevaluate-training.ts';
import { ReevaluateTrainingInput, ReevaluateTrainingResult } from './reevaluation.type.ts';

/** That a completion which was taken back stands again by what is on record: what an admin asks for by "re-evaluate now" (2.8). */
@Resolver(() => TrainingExplanation)
export class ReevaluationResolver {
  @Guarded('COMPLETIONS_CHANGE')
  @Mutation(() => ReevaluateTrainingResult, {
    description: 'Completes a course or plan again by what is on record, where its completion was taken back and nothing was recorded since: by itself that would not complete it. Taken back as every completion is.',
  })
  async reevaluateTraining(
    @Arg('input', () => ReevaluateTrainingInput, { description: 'Whose, and what.' }) input: ReevaluateTrainingInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ReevaluateTrainingResult> {
    const { personId, itemId, reason } = input;
    const result = await context.mutate('reevaluateTraining', input, (transaction) => reevaluateTraining(transaction, context.caller, { personId, itemId, reason: reason ?? '' }));
    return answer(context, result, async () => (await explainTraining(context, personId, itemId))!);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the caller may let it be complete again by what is on record, and it would be: `reevaluateTraining`.' })
  async viewerCanReevaluate(@Root() { personId, itemId }: TrainingExplanation, @Ctx() context: RequestContext): Promise<boolean> {
    if (!context.caller.acts.has('COMPLETIONS_CHANGE')) return false;
    const [reached, held] = await Promise.all([context.load(reachedPersonLoader(context.caller), personId), context.load(heldBackLoader, workKey(personId, itemId))]);
    return reached !== undefined && held !== undefined;
  }
}

const heldBackLoader = defineLoaderInSteps(findHeldBack);
