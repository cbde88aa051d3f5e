import type { AudienceExpression } from '@milepost/domain';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { present } from '../../platform/graphql/answer.ts';
import { checkPageSize, PageArgs, readPageCursor, toConnection, type Connection } from '../../platform/graphql/connection.ts';
import { defineLoader } from '../../platform/request/loader.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { sayAudience } from '../audiences/index.ts';
import { OperationType, readOperation } from '../operations/index.ts';
import { Named, Person, personLoader, presentPerson } from '../people/index.ts';
import { readRuleHistory, type RuleHistory } from './group-rule.queries.ts';
import { presentGroup } from './group.presenter.ts';
import { findGroupsOfPeople, type GroupRow, type MemberRow } from './group.queries.ts';
import { GroupMember, GroupRuleChange, PersonGroup, PersonMembership, PersonMembershipConnection } from './group.type.ts';
import { findMemberships } from './person-memberships.queries.ts';

@Resolver(() => GroupMember)
export class GroupMemberResolver {
  @FieldResolver(() => Person, { description: 'Who.' })
  async person(@Root() { personId }: GroupMember, @Ctx() context: RequestContext): Promise<Person> {
    return presentPerson((await context.load(personLoader, personId))!);
  }

  @FieldResolver(() => Named, { nullable: true, description: 'Who put them in it; null where a rule or another system did.' })
  addedBy(@Root() { addedBy, cause }: GroupMember, @Ctx() context: RequestContext): Promise<Named | null> {
    return nameOf(context, cause === 'RULE' ? null : addedBy);
  }

  @FieldResolver(() => OperationType, { nullable: true, description: 'The bulk act by which they came into it, if the caller may see it.' })
  operation(@Root() { operationId }: GroupMember, @Ctx() context: RequestContext): Promise<OperationType | null> {
    return operationId ? readOperation(context, operationId) : Promise.resolve(null);
  }
}

const groupsOfPersonLoader = defineLoader<string, readonly (MemberRow & GroupRow & { groupId?: string })[]>(findGroupsOfPeople);

/** People know nothing of groups; here, behind both, is where one gets from a person to theirs. */
@Resolver(() => Person)
export class PersonGroupsResolver {
  @FieldResolver(() => [PersonGroup], { description: 'The groups that the person is in now, by name.' })
  async groups(@Root() { id }: Person, @Ctx() context: RequestContext): Promise<PersonGroup[]> {
    const rows = (await context.load(groupsOfPersonLoader, id)) ?? [];
    return rows.map((row) => present(PersonGroup, { group: presentGroup(row), since: row.since, cause: row.cause }));
  }

  @FieldResolver(() => PersonMembershipConnection, { description: 'The groups that the person is in, by name, and then those that they were in, the latest first.' })
  async memberships(@Root() { id }: Person, @Args(() => PageArgs) page: PageArgs, @Ctx() context: RequestContext): Promise<Connection<PersonMembership>> {
    checkPageSize(page.first);
    const after = readPageCursor(page.after, ['integer', 'text', 'id']);
    const found = await context.read((transaction) => findMemberships(transaction, id, page.first, after));
    const mayEdit = context.caller.acts.has('DIRECTORY_EDIT');
    return toConnection(found, (row) =>
      present(PersonMembership, {
        ...row,
        id: row.membershipId,
        group: presentGroup(row),
        viewerCanRemove: mayEdit && row.kind === 'STATIC' && row.until === null && !row.groupRemoved,
      }),
    );
  }
}

/** Who put a person into a group, and who took them out. */
@Resolver(() => PersonMembership)
export class PersonMembershipResolver {
  @FieldResolver(() => Named, { nullable: true, description: 'Who put them in it; null where a rule or another system did.' })
  addedBy(@Root() { addedById, cause }: PersonMembership, @Ctx() context: RequestContext): Promise<Named | null> {
    return nameOf(context, cause === 'RULE' ? null : addedById);
  }

  @FieldResolver(() => Named, { nullable: true, description: 'Who took them out; null where a rule did.' })
  endedBy(@Root() { endedById, endedBecause }: PersonMembership, @Ctx() context: RequestContext): Promise<Named | null> {
    return nameOf(context, endedBecause === 'RULE' ? null : endedById);
  }
}

async function nameOf(context: RequestContext, personId: string | null): Promise<Named | null> {
  const person = personId ? await context.load(personLoader, personId) : undefined;
  return person ? { id: person.id, name: person.displayName } : null;
}

/** What a `GROUP_RULE` keeps of the rule. */
interface KeptRule {
  readonly groupId: string;
  readonly isNew: boolean;
  readonly rule: AudienceExpression;
}

const ruleOperationLoader = defineLoader<string, { readonly input: KeptRule }>(async (transaction, ids) => {
  const rows = await transaction.query<{ id: string; input: KeptRule }>("SELECT id, input FROM operation WHERE organization_id = $1 AND id = ANY ($2::uuid[]) AND kind = 'GROUP_RULE'", [
    transaction.organizationId,
    ids,
  ]);
  return new Map(rows.map((row) => [row.id, row]));
});

@Resolver(() => OperationType)
export class GroupRuleResolver {
  @FieldResolver(() => GroupRuleChange, { nullable: true, description: 'What it changes in the rule of a group; null for other kinds.' })
  async groupRule(@Root() { id, kind, undoOf }: OperationType, @Ctx() context: RequestContext): Promise<GroupRuleChange | null> {
    if (kind !== 'GROUP_RULE' || undoOf) return null;
    const { groupId, rule } = (await context.load(ruleOperationLoader, id))!.input;
    const { before }: RuleHistory = await context.read((transaction) => readRuleHistory(transaction, groupId, id));
    return present(GroupRuleChange, { groupId, before: before && (await sayAudience(context, before)), after: await sayAudience(context, rule) });
  }
}
