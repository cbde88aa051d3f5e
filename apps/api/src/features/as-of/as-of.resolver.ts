import { GraphQLError } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { present } from '../../platform/graphql/answer.ts';
import { checkPageSize, PageArgs, readPageCursor, toConnection, type Connection } from '../../platform/graphql/connection.ts';
import { Guarded } from '../../platform/graphql/guard.ts';
import { readFilterId } from '../../platform/graphql/scalars.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { progressScope } from '../access/index.ts';
import { countHolders, dueOf, isOverdueAt } from '../enrollments/index.ts';
import { learningObjectLoader } from '../learning-objects/index.ts';
import { learningPlanLoader } from '../learning-plans/index.ts';
import { Department, departmentLoader, Named, Person, personLoader, presentPerson } from '../people/index.ts';
import { readPoints, type PastPoint } from './as-of.ts';
import { AsOfInput, PastStanding, PastStandingConnection, PastStandingFilterInput, PastSubjectInput, PastTotals } from './as-of.type.ts';
import { countPastStandings, findPastStandings, type PastFilter, type PastStandingRow } from './past-standings.queries.ts';

/** Any day, as it was known then or is known today (ambition 5; decision 0045). */
@Resolver(() => PastStanding)
export class AsOfResolver {
  @Guarded('PROGRESS_READ')
  @Query(() => PastStandingConnection, {
    description: 'Where people whose progress the caller may read stood at the end of a day, in the order in which they got it; who left since is among them. Departments, groups and versions are those of then.',
  })
  async pastStandings(
    @Arg('asOf', () => AsOfInput, { description: 'When.' }) asOf: AsOfInput,
    @Arg('filter', () => PastStandingFilterInput, { description: 'Where whom stood in what.' }) filter: PastStandingFilterInput,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<PastStanding>> {
    checkPageSize(page.first);
    const after = readPageCursor(page.after, ['id']);
    const wanted = readPastFilter(filter);
    return context.read(async (transaction) => {
      const [point] = (await readPoints(transaction, [asOf])) as [PastPoint];
      const found = await findPastStandings(transaction, point, progressScope(context.caller), wanted, page.first, after);
      return toConnection(found, (row) => presentPastStanding(row, point));
    });
  }

  @Guarded('PROGRESS_READ')
  @Query(() => PastTotals, { description: 'How many of them stood where; exact.' })
  async pastTotals(
    @Arg('asOf', () => AsOfInput, { description: 'When.' }) asOf: AsOfInput,
    @Arg('filter', () => PastSubjectInput, { description: 'In what, and of whom.' }) filter: PastSubjectInput,
    @Ctx() context: RequestContext,
  ): Promise<PastTotals> {
    const wanted = readPastFilter(filter);
    const { counts, overdue } = await context.read(async (transaction) => {
      const [point] = (await readPoints(transaction, [asOf])) as [PastPoint];
      return countPastStandings(transaction, point, progressScope(context.caller), wanted);
    });
    return present(PastTotals, { total: countHolders(counts), overdue, counts: counts as PastTotals['counts'] });
  }

  @FieldResolver(() => Person, { description: 'Whose; as they are today.' })
  async person(@Root() { personId }: PastStanding, @Ctx() context: RequestContext): Promise<Person> {
    return presentPerson((await context.load(personLoader, personId))!);
  }

  @FieldResolver(() => Department, { nullable: true, description: 'The department in which they were then, by its name and place of today.' })
  async department(@Root() { departmentId }: PastStanding, @Ctx() context: RequestContext): Promise<Department | null> {
    return departmentId ? (((await context.load(departmentLoader, departmentId)) as Department | undefined) ?? null) : null;
  }

  @FieldResolver(() => Named, { description: 'The plan, or the content that was assigned by itself, by its name of today.' })
  async subject(@Root() { planId, learningObjectId }: PastStanding, @Ctx() context: RequestContext): Promise<Named> {
    const row = planId ? await context.load(learningPlanLoader, planId) : await context.load(learningObjectLoader, learningObjectId!);
    return present(Named, { id: row!.id, name: row!.name });
  }
}

/** A filter with ids that can be asked for. Refuses one that names nothing: everybody's standing in everything is no list that anybody reads. */
export function readPastFilter(filter: PastStandingFilterInput | PastSubjectInput): PastFilter {
  if (!filter.planId && !filter.learningObjectId && !filter.personId) {
    throw new GraphQLError('Name a plan, content or a person: `planId`, `learningObjectId` or `personId`.', { extensions: { code: 'BAD_USER_INPUT' } });
  }
  return {
    ...filter,
    planId: readFilterId(filter.planId),
    learningObjectId: readFilterId(filter.learningObjectId),
    personId: readFilterId(filter.personId),
    departmentId: readFilterId(filter.departmentId),
    groupId: readFilterId(filter.groupId),
  };
}

/** Where somebody stood, as GraphQL gives it. */
export function presentPastStanding(row: PastStandingRow, { until }: Pick<PastPoint, 'until'>): PastStanding {
  return present(PastStanding, { ...(row as unknown as PastStanding), due: dueOf(row), overdue: isOverdueAt(row, until) });
}
