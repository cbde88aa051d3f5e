import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { answer } from '../../platform/graphql/answer.ts';
import { Guarded } from '../../platform/graphql/guard.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { PlanLifecycleActEnum } from '../learning-plans/index.ts';
import { PreviewOperationResult, readOperation } from '../operations/index.ts';
import { previewPlanLifecycle } from './change-plan-lifecycle.ts';

@InputType({ description: 'What is to become of a published plan.' })
export class PreviewPlanLifecycleInput {
  @Field(() => String, { nullable: true, description: 'Your own id of this act; repeated, it has one effect and one answer.' })
  clientMutationId?: string | null;

  @Field(() => ID, { description: 'The plan.' })
  planId: string;

  @Field(() => PlanLifecycleActEnum, { description: 'What is done with it.' })
  act: PlanLifecycleActEnum;
}

/** What becomes of published plans; it concerns the people who have them, so it stands behind both. */
@Resolver()
export class PlanLifecycleResolver {
  @Guarded('PLAN_INACTIVATE')
  @Mutation(() => PreviewOperationResult, { description: 'Previews inactivating, activating or archiving a plan: who is concerned, and how; `commitOperation` does it.' })
  async previewPlanLifecycle(
    @Arg('input', () => PreviewPlanLifecycleInput, { description: 'Which plan, and what.' }) input: PreviewPlanLifecycleInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof PreviewOperationResult> {
    const result = await context.mutate('previewPlanLifecycle', input, (transaction) => previewPlanLifecycle(transaction, context.caller, input));
    return answer(context, result, async ({ id }) => (await readOperation(context, id))!);
  }
}
