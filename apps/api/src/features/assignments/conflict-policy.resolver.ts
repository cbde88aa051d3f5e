import type { GroupConflictPolicy } from '@milepost/domain';
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { answer, present } from '../../platform/graphql/answer.ts';
import { Guarded } from '../../platform/graphql/guard.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { PreviewOperationResult, readOperation } from '../operations/index.ts';
import { Named, personLoader } from '../people/index.ts';
import { readConflictPolicy } from './conflict-policy.queries.ts';
import { ConflictPolicy, PreviewConflictPolicyInput } from './conflict-policy.type.ts';
import { previewConflictPolicy } from './preview-conflict-policy.ts';

@Resolver(() => ConflictPolicy)
export class ConflictPolicyResolver {
  @Guarded('SETTINGS_READ')
  @Query(() => ConflictPolicy, { description: 'Whose due date holds for people whom several group assignments give the same plan.' })
  async conflictPolicy(@Ctx() context: RequestContext): Promise<ConflictPolicy> {
    return present(ConflictPolicy, await context.read(readConflictPolicy));
  }

  @Guarded('SETTINGS_EDIT')
  @Mutation(() => PreviewOperationResult, {
    description: 'Previews another rule: who gets another due date, from when to when. `commitOperation` puts it into force, `previewUndo` takes it back. Completed people keep their dates.',
  })
  async previewConflictPolicy(
    @Arg('input', () => PreviewConflictPolicyInput, { description: 'Which rule.' }) input: PreviewConflictPolicyInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof PreviewOperationResult> {
    const result = await context.mutate('previewConflictPolicy', input, (transaction) =>
      previewConflictPolicy(transaction, context.caller, input.groupConflict as GroupConflictPolicy),
    );
    return answer(context, result, async ({ id }) => (await readOperation(context, id))!);
  }

  @FieldResolver(() => Named, { nullable: true, description: 'Who put it into force; null where nobody in person did.' })
  async changedBy(@Root() { changedById }: ConflictPolicy, @Ctx() context: RequestContext): Promise<Named | null> {
    const person = changedById ? await context.load(personLoader, changedById) : undefined;
    return person ? { id: person.id, name: person.displayName } : null;
  }
}
