import type { AudienceExpression } from '@milepost/domain';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root, Subscription } from 'type-graphql';
import { checkPageSize, PageArgs, readPageCursor, toConnection, type Connection } from '../../platform/graphql/connection.ts';
import { present } from '../../platform/graphql/answer.ts';
import { Guarded } from '../../platform/graphql/guard.ts';
import { JsonScalar } from '../../platform/graphql/scalars.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { defineLoaderFor } from '../../platform/request/loader.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { peopleScope, reachesEverybody } from '../access/index.ts';
import { sayAudience } from '../audiences/index.ts';
import { groupsScope, presentGroup, readGroup } from './group.presenter.ts';
import { countGroupMembers, countGroups, findGroups, findMembers, type GroupSize } from './group.queries.ts';
import { watchGroup } from './group.subscription.ts';
import { GroupAbilities, GroupConnection, GroupKindEnum, GroupMember, GroupMemberConnection, GroupType } from './group.type.ts';

/** What is read of groups. */
@Resolver(() => GroupType)
export class GroupResolver {
  @Guarded('PEOPLE_READ')
  @Query(() => GroupConnection, { description: 'Groups in the order of their names: all, or for whoever may not see everybody those of whom they may see.' })
  async groups(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('search', () => String, { nullable: true, description: 'Part of a name; accents and case do not matter.' }) search: string | null,
    @Arg('kinds', () => [GroupKindEnum], { nullable: true, description: 'Any of these.' }) kinds: GroupKindEnum[] | null,
    @Ctx() context: RequestContext,
  ): Promise<Connection<GroupType>> {
    checkPageSize(page.first);
    const after = readPageCursor(page.after, ['text', 'id']);
    const found = await context.read((transaction) => findGroups(transaction, { search, kinds }, groupsScope(context), page.first, after));
    return toConnection(found, presentGroup);
  }

  @Guarded('PEOPLE_READ')
  @Query(() => Int, { description: 'How many groups the filter leaves; exact.' })
  groupCount(
    @Arg('search', () => String, { nullable: true, description: 'Part of a name; accents and case do not matter.' }) search: string | null,
    @Arg('kinds', () => [GroupKindEnum], { nullable: true, description: 'Any of these.' }) kinds: GroupKindEnum[] | null,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    return context.read((transaction) => countGroups(transaction, { search, kinds }, groupsScope(context)));
  }

  @Guarded('PEOPLE_READ')
  @Query(() => GroupType, { nullable: true, description: 'One group; null when there is none or it is not for the caller.' })
  group(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() context: RequestContext): Promise<GroupType | null> {
    return readGroup(context, id);
  }

  @Guarded('PEOPLE_READ')
  @Subscription(() => GroupType, {
    description: 'The group as it is now, and again whenever it or its people have changed.',
    subscribe: ({ args, context }) => watchGroup(context as RequestContext, String(args.id)),
  })
  groupChanged(@Root() group: GroupType, @Arg('id', () => ID, { description: 'Its id.' }) _id: string): GroupType {
    return group;
  }

  @FieldResolver(() => JsonScalar, { nullable: true, description: 'Who belongs to it: an audience expression; null for a static group, and for whoever may not see everybody.' })
  rule(@Root() { rule }: GroupType, @Ctx() { caller }: RequestContext): unknown {
    return reachesEverybody(caller, 'PEOPLE_READ') ? rule : null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Its rule as a sentence; null like `rule`.' })
  async ruleSentence(@Root() { rule }: GroupType, @Ctx() context: RequestContext): Promise<string | null> {
    return rule && reachesEverybody(context.caller, 'PEOPLE_READ') ? sayAudience(context, rule as AudienceExpression) : null;
  }

  @FieldResolver(() => Int, { description: 'How many people are in it, of those whom the caller may see; exact.' })
  async memberCount(@Root() { id }: GroupType, @Ctx() context: RequestContext): Promise<number> {
    return (await context.load(groupSizeLoader(context.caller), id))?.members ?? 0;
  }

  @FieldResolver(() => Int, { description: 'How many of them take part at present, and so belong to audiences; exact.' })
  async activeCount(@Root() { id }: GroupType, @Ctx() context: RequestContext): Promise<number> {
    return (await context.load(groupSizeLoader(context.caller), id))?.active ?? 0;
  }

  @FieldResolver(() => GroupMemberConnection, { description: 'Who is in it now, of those whom the caller may see, in the order of their names.' })
  async members(
    @Root() { id }: GroupType,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('search', () => String, { nullable: true, description: 'Part of a name, e-mail address or job number.' }) search: string | null,
    @Ctx() context: RequestContext,
  ): Promise<Connection<GroupMember>> {
    checkPageSize(page.first);
    const after = readPageCursor(page.after, ['text', 'id']);
    const scope = peopleScope(context.caller, 'PEOPLE_READ');
    const found = await context.read((transaction) => findMembers(transaction, id, scope, search, page.first, after));
    return toConnection(found, (row) => present(GroupMember, row));
  }

  @FieldResolver(() => GroupAbilities, { description: 'What the caller may do with it.' })
  viewerCan(@Ctx() { caller }: RequestContext): GroupAbilities {
    return { edit: caller.acts.has('DIRECTORY_EDIT') };
  }
}

const groupSizeLoader = defineLoaderFor<Caller, string, GroupSize>((transaction, ids, caller) =>
  countGroupMembers(transaction, reachesEverybody(caller, 'PEOPLE_READ') ? undefined : peopleScope(caller, 'PEOPLE_READ'), ids),
);
