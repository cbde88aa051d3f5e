import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Transaction } from '../../platform/database/transaction.ts';
import { answer } from '../../platform/graphql/answer.ts';
import { Guarded } from '../../platform/graphql/guard.ts';
import { readId } from '../../platform/graphql/scalars.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import type { Outcome } from '../../platform/request/user-problem.ts';
import { readEnrollmentFilter } from '../enrollments/index.ts';
import { PreviewOperationResult, readOperation } from '../operations/index.ts';
import { PreviewSetDueInput, PreviewUnassignInput, PreviewWaiveInput } from './plan-act.type.ts';
import { previewSetDue, previewUnassign, previewWaive, type NewPlanAct } from './preview-plan-act.ts';

@Resolver()
export class PlanActResolver {
  @Guarded('PLAN_ASSIGN')
  @Mutation(() => PreviewOperationResult, { description: 'Previews taking a plan away from people by hand; `commitOperation` carries it out. Where a running rule still matches, the removal stays until it is lifted.' })
  previewUnassign(
    @Arg('input', () => PreviewUnassignInput, { description: 'From whom, and why.' }) input: PreviewUnassignInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof PreviewOperationResult> {
    return preview(context, 'previewUnassign', input, (transaction) => previewUnassign(transaction, context.caller, read(input)));
  }

  @Guarded('PROGRESS_OVERRIDE')
  @Mutation(() => PreviewOperationResult, { description: 'Previews an individual due date of a plan for people; `commitOperation` carries it out. Who has the plan through a group leaves that assignment.' })
  previewSetDue(
    @Arg('input', () => PreviewSetDueInput, { description: 'For whom, until when, and why.' }) input: PreviewSetDueInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof PreviewOperationResult> {
    const due = (input.due ?? null) as never;
    return preview(context, 'previewSetDue', input, (transaction) => previewSetDue(transaction, context.caller, { ...read(input), due }));
  }

  @Guarded('PROGRESS_OVERRIDE')
  @Mutation(() => PreviewOperationResult, { description: 'Previews waiving a milestone for people; `commitOperation` carries it out. Who has the plan through a group leaves that assignment.' })
  previewWaive(
    @Arg('input', () => PreviewWaiveInput, { description: 'For whom, which, and why.' }) input: PreviewWaiveInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof PreviewOperationResult> {
    const milestoneKey = readId(input.milestoneKey) ?? '';
    return preview(context, 'previewWaive', input, (transaction) => previewWaive(transaction, context.caller, { ...read(input), milestoneKey }));
  }
}

function read({ planId, personIds, filter, reason }: PreviewUnassignInput): NewPlanAct {
  return {
    planId: readId(planId) ?? '',
    personIds: personIds ? personIds.flatMap((id) => readId(id) ?? []) : null,
    filter: filter ? readEnrollmentFilter(filter) : null,
    reason,
  };
}

async function preview(
  context: RequestContext,
  act: string,
  input: PreviewUnassignInput,
  work: (transaction: Transaction) => Promise<Outcome<{ id: string }>>,
): Promise<typeof PreviewOperationResult> {
  const result = await context.mutate(act, input, work);
  return answer(context, result, async ({ id }) => (await readOperation(context, id))!);
}
