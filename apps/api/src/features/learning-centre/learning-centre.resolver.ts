import { Arg, Args, Ctx, ID, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import { formatCursor } from '../../platform/events/cursor.ts';
import { answer, present } from '../../platform/graphql/answer.ts';
import { checkPageSize, PageArgs, readPageCursor, toConnection } from '../../platform/graphql/connection.ts';
import { Guarded } from '../../platform/graphql/guard.ts';
import { readId } from '../../platform/graphql/scalars.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { refuseWith } from '../../platform/request/user-problem.ts';
import { courseModulesLoader } from '../learning-objects/index.ts';
import { LearningCentre, LearningCentreChange, LearningOfferPreview, type OfferFacets, OfferFilterInput, OfferSortEnum, PutBack, PutBackResult, TakeUpInput, TakeUpResult } from './learning-centre.type.ts';
import { watchLearningCentre } from './learning-centre.subscription.ts';
import { presentOffer, presentPreview } from './offer.presenter.ts';
import type { FacetRow, OfferFilter } from './offers.queries.ts';
import { readLearningCentre } from './read-learning-centre.ts';
import { readPreview } from './read-preview.ts';
import { putBack, takeUp, type OwnKind } from './take-up.ts';

/** What a learner finds without being assigned, and takes up by themselves (D14, D22, L21–L23). */
@Resolver()
export class LearningCentreResolver {
  @Guarded('PERSON')
  @Query(() => LearningCentre, { description: 'The plans and courses that the person who is signed in can find, and those that they have.' })
  async learningCentre(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => OfferFilterInput, { nullable: true, description: 'Which of them.' }) filter: OfferFilterInput | null,
    @Arg('sort', () => OfferSortEnum, { defaultValue: OfferSortEnum.NAME, description: 'In which order.' }) sort: OfferSortEnum,
    @Ctx() context: RequestContext,
  ): Promise<LearningCentre> {
    checkPageSize(page.first);
    const after = readPageCursor(page.after, [sort === OfferSortEnum.NAME ? 'text' : 'instant', 'id']);
    const cursor = formatCursor(context.services.feed.readUpTo);
    const wanted = { ...filter, catalogIds: filter?.catalogIds?.flatMap((id) => readId(id) ?? []) } as OfferFilter;
    const { offers, facets } = await context.read((transaction) => readLearningCentre(transaction, context.caller.actor.id, wanted, sort, page.first, after));
    return present(LearningCentre, { ...toConnection(offers, presentOffer), total: facets.find(({ facet }) => facet === 'ALL')?.count ?? 0, facets: presentFacets(facets), cursor });
  }

  @Guarded('PERSON')
  @Query(() => LearningOfferPreview, { nullable: true, description: 'Something that the learner can find or has, before they start it; null: neither.' })
  learningOffer(@Arg('id', () => ID, { description: 'The plan or course.' }) id: string, @Ctx() context: RequestContext): Promise<LearningOfferPreview | null> {
    return loadPreview(context, id);
  }

  @Guarded('PERSON')
  @Subscription(() => LearningCentreChange, {
    description: 'What comes into the Learning centre of the learner, or goes from it, from now on. The first one tells nothing but that it watches.',
    subscribe: ({ context }) => watchLearningCentre(context as RequestContext),
  })
  learningCentreChanged(@Root() change: LearningCentreChange): LearningCentreChange {
    return change;
  }

  @Guarded('PERSON')
  @Mutation(() => TakeUpResult, { description: 'Starts something that the learner found: self-learning, unless it is assigned before they complete it. Who has it already has it.' })
  startLearning(@Arg('input', () => TakeUpInput, { description: 'Which.' }) input: TakeUpInput, @Ctx() context: RequestContext): Promise<typeof TakeUpResult> {
    return take(context, 'startLearning', input, 'SELF_STARTED');
  }

  @Guarded('PERSON')
  @Mutation(() => TakeUpResult, { description: 'Keeps something that the learner found for later, among their own.' })
  addToMyPlans(@Arg('input', () => TakeUpInput, { description: 'Which.' }) input: TakeUpInput, @Ctx() context: RequestContext): Promise<typeof TakeUpResult> {
    return take(context, 'addToMyPlans', input, 'BOOKMARK');
  }

  @Guarded('PERSON')
  @Mutation(() => PutBackResult, { description: 'Takes back what the learner took up by themselves; what was assigned stays, and so does all that they did.' })
  async removeFromMyPlans(@Arg('input', () => TakeUpInput, { description: 'Which.' }) input: TakeUpInput, @Ctx() context: RequestContext): Promise<typeof PutBackResult> {
    const id = readId(input.id);
    const result = await context.mutate('removeFromMyPlans', input, async (transaction) => (id ? putBack(transaction, context.caller.actor.id, id) : refuseWith('NOT_FOUND')));
    return answer(context, result, async () => present(PutBack, { id: input.id, preview: await loadPreview(context, input.id) }));
  }
}

async function take(context: RequestContext, act: string, input: TakeUpInput, kind: OwnKind): Promise<typeof TakeUpResult> {
  const id = readId(input.id);
  const result = await context.mutate(act, input, async (transaction) => (id ? takeUp(transaction, context.caller.actor.id, id, kind) : refuseWith('NOT_TO_BE_FOUND')));
  return answer(context, result, async () => (await loadPreview(context, input.id))!);
}

async function loadPreview(context: RequestContext, given: string): Promise<LearningOfferPreview | null> {
  const id = readId(given);
  const preview = id ? await context.read((transaction) => readPreview(transaction, context.caller.actor.id, id)) : undefined;
  if (!preview) return null;
  const modules = preview.subject.planId ? [] : ((await context.load(courseModulesLoader, preview.subject.id)) ?? []);
  return presentPreview(preview, modules.map(({ name, durationMinutes }) => ({ name, durationMinutes })), context.locale);
}

function presentFacets(rows: readonly FacetRow[]): OfferFacets {
  const of = (facet: FacetRow['facet']) => rows.flatMap((row) => (row.facet === facet && row.value ? [{ value: row.value, name: row.name, count: row.count }] : []));
  const mine = new Map(of('MINE').map(({ value, count }) => [value, count]));
  return { kinds: of('KIND'), catalogs: of('CATALOG'), mine: mine.get('true') ?? 0, notMine: mine.get('false') ?? 0 };
}
