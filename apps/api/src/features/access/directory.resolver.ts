import { Arg, Args, Ctx, Field, FieldResolver, ID, InputType, Int, Query, Resolver, Root } from 'type-graphql';
import { checkPageSize, PageArgs, readPageCursor, toConnection, type Connection } from '../../platform/graphql/connection.ts';
import { Guarded } from '../../platform/graphql/guard.ts';
import { CalendarDateScalar, readFilterId, readId } from '../../platform/graphql/scalars.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import {
  countPeople,
  Department,
  departmentLoader,
  hasAccountLoader,
  findPeople,
  findVisible,
  jobRoleLoader,
  listDepartments,
  listNamed,
  Named,
  partnerAccountLoader,
  Person,
  PersonConnection,
  personLoader,
  PersonStatus,
  positionLoader,
  presentPerson,
  type PeopleFilter,
  type PersonCondition,
  type PersonRow,
  resolveMerged,
} from '../people/index.ts';
import { peopleScope, reachesEverybody } from './people-scope.ts';

@InputType({ description: 'Which people to list; what is absent does not narrow it.' })
class PeopleFilterInput {
  @Field(() => String, { nullable: true, description: 'Part of a name, e-mail address or job number; accents and case do not matter.' })
  search?: string | null;

  @Field(() => [PersonStatus], { nullable: true, description: 'Any of these.' })
  statuses?: PersonStatus[] | null;

  @Field(() => ID, { nullable: true, description: 'In this department or below it.' })
  departmentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this partner account.' })
  partnerAccountId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Reporting directly to this person.' })
  managerId?: string | null;
}

/** The directory. People are read within the scopes of the caller, which is why it stands here and not with the people. */
@Resolver(() => Person)
export class DirectoryResolver {
  @Guarded('PEOPLE_READ')
  @Query(() => PersonConnection, { description: 'People that the caller may see, in the order of their names.' })
  async people(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => PeopleFilterInput, { nullable: true, description: 'Which people.' }) filter: PeopleFilterInput | null,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Person>> {
    checkPageSize(page.first);
    const after = readPageCursor(page.after, ['text', 'id']);
    const scope = peopleScope(context.caller, 'PEOPLE_READ');
    const found = await context.read((transaction) => findPeople(transaction, scope, readFilter(filter), page.first, after));
    return toConnection(found, presentPerson);
  }

  @Guarded('PEOPLE_READ')
  @Query(() => Int, { description: 'How many people the filter leaves; exact.' })
  peopleCount(
    @Arg('filter', () => PeopleFilterInput, { nullable: true, description: 'Which people.' }) filter: PeopleFilterInput | null,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    return context.read((transaction) => countPeople(transaction, peopleScope(context.caller, 'PEOPLE_READ'), readFilter(filter)));
  }

  @Guarded('PEOPLE_READ')
  @Query(() => Person, {
    nullable: true,
    description: 'One person; null when there is none or the caller may not see them. The id of a record that was merged into another finds the person by the one that is left.',
  })
  async person(@Arg('id', () => ID, { description: 'The id of the person.' }) id: string, @Ctx() context: RequestContext): Promise<Person | null> {
    const personId = readId(id);
    if (!personId) return null;
    const scope = peopleScope(context.caller, 'PEOPLE_READ');
    const [visible] = await context.read(async (transaction) => findVisible(transaction, scope, await resolveMerged(transaction, personId)));
    return visible ? presentPerson((await context.load(personLoader, visible.id))!) : null;
  }

  @Guarded('PEOPLE_READ')
  @Query(() => [Department], {
    description: 'The tree of departments, each after the one above it: all, or for whoever may not see everybody those of whom they may see, with the ones above.',
  })
  departments(@Ctx() context: RequestContext): Promise<Department[]> {
    return context.read((transaction) => listDepartments(transaction, directoryScope(context)));
  }

  @Guarded('PEOPLE_READ')
  @Query(() => [Named], { description: 'The positions of the people whom the caller may see; all for whoever may see everybody.' })
  positions(@Ctx() context: RequestContext): Promise<Named[]> {
    return context.read((transaction) => listNamed(transaction, 'job_position', directoryScope(context)));
  }

  @Guarded('PEOPLE_READ')
  @Query(() => [Named], { description: 'The job roles of the people whom the caller may see; all for whoever may see everybody. They are no permission roles.' })
  jobRoles(@Ctx() context: RequestContext): Promise<Named[]> {
    return context.read((transaction) => listNamed(transaction, 'job_role', directoryScope(context)));
  }

