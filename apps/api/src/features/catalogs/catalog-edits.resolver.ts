import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answer, present, presentProblem } from '../../platform/graphql/answer.ts';
import { Guarded } from '../../platform/graphql/guard.ts';
import { readId } from '../../platform/graphql/scalars.ts';
import type { MutationInput, RequestContext } from '../../platform/request/request-context.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { problem, refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { catalogLoader } from './catalog.queries.ts';
import { presentCatalog, readCatalog } from './catalog.resolver.ts';
import { CatalogFilling, CatalogFillingInput, CatalogFillingResult, CatalogFillRow, CatalogRemoved, CatalogResult, CreateCatalogInput, RemoveCatalogInput, RemoveCatalogResult, UpdateCatalogInput } from './catalog.type.ts';
import { createCatalog, removeCatalog, updateCatalog } from './edit-catalog.ts';
import { addToCatalogs, removeFromCatalogs, type FilledOutcome } from './fill-catalogs.ts';

/** What is changed in catalogs. */
@Resolver()
export class CatalogEditsResolver {
  @Guarded('CATALOG_EDIT')
  @Mutation(() => CatalogResult, { description: 'Makes a catalog, with nothing in it yet.' })
  async createCatalog(@Arg('input', () => CreateCatalogInput, { description: 'Its name, and for whom it is.' }) input: CreateCatalogInput, @Ctx() context: RequestContext): Promise<typeof CatalogResult> {
    const result = await context.mutate('createCatalog', input, (transaction) => createCatalog(transaction, context.caller, input));
    return answer(context, result, async ({ id }) => (await readCatalog(context, id))!);
  }

  @Guarded('CATALOG_EDIT')
  @Mutation(() => CatalogResult, { description: 'Names and describes a catalog, and says for whom it is.' })
  async updateCatalog(@Arg('input', () => UpdateCatalogInput, { description: 'What changes.' }) input: UpdateCatalogInput, @Ctx() context: RequestContext): Promise<typeof CatalogResult> {
    const result = await context.mutate('updateCatalog', input, ofCatalog(input, (transaction, known) => updateCatalog(transaction, context.caller, known)));
    return answer(context, result, async ({ id }) => (await readCatalog(context, id))!);
  }

  @Guarded('CATALOG_EDIT')
  @Mutation(() => RemoveCatalogResult, { description: 'Removes a catalog; what it listed stays, and is found by other catalogs and visible ranges only.' })
  async removeCatalog(@Arg('input', () => RemoveCatalogInput, { description: 'Which.' }) input: RemoveCatalogInput, @Ctx() context: RequestContext): Promise<typeof RemoveCatalogResult> {
    const result = await context.mutate('removeCatalog', input, ofCatalog(input, removeCatalog));
    return answer(context, result, ({ id }) => present(CatalogRemoved, { catalogId: id }));
  }

  @Guarded('PLAN_SET_VISIBLE_RANGE')
  @Mutation(() => CatalogFillingResult, { description: 'Lists plans and courses in catalogs, many in many at once; repeated, it changes nothing more.' })
  addToCatalogs(@Arg('input', () => CatalogFillingInput, { description: 'What, and where.' }) input: CatalogFillingInput, @Ctx() context: RequestContext): Promise<typeof CatalogFillingResult> {
    return fill(context, 'addToCatalogs', input, addToCatalogs);
  }

  @Guarded('PLAN_SET_VISIBLE_RANGE')
  @Mutation(() => CatalogFillingResult, { description: 'Takes plans and courses out of catalogs, many out of many at once; repeated, it changes nothing more.' })
  removeFromCatalogs(@Arg('input', () => CatalogFillingInput, { description: 'What, and from where.' }) input: CatalogFillingInput, @Ctx() context: RequestContext): Promise<typeof CatalogFillingResult> {
    return fill(context, 'removeFromCatalogs', input, removeFromCatalogs);
  }
}

async function fill(context: RequestContext, act: string, input: CatalogFillingInput, work: typeof addToCatalogs): Promise<typeof CatalogFillingResult> {
  // What is no id is answered like one that nobody has.
  const unknown = '00000000-0000-0000-0000-000000000000';
  const ids = (given: readonly string[] | null | undefined): string[] => (given ?? []).map((id) => readId(id) ?? unknown);
  const filling = { catalogIds: ids(input.catalogIds), planIds: ids(input.planIds), learningObjectIds: ids(input.learningObjectIds) };
  const result = await context.mutate(act, input, (transaction) => work(transaction, context.caller, filling));
  return answer(context, result, async (rows) => {
    const catalogs = await Promise.all([...new Set(rows.map(({ catalogId }) => catalogId))].map((id) => context.load(catalogLoader, id)));
    return present(CatalogFilling, {
      rows: rows.map((row) => presentRow(context, row)),
      changed: rows.filter(({ outcome }) => outcome === 'CHANGED').length,
      catalogs: catalogs.flatMap((row) => (row ? [presentCatalog(row)] : [])),
    });
  });
}

function presentRow(context: RequestContext, { code, ...row }: FilledOutcome): CatalogFillRow {
  return present(CatalogFillRow, { ...row, outcome: row.outcome as never, problem: code && presentProblem(context, problem(code)) });
}

/** What is no id is no catalog. */
function ofCatalog<Input extends MutationInput & { readonly catalogId: string }>(
  input: Input,
  work: (transaction: Transaction, input: Input) => Promise<Outcome<{ id: string }>>,
): (transaction: Transaction) => Promise<Outcome<{ id: string }>> {
  const catalogId = readId(input.catalogId);
  return async (transaction) => (catalogId ? work(transaction, { ...input, catalogId }) : refuseWith('NOT_FOUND'));
}
