import { createUnionType, Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { InputRefused, NotAllowed, NotFound, StaleEdit } from '../../platform/graphql/problems.ts';
import { CalendarDateScalar, InstantScalar } from '../../platform/graphql/scalars.ts';

const described = (values: Record<string, string>) =>
  Object.fromEntries(Object.entries(values).map(([value, description]) => [value, { description }]));

export enum AdminRoleEnum {
  MASTER_ADMIN = 'MASTER_ADMIN',
  SUB_ADMIN = 'SUB_ADMIN',
  PLAN_ADMIN = 'PLAN_ADMIN',
  PARTNER_ADMIN = 'PARTNER_ADMIN',
  AUDITOR = 'AUDITOR',
}
registerEnumType(AdminRoleEnum, {
  name: 'AdminRole',
  description: 'What an admin is.',
  valuesConfig: described({
    MASTER_ADMIN: 'May do everything.',
    SUB_ADMIN: 'May do everything with plans, and with the people of the scope.',
    PLAN_ADMIN: 'Creates plans, and does everything with their own.',
    PARTNER_ADMIN: 'Looks after the people of a partner account.',
    AUDITOR: 'Reads everything, changes nothing.',
  }),
});

export enum ScopeKindEnum {
  ORGANIZATION = 'ORGANIZATION',
  DEPARTMENT = 'DEPARTMENT',
  GROUP = 'GROUP',
  PARTNER_ACCOUNT = 'PARTNER_ACCOUNT',
}
registerEnumType(ScopeKindEnum, {
  name: 'ScopeKind',
  description: 'Whom rights reach.',
  valuesConfig: described({
    ORGANIZATION: 'Everybody.',
    DEPARTMENT: 'A department and all below it.',
    GROUP: 'A group.',
    PARTNER_ACCOUNT: 'The people of a partner account.',
  }),
});

export enum RightEnum {
  COMPLETIONS = 'COMPLETIONS',
  CONTENT = 'CONTENT',
  PEOPLE = 'PEOPLE',
  SETTINGS = 'SETTINGS',
  ASSIGN = 'ASSIGN',
}
registerEnumType(RightEnum, {
  name: 'Right',
  description: 'What a grant allows beyond its role.',
  valuesConfig: described({
    COMPLETIONS: 'Add, import and revoke completions.',
    CONTENT: 'Change the content library.',
    PEOPLE: 'Change people, departments and groups.',
    SETTINGS: 'Change settings, keys and webhooks.',
    ASSIGN: 'Assign to the people in reach.',
  }),
});

@ObjectType({ description: 'What an admin may do, and for whom.' })
export class AdminGrant {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => AdminRoleEnum, { description: 'What the person is.' })
  role: AdminRoleEnum;

  @Field(() => [RightEnum], { description: 'What is allowed beyond the role.' })
  rights: RightEnum[];

  @Field(() => ScopeKindEnum, { description: 'Whom it reaches.' })
  scopeKind: ScopeKindEnum;

  @Field(() => ID, { nullable: true, description: 'Which department, group or partner account.' })
  scopeId: string | null;

  @Field(() => String, { nullable: true, description: 'The name of that department, group or partner account.' })
  scopeName: string | null;

  @Field(() => InstantScalar, { description: 'Since when.' })
  validFrom: Date;

  personId: string;
}

@ObjectType({ description: 'A partner system that works with the API by a key.' })
export class ApiClient {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'Its name.' })
  name: string;

  @Field({ description: 'The last four characters of its key, to tell keys apart.' })
  hint: string;

  @Field(() => [String], { description: 'What it may do, e.g. `read:progress`.' })
  scopes: string[];

  @Field(() => ScopeKindEnum, { description: 'Whom it reaches.' })
  scopeKind: ScopeKindEnum;

  @Field(() => String, { nullable: true, description: 'The name of the department, group or partner account.' })
  scopeName: string | null;

  @Field(() => InstantScalar, { nullable: true, description: 'Until when its key is good.' })
  expiresAt: Date | null;

  @Field(() => InstantScalar, { nullable: true, description: 'When it was revoked.' })
  revokedAt: Date | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'The last day on which it was used.' })
  lastUsedOn: string | null;

  @Field(() => InstantScalar, { description: 'When it was made.' })
  createdAt: Date;
}

