import type { AudienceExpression } from '@milepost/domain';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root, Subscription } from 'type-graphql';
import { followState } from '../../platform/events/follow-state.ts';
import { present } from '../../platform/graphql/answer.ts';
import { checkPageSize, PageArgs, readPageCursor, toConnection, type Connection } from '../../platform/graphql/connection.ts';
import { Guarded } from '../../platform/graphql/guard.ts';
import { JsonScalar, readId } from '../../platform/graphql/scalars.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { mayOnPlan } from '../access/index.ts';
import { sayAudience } from '../audiences/index.ts';
import { learningPlanLoader, LearningPlanType, presentPlan } from '../learning-plans/index.ts';
import { catalogLoader, catalogSizeLoader, catalogsOfPlanLoader, findCatalogs, findEntries, type CatalogRow } from './catalog.queries.ts';
import { CatalogAbilities, CatalogConnection, CatalogEntry, CatalogEntryConnection, CatalogEntryKindEnum, CatalogRemoval, CatalogType } from './catalog.type.ts';
import { readCatalogRemoval } from './read-catalog-removal.ts';

/** What is read of catalogs. */
@Resolver(() => CatalogType)
export class CatalogResolver {
  @Guarded('CATALOG_READ')
  @Query(() => CatalogConnection, { description: 'Catalogs in the order of their names.' })
  async catalogs(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('search', () => String, { nullable: true, description: 'Part of a name; accents and case do not matter.' }) search: string | null,
    @Ctx() context: RequestContext,
  ): Promise<Connection<CatalogType>> {
    checkPageSize(page.first);
    const after = readPageCursor(page.after, ['text', 'id']);
    return toConnection(await context.read((transaction) => findCatalogs(transaction, search, page.first, after)), presentCatalog);
  }

  @Guarded('CATALOG_READ')
  @Query(() => CatalogType, { nullable: true, description: 'One catalog; null when there is none.' })
  catalog(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() context: RequestContext): Promise<CatalogType | null> {
    return readCatalog(context, id);
  }

  @Guarded('CATALOG_EDIT')
  @Query(() => CatalogRemoval, { nullable: true, description: 'What would be out of sight without a catalog; null when there is none.' })
  async catalogRemoval(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() context: RequestContext): Promise<CatalogRemoval | null> {
    const catalogId = readId(id);
    const catalog = catalogId ? await context.load(catalogLoader, catalogId) : undefined;
    return catalog ? present(CatalogRemoval, await context.read((transaction) => readCatalogRemoval(transaction, catalog))) : null;
  }

  @Guarded('CATALOG_READ')
  @Subscription(() => CatalogType, {
    description: 'The catalog as it is now, and again whenever it or what it lists has changed.',
    subscribe: ({ args, context }) => watchCatalog(context as RequestContext, String(args.id)),
  })
  catalogChanged(@Root() catalog: CatalogType, @Arg('id', () => ID, { description: 'Its id.' }) _id: string): CatalogType {
    return catalog;
  }

  @FieldResolver(() => JsonScalar, { nullable: true, description: 'For whom it is: an audience expression; null: nobody.' })
  audience(@Root() { audience }: CatalogType): unknown {
    return audience;
  }

  @FieldResolver(() => String, { nullable: true, description: 'For whom it is, as a sentence; null: nobody.' })
  async audienceSentence(@Root() { audience }: CatalogType, @Ctx() context: RequestContext): Promise<string | null> {
    return audience ? sayAudience(context, audience as AudienceExpression) : null;
  }

  @FieldResolver(() => Int, { description: 'How many plans it lists; exact.' })
  async planCount(@Root() { id }: CatalogType, @Ctx() context: RequestContext): Promise<number> {
    return (await context.load(catalogSizeLoader, id))?.plans ?? 0;
  }

