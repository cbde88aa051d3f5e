import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Transaction } from '../../platform/database/transaction.ts';
import { answer, present } from '../../platform/graphql/answer.ts';
import { Guarded } from '../../platform/graphql/guard.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import type { Outcome } from '../../platform/request/user-problem.ts';
import { OperationType, PreviewOperationResult, readOperation } from '../operations/index.ts';
import { readTrainingFilter, TrainingTypeEnum } from '../training-progress/index.ts';
import { previewAdding } from './add-completions.ts';
import { CompletableItem, PreviewAddCompletionsInput, PreviewRevokeCompletionsInput, RevocationEffects } from './completion.type.ts';
import { readRevocationEffects } from './revocation-effects.queries.ts';
import { previewRevoking } from './revoke-completions.ts';
import { findTrainedItems } from './trained-item.queries.ts';

/** Completions that somebody records for others, or takes back (U10–U13, U29–U34). */
@Resolver(() => OperationType)
export class CompletionResolver {
  @Guarded('COMPLETIONS_CHANGE')
  @Mutation(() => PreviewOperationResult, { description: 'Previews recording that people have completed something; `commitOperation` carries it out, with all that follows: courses by their modules, plans by either.' })
  previewAddCompletions(
    @Arg('input', () => PreviewAddCompletionsInput, { description: 'What, by whom, and when.' }) input: PreviewAddCompletionsInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof PreviewOperationResult> {
    const { type, itemId, personIds, completedOn, again } = input;
    const asked = { type, itemId, personIds, again, completedOn: completedOn as never, reason: input.reason ?? '', evidenceFileId: input.evidenceFileId ?? null };
    return preview(context, 'previewAddCompletions', input, (transaction) => previewAdding(transaction, context.caller, asked));
  }

  @Guarded('COMPLETIONS_CHANGE')
  @Mutation(() => PreviewOperationResult, { description: 'Previews taking back that people have completed something; `commitOperation` carries it out. Each completion stays on record, with who took it back and why, and comes back with `previewUndo`.' })
  previewRevokeCompletions(
    @Arg('input', () => PreviewRevokeCompletionsInput, { description: 'Which, and why.' }) input: PreviewRevokeCompletionsInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof PreviewOperationResult> {
    const { type, reason, cascade, records = null, filter = null } = input;
    const asked = { type, reason, cascade, records, filter: filter && readTrainingFilter(filter) };
    return preview(context, 'previewRevokeCompletions', input, (transaction) => previewRevoking(transaction, context.caller, asked));
  }

  @Guarded('COMPLETIONS_CHANGE')
  @Query(() => [CompletableItem], { description: 'What people may be said to have completed, in the order of names; at most 50.' })
  async completableItems(
    @Arg('type', () => TrainingTypeEnum, { description: 'Of what kind.' }) type: TrainingTypeEnum,
    @Arg('search', () => String, { nullable: true, description: 'Part of its name.' }) search: string | null,
    @Ctx() context: RequestContext,
  ): Promise<CompletableItem[]> {
    const items = await context.read((transaction) => findTrainedItems(transaction, type, search ?? ''));
    return items.map(({ id, name }) => present(CompletableItem, { id, name }));
  }

  @FieldResolver(() => RevocationEffects, { nullable: true, description: 'What taking completions back comes to beyond themselves, while it is previewed; null for every other act.' })
  async revocationEffects(@Root() { id, kind, state, undoOf }: OperationType, @Ctx() context: RequestContext): Promise<RevocationEffects | null> {
    if (kind !== 'REVOKE_COMPLETIONS' || state !== 'PREVIEWED' || undoOf !== null) return null;
    return present(RevocationEffects, await context.read((transaction) => readRevocationEffects(transaction, id)));
  }
}

async function preview(
  context: RequestContext,
  act: string,
  input: { readonly clientMutationId?: string | null },
  work: (transaction: Transaction) => Promise<Outcome<{ id: string }>>,
): Promise<typeof PreviewOperationResult> {
  return answer(context, await context.mutate(act, input, work), async ({ id }) => (await readOperation(context, id))!);
}
