import { nextPlanActs, sayMessage, planProblemCatalog, type PlanProblem as DomainPlanProblem } from '@milepost/domain';
import { Arg, Args, Ctx, Field, FieldResolver, ID, InputType, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import { followState } from '../../platform/events/follow-state.ts';
import { answer, present, presentProblem } from '../../platform/graphql/answer.ts';
import { checkPageSize, PageArgs, readPageCursor, toConnection, type Connection } from '../../platform/graphql/connection.ts';
import { Guarded } from '../../platform/graphql/guard.ts';
import { JsonScalar, readId } from '../../platform/graphql/scalars.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { refuseWith } from '../../platform/request/user-problem.ts';
import { mayOnPlan, planScope, reachesEverybody, reachesOnPlan } from '../access/index.ts';
import { sayAudience } from '../audiences/index.ts';
import { LearningObjectType, learningObjectLoader, presentLearningObject } from '../learning-objects/index.ts';
import { Named, personLoader } from '../people/index.ts';
import { draftProblemsLoader } from './check-drafts.ts';
import { createLearningPlan } from './create-learning-plan.ts';
import { CreateLearningPlanInput, PublishLearningPlanInput, SetPlanCollaborationInput, SetPlanVisibleRangeInput } from './learning-plan.inputs.ts';
import { findLearningPlans, learningPlanLoader, organizationZoneLoader, planVersionLoader, type LearningPlanRow, type PlanVersionRow } from './learning-plan.queries.ts';
import {
  LearningPlanAbilities,
  LearningPlanConnection,
  LearningPlanResult,
  LearningPlanType,
  MilestoneItem,
  type PlanLifecycleActEnum,
  PlanLifecycleEnum,
  PlanNotPublishable,
  PlanProblem,
  PlanStepEnum,
  PlanVersion,
} from './learning-plan.type.ts';
import { presentCover } from './plan-cover.type.ts';
import { NotPublishable, publishLearningPlan } from './publish-learning-plan.ts';
import { setPlanCollaboration, setPlanVisibleRange } from './set-plan-settings.ts';

@InputType({ description: 'Which plans to list; what is absent does not narrow it.' })
class LearningPlanFilterInput {
  @Field(() => String, { nullable: true, description: 'Part of the name or code.' })
  search?: string | null;

  @Field(() => [PlanLifecycleEnum], { nullable: true, description: 'Any of these; absent: all but archived ones.' })
  lifecycles?: PlanLifecycleEnum[] | null;
}

@Resolver(() => LearningPlanType)
export class LearningPlanResolver {
  @Guarded('PLAN_READ')
  @Query(() => LearningPlanConnection, { description: 'The plans that the caller may see, the newest first.' })
  async learningPlans(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => LearningPlanFilterInput, { nullable: true, description: 'Which plans.' }) filter: LearningPlanFilterInput | null,
    @Ctx() context: RequestContext,
  ): Promise<Connection<LearningPlanType>> {
    checkPageSize(page.first);
    const after = readPageCursor(page.after, ['id']);
    const visible = planScope(context.caller, 'PLAN_READ');
    const found = await context.read((transaction) => findLearningPlans(transaction, visible, filter ?? {}, page.first, after));
    return toConnection(found, presentPlan);
  }

  @Guarded('PLAN_READ')
  @Query(() => LearningPlanType, { nullable: true, description: 'One plan; null when there is none or the caller may not see it.' })
  learningPlan(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() context: RequestContext): Promise<LearningPlanType | null> {
    return loadPlan(context, readId(id));
  }

  @Guarded('PLAN_READ')
  @Subscription(() => LearningPlanType, {
    description: 'A plan as it is now, and again whenever it was edited, published or has become something else.',
    subscribe: ({ args, context }) => watchPlan(context as RequestContext, String(args.id)),
  })
  learningPlanChanged(
    @Root() plan: LearningPlanType,
    @Arg('id', () => ID, { description: 'Its id.' }) _id: string,
  ): LearningPlanType {
    return plan;
  }

  @Guarded('PLAN_CREATE')
  @Mutation(() => LearningPlanResult, { description: 'Creates a plan with an empty draft.' })
  async createLearningPlan(
    @Arg('input', () => CreateLearningPlanInput, { description: 'What it is.' }) input: CreateLearningPlanInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof LearningPlanResult> {
    const ownerId = ownerOf(context);
    const result = await context.mutate('createLearningPlan', input, (transaction) => createLearningPlan(transaction, ownerId, input));
    return answerPlan(context, result);
  }

  @Guarded('PLAN_PUBLISH')
  @Mutation(() => LearningPlanResult, { description: 'Publishes the draft, if the checks find no error.' })
  async publishLearningPlan(
    @Arg('input', () => PublishLearningPlanInput, { description: 'Which draft.' }) input: PublishLearningPlanInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof LearningPlanResult> {
    const planId = readId(input.planId);
    if (!planId) return answerPlan(context, refuseWith('NOT_FOUND'));
    const result = await context.mutate('publishLearningPlan', input, (transaction) =>
      publishLearningPlan(transaction, context.caller, { planId, rowVersion: input.rowVersion, notify: input.notify }),
    );
    if (!result.ok && result.problem instanceof NotPublishable) return presentNotPublishable(context, result.problem);
    return answerPlan(context, result as never);
  }

  @Guarded('PLAN_SET_VISIBLE_RANGE')
  @Mutation(() => LearningPlanResult, { description: 'Says who may find a plan.' })
  async setPlanVisibleRange(
    @Arg('input', () => SetPlanVisibleRangeInput, { description: 'Who.' }) input: SetPlanVisibleRangeInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof LearningPlanResult> {
    const planId = readId(input.planId) ?? '';
    const result = await context.mutate('setPlanVisibleRange', input, async (transaction) =>
      planId ? setPlanVisibleRange(transaction, context.caller, { ...input, planId }) : refuseWith('NOT_FOUND'),
    );
    return answerPlan(context, result);
  }

  @Guarded('PLAN_SET_COLLABORATION')
  @Mutation(() => LearningPlanResult, { description: 'Says whether other admins may work with a plan.' })
  async setPlanCollaboration(
    @Arg('input', () => SetPlanCollaborationInput, { description: 'Whether.' }) input: SetPlanCollaborationInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof LearningPlanResult> {
    const planId = readId(input.planId) ?? '';
    const result = await context.mutate('setPlanCollaboration', input, async (transaction) =>
      planId ? setPlanCollaboration(transaction, context.caller, { ...input, planId }) : refuseWith('NOT_FOUND'),
    );
    return answerPlan(context, result);
  }

  @FieldResolver(() => Named, { description: 'Who owns it.' })
  async owner(@Root() plan: LearningPlanType, @Ctx() context: RequestContext): Promise<Named> {
    const owner = await context.load(personLoader, plan.ownerId);
    return { id: plan.ownerId, name: owner?.displayName ?? '' };
  }

  @FieldResolver(() => PlanVersion, { nullable: true, description: 'The version that new people get; null before it is published.' })
  async publishedVersion(@Root() plan: LearningPlanType, @Ctx() context: RequestContext): Promise<PlanVersion | null> {
    return loadVersion(context, plan.publishedVersionId);
  }

  @FieldResolver(() => PlanVersion, { nullable: true, description: 'The version that is being written; null also for whoever only tracks the plan.' })
  async draftVersion(@Root() plan: LearningPlanType, @Ctx() context: RequestContext): Promise<PlanVersion | null> {
    return isReadable(context, plan) ? loadVersion(context, plan.draftVersionId) : null;
  }

  @FieldResolver(() => JsonScalar, { nullable: true, description: 'Who may find it: an audience expression; null also for whoever only tracks the plan.' })
  visibleRange(@Root() plan: LearningPlanType, @Ctx() context: RequestContext): unknown {
    return isReadable(context, plan) ? plan.visibleRange : null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who may find it, as a sentence; null also for whoever only tracks the plan.' })
  async visibleRangeSentence(@Root() plan: LearningPlanType, @Ctx() context: RequestContext): Promise<string | null> {
    return plan.visibleRange && isReadable(context, plan) ? sayAudience(context, plan.visibleRange as never) : null;
  }

  @FieldResolver(() => [PlanProblem], { description: 'What the checks on publish say of the draft; nothing to whoever only tracks the plan.' })
  async problems(@Root() plan: LearningPlanType, @Ctx() context: RequestContext): Promise<PlanProblem[]> {
    if (!plan.draftVersionId || !isReadable(context, plan)) return [];
    const found = (await context.load(draftProblemsLoader, plan.id)) ?? [];
    return found.map((each) => presentPlanProblem(context, each));
  }

  @FieldResolver(() => String, { description: 'The time zone of the organization (IANA), in which its start and end are said.' })
  async timeZone(@Ctx() context: RequestContext): Promise<string> {
    return (await context.load(organizationZoneLoader, context.caller.organizationId))!;
  }

  @FieldResolver(() => LearningPlanAbilities, { description: 'What the caller may do with it.' })
  viewerCan(@Root() plan: LearningPlanType, @Ctx() { caller }: RequestContext): LearningPlanAbilities {
    return {
      edit: plan.draftVersionId !== null && mayOnPlan(caller, 'PLAN_EDIT', plan),
      publish: plan.lifecycle === PlanLifecycleEnum.DRAFT && mayOnPlan(caller, 'PLAN_PUBLISH', plan),
      createNextVersion: plan.lifecycle === PlanLifecycleEnum.ACTIVE && plan.draftVersionId === null && mayOnPlan(caller, 'PLAN_EDIT', plan),
      publishNextVersion: plan.lifecycle === PlanLifecycleEnum.ACTIVE && plan.draftVersionId !== null && mayOnPlan(caller, 'PLAN_PUBLISH', plan),
      moveToNextVersion: reachesEverybody(caller, 'PLAN_PUBLISH', plan) && reachesEverybody(caller, 'PEOPLE_READ'),
      assign: plan.lifecycle === PlanLifecycleEnum.ACTIVE && mayOnPlan(caller, 'PLAN_ASSIGN', plan),
      setVisibleRange: mayOnPlan(caller, 'PLAN_SET_VISIBLE_RANGE', plan),
      track: mayOnPlan(caller, 'PLAN_TRACK', plan),
      override: plan.publishedVersionId !== null && reachesOnPlan(caller, 'PROGRESS_OVERRIDE', plan),
      setCollaboration: mayOnPlan(caller, 'PLAN_SET_COLLABORATION', plan),
      changeLifecycle: mayOnPlan(caller, 'PLAN_INACTIVATE', plan) && reachesEverybody(caller, 'PLAN_INACTIVATE', plan) ? (nextPlanActs(plan.lifecycle) as PlanLifecycleActEnum[]) : [],
      delete: plan.lifecycle === PlanLifecycleEnum.DRAFT && mayOnPlan(caller, 'PLAN_EDIT', plan),
    };
  }
}

@Resolver(() => MilestoneItem)
export class MilestoneItemResolver {
  @FieldResolver(() => LearningObjectType, { nullable: true, description: 'The content.' })
  async learningObject(@Root() { learningObjectId }: MilestoneItem, @Ctx() context: RequestContext): Promise<LearningObjectType | null> {
    const row = await context.load(learningObjectLoader, learningObjectId);
    return row ? presentLearningObject(row) : null;
  }
}

/** A plan as GraphQL gives it. */
export function presentPlan(row: LearningPlanRow): LearningPlanType {
  return present(LearningPlanType, row as unknown as LearningPlanType);
}

/** The plan as it is now, or why nothing was changed: whoever changed it sees what came of it. */
export async function answerPlan(
  context: RequestContext,
  result: Parameters<typeof answer<{ id: string }, LearningPlanType>>[1],
): Promise<typeof LearningPlanResult> {
  return answer(context, result, async ({ id }) => presentPlan((await context.load(learningPlanLoader, id))!));
}

/** Whose a plan is that the caller makes: their own, or that of whoever made the API client. */
export function ownerOf({ caller: { viewer } }: RequestContext): string {
  return viewer.kind === 'PERSON' ? viewer.personId : viewer.maker.personId;
}

/** A plan now and after changes, coalesced; ends when it is gone or no longer for the caller. */
function watchPlan(context: RequestContext, id: string): AsyncIterableIterator<LearningPlanType> {
  const planId = readId(id);
  return followState(context, {
    changedBy: ({ type, ids }) => type.startsWith('plan.') && ids.planId === planId,
    read: () => loadPlan(context, planId),
  });
}

async function loadPlan(context: RequestContext, id: string | undefined): Promise<LearningPlanType | null> {
  const row = id ? await context.load(learningPlanLoader, id) : undefined;
  return row && isReadable(context, row) ? presentPlan(row) : null;
}

/** Whether the caller may see a plan as it is written; whoever tracks people of it gets no further than what is published. */
export function isReadable({ caller }: RequestContext, plan: Pick<LearningPlanRow, 'ownerId' | 'collaborationAllowed'>): boolean {
  return mayOnPlan(caller, 'PLAN_READ', plan);
}

/** A version as GraphQL gives it; null when there is none. Whoever asks has made sure that the caller may see it. */
export async function loadVersion(context: RequestContext, id: string | null): Promise<PlanVersion | null> {
  const row = id ? await context.load(planVersionLoader, id) : undefined;
  return row ? presentVersion(row) : null;
}

function presentVersion({ definition, ...row }: PlanVersionRow): PlanVersion {
  const milestones = definition.milestones.map((milestone) => ({ ...milestone, id: `${row.id}.${milestone.key}` }));
  return present(PlanVersion, { ...row, ...definition, milestones, cover: presentCover(definition.cover) } as unknown as PlanVersion);
}

/** What stands in the way of publishing a draft. */
export function presentNotPublishable(context: RequestContext, { planProblems: found }: NotPublishable): PlanNotPublishable {
  const planProblems = found.map((each) => presentPlanProblem(context, each));
  return present(PlanNotPublishable, { planProblems, problems: planProblems });
}

function presentPlanProblem(context: RequestContext, found: DomainPlanProblem): PlanProblem {
  const said = { code: found.code, field: found.place.field ?? null, say: () => sayMessage(planProblemCatalog, found, context.locale) };
  return present(PlanProblem, {
    ...presentProblem(context, said),
    severity: found.severity,
    step: PlanStepEnum[found.place.step],
    milestoneKey: found.place.milestoneKey ?? null,
    learningObjectId: found.place.learningObjectId ?? null,
  });
}