  @FieldResolver(() => Int, { description: 'How many courses it lists; exact.' })
  async courseCount(@Root() { id }: CatalogType, @Ctx() context: RequestContext): Promise<number> {
    return (await context.load(catalogSizeLoader, id))?.courses ?? 0;
  }

  @FieldResolver(() => CatalogEntryConnection, { description: 'What it lists, in the order of names.' })
  async entries(
    @Root() { id }: CatalogType,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('kind', () => CatalogEntryKindEnum, { nullable: true, description: 'Only plans, or only courses.' }) kind: CatalogEntryKindEnum | null,
    @Arg('search', () => String, { nullable: true, description: 'Part of a name; accents and case do not matter.' }) search: string | null,
    @Ctx() context: RequestContext,
  ): Promise<Connection<CatalogEntry>> {
    checkPageSize(page.first);
    const after = readPageCursor(page.after, ['text', 'id']);
    const found = await context.read((transaction) => findEntries(transaction, id, { kind, search }, page.first, after));
    return toConnection(found, (row) =>
      present(CatalogEntry, { ...row, kind: row.planId ? CatalogEntryKindEnum.PLAN : CatalogEntryKindEnum.COURSE, subjectId: (row.planId ?? row.learningObjectId)! }),
    );
  }

  @FieldResolver(() => CatalogAbilities, { description: 'What the caller may do with it.' })
  viewerCan(@Ctx() { caller }: RequestContext): CatalogAbilities {
    return { edit: caller.acts.has('CATALOG_EDIT'), fillCourses: caller.acts.has('CONTENT_EDIT') };
  }
}

/** What a catalog tells of a plan in it. */
@Resolver(() => CatalogEntry)
export class CatalogEntryResolver {
  @FieldResolver(() => LearningPlanType, { nullable: true, description: 'The plan, for whoever may see it; null for a course.' })
  async plan(@Root() { planId }: CatalogEntry, @Ctx() context: RequestContext): Promise<LearningPlanType | null> {
    const plan = planId ? await context.load(learningPlanLoader, planId) : undefined;
    return plan && mayOnPlan(context.caller, 'PLAN_READ', plan) ? presentPlan(plan) : null;
  }

  @FieldResolver(() => Boolean, { description: 'Whether the caller may take it out of the catalog.' })
  async viewerCanRemove(@Root() { planId }: CatalogEntry, @Ctx() context: RequestContext): Promise<boolean> {
    if (!planId) return context.caller.acts.has('CONTENT_EDIT');
    const plan = await context.load(learningPlanLoader, planId);
    return plan !== undefined && mayOnPlan(context.caller, 'PLAN_SET_VISIBLE_RANGE', plan);
  }
}

/** What plans tell of catalogs. */
@Resolver(() => LearningPlanType)
export class CatalogsOfPlanResolver {
  @FieldResolver(() => [CatalogType], { description: 'The catalogs that list it, in the order of their names; none for whoever only tracks the plan.' })
  async catalogs(@Root() plan: LearningPlanType, @Ctx() context: RequestContext): Promise<CatalogType[]> {
    if (!mayOnPlan(context.caller, 'PLAN_READ', plan)) return [];
    return ((await context.load(catalogsOfPlanLoader, plan.id)) ?? []).map(presentCatalog);
  }
}

/** A catalog as GraphQL gives one. */
export function presentCatalog(row: CatalogRow): CatalogType {
  return present(CatalogType, row as unknown as CatalogType);
}

/** The catalog, if there is one. */
export async function readCatalog(context: RequestContext, id: string): Promise<CatalogType | null> {
  const catalogId = readId(id);
  const row = catalogId ? await context.load(catalogLoader, catalogId) : undefined;
  return row ? presentCatalog(row) : null;
}

function watchCatalog(context: RequestContext, id: string): AsyncIterableIterator<CatalogType> {
  const catalogId = readId(id);
  return followState(context, {
    changedBy: ({ type, ids }) => type === 'catalog.changed' && ids.catalogId === catalogId,
    read: () => readCatalog(context, id),
  });
}
