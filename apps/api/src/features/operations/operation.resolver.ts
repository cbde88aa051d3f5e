import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import { followState } from '../../platform/events/follow-state.ts';
import { answer, present, presentProblem } from '../../platform/graphql/answer.ts';
import { checkPageSize, PageArgs, readPageCursor, toConnection, type Connection } from '../../platform/graphql/connection.ts';
import { Guarded } from '../../platform/graphql/guard.ts';
import { type InputRefused, NotFound } from '../../platform/graphql/problems.ts';
import { readId } from '../../platform/graphql/scalars.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { defineLoaderFor } from '../../platform/request/loader.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { problem, type UserProblem } from '../../platform/request/user-problem.ts';
import { commitOperation, renewPreview } from './commit-operation.ts';
import { cancelOperation } from './cancel-operation.ts';
import { isUndoable, previewUndo } from './undo-operation.ts';
import { operationKind, operationScopes, type Operation, type SeenOperation } from './operation.ts';
import { findOperationRows, listOperations, readOperations } from './operation.queries.ts';
import {
  CancelOperationInput,
  CommitOperationInput,
  CommitOperationResult,
  type OperationAbilities,
  OperationConnection,
  type OperationCount,
  OperationRow,
  OperationRowConnection,
  OperationStateEnum,
  OperationType,
  PreviewOperationResult,
  PreviewUndoInput,
  StalePreview,
} from './operation.type.ts';

@Resolver(() => OperationType)
export class OperationResolver {
  @Guarded('SIGNED_IN')
  @Query(() => OperationType, { nullable: true, description: 'One bulk act; null when there is none or it is not for the caller.' })
  operation(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() context: RequestContext): Promise<OperationType | null> {
    return readOperation(context, id);
  }

  @Guarded('SIGNED_IN')
  @Query(() => OperationConnection, { description: 'Bulk acts that the caller may see, the newest first.' })
  async operations(@Args(() => PageArgs) page: PageArgs, @Ctx() context: RequestContext): Promise<Connection<OperationType>> {
    checkPageSize(page.first);
    const after = readPageCursor(page.after, ['instant', 'id']);
    const found = await context.read((transaction) => listOperations(transaction, operationScopes(context.caller), page.first, after));
    return toConnection(found, (operation) => presentOperation(context, operation));
  }

  @FieldResolver(() => OperationRowConnection, { description: 'The rows, in order.' })
  async rows(
    @Root() operation: OperationType,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('class', () => String, { nullable: true, description: 'Only rows of this class of the preview.' }) rowClass: string | null,
    @Ctx() context: RequestContext,
  ): Promise<Connection<OperationRow>> {
    checkPageSize(page.first);
    const after = readPageCursor(page.after, ['integer']);
    const found = await context.read((transaction) => findOperationRows(transaction, operation.id, rowClass, page.first, after));
    const { problemsOf } = operationKind(operation.kind);
    return toConnection(found, (row) =>
      present(OperationRow, { ...row, problems: (problemsOf?.(row.details) ?? []).map((each) => presentProblem(context, each)) }),
    );
  }

