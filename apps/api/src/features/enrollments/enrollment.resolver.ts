import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root, Subscription } from 'type-graphql';
import { checkPageSize, PageArgs, readPageCursor, toConnection, type Connection } from '../../platform/graphql/connection.ts';
import { Guarded } from '../../platform/graphql/guard.ts';
import { CalendarDateScalar, CursorScalar, InstantScalar, readFilterId, readId } from '../../platform/graphql/scalars.ts';
import { present } from '../../platform/graphql/answer.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { progressScope } from '../access/index.ts';
import { LearningObjectType, learningObjectLoader, presentLearningObject } from '../learning-objects/index.ts';
import { learningPlanLoader, LearningPlanType, loadVersion, PlanVersion, presentPlan } from '../learning-plans/index.ts';
import { countEnrollments, findEnrollments, isNarrowed, otherCyclesLoader, readEnrollments, sourcesLoader, standingDetailsLoader, type EnrollmentFilter } from './enrollment.queries.ts';
import {
  EnrollmentChange,
  EnrollmentConnection,
  EnrollmentFilterInput,
  EnrollmentSource,
  EnrollmentType,
  Explanation,
  MilestoneProgress,
  PlanProgress,
} from './enrollment.type.ts';
import { presentEnrollment, presentProgress } from './enrollment.presenter.ts';
import { watchEnrollments, watchPlanProgress } from './enrollment.subscription.ts';
import { evaluationLoader } from './evaluate-enrollments.ts';
import { readPlanProgress } from './read-plan-progress.ts';
import { sayExplanation } from './say-explanation.ts';

@Resolver(() => EnrollmentType)
export class EnrollmentResolver {
  @Guarded('PROGRESS_READ')
  @Query(() => EnrollmentConnection, { description: 'Enrollments that the caller may track, by their people and plans, in the order in which they were made.' })
  async enrollments(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => EnrollmentFilterInput, { nullable: true, description: 'Which.' }) filter: EnrollmentFilterInput | null,
    @Ctx() context: RequestContext,
  ): Promise<Connection<EnrollmentType>> {
    checkPageSize(page.first);
    const after = readPageCursor(page.after, ['id']);
    const scope = progressScope(context.caller);
    const wanted = readEnrollmentFilter(filter);
    const plans = isNarrowed(wanted) ? undefined : 'GENERIC';
    const found = await context.readAtOnce((transaction) => findEnrollments(transaction, scope, wanted, page.first, after), plans);
    const now = context.services.database.clock();
    return toConnection(found, (row) => presentEnrollment(row, now));
  }

  @Guarded('PROGRESS_READ')
  @Query(() => Int, { description: 'How many enrollments there are that the caller may track; exact.' })
  async enrollmentCount(
    @Arg('filter', () => EnrollmentFilterInput, { nullable: true, description: 'Which.' }) filter: EnrollmentFilterInput | null,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const scope = progressScope(context.caller);
    return context.readAtOnce((transaction) => countEnrollments(transaction, scope, readEnrollmentFilter(filter)));
  }

  @Guarded('PROGRESS_READ')
  @Query(() => EnrollmentType, { nullable: true, description: 'One enrollment; null when there is none or the caller may not see it.' })
  async enrollment(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() context: RequestContext): Promise<EnrollmentType | null> {
    const [found] = await loadVisible(context, [id]);
    return found ?? null;
  }

  @Guarded('PLAN_TRACK')
  @Query(() => PlanProgress, { nullable: true, description: 'How the people of a plan get on, those whom the caller may track; null when there is no such plan.' })
  async planProgress(@Arg('planId', () => ID, { description: 'The plan.' }) planId: string, @Ctx() context: RequestContext): Promise<PlanProgress | null> {
    return presentProgress(await readPlanProgress(context, planId));
  }

  @Guarded('PLAN_TRACK')
  @Subscription(() => PlanProgress, {
    description: 'How the people of a plan get on, those whom the caller may track: now and whenever it changes; at most four times a second.',
    subscribe: ({ args, context }) => watchPlanProgress(context as RequestContext, String(args.planId)),
  })
  planProgressChanged(
    @Root() progress: PlanProgress,
    @Arg('planId', () => ID, { description: 'The plan.' }) _planId: string,
  ): PlanProgress {
    return progress;
  }

  @Guarded('PROGRESS_READ')
  @Subscription(() => EnrollmentChange, {
    description: 'Enrollments as they change. With `after` those first that changed since, each exactly once.',
    subscribe: ({ args, context }) =>
      watchEnrollments(context as RequestContext, readEnrollmentFilter(args.filter as EnrollmentFilterInput | null), args.after as string | null),
  })
  enrollmentChanged(
    @Root() change: EnrollmentChange,
    @Arg('filter', () => EnrollmentFilterInput, { nullable: true, description: 'Which.' }) _filter: EnrollmentFilterInput | null,
    @Arg('after', () => CursorScalar, { nullable: true, description: 'The last cursor seen.' }) _after: string | null,
  ): EnrollmentChange {
    return change;
  }

  @FieldResolver(() => LearningPlanType, { nullable: true, description: 'The plan; null when a piece of content was assigned by itself.' })
  async plan(@Root() enrollment: EnrollmentType, @Ctx() context: RequestContext): Promise<LearningPlanType | null> {
    const { planId } = enrollment;
    const row = planId ? await context.load(learningPlanLoader, planId) : undefined;
    if (!row) return null;
    return presentPlan((await hidesSteps(context, enrollment)) ? { ...row, publishedVersionId: null } : row);
  }

  @FieldResolver(() => PlanVersion, { nullable: true, description: 'The version of the plan that the person is on, which may be older than the published one; null when a piece of content was assigned by itself, and for the person themselves as long as steps of it are hidden from them.' })
  async planVersion(@Root() enrollment: EnrollmentType, @Ctx() context: RequestContext): Promise<PlanVersion | null> {
    const { id, planId } = enrollment;
    return planId && !(await hidesSteps(context, enrollment)) ? loadVersion(context, (await context.load(standingDetailsLoader, id))!.planVersionId) : null;
  }

  @FieldResolver(() => LearningObjectType, { nullable: true, description: 'The content that was assigned by itself.' })
  async learningObject(@Root() { learningObjectId }: EnrollmentType, @Ctx() context: RequestContext): Promise<LearningObjectType | null> {
    const row = learningObjectId ? await context.load(learningObjectLoader, learningObjectId) : undefined;
    return row ? presentLearningObject(row) : null;
  }

  @FieldResolver(() => [EnrollmentType], { description: 'The other cycles that the person has of the same, the first one first; none for most.' })
  async otherCycles(@Root() { id }: EnrollmentType, @Ctx() context: RequestContext): Promise<EnrollmentType[]> {
    const now = context.services.database.clock();
    return ((await context.load(otherCyclesLoader, id)) ?? []).map((row) => presentEnrollment(row, now));
  }

  @FieldResolver(() => CalendarDateScalar, { description: 'Since which day, in the zone of the person.' })
  async enrolledOn(@Root() { id }: EnrollmentType, @Ctx() context: RequestContext): Promise<string> {
    return (await context.load(standingDetailsLoader, id))!.enrolledOn;
  }

  @FieldResolver(() => CalendarDateScalar, { nullable: true, description: 'The day on which it was begun.' })
  async startedOn(@Root() { id }: EnrollmentType, @Ctx() context: RequestContext): Promise<string | null> {
    return (await context.load(standingDetailsLoader, id))!.startedOn;
  }

  @FieldResolver(() => Boolean, { description: 'Complete, although a completion that it rests on was revoked.' })
  async evidenceWithdrawn(@Root() { id }: EnrollmentType, @Ctx() context: RequestContext): Promise<boolean> {
    return (await context.load(standingDetailsLoader, id))!.evidenceWithdrawn;
  }

  @FieldResolver(() => InstantScalar, { description: 'When it was last evaluated.' })
  async evaluatedAt(@Root() { id }: EnrollmentType, @Ctx() context: RequestContext): Promise<Date> {
    return (await context.load(standingDetailsLoader, id))!.evaluatedAt;
  }

  @FieldResolver(() => [MilestoneProgress], { description: 'Milestone by milestone, when last evaluated; to the person themselves those that they may see.' })
  async milestones(@Root() enrollment: EnrollmentType, @Ctx() context: RequestContext): Promise<MilestoneProgress[]> {
    const { id } = enrollment;
    const { milestones } = (await context.load(standingDetailsLoader, id))!;
    const hidden = await hiddenSteps(context, enrollment);
    return milestones.filter(({ key }) => !hidden.has(key)).map((milestone) => ({ ...milestone, enrollmentId: id }));
  }

  @FieldResolver(() => [EnrollmentSource], { description: 'Why the person has it, the oldest cause first.' })
  async sources(@Root() { id }: EnrollmentType, @Ctx() context: RequestContext): Promise<EnrollmentSource[]> {
    return [...((await context.load(sourcesLoader, id)) ?? [])];
  }

  @FieldResolver(() => Explanation, { description: 'Why its status, dates and locks are as they are.' })
  async explanation(@Root() { id, person }: EnrollmentType, @Ctx() context: RequestContext): Promise<Explanation> {
    const evaluation = await context.load(evaluationLoader, id);
    return present(Explanation, sayExplanation(evaluation!, person.id === context.caller.actor.id ? 'SELF' : 'OTHERS', context.locale));
  }
}

