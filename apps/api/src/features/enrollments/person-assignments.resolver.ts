import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { present } from '../../platform/graphql/answer.ts';
import { checkPageSize, PageArgs, readPageCursor, toConnection, type Connection } from '../../platform/graphql/connection.ts';
import type { Caller } from '../../platform/request/caller.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { enrollmentScope, peopleScope, progressScope } from '../access/index.ts';
import { Named, Person, personLoader, type PersonCondition } from '../people/index.ts';
import { loadVisible } from './enrollment.resolver.ts';
import { findPersonAssignments } from './person-assignments.queries.ts';
import { PersonAssignment, PersonAssignmentConnection } from './person-assignments.type.ts';

/** People know nothing of assignments; here, behind both, is where one gets from a person to what was assigned to them (L37, L40). */
@Resolver(() => Person)
export class PersonAssignmentsResolver {
  @FieldResolver(() => PersonAssignmentConnection, {
    description: 'What is or was assigned to the person, by name, group or rule: what is in force first, then the newest; as far as the caller may track it.',
  })
  async assignments(@Root() { id }: Person, @Args(() => PageArgs) page: PageArgs, @Ctx() context: RequestContext): Promise<Connection<PersonAssignment>> {
    checkPageSize(page.first);
    const after = readPageCursor(page.after, ['integer', 'instant', 'id']);
    const scopes = { visible: progressScope(context.caller), assignable: assignableScope(context.caller) };
    const found = await context.read((transaction) => findPersonAssignments(transaction, scopes, id, page.first, after));
    const enrollments = new Map((await loadVisible(context, [...new Set(found.rows.map(({ row }) => row.enrollmentId))])).map((each) => [each.id, each]));
    return toConnection(found, (row) => {
      const enrollment = enrollments.get(row.enrollmentId)!;
      const isLive = row.validTo === null;
      const viewerCan = {
        takeAway: row.mayAssign && isLive && row.suppressedBecause === null && row.assignmentId !== null && enrollment.status !== 'COMPLETED',
        lift: row.mayAssign && isLive && row.suppressedBecause !== null,
      };
      return present(PersonAssignment, { ...row, enrollment, viewerCan });
    });
  }
}

/** What the caller may assign and take away: plans, and content by itself. */
function assignableScope(caller: Caller): PersonCondition {
  return (parameters) =>
    `CASE WHEN e.plan_id IS NULL THEN ${peopleScope(caller, 'CONTENT_ASSIGN', null)(parameters)} ELSE ${enrollmentScope(caller, 'PLAN_ASSIGN')(parameters)} END`;
}

/** Who did what to what was assigned. */
@Resolver(() => PersonAssignment)
export class PersonAssignmentResolver {
  @FieldResolver(() => Named, { nullable: true, description: 'Who assigned it; null where nobody in person did.' })
  givenBy(@Root() { givenById }: PersonAssignment, @Ctx() context: RequestContext): Promise<Named | null> {
    return nameOf(context, givenById);
  }

  @FieldResolver(() => Named, { nullable: true, description: 'Who ended it; null where nobody in person did.' })
  endedBy(@Root() { endedById }: PersonAssignment, @Ctx() context: RequestContext): Promise<Named | null> {
    return nameOf(context, endedById);
  }
}

async function nameOf(context: RequestContext, personId: string | null): Promise<Named | null> {
  const person = personId ? await context.load(personLoader, personId) : undefined;
  return person ? { id: person.id, name: person.displayName } : null;
}
