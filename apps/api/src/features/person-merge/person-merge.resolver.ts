import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { answer, present } from '../../platform/graphql/answer.ts';
import { Guarded } from '../../platform/graphql/guard.ts';
import { readId } from '../../platform/graphql/scalars.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { refuseWith } from '../../platform/request/user-problem.ts';
import { PreviewOperationResult, readOperation } from '../operations/index.ts';
import { Person } from '../people/index.ts';
import { mergedRecordsLoader } from './merge-inventory.queries.ts';
import { MergedRecord, PreviewPersonMergeInput } from './person-merge.type.ts';
import { previewPersonMerge } from './preview-person-merge.ts';

@Resolver(() => Person)
export class PersonMergeResolver {
  @Guarded('DIRECTORY_EDIT')
  @Mutation(() => PreviewOperationResult, {
    description: 'Previews merging one record of a person into another: what comes over, and where the one that is left wins. `commitOperation` carries it out, `previewUndo` takes it apart again.',
  })
  async previewPersonMerge(
    @Arg('input', () => PreviewPersonMergeInput, { description: 'Which into which.' }) input: PreviewPersonMergeInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof PreviewOperationResult> {
    const [fromId, intoId] = [readId(input.fromId), readId(input.intoId)];
    const result = await context.mutate('previewPersonMerge', input, async (transaction) =>
      fromId && intoId ? previewPersonMerge(transaction, context.caller, { fromId, intoId }) : refuseWith('NOT_FOUND', fromId ? 'intoId' : 'fromId'),
    );
    return answer(context, result, async ({ id }) => (await readOperation(context, id))!);
  }

  @FieldResolver(() => [MergedRecord], { description: 'Other records of the person that were merged into this one, the latest first.' })
  async mergedRecords(@Root() { id }: Person, @Ctx() context: RequestContext): Promise<MergedRecord[]> {
    return ((await context.load(mergedRecordsLoader, id)) ?? []).map((row) => present(MergedRecord, row));
  }
}
