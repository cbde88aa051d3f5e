import { GraphQLError } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import { cancellable } from '../../platform/events/cancellable.ts';
import { formatCursor, parseCursor } from '../../platform/events/cursor.ts';
import type { LoggedEvent } from '../../platform/events/event-feed.ts';
import { followEvents } from '../../platform/events/follow-events.ts';
import { present } from '../../platform/graphql/answer.ts';
import { Guarded } from '../../platform/graphql/guard.ts';
import { CursorScalar, readId } from '../../platform/graphql/scalars.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { findOwnEnrollments, findOwnEnrollmentsInPlans } from './enrollment.queries.ts';
import { sourceNameLoader } from './person-record.queries.ts';
import { readMyEnrollments } from './read-my-enrollments.ts';
import { LearnerMilestone, LearnerPlan, MyLearning, MyLearningChange, SeeStepsInput } from './my-learning.type.ts';
import { presentLearnerPlan, presentMilestones, sayWhy } from './learner-plan.presenter.ts';
import { seeSteps } from './see-steps.ts';
import { bulkEvents, readEventEnrollments } from './enrollment.subscription.ts';

/** What a learner sees of their own learning; nobody else's. */
@Resolver()
export class MyLearningResolver {
  @Guarded('PERSON')
  @Query(() => MyLearning, { description: 'Everything that the person who is signed in has, evaluated at this moment.' })
  async myLearning(@Ctx() context: RequestContext): Promise<MyLearning> {
    const cursor = formatCursor(context.services.feed.readUpTo);
    return present(MyLearning, { cursor, plans: await readLearnerPlans(context) });
  }

  @Guarded('PERSON')
  @Query(() => LearnerPlan, { nullable: true, description: 'One of them; null when the person does not have it.' })
  async myPlan(@Arg('enrollmentId', () => ID, { description: 'The enrollment.' }) id: string, @Ctx() context: RequestContext): Promise<LearnerPlan | null> {
    const enrollmentId = readId(id);
    const [plan] = enrollmentId ? await readLearnerPlans(context, enrollmentId) : [];
    return plan ?? null;
  }

  @Guarded('PERSON')
  @Mutation(() => Int, { description: 'Notes that the person who is signed in has seen the steps of a plan of theirs; answers how many were new to them.' })
  async seeSteps(@Arg('input', () => SeeStepsInput, { description: 'Of which.' }) input: SeeStepsInput, @Ctx() context: RequestContext): Promise<number> {
    const id = readId(input.enrollmentId);
    const result = await context.mutate('seeSteps', input, async (transaction) => ({ ok: true, value: id ? await seeSteps(transaction, context.caller.actor.id, id) : 0 }));
    return result.ok ? result.value : 0;
  }

  @Guarded('PERSON')
  @Subscription(() => MyLearningChange, {
    description: 'That something of what the person has has changed. With `after` first what changed since.',
    subscribe: ({ args, context }) => watchMyLearning(context as RequestContext, args.after as string | null),
  })
  myLearningChanged(
    @Root() change: MyLearningChange,
    @Arg('after', () => CursorScalar, { nullable: true, description: 'The last cursor seen.' }) _after: string | null,
  ): MyLearningChange {
    return change;
  }
}

/** What of a learner's plan takes more than its evaluation. */
@Resolver(() => LearnerPlan)
export class LearnerPlanResolver {
  @FieldResolver(() => String, { description: 'Why the learner has it, in one sentence.' })
  async why(@Root() { evaluation }: LearnerPlan, @Ctx() context: RequestContext): Promise<string> {
    const ids = evaluation.situation.sources.map((source) => source.id);
    const names = await Promise.all(ids.map(async (id) => [id, await context.load(sourceNameLoader, id)] as const));
    return sayWhy(evaluation, new Map(names.flatMap(([id, name]) => (name ? [[id, name]] : []))), context.locale);
  }

  @FieldResolver(() => [LearnerMilestone], { description: 'In order; those that are not even to be seen are left out.' })
  milestones(@Root() { evaluation }: LearnerPlan, @Ctx() { locale }: RequestContext): LearnerMilestone[] {
    return presentMilestones(evaluation, locale);
  }
}

async function readLearnerPlans(context: RequestContext, only?: string): Promise<LearnerPlan[]> {
  return (await readMyEnrollments(context, only)).map((evaluation) => presentLearnerPlan(evaluation, context.locale));
}

/** Changes of the signed-in person's own enrollments; of a bulk act only whether it concerned them. */
function watchMyLearning(context: RequestContext, after: string | null): AsyncIterableIterator<MyLearningChange> {
  const { feed, database } = context.services;
  const { organizationId, actor } = context.caller;
  const from = after ? parseCursor(after) : undefined;
  if (after && !from) throw new GraphQLError('`after` is not a cursor of this log.', { extensions: { code: 'BAD_USER_INPUT' } });
  const mayConcern = ({ type, ids }: LoggedEvent): boolean =>
    (type === 'enrollment.changed' && ids.personId === actor.id) || type === 'plan.lifecycle_changed' || bulkEvents.has(type);
  return cancellable(async function* (signal) {
    for await (const events of followEvents(feed, database, organizationId, from, mayConcern, signal)) {
      const [ofPlans, ofPeople] = [events.filter(({ type }) => type === 'plan.lifecycle_changed'), events.filter(({ type }) => type !== 'plan.lifecycle_changed')];
      const idsOf = new Map([...(await readEventEnrollments(context, ofPeople)), ...(await readEnrollmentsInPlans(context, ofPlans))]);
      const own = await context.read((transaction) => findOwnEnrollments(transaction, actor.id, [...new Set([...idsOf.values()].flat())]));
      for (const event of events) {
        const enrollmentIds = (idsOf.get(event) ?? []).filter((id) => own.has(id));
        if (enrollmentIds.length === 0) continue;
        yield present(MyLearningChange, { cursor: formatCursor(event.cursor), enrollmentIds, occurredAt: event.occurredAt });
      }
    }
  });
}

/** What the signed-in person has of the plans that events speak of: what becomes of a plan is told to everybody at once, whatever it does to them. */
async function readEnrollmentsInPlans(context: RequestContext, events: readonly LoggedEvent[]): Promise<ReadonlyMap<LoggedEvent, string[]>> {
  if (events.length === 0) return new Map();
  const planIds = events.map(({ ids }) => String(ids.planId));
  const found = await context.read((transaction) => findOwnEnrollmentsInPlans(transaction, context.caller.actor.id, planIds));
  return new Map(events.map((event) => [event, found.filter(({ planId }) => planId === event.ids.planId).map(({ id }) => id)]));
}
