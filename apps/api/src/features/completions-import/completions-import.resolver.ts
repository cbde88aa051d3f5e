import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { answer } from '../../platform/graphql/answer.ts';
import { Guarded } from '../../platform/graphql/guard.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { PreviewOperationResult, readOperation } from '../operations/index.ts';
import { ListIdentifierEnum } from '../people-import/index.ts';
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
}
