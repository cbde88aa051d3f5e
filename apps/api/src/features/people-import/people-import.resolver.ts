import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { answer } from '../../platform/graphql/answer.ts';
import { Guarded } from '../../platform/graphql/guard.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { PreviewOperationResult, readOperation } from '../operations/index.ts';
import { previewPeopleImport } from './preview-people-import.ts';

@InputType({ description: 'Which file of people to import.' })
export class PreviewPeopleImportInput {
  @Field(() => String, { nullable: true, description: 'Your own id of this act; repeated, it has one effect and one answer.' })
  clientMutationId?: string | null;

  @Field(() => ID, { description: 'A CSV file that was uploaded for the purpose IMPORT.' })
  fileId: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'That the file is complete: whoever is not in it, and is no admin, is marked as having left. They are rows of the preview, of the class ABSENT.',
  })
  complete?: boolean | null;
}

@Resolver()
export class PeopleImportResolver {
  @Guarded('DIRECTORY_EDIT')
  @Mutation(() => PreviewOperationResult, {
    description:
      'Begins the analysis of a file of people. Watch `operationProgress`; when it is PREVIEWED its rows are NEW, CHANGED, UNCHANGED or ERROR, and of a complete file ABSENT or ABSENT_KEPT, and `commitOperation` imports.',
  })
  async previewPeopleImport(
    @Arg('input', () => PreviewPeopleImportInput, { description: 'Which file.' }) input: PreviewPeopleImportInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof PreviewOperationResult> {
    const result = await context.mutate('previewPeopleImport', input, (transaction) => previewPeopleImport(transaction, context.caller, input));
    return answer(context, result, async ({ id }) => (await readOperation(context, id))!);
  }
}
