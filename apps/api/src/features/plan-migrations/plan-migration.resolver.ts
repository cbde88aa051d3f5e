import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answer } from '../../platform/graphql/answer.ts';
import { Guarded } from '../../platform/graphql/guard.ts';
import { readId } from '../../platform/graphql/scalars.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { refuseWith } from '../../platform/request/user-problem.ts';
import { NotPublishable, presentNotPublishable } from '../learning-plans/index.ts';
import { readOperation, type OperationType } from '../operations/index.ts';
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
      planId ? previewPublishVersion(transaction, context.caller, { ...input, planId, changeNote: input.changeNote ?? '' }) : refuseWith('NOT_FOUND'),
    );
    if (!result.ok && result.problem instanceof NotPublishable) return presentNotPublishable(context, result.problem);
    return answer(context, result as Parameters<typeof answer<{ id: string }, OperationType>>[1], async ({ id }) => (await readOperation(context, id))!);
  }
}