@ObjectType({ description: 'A new API client, and its key: shown this once, and kept nowhere.' })
export class NewApiClient {
  @Field(() => ApiClient, { description: 'The client.' })
  client: ApiClient;

  @Field({ description: 'Send it as `Authorization: Bearer …`.' })
  key: string;
}

@ObjectType({ description: 'A link for somebody to sign in for the first time, or to set a new password. Hand it to them; it works once.' })
export class SignInLink {
  @Field({ description: '`INVITATION` or `RESET`.' })
  kind: string;

  @Field({ description: 'The path to open, for learners.' })
  learnerPath: string;

  @Field({ description: 'The path to open, for admins.' })
  adminPath: string;

  @Field(() => InstantScalar, { description: 'Until when it works.' })
  expiresAt: Date;
}

@InputType()
abstract class AccessInput {
  @Field(() => String, { nullable: true, description: 'Your own id of this act; repeated, it has one effect and one answer.' })
  clientMutationId?: string | null;
}

@InputType({ description: 'For whom to make a link.' })
export class CreateSignInLinkInput extends AccessInput {
  @Field(() => ID, { description: 'The person.' })
  personId: string;
}

@InputType({ description: 'What somebody may do from now on.' })
export class GrantAdminInput extends AccessInput {
  @Field(() => ID, { description: 'The person.' })
  personId: string;

  @Field(() => AdminRoleEnum, { description: 'What the person is.' })
  role: AdminRoleEnum;

  @Field(() => [RightEnum], { nullable: true, description: 'What is allowed beyond the role.' })
  rights?: RightEnum[] | null;

  @Field(() => ScopeKindEnum, { description: 'Whom it reaches.' })
  scopeKind: ScopeKindEnum;

  @Field(() => ID, { nullable: true, description: 'Which department, group or partner account.' })
  scopeId?: string | null;
}

@InputType({ description: 'Which grant ends.' })
export class EndGrantInput extends AccessInput {
  @Field(() => ID, { description: 'The grant.' })
  grantId: string;
}

@InputType({ description: 'A new API client.' })
export class CreateApiClientInput extends AccessInput {
  @Field({ description: 'Its name.' })
  name: string;

  @Field(() => [String], { description: 'What it may do: `read:` or `write:` with plans, assignments, progress, completions, content, people, settings or audit.' })
  scopes: string[];

  @Field(() => ScopeKindEnum, { description: 'Whom it reaches.' })
  scopeKind: ScopeKindEnum;

  @Field(() => ID, { nullable: true, description: 'Which department, group or partner account.' })
  scopeId?: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'The last day on which its key is good.' })
  expiresOn?: string | null;
}

@InputType({ description: 'Which API client is revoked.' })
export class RevokeApiClientInput extends AccessInput {
  @Field(() => ID, { description: 'The client.' })
  clientId: string;
}

export const SignInLinkResult = createUnionType({
  name: 'SignInLinkResult',
  description: 'The link, or why there is none.',
  types: () => [SignInLink, InputRefused, NotFound, NotAllowed] as const,
});
export const AdminGrantResult = createUnionType({
  name: 'AdminGrantResult',
  description: 'The grant, or why nothing was changed.',
  types: () => [AdminGrant, InputRefused, NotFound, NotAllowed, StaleEdit] as const,
});
export const NewApiClientResult = createUnionType({
  name: 'NewApiClientResult',
  description: 'The client with its key, or why there is none.',
  types: () => [NewApiClient, InputRefused, NotFound, NotAllowed] as const,
});
export const ApiClientResult = createUnionType({
  name: 'ApiClientResult',
  description: 'The client, or why nothing was changed.',
  types: () => [ApiClient, InputRefused, NotFound, NotAllowed] as const,
});
