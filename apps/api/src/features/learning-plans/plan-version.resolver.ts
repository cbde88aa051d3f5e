import { diffVersions, sayVersionChange, type VersionChange } from '@milepost/domain';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { present } from '../../platform/graphql/answer.ts';
import { Guarded } from '../../platform/graphql/guard.ts';
import { readId } from '../../platform/graphql/scalars.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { refuseWith } from '../../platform/request/user-problem.ts';
import { learningObjectLoader } from '../learning-objects/index.ts';
import { Named, personLoader } from '../people/index.ts';
import { createNextVersion } from './create-next-version.ts';
import { discardDraft } from './discard-draft.ts';
import { CreateNextVersionInput, DiscardDraftInput } from './learning-plan.inputs.ts';
import { learningPlanLoader, planVersionLoader, type LearningPlanRow } from './learning-plan.queries.ts';
import { answerPlan, isReadable } from './learning-plan.resolver.ts';
import { LearningPlanResult } from './learning-plan.type.ts';
import { PlanVersionChange, PlanVersionDiff, PlanVersionSummary } from './plan-version.type.ts';
import { versionsOfPlanLoader, type VersionOfPlan } from './plan-versions.queries.ts';

/** A plan's versions: what there are, how they differ, and the draft of the next one. */
@Resolver(() => PlanVersionSummary)
export class PlanVersionResolver {
  @Guarded('PLAN_READ')
  @Query(() => [PlanVersionSummary], { nullable: true, description: 'The versions of a plan, the newest first; null when there is no such plan or the caller may not see it as it is written.' })
  async planVersions(@Arg('planId', () => ID, { description: 'The plan.' }) planId: string, @Ctx() context: RequestContext): Promise<PlanVersionSummary[] | null> {
    const plan = await loadReadable(context, planId);
    return plan ? ((await context.load(versionsOfPlanLoader, plan.id)) ?? []).map(presentSummary) : null;
  }

  @Guarded('PLAN_READ')
  @Query(() => PlanVersionDiff, { nullable: true, description: 'How two versions of a plan differ; null when there is no such plan for the caller, or it does not have these versions.' })
  async versionDiff(
    @Arg('planId', () => ID, { description: 'The plan.' }) planId: string,
    @Arg('fromVersionId', () => ID, { nullable: true, description: 'The earlier version; absent: the published one.' }) from: string | null,
    @Arg('toVersionId', () => ID, { nullable: true, description: 'The later version; absent: the draft.' }) to: string | null,
    @Ctx() context: RequestContext,
  ): Promise<PlanVersionDiff | null> {
    const plan = await loadReadable(context, planId);
    const versions = plan ? ((await context.load(versionsOfPlanLoader, plan.id)) ?? []) : [];
    const [earlier, later] = [from ?? plan?.publishedVersionId, to ?? plan?.draftVersionId].map((id) => versions.find((version) => version.id === id));
    if (!earlier || !later) return null;
    const [before, after] = await Promise.all([earlier, later].map(({ id }) => context.load(planVersionLoader, id)));
    const changes = diffVersions(before!.definition, after!.definition);
    return present(PlanVersionDiff, { from: presentSummary(earlier), to: presentSummary(later), changes: await sayChanges(context, changes) });
  }

  @Guarded('PLAN_EDIT')
  @Mutation(() => LearningPlanResult, { description: 'Begins the next version of an active plan: a draft like what is published. One that is there already is kept. Nobody who has the plan notices before it is published.' })
  async createNextVersion(
    @Arg('input', () => CreateNextVersionInput, { description: 'Of which plan.' }) input: CreateNextVersionInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof LearningPlanResult> {
    const planId = readId(input.planId);
    if (!planId) return answerPlan(context, refuseWith('NOT_FOUND'));
    return answerPlan(context, await context.mutate('createNextVersion', input, (transaction) => createNextVersion(transaction, context.caller, planId)));
  }

  @Guarded('PLAN_EDIT')
  @Mutation(() => LearningPlanResult, { description: 'Throws the draft of a next version away.' })
  async discardDraft(
    @Arg('input', () => DiscardDraftInput, { description: 'Which draft.' }) input: DiscardDraftInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof LearningPlanResult> {
    const planId = readId(input.planId);
    if (!planId) return answerPlan(context, refuseWith('NOT_FOUND'));
    const { rowVersion } = input;
    return answerPlan(context, await context.mutate('discardDraft', input, (transaction) => discardDraft(transaction, context.caller, { planId, rowVersion })));
  }

  @FieldResolver(() => Named, { nullable: true, description: 'Who published it, if a person did.' })
  async publishedBy(@Root() { publishedById }: PlanVersionSummary, @Ctx() context: RequestContext): Promise<Named | null> {
    const person = publishedById ? await context.load(personLoader, publishedById) : undefined;
    return person ? { id: person.id, name: person.displayName } : null;
  }
}

async function loadReadable(context: RequestContext, planId: string): Promise<LearningPlanRow | undefined> {
  const id = readId(planId);
  const plan = id ? await context.load(learningPlanLoader, id) : undefined;
  return plan && isReadable(context, plan) ? plan : undefined;
}

function presentSummary({ publishedBy, ...version }: VersionOfPlan): PlanVersionSummary {
  return present(PlanVersionSummary, { ...version, publishedById: publishedBy } as unknown as PlanVersionSummary);
}

async function sayChanges(context: RequestContext, changes: readonly VersionChange[]): Promise<PlanVersionChange[]> {
  const ids = [...new Set(changes.flatMap((change) => ('learningObjectId' in change ? [change.learningObjectId] : [])))];
  const names = new Map(await Promise.all(ids.map(async (id) => [id as string, (await context.load(learningObjectLoader, id))?.name ?? ''] as const)));
  return changes.map((change) =>
    present(PlanVersionChange, {
      kind: change.kind,
      milestoneKey: 'milestoneKey' in change ? change.milestoneKey : null,
      learningObjectId: 'learningObjectId' in change ? change.learningObjectId : null,
      field: 'field' in change ? change.field : null,
      sentence: sayVersionChange(change, (id) => names.get(id) ?? '', context.locale),
    }),
  );
}
