import { exceptionOptions, sayException } from '@milepost/domain';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Transaction } from '../../platform/database/transaction.ts';
import { answer, present } from '../../platform/graphql/answer.ts';
import { Guarded } from '../../platform/graphql/guard.ts';
import { readFilterId, readId } from '../../platform/graphql/scalars.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import type { Outcome } from '../../platform/request/user-problem.ts';
import { EnrollmentType, evaluationLoader, readEnrollmentFilter } from '../enrollments/index.ts';
import { PreviewOperationResult, readOperation } from '../operations/index.ts';
import { exceptionsLoader } from './exception.queries.ts';
import { AssignmentExceptionType, ExceptionChoiceEnum, PreviewResolveExceptionsInput, PreviewLiftSuppressionInput, PreviewSetDueInput, PreviewUnassignInput, PreviewWaiveInput, type PlanActPeopleInput } from './plan-act.type.ts';
import { previewLift, previewResolveExceptions, previewSetDue, previewStepRelease, previewUnassign, previewWaive, type NewPlanAct } from './preview-plan-act.ts';
import { PreviewStepReleaseInput } from './step-release.type.ts';

@Resolver()
export class PlanActResolver {
  @Guarded('PLAN_ASSIGN')
  @Mutation(() => PreviewOperationResult, { description: 'Previews taking a plan, or content that was assigned by itself, away from people by hand; `commitOperation` carries it out. Where a running rule still matches, the removal stays until it is lifted.' })
  previewUnassign(
    @Arg('input', () => PreviewUnassignInput, { description: 'From whom, and why.' }) input: PreviewUnassignInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof PreviewOperationResult> {
    return preview(context, 'previewUnassign', input, (transaction) => previewUnassign(transaction, context.caller, { ...read(input), assignmentId: readFilterId(input.assignmentId) ?? null }));
  }

  @Guarded('PLAN_ASSIGN')
  @Mutation(() => PreviewOperationResult, { description: 'Previews lifting removals by hand; after `commitOperation` the rules that still match give the plan again.' })
  previewLiftSuppression(
    @Arg('input', () => PreviewLiftSuppressionInput, { description: 'From whom, and why.' }) input: PreviewLiftSuppressionInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof PreviewOperationResult> {
    return preview(context, 'previewLiftSuppression', input, (transaction) => previewLift(transaction, context.caller, { ...read(input), assignmentId: readFilterId(input.assignmentId) ?? null }));
  }

  @Guarded('PROGRESS_OVERRIDE')
  @Mutation(() => PreviewOperationResult, { description: 'Previews an individual due date of a plan, or of content that was assigned by itself, for people; `commitOperation` carries it out. Who has the plan through a group leaves that assignment.' })
  previewSetDue(
    @Arg('input', () => PreviewSetDueInput, { description: 'For whom, until when, and why.' }) input: PreviewSetDueInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof PreviewOperationResult> {
    const due = (input.due ?? null) as never;
    return preview(context, 'previewSetDue', input, (transaction) => previewSetDue(transaction, context.caller, { ...read(input), due }));
  }

  @Guarded('PROGRESS_OVERRIDE')
  @Mutation(() => PreviewOperationResult, { description: 'Previews waiving a milestone, or content that was assigned by itself, for people; `commitOperation` carries it out. Who has the plan through a group leaves that assignment.' })
  previewWaive(
    @Arg('input', () => PreviewWaiveInput, { description: 'For whom, which, and why.' }) input: PreviewWaiveInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof PreviewOperationResult> {
    const milestoneKey = readFilterId(input.milestoneKey) ?? null;
    return preview(context, 'previewWaive', input, (transaction) => previewWaive(transaction, context.caller, { ...read(input), milestoneKey }));
  }

  @Guarded('PROGRESS_OVERRIDE')
  @Mutation(() => PreviewOperationResult, { description: 'Previews holding a step of a plan for people, taking that back, or opening it before its day; `commitOperation` carries it out. What somebody has open is never closed again.' })
  previewStepRelease(
    @Arg('input', () => PreviewStepReleaseInput, { description: 'For whom, which step, what, and why.' }) input: PreviewStepReleaseInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof PreviewOperationResult> {
    const { act } = input;
    const milestoneKey = readFilterId(input.milestoneKey) ?? '';
    return preview(context, 'previewStepRelease', input, (transaction) => previewStepRelease(transaction, context.caller, { ...read(input), milestoneKey, act }));
  }
}

@Resolver(() => EnrollmentType)
export class ExceptionResolver {
  @Guarded('PROGRESS_OVERRIDE')
  @Mutation(() => PreviewOperationResult, { description: 'Previews what becomes of cases of the exception inbox; `commitOperation` carries it out.' })
  previewResolveExceptions(
    @Arg('input', () => PreviewResolveExceptionsInput, { description: 'Which, and what.' }) input: PreviewResolveExceptionsInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof PreviewOperationResult> {
    const { choice } = input;
    return preview(context, 'previewResolveExceptions', input, (transaction) => previewResolveExceptions(transaction, context.caller, { ...read(input), choice }));
  }

  @FieldResolver(() => [AssignmentExceptionType], { description: 'Open cases of the exception inbox: the person has it all the same.' })
  async exceptions(@Root() { id }: EnrollmentType, @Ctx() context: RequestContext): Promise<AssignmentExceptionType[]> {
    const rows = await context.load(exceptionsLoader, id);
    if (!rows) return [];
    const evaluation = await context.load(evaluationLoader, id);
    const minimumDays = evaluation?.prepared.plan.minimumDays ?? 0;
    return rows.map(({ exception, today, assignmentNumber, assignmentName }) =>
      present(AssignmentExceptionType, {
        code: exception,
        message: sayException({ code: exception, params: {} }, context.locale),
        assignmentNumber,
        assignmentName,
        options: exceptionOptions(exception, today, minimumDays).map(({ choice, due, consequence }) => ({
          choice: ExceptionChoiceEnum[choice],
          due,
          consequence: sayException(consequence, context.locale),
        })),
      }),
    );
  }
}

function read({ planId, learningObjectId, personIds, filter, reason }: PlanActPeopleInput): NewPlanAct {
  return {
    planId: readFilterId(planId) ?? null,
    learningObjectId: readFilterId(learningObjectId) ?? null,
    personIds: personIds ? personIds.flatMap((id) => readId(id) ?? []) : null,
    filter: filter ? readEnrollmentFilter(filter) : null,
    reason,
  };
}

async function preview(
  context: RequestContext,
  act: string,
  input: PlanActPeopleInput,
  work: (transaction: Transaction) => Promise<Outcome<{ id: string }>>,
): Promise<typeof PreviewOperationResult> {
  const result = await context.mutate(act, input, work);
  return answer(context, result, async ({ id }) => (await readOperation(context, id))!);
}