  @Guarded('SIGNED_IN')
  @Mutation(() => CommitOperationResult, { description: 'Carries out a preview, exactly as it was seen.' })
  async commitOperation(
    @Arg('input', () => CommitOperationInput, { description: 'Which preview.' }) input: CommitOperationInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof CommitOperationResult> {
    const known = await readOperation(context, input.operationId);
    if (!known) return notFound(context);
    const result = await context.mutate('commitOperation', input, (transaction) =>
      commitOperation(transaction, context.caller, known.id, input.previewHash),
    );
    if (!result.ok && !('code' in result.problem) && result.problem[0]?.code === 'STALE_PREVIEW') {
      await context.mutate('renewPreview', {}, async (transaction) => ({ ok: true, value: await renewPreview(transaction, context.caller, known.id) }));
      const operation = (await readOperation(context, known.id))!;
      return present(StalePreview, { operation, problems: result.problem.map((each) => presentProblem(context, each)) });
    }
    return answer(context, result, async ({ id }) => (await readOperation(context, id))!);
  }

  @Guarded('SIGNED_IN')
  @Mutation(() => CommitOperationResult, { description: 'Gives up a preview that nobody committed.' })
  async cancelOperation(
    @Arg('input', () => CancelOperationInput, { description: 'Which preview.' }) input: CancelOperationInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof CommitOperationResult> {
    const known = await readOperation(context, input.operationId);
    if (!known) return notFound(context);
    const result = await context.mutate('cancelOperation', input, (transaction) => cancelOperation(transaction, context.caller, known.id));
    return answer(context, result, async ({ id }) => (await readOperation(context, id))!);
  }

  @Guarded('SIGNED_IN')
  @Mutation(() => PreviewOperationResult, {
    description: 'Previews taking a bulk act back, within 72 hours; `commitOperation` carries it out. What has changed since is left alone, and listed.',
  })
  async previewUndo(
    @Arg('input', () => PreviewUndoInput, { description: 'Which.' }) input: PreviewUndoInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof PreviewOperationResult> {
    const known = await readOperation(context, input.operationId);
    if (!known) return notFound(context);
    const result = await context.mutate('previewUndo', input, (transaction) => previewUndo(transaction, context.caller, known.id));
    return answer(context, result, async ({ id }) => (await readOperation(context, id))!);
  }

  @FieldResolver(() => OperationType, { nullable: true, description: 'The operation that this one takes back.' })
  undoes(@Root() { undoOf }: OperationType, @Ctx() context: RequestContext): Promise<OperationType | null> {
    return undoOf ? readOperation(context, undoOf) : Promise.resolve(null);
  }

  @Guarded('SIGNED_IN')
  @Subscription(() => OperationType, {
    description: 'The bulk act as it is now, and again whenever it got on.',
    subscribe: ({ args, context }) => watchOperation(context as RequestContext, String(args.id)),
  })
  operationProgress(
    @Root() operation: OperationType,
    @Arg('id', () => ID, { description: 'Its id.' }) _id: string,
  ): OperationType {
    return operation;
  }
}

function watchOperation(context: RequestContext, id: string): AsyncIterableIterator<OperationType> {
  const operationId = readId(id);
  return followState(context, {
    changedBy: ({ ids }) => ids.operationId === operationId,
    read: () => readOperation(context, id),
    isFinal: ({ finishedAt }) => finishedAt !== null,
  });
}

/** Loads operations that are for the caller to see. */
const seenOperationLoader = defineLoaderFor<Caller, string, SeenOperation>((transaction, ids, caller) => readOperations(transaction, operationScopes(caller), ids));

/** The operation, if it is for the caller to see. */
export async function readOperation(context: RequestContext, id: string): Promise<OperationType | null> {
  const operationId = readId(id);
  const operation = operationId ? await context.load(seenOperationLoader(context.caller), operationId) : undefined;
  return operation ? presentOperation(context, operation) : null;
}

function presentOperation(context: RequestContext, operation: SeenOperation): OperationType {
  const found = operation.problem && (problemOfJob(operation.problem) ?? operationKind(operation.kind).problemsOf?.(operation.problem)[0]);
  return present(OperationType, {
    ...operation,
    state: OperationStateEnum[operation.state],
    counts: toCounts(operation.counts),
    countsByTarget: Object.entries(operation.countsByTarget ?? {}).map(([targetId, counts]) => ({ targetId, counts: toCounts(counts) })),
    result: toCounts(operation.result),
    problem: found ? presentProblem(context, found) : null,
    changesBeyondRows: operationKind(operation.kind).changesBeyondRows?.(operation) ?? false,
    viewerCan: abilitiesIn(operation, context.services.database.clock()),
  });
}

/** What the caller may do with an operation and its state lets be done. */
function abilitiesIn({ state, committedAt, undoUntil, mayGiveUp, mayCarryOut }: SeenOperation, now: Date): OperationAbilities {
  return {
    commit: state === 'PREVIEWED' && mayCarryOut,
    discard: state === 'PREVIEWED' && mayGiveUp,
    goOn: state === 'FAILED' && committedAt !== null && mayCarryOut,
    undo: state === 'DONE' && isUndoable(undoUntil, now) && mayCarryOut,
  };
}

/** What the engine itself can say of an operation that failed. */
function problemOfJob({ code, params }: NonNullable<Operation['problem']>): UserProblem | undefined {
  if (code === 'OPERATION_GIVEN_UP') return problem(code, params as { done: number; total: number });
  return code === 'ANALYSIS_GIVEN_UP' || code === 'START_REFUSED' ? problem(code) : undefined;
}

function toCounts(counts: Readonly<Record<string, number>>): OperationCount[] {
  return Object.entries(counts).map(([name, rows]) => ({ class: name, rows }));
}

function notFound(context: RequestContext): NotFound | InputRefused {
  return present(NotFound, { problems: [presentProblem(context, problem('NOT_FOUND'))] });
}
