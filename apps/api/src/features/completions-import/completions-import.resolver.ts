import type { CellMend as KeptMend } from '@milepost/domain';
import { Arg, Ctx, Field, FieldResolver, ID, InputType, Mutation, Resolver, Root } from 'type-graphql';
import { answer, present } from '../../platform/graphql/answer.ts';
import { Guarded } from '../../platform/graphql/guard.ts';
import { defineLoader } from '../../platform/request/loader.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { OperationType, PreviewOperationResult, readOperation } from '../operations/index.ts';
import { ListIdentifierEnum } from '../people-import/index.ts';
import { importCompletions } from './completions-import.ts';
import { mendImportedCompletions } from './mend-imported-completions.ts';
import { findMends, type KeptMends } from './mends.queries.ts';
import { CellMend, type CellMendInput, MendImportedCompletionsInput } from './mends.type.ts';
import { previewCompletionsImport } from './preview-completions-import.ts';

@InputType({ description: 'Which file of completions to import.' })
export class PreviewCompletionsImportInput {
  @Field(() => String, { nullable: true, description: 'Your own id of this act; repeated, it has one effect and one answer.' })
  clientMutationId?: string | null;

  @Field(() => ID, { description: 'A CSV or XLSX file that the caller has uploaded for the purpose IMPORT: who, training type, name and day, in this order; a fifth column with what was wrong is ignored.' })
  fileId: string;

  @Field(() => ListIdentifierEnum, { nullable: true, description: 'By what it names people; absent: by e-mail address.' })
  by?: ListIdentifierEnum | null;

  @Field({ defaultValue: false, description: 'Who has completed something already gets a further completion, of another day.' })
  again: boolean;
}

/** Completions that come in a file (U14–U28). */
@Resolver()
export class CompletionsImportResolver {
  @Guarded('COMPLETIONS_CHANGE')
  @Mutation(() => PreviewOperationResult, {
    description:
      'Begins the analysis of a file of completions. Watch `operationProgress`; when it is PREVIEWED its rows are NEW, ALREADY_COMPLETED or ERROR with what to do, and `commitOperation` records the new ones, with all that follows. `title.importedAt` says when the same file was imported before.',
  })
  async previewCompletionsImport(
    @Arg('input', () => PreviewCompletionsImportInput, { description: 'Which file, and how to read it.' }) input: PreviewCompletionsImportInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof PreviewOperationResult> {
    const result = await context.mutate('previewCompletionsImport', input, (transaction) => previewCompletionsImport(transaction, context.caller, input));
    return answer(context, result, async ({ id }) => (await readOperation(context, id))!);
  }

  @Guarded('COMPLETIONS_CHANGE')
  @Mutation(() => PreviewOperationResult, {
    description:
      'Has cells of a previewed file of completions read otherwise than it says them, and begins its analysis anew; the file stays as it is. What is wrong with a row and would mend it stand in its `details`: `said`, what the file says in its four columns, and `fixes`, each with `column`, `to` and `whereSame`, the column by which rows alike are found.',
  })
  async mendImportedCompletions(
    @Arg('input', () => MendImportedCompletionsInput, { description: 'How the file is to be read.' }) input: MendImportedCompletionsInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof PreviewOperationResult> {
    const result = await context.mutate('mendImportedCompletions', input, (transaction) => mendImportedCompletions(transaction, context.caller, input.operationId, input.mends.map(toMend)));
    return answer(context, result, async ({ id }) => (await readOperation(context, id))!);
  }
}

const toMend = ({ column, to, row, where }: CellMendInput): KeptMend => ({ column, to, ...(row != null && { row }), ...(where && { where: { column: where.column, says: where.says } }) });

const mendsLoader = defineLoader<string, KeptMends>(findMends);

/** How a file of completions is read otherwise than it says. */
@Resolver(() => OperationType)
export class ImportedCompletionsMendsResolver {
  @FieldResolver(() => [CellMend], { nullable: true, description: 'Of an import of completions: what is read otherwise than its file says; null for other kinds.' })
  async mends(@Root() { id, kind, undoOf }: OperationType, @Ctx() context: RequestContext): Promise<CellMend[] | null> {
    if (kind !== importCompletions || undoOf) return null;
    const kept = await context.load(mendsLoader, id);
    return (kept?.mends ?? []).map(({ column, to, row, where }, index) =>
      present(CellMend, { column, to, row: row ?? null, where: where ?? null, rows: kept?.mendedRows?.[index] ?? null } as CellMend),
    );
  }
}
