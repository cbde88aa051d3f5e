import { individualRules, overrideActions } from '@milepost/domain';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { answer, present } from '../../platform/graphql/answer.ts';
import { Guarded } from '../../platform/graphql/guard.ts';
import { readId } from '../../platform/graphql/scalars.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { EnrollmentType, evaluationLoader, loadVisible, MilestoneProgress } from '../enrollments/index.ts';
import { Named, personLoader } from '../people/index.ts';
import { latestChange, overrideEnrollment, revisionOf } from './override-enrollment.ts';
import { overridableLoader, overridesLoader } from './override.queries.ts';
import { EnrollmentAbilities, IndividualRulesType, OverrideActionEnum, OverrideInput, OverrideResult } from './override.type.ts';
import { setStepRelease } from './set-step-release.ts';
import { StepReleaseInput } from './step-release.type.ts';

@Resolver(() => EnrollmentType)
export class OverrideResolver {
  @Guarded('PROGRESS_OVERRIDE')
  @Mutation(() => OverrideResult, { description: 'Waives or adjusts a milestone for one person, sets the due date of a plan for one person, or takes that back; evaluated at once.' })
  async overrideEnrollment(
    @Arg('input', () => OverrideInput, { description: 'What is to hold.' }) input: OverrideInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof OverrideResult> {
    const result = await context.mutate('overrideEnrollment', input, (transaction) =>
      overrideEnrollment(transaction, context.caller, {
        ...input,
        enrollmentId: readId(input.enrollmentId) ?? '',
        milestoneKey: input.milestoneKey ? (readId(input.milestoneKey) ?? '') : null,
        units: input.units as never,
        due: input.withoutDue ? 'NONE' : (input.due as never),
        leaveGroupAssignment: input.leaveGroupAssignment ?? false,
      }),
    );
    return answer(context, result, async ({ id }) => (await loadVisible(context, [id]))[0]!);
  }

  @Guarded('PROGRESS_OVERRIDE')
  @Mutation(() => OverrideResult, { description: 'Holds a step of a plan for one person, takes that back, or opens it before its day; evaluated at once. What has opened is never closed again.' })
  async setStepRelease(
    @Arg('input', () => StepReleaseInput, { description: 'What is done.' }) input: StepReleaseInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof OverrideResult> {
    const result = await context.mutate('setStepRelease', input, (transaction) =>
      setStepRelease(transaction, context.caller, { ...input, enrollmentId: readId(input.enrollmentId) ?? '', milestoneKey: readId(input.milestoneKey) ?? '' }),
    );
    return answer(context, result, async ({ id }) => (await loadVisible(context, [id]))[0]!);
  }

  @FieldResolver(() => EnrollmentAbilities, { description: 'What the caller may do with it.' })
  async viewerCan(@Root() { id }: EnrollmentType, @Ctx() context: RequestContext): Promise<EnrollmentAbilities> {
    const { caller } = context;
    const may = caller.acts.has('PROGRESS_OVERRIDE') && (await context.load(overridableLoader(caller), id));
    return present(EnrollmentAbilities, { override: may === true });
  }

  @FieldResolver(() => IndividualRulesType, { description: 'What holds for this person of the plan as a whole.' })
  individual(@Root() { id }: EnrollmentType, @Ctx() context: RequestContext): Promise<IndividualRulesType> {
    return readRules(context, id, null);
  }
}

@Resolver(() => MilestoneProgress)
export class MilestoneOverrideResolver {
  @FieldResolver(() => IndividualRulesType, { description: 'What holds for this person alone.' })
  individual(@Root() { enrollmentId, key }: MilestoneProgress, @Ctx() context: RequestContext): Promise<IndividualRulesType> {
    return readRules(context, enrollmentId, key);
  }
}

@Resolver(() => IndividualRulesType)
export class IndividualRulesResolver {
  @FieldResolver(() => Named, { nullable: true, description: 'Who changed it last.' })
  async changedBy(@Root() { changedById }: IndividualRulesType, @Ctx() context: RequestContext): Promise<Named | null> {
    const person = changedById ? await context.load(personLoader, changedById) : undefined;
    return person ? { id: person.id, name: person.displayName } : null;
  }
}

async function readRules(context: RequestContext, enrollmentId: string, milestoneKey: string | null): Promise<IndividualRulesType> {
  const [all, evaluation] = await Promise.all([context.load(overridesLoader, enrollmentId), context.load(evaluationLoader, enrollmentId)]);
  const here = (all ?? []).filter((row) => (row.milestoneKey ?? null) === milestoneKey);
  const { action, units, due, note } = individualRules(here.filter((row) => row.validTo === null));
  const milestone = evaluation?.prepared.plan.milestones.find(({ key }) => key === milestoneKey);
  const actions = milestone ? overrideActions(milestone) : (['NO_ACTION', 'ADJUST'] as const);
  const latest = latestChange(here);
  return present(IndividualRulesType, {
    action: OverrideActionEnum[action],
    units,
    due: due === 'NONE' ? null : due,
    withoutDue: due === 'NONE',
    note,
    revision: revisionOf(here),
    changedAt: latest?.at ?? null,
    changedById: latest?.by ?? null,
    reason: latest?.reason ?? null,
    actions: actions.map((each) => OverrideActionEnum[each]),
    changedBy: null,
  });
}
