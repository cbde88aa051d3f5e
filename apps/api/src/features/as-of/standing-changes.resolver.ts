import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { present } from '../../platform/graphql/answer.ts';
import { checkPageSize, PageArgs, readPageCursor, toConnection, type Connection } from '../../platform/graphql/connection.ts';
import { Guarded } from '../../platform/graphql/guard.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { nameOfActor, progressScope } from '../access/index.ts';
import { Named } from '../people/index.ts';
import { readPoints, type AsOf, type PastPoint } from './as-of.ts';
import { presentPastStanding, readPastFilter } from './as-of.resolver.ts';
import { AsOfInput, StandingChange, StandingChangeCause, StandingChangeConnection, StandingChangeCount, StandingChangesFilterInput } from './as-of.type.ts';
import { changeCausesLoader, changeKey } from './change-causes.queries.ts';
import { countStandingChanges, findStandingChanges, type PointsCompared, type StandingChangeRow } from './standing-changes.queries.ts';

/** What became of people between two days, or what we have learned since about one, and why (ambition 5; decision 0045). */
@Resolver(() => StandingChange)
export class StandingChangesResolver {
  @Guarded('PROGRESS_READ')
  @Query(() => StandingChangeConnection, {
    description: 'Who stands otherwise at one point than at another, of people whose progress the caller may read. The points may be one day by two kinds of knowledge: what was learned since.',
  })
  async standingChanges(
    @Arg('from', () => AsOfInput, { description: 'The first point.' }) from: AsOfInput,
    @Arg('to', () => AsOfInput, { description: 'The second; departments and groups are those of this one.' }) to: AsOfInput,
    @Arg('filter', () => StandingChangesFilterInput, { description: 'In what, and of whom.' }) filter: StandingChangesFilterInput,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<StandingChange>> {
    checkPageSize(page.first);
    const after = readPageCursor(page.after, ['id', 'id']);
    const wanted = readPastFilter(filter);
    return context.read(async (transaction) => {
      const points = await readCompared(transaction, from, to);
      const found = await findStandingChanges(transaction, points, progressScope(context.caller), { ...wanted, kinds: filter.kinds }, page.first, after);
      return toConnection(found, (row) => presentChange(row, points));
    });
  }

  @Guarded('PROGRESS_READ')
  @Query(() => [StandingChangeCount], { description: 'How many of them changed how; what nobody did is absent.' })
  async standingChangeCounts(
    @Arg('from', () => AsOfInput, { description: 'The first point.' }) from: AsOfInput,
    @Arg('to', () => AsOfInput, { description: 'The second.' }) to: AsOfInput,
    @Arg('filter', () => StandingChangesFilterInput, { description: 'In what, and of whom; kinds do not narrow this.' }) filter: StandingChangesFilterInput,
    @Ctx() context: RequestContext,
  ): Promise<StandingChangeCount[]> {
    const wanted = readPastFilter(filter);
    const counts = await context.read(async (transaction) => countStandingChanges(transaction, await readCompared(transaction, from, to), progressScope(context.caller), wanted));
    return counts.map((count) => present(StandingChangeCount, count as StandingChangeCount));
  }

  @FieldResolver(() => [StandingChangeCause], { description: 'What was recorded between the points of it, the earliest first. Empty where it follows from work on what it consists of, or from the clock.' })
  async causes(@Root() { personId, subjectId, points }: StandingChange, @Ctx() context: RequestContext): Promise<StandingChangeCause[]> {
    const causes = (await context.load(changeCausesLoader(points), changeKey(personId, subjectId))) ?? [];
    return causes.map((cause) => present(StandingChangeCause, cause as StandingChangeCause));
  }
}

/** Who did something. */
@Resolver(() => StandingChangeCause)
export class StandingChangeCauseResolver {
  @FieldResolver(() => Named, { nullable: true, description: 'Who, a person or a partner system; null where it was worked out.' })
  by(@Root() { byId }: StandingChangeCause, @Ctx() context: RequestContext): Promise<Named | null> {
    return nameOfActor(context, byId);
  }
}

async function readCompared(transaction: Transaction, from: AsOf, to: AsOf): Promise<PointsCompared> {
  const [first, second] = (await readPoints(transaction, [from, to])) as [PastPoint, PastPoint];
  return { from: first, to: second };
}

function presentChange({ personId, subjectId, kind, before, after }: StandingChangeRow, points: PointsCompared): StandingChange {
  return present(StandingChange, {
    id: changeKey(personId, subjectId).replace(' ', ':'),
    kind: kind as StandingChange['kind'],
    before: before && presentPastStanding(before, points.from),
    after: after && presentPastStanding(after, points.to),
    personId,
    subjectId,
    points,
  });
}
