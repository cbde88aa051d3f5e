import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { answer } from '../../platform/graphql/answer.ts';
import { Guarded } from '../../platform/graphql/guard.ts';
import { readId } from '../../platform/graphql/scalars.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { refuseWith } from '../../platform/request/user-problem.ts';
import { LearningPlanType, NotPublishable, presentNotPublishable } from '../learning-plans/index.ts';
import { OperationType, readOperation } from '../operations/index.ts';
import { openVersionOperationsLoader } from './migration.queries.ts';
import { PreviewPublishVersionInput, PreviewPublishVersionResult } from './plan-migration.type.ts';
import { previewPublishVersion } from './preview-publish-version.ts';

@Resolver()
export class PlanMigrationResolver {
  @Guarded('PLAN_PUBLISH')
  @Mutation(() => PreviewPublishVersionResult, {
    description:
      'Previews publishing the next version of an active plan: person by person who stays complete, is complete at once, loses credit, gains work or gets another due date. `commitOperation` publishes it and takes people along, `previewUndo` takes them back.',
  })
  async previewPublishVersion(
    @Arg('input', () => PreviewPublishVersionInput, { description: 'Which draft, and whom it takes along.' }) input: PreviewPublishVersionInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof PreviewPublishVersionResult> {
    const planId = readId(input.planId);
    const result = await context.mutate('previewPublishVersion', input, async (transaction): ReturnType<typeof previewPublishVersion> =>
      planId ? previewPublishVersion(transaction, context.caller, { ...input, planId, changeNote: input.changeNote ?? '', notify: input.notify ?? false }) : refuseWith('NOT_FOUND'),
    );
    if (!result.ok && result.problem instanceof NotPublishable) return presentNotPublishable(context, result.problem);
    return answer(context, result as Parameters<typeof answer<{ id: string }, OperationType>>[1], async ({ id }) => (await readOperation(context, id))!);
  }
}

/** Plans know nothing of operations; here is where they get to the one that publishes their next version. */
@Resolver(() => LearningPlanType)
export class VersionOperationResolver {
  @FieldResolver(() => OperationType, {
    nullable: true,
    description: 'The publishing of its next version that waits for a decision or is being carried out or taken back, the newest one; null: there is none, or it is not for the caller.',
  })
  async versionOperation(@Root() { id }: LearningPlanType, @Ctx() context: RequestContext): Promise<OperationType | null> {
    const ids = (await context.load(openVersionOperationsLoader, id)) ?? [];
    const operations = await Promise.all(ids.map((each) => readOperation(context, each)));
    return operations.find((operation) => operation !== null) ?? null;
  }
}