/** The milestones that the caller is not to know yet, because they are the learner and the plan shows them nothing of what is to come (C19, X6): their keys. */
export async function hiddenSteps(context: RequestContext, { id, planId, person }: EnrollmentType): Promise<ReadonlySet<string>> {
  if (planId === null || person.id !== context.caller.actor.id || context.caller.acts.has('PLAN_READ')) return new Set();
  const evaluation = await context.load(evaluationLoader, id);
  return new Set((evaluation?.standing.milestones ?? []).filter(({ titleHidden }) => titleHidden).map(({ key }) => key));
}

/** Whether the caller is the learner, and not to know yet what is in some steps of the plan. */
async function hidesSteps(context: RequestContext, { id, planId, person }: EnrollmentType): Promise<boolean> {
  if (planId === null || person.id !== context.caller.actor.id || context.caller.acts.has('PLAN_READ')) return false;
  const evaluation = await context.load(evaluationLoader, id);
  return evaluation?.standing.milestones.some(({ detailsHidden }) => detailsHidden) ?? false;
}

/** Enrollments by id, those of people whom the caller may track. */
export async function loadVisible(context: RequestContext, ids: readonly string[]): Promise<EnrollmentType[]> {
  const known = ids.flatMap((id) => readId(id) ?? []);
  const scope = progressScope(context.caller);
  const rows = await context.readAtOnce((transaction) => readEnrollments(transaction, known, scope));
  const now = context.services.database.clock();
  return known.flatMap((id) => {
    const row = rows.get(id);
    return row ? [presentEnrollment(row, now)] : [];
  });
}

/** A filter as callers give it, with ids that the database knows. */
export function readEnrollmentFilter(filter: EnrollmentFilterInput | null): EnrollmentFilter {
  return {
    ...filter,
    planId: readFilterId(filter?.planId),
    learningObjectId: readFilterId(filter?.learningObjectId),
    personId: readFilterId(filter?.personId),
    departmentId: readFilterId(filter?.departmentId),
  };
}
