import { sayDueCause, sayDueChange } from '@milepost/domain';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { present } from '../../platform/graphql/answer.ts';
import { checkPageSize, PageArgs, readPageCursor, toConnection, type Connection } from '../../platform/graphql/connection.ts';
import { Guarded } from '../../platform/graphql/guard.ts';
import { readFilterId } from '../../platform/graphql/scalars.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { progressScope } from '../access/index.ts';
import { Named, personLoader } from '../people/index.ts';
import { findDueChanges, type DueChangeFilter, type DueChangeOrder } from './due-change.queries.ts';
import { DueChange, DueChangeConnection, DueChangeFilterInput } from './due-change.type.ts';
import { EnrollmentType } from './enrollment.type.ts';

/** Due dates that moved: of everybody, in the order in which it happened, for partner systems that read on. */
@Resolver(() => DueChange)
export class DueChangeResolver {
  @Guarded('PROGRESS_READ')
  @Query(() => DueChangeConnection, {
    description: 'Due dates that moved, of enrollments that the caller may track, in the order in which they did: read on from the last cursor seen.',
  })
  dueChanges(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => DueChangeFilterInput, { nullable: true, description: 'Which.' }) filter: DueChangeFilterInput | null,
    @Ctx() context: RequestContext,
  ): Promise<Connection<DueChange>> {
    const { personId, planId, since } = filter ?? {};
    return readDueChanges(context, page, { personId: readFilterId(personId), planId: readFilterId(planId), since: since ?? null }, 'OLDEST_FIRST');
  }

  @FieldResolver(() => Named, { nullable: true, description: 'Who brought it about; null where nobody in person did, as with bulk acts and the course of time.' })
  async by(@Root() { byId }: DueChange, @Ctx() context: RequestContext): Promise<Named | null> {
    const person = byId ? await context.load(personLoader, byId) : undefined;
    return person ? { id: person.id, name: person.displayName } : null;
  }
}

/** The same of one enrollment, for who looks at it. */
@Resolver(() => EnrollmentType)
export class EnrollmentDueChangesResolver {
  @FieldResolver(() => DueChangeConnection, { description: 'Its due dates that moved, the newest first.' })
  dueChanges(@Root() { id }: EnrollmentType, @Args(() => PageArgs) page: PageArgs, @Ctx() context: RequestContext): Promise<Connection<DueChange>> {
    return readDueChanges(context, page, { enrollmentId: id }, 'NEWEST_FIRST');
  }
}

async function readDueChanges(context: RequestContext, page: PageArgs, filter: DueChangeFilter, order: DueChangeOrder): Promise<Connection<DueChange>> {
  checkPageSize(page.first);
  const after = readPageCursor(page.after, ['id']);
  const scope = progressScope(context.caller);
  const found = await context.read((transaction) => findDueChanges(transaction, scope, filter, order, page.first, after));
  return toConnection(found, (row) => present(DueChange, { ...row, because: sayDueCause(row, context.locale), sentence: sayDueChange(row, context.locale) }));
}