  @Guarded('PEOPLE_READ')
  @Query(() => [Named], { description: 'The partner accounts of the people whom the caller may see; all for whoever may see everybody.' })
  partnerAccounts(@Ctx() context: RequestContext): Promise<Named[]> {
    return context.read((transaction) => listNamed(transaction, 'partner_account', directoryScope(context)));
  }

  @FieldResolver(() => Boolean, { description: 'Whether the person can sign in already; if not, invite them.' })
  async hasAccount(@Root() { id }: Person, @Ctx() context: RequestContext): Promise<boolean> {
    return (await context.load(hasAccountLoader, id)) ?? false;
  }

  @FieldResolver(() => Department, { nullable: true, description: 'Where the person belongs.' })
  async department(@Root() { departmentId }: Person, @Ctx() context: RequestContext): Promise<Department | null> {
    return departmentId ? (((await context.load(departmentLoader, departmentId)) as Department | undefined) ?? null) : null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'E-mail address; unique in the organization.' })
  async email(@Root() person: Person, @Ctx() context: RequestContext): Promise<string | null> {
    return (await detailsOf(person, context)).email;
  }

  @FieldResolver(() => String, { nullable: true, description: 'What another system knows the person by; unique in the organization, and as it is written there.' })
  async externalId(@Root() person: Person, @Ctx() context: RequestContext): Promise<string | null> {
    return (await detailsOf(person, context)).externalId;
  }

  @FieldResolver(() => String, { description: 'The language of the person, BCP 47.' })
  async locale(@Root() person: Person, @Ctx() context: RequestContext): Promise<string> {
    return (await detailsOf(person, context)).locale;
  }

  @FieldResolver(() => CalendarDateScalar, { nullable: true, description: 'First day of work.' })
  async hireDate(@Root() person: Person, @Ctx() context: RequestContext): Promise<string | null> {
    return (await detailsOf(person, context)).hireDate;
  }

  @FieldResolver(() => PersonStatus, { description: 'Whether the person takes part.' })
  async status(@Root() person: Person, @Ctx() context: RequestContext): Promise<PersonRow['status']> {
    return (await detailsOf(person, context)).status;
  }

  @FieldResolver(() => Named, { nullable: true, description: 'The position of the person.' })
  async position(@Root() person: Person, @Ctx() context: RequestContext): Promise<Named | null> {
    const { positionId } = await detailsOf(person, context);
    return positionId ? ((await context.load(positionLoader, positionId)) ?? null) : null;
  }

  @FieldResolver(() => Named, { nullable: true, description: 'The job role of the person.' })
  async jobRole(@Root() person: Person, @Ctx() context: RequestContext): Promise<Named | null> {
    const { jobRoleId } = await detailsOf(person, context);
    return jobRoleId ? ((await context.load(jobRoleLoader, jobRoleId)) ?? null) : null;
  }

  @FieldResolver(() => Named, { nullable: true, description: 'The outside company that the person learns here for.' })
  async partnerAccount(@Root() person: Person, @Ctx() context: RequestContext): Promise<Named | null> {
    const { partnerAccountId } = await detailsOf(person, context);
    return partnerAccountId ? ((await context.load(partnerAccountLoader, partnerAccountId)) ?? null) : null;
  }

  @FieldResolver(() => Named, { nullable: true, description: 'Whom the person reports to: name and id only.' })
  async manager(@Root() person: Person, @Ctx() context: RequestContext): Promise<Named | null> {
    const { managerId } = await detailsOf(person, context);
    const manager = managerId ? await context.load(personLoader, managerId) : undefined;
    return manager ? { id: manager.id, name: manager.displayName } : null;
  }
}

async function detailsOf({ id, details }: Person, context: RequestContext): Promise<NonNullable<Person['details']>> {
  return details ?? (await context.load(personLoader, id))!;
}

/** Whose departments, positions and the like are listed; undefined: everybody's, and also those that nobody has yet. */
function directoryScope({ caller }: RequestContext): PersonCondition | undefined {
  return reachesEverybody(caller, 'PEOPLE_READ') ? undefined : peopleScope(caller, 'PEOPLE_READ');
}

function readFilter(filter: PeopleFilterInput | null): PeopleFilter {
  return {
    search: filter?.search,
    statuses: filter?.statuses,
    departmentId: readFilterId(filter?.departmentId),
    partnerAccountId: readFilterId(filter?.partnerAccountId),
    managerId: readFilterId(filter?.managerId),
  };
}
