import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.ts';
import { InputRefused, NotAllowed, NotFound, StaleEdit } from '../../platform/graphql/problems.ts';
import { InstantScalar, JsonScalar } from '../../platform/graphql/scalars.ts';
import { OperationType } from '../operations/index.ts';
import { ListIdentifierEnum } from '../people-import/index.ts';

export enum GroupKindEnum {
  STATIC = 'STATIC',
  DYNAMIC = 'DYNAMIC',
}
registerEnumType(GroupKindEnum, {
  name: 'GroupKind',
  description: 'What decides who is in a group.',
  valuesConfig: {
    STATIC: { description: 'Its people are added and removed by hand, or by an import.' },
    DYNAMIC: { description: 'A rule decides, at once, for whoever is there and whoever comes.' },
  },
});

@ObjectType({ description: 'What the caller may do with a group.' })
export class GroupAbilities {
  @Field({ description: 'Rename it, remove it, and change its people or its rule.' })
  edit: boolean;
}

@ObjectType('Group', { description: 'A named set of people: those who were put into it, or those who match its rule.' })
export class GroupType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'Its name; unique in the organization.' })
  name: string;

  @Field(() => GroupKindEnum, { description: 'What decides who is in it.' })
  kind: GroupKindEnum;

  @Field(() => InstantScalar, { nullable: true, description: 'When its rule was last looked at; null for a static group.' })
  evaluatedAt: Date | null;

  @Field(() => InstantScalar, { description: 'When it was made.' })
  createdAt: Date;

  @Field(() => Int, { description: 'Its version, for edits.' })
  rowVersion: number;

  rule: unknown;
}

@ObjectType({ description: 'Somebody in a group: since when, and why.' })
export class GroupMember {
  @Field(() => InstantScalar, { description: 'Since when without a break.' })
  since: Date;

  @Field({ description: '`BY_HAND`, `RULE`, `IMPORT` or `PROVISIONING`.' })
  cause: string;

  personId: string;
  addedBy: string | null;
  operationId: string | null;
}

@ObjectType({ description: 'A group that a person is in: since when, and why.' })
export class PersonGroup {
  @Field(() => GroupType, { description: 'The group.' })
  group: GroupType;

  @Field(() => InstantScalar, { description: 'Since when without a break.' })
  since: Date;

  @Field({ description: '`BY_HAND`, `RULE`, `IMPORT` or `PROVISIONING`.' })
  cause: string;
}

@ObjectType({ description: 'A group that a person is or was in.' })
export class PersonMembership {
  @Field(() => ID, { description: 'Tells it from the others of the person.' })
  id: string;

  @Field(() => GroupType, { description: 'The group; also one that was removed since.' })
  group: GroupType;

  @Field({ description: 'Whether the group was removed since.' })
  groupRemoved: boolean;

  @Field(() => InstantScalar, { description: 'Since when.' })
  since: Date;

  @Field(() => InstantScalar, { nullable: true, description: 'Until when; null: the person is in it.' })
  until: Date | null;

  @Field({ description: 'Why they came: `BY_HAND`, `RULE`, `IMPORT` or `PROVISIONING`.' })
  cause: string;

  @Field(() => String, { nullable: true, description: 'Why they left: `BY_HAND`, `RULE` or `UNDONE`.' })
  endedBecause: string | null;

  @Field({ description: 'Whether the caller may take the person out of it: a static group, by hand.' })
  viewerCanRemove: boolean;

  addedById: string | null;
  endedById: string | null;
}

export const PersonMembershipConnection = connectionOf('PersonMembership', () => PersonMembership);

@ObjectType({ description: 'What a bulk act changes in the rule of a group.' })
export class GroupRuleChange {
  @Field(() => ID, { description: 'The group; not there before the commit of its first rule.' })
  groupId: string;

  @Field(() => String, { nullable: true, description: 'The rule before, as a sentence; null where the group comes to be with this.' })
  before: string | null;

  @Field({ description: 'The rule afterwards, as a sentence.' })
  after: string;
}

export const GroupConnection = connectionOf('Group', () => GroupType);
export const GroupMemberConnection = connectionOf('GroupMember', () => GroupMember);

@InputType({ description: 'A static group that is to be.' })
export class CreateGroupInput {
  @Field(() => String, { nullable: true, description: 'Your own id of this act; repeated, it has one effect and one answer.' })
  clientMutationId?: string | null;

