import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { answer } from '../../platform/graphql/answer.ts';
import { Guarded } from '../../platform/graphql/guard.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { refuseWith } from '../../platform/request/user-problem.ts';
import { DueRuleInput, readDueRule } from '../learning-plans/index.ts';
import { PreviewOperationResult, readOperation } from '../operations/index.ts';
import { ListIdentifierEnum } from '../people-import/index.ts';
import { previewAssignmentImport } from './preview-assignment-import.ts';

@InputType({ description: 'What to give to the people of a list, by when.' })
export class PreviewAssignmentImportInput {
  @Field(() => String, { nullable: true, description: 'Your own id of this act; repeated, it has one effect and one answer.' })
  clientMutationId?: string | null;

  @Field(() => ID, { description: 'A CSV or XLSX file with a column of job numbers, e-mail addresses or external ids that the caller has uploaded for the purpose IMPORT.' })
  fileId: string;

  @Field(() => ListIdentifierEnum, { nullable: true, description: 'By what it names people; absent: by job number.' })
  by?: ListIdentifierEnum | null;

  @Field(() => ID, { description: 'A published, active plan.' })
  planId: string;

  @Field(() => String, { nullable: true, description: 'A name to find the assignment by; else that of the plan.' })
  name?: string | null;

  @Field(() => DueRuleInput, { nullable: true, description: 'By when; absent: as the plan says.' })
  dueRule?: DueRuleInput | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether to tell the people.' })
  notify?: boolean | null;
}

@Resolver()
export class AssignmentImportResolver {
  @Guarded('PLAN_ASSIGN')
  @Mutation(() => PreviewOperationResult, {
    description:
      'Begins the analysis of a list of people to whom a plan is to be given. Watch `operationProgress`; its rows are what they would come to in an assignment, or ERROR with what to do, and `commitOperation` gives the plan to the others.',
  })
  async previewAssignmentImport(
    @Arg('input', () => PreviewAssignmentImportInput, { description: 'Which list, what, by when.' }) input: PreviewAssignmentImportInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof PreviewOperationResult> {
    const dueRule = input.dueRule ? readDueRule(input.dueRule) : null;
    const result = await context.mutate('previewAssignmentImport', input, async (transaction) => {
      if (dueRule === undefined) return refuseWith('NOTHING_SELECTED', 'dueRule');
      return previewAssignmentImport(transaction, context.caller, { ...input, dueRule });
    });
    return answer(context, result, async ({ id }) => (await readOperation(context, id))!);
  }
}