  @Field({ description: 'Its name.' })
  name: string;
}

@InputType({ description: 'Another name for a group.' })
export class RenameGroupInput {
  @Field(() => String, { nullable: true, description: 'Your own id of this act; repeated, it has one effect and one answer.' })
  clientMutationId?: string | null;

  @Field(() => ID, { description: 'Which.' })
  groupId: string;

  @Field(() => Int, { description: 'The version that was looked at.' })
  rowVersion: number;

  @Field({ description: 'The name.' })
  name: string;
}

@InputType({ description: 'Which group is to go.' })
export class RemoveGroupInput {
  @Field(() => String, { nullable: true, description: 'Your own id of this act; repeated, it has one effect and one answer.' })
  clientMutationId?: string | null;

  @Field(() => ID, { description: 'Which.' })
  groupId: string;

  @Field(() => Int, { description: 'The version that was looked at.' })
  rowVersion: number;
}

@InputType({ description: 'Who comes into a static group, or leaves it.' })
export class GroupMembersInput {
  @Field(() => String, { nullable: true, description: 'Your own id of this act; repeated, it has one effect and one answer.' })
  clientMutationId?: string | null;

  @Field(() => ID, { description: 'Which group.' })
  groupId: string;

  @Field(() => [ID], { description: 'Whom; 100 at most.' })
  personIds: string[];
}

@InputType({ description: 'Who is taken out of a static group.' })
export class PreviewLeaveGroupInput {
  @Field(() => String, { nullable: true, description: 'Your own id of this act; repeated, it has one effect and one answer.' })
  clientMutationId?: string | null;

  @Field(() => ID, { description: 'Which group.' })
  groupId: string;

  @Field(() => [ID], { nullable: true, description: 'Whom; 1,000 at most. Absent: everybody in it whom the caller may see.' })
  personIds?: string[] | null;
}

@InputType({ description: 'The rule of a group that is there, or with a name of one that is to be.' })
export class PreviewGroupRuleInput {
  @Field(() => String, { nullable: true, description: 'Your own id of this act; repeated, it has one effect and one answer.' })
  clientMutationId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The group; absent for a new one.' })
  groupId?: string | null;

  @Field(() => Int, { nullable: true, description: 'The version of the group that was looked at; with `groupId`.' })
  rowVersion?: number | null;

  @Field(() => String, { nullable: true, description: 'The name of a new group.' })
  name?: string | null;

  @Field(() => JsonScalar, { description: 'Who belongs to it: an audience expression.' })
  rule: unknown;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'That everybody is meant, where the rule leaves out nobody whom the caller may see (`AudiencePreview.choosesEverybody`); without it that is refused with `EVERYBODY_NOT_CONFIRMED`.',
  })
  confirmEverybody?: boolean | null;
}

@InputType({ description: 'Which list of people is to come into which static group.' })
export class PreviewGroupImportInput {
  @Field(() => String, { nullable: true, description: 'Your own id of this act; repeated, it has one effect and one answer.' })
  clientMutationId?: string | null;

  @Field(() => ID, { description: 'The group.' })
  groupId: string;

  @Field(() => ID, { description: 'A CSV or XLSX file with a column of job numbers, e-mail addresses or external ids that was uploaded for the purpose IMPORT.' })
  fileId: string;

  @Field(() => ListIdentifierEnum, { nullable: true, description: 'By what it names people; absent: by job number.' })
  by?: ListIdentifierEnum | null;
}

@ObjectType({ description: 'The group is gone; who was in it and when stays known.' })
export class GroupRemoved {
  @Field(() => ID, { description: 'Which.' })
  groupId: string;
}

export const GroupResult = createUnionType({
  name: 'GroupResult',
  description: 'The group as it is now, or why nothing was changed.',
  types: () => [GroupType, InputRefused, NotFound, NotAllowed, StaleEdit] as const,
});

export const RemoveGroupResult = createUnionType({
  name: 'RemoveGroupResult',
  description: 'That the group is gone, or why it stays.',
  types: () => [GroupRemoved, InputRefused, NotFound, NotAllowed, StaleEdit] as const,
});

export const PreviewGroupRuleResult = createUnionType({
  name: 'PreviewGroupRuleResult',
  description: 'The operation with its preview of who joins and who leaves, or why there is none.',
  types: () => [OperationType, InputRefused, NotFound, NotAllowed, StaleEdit] as const,
});
