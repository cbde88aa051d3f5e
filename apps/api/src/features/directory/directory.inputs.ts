import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { CalendarDateScalar } from '../../platform/graphql/scalars.ts';
import { PersonStatus } from '../people/index.ts';

export enum NamedKind {
  POSITION = 'POSITION',
  JOB_ROLE = 'JOB_ROLE',
  PARTNER_ACCOUNT = 'PARTNER_ACCOUNT',
}
registerEnumType(NamedKind, {
  name: 'NamedKind',
  description: 'What people have of which there is a list of names.',
  valuesConfig: {
    POSITION: { description: 'Positions.' },
    JOB_ROLE: { description: 'Job roles; no permission roles.' },
    PARTNER_ACCOUNT: { description: 'Outside companies whose people learn here.' },
  },
});

export enum DirectoryPlace {
  DEPARTMENT = 'DEPARTMENT',
  POSITION = 'POSITION',
  JOB_ROLE = 'JOB_ROLE',
  PARTNER_ACCOUNT = 'PARTNER_ACCOUNT',
}
registerEnumType(DirectoryPlace, {
  name: 'DirectoryPlace',
  description: 'What people belong to.',
  valuesConfig: {
    DEPARTMENT: { description: 'A department.' },
    POSITION: { description: 'A position.' },
    JOB_ROLE: { description: 'A job role.' },
    PARTNER_ACCOUNT: { description: 'A partner account.' },
  },
});

@InputType()
abstract class ActInput {
  @Field(() => String, { nullable: true, description: "The caller's own id of this act: repeated, it has one effect." })
  clientMutationId?: string | null;
}

@InputType({ description: 'A new department.' })
export class CreateDepartmentInput extends ActInput {
  @Field({ description: 'Its name; no other at the same place has it, and it holds no slash.' })
  name: string;

  @Field(() => ID, { nullable: true, description: 'The department above; null for the top.' })
  parentId?: string | null;
}

@InputType({ description: 'Which department, in which version.' })
export class RemoveDepartmentInput extends ActInput {
  @Field(() => ID, { description: 'Which.' })
  departmentId: string;

  @Field(() => Int, { description: 'The version that was read.' })
  rowVersion: number;
}

@InputType({ description: 'Another name for a department.' })
export class RenameDepartmentInput extends RemoveDepartmentInput {
  @Field({ description: 'Its new name.' })
  name: string;
}

@InputType({ description: 'Another place for a department, with all below it.' })
export class MoveDepartmentInput extends RemoveDepartmentInput {
  @Field(() => ID, { nullable: true, description: 'The department to be above it; null for the top.' })
  parentId?: string | null;
}

@InputType({ description: 'What is merged into what. Whatever names the one means the other afterwards.' })
export class PreviewMergeInput extends ActInput {
  @Field(() => DirectoryPlace, { description: 'Of which kind both are.' })
  place: DirectoryPlace;

  @Field(() => ID, { description: 'What is merged away.' })
  fromId: string;

  @Field(() => ID, { description: 'What stays.' })
  intoId: string;
}

@InputType({ description: 'A new position, job role or partner account.' })
export class CreateNamedPlaceInput extends ActInput {
  @Field(() => NamedKind, { description: 'Of which kind.' })
  kind: NamedKind;

  @Field({ description: 'Its name; no other of its kind has it.' })
  name: string;
}

@InputType({ description: 'Which position, job role or partner account, in which version.' })
export class RemoveNamedPlaceInput extends ActInput {
  @Field(() => NamedKind, { description: 'Of which kind.' })
  kind: NamedKind;

  @Field(() => ID, { description: 'Which.' })
  id: string;

  @Field(() => Int, { description: 'The version that was read.' })
  rowVersion: number;
}

@InputType({ description: 'Another name for a position, job role or partner account.' })
export class RenameNamedPlaceInput extends RemoveNamedPlaceInput {
  @Field({ description: 'Its new name.' })
  name: string;
}

@InputType()
abstract class PersonFieldsInput extends ActInput {
  @Field(() => String, { nullable: true, description: 'The name as the person writes it.' })
  displayName?: string | null;

  @Field(() => String, { nullable: true, description: 'Job number; unique, whatever its case. There is this or an e-mail address.' })
  employeeNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address; unique, whatever its case.' })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'What another system knows them by; unique, as it is written there.' })
  externalId?: string | null;

  @Field(() => String, { nullable: true, description: 'Language, BCP 47; cleared: that of the organization.' })
  locale?: string | null;

  @Field(() => String, { nullable: true, description: 'IANA time zone; cleared: that of the organization.' })
  timeZone?: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'First day of work.' })
  hireDate?: string | null;

  @Field(() => ID, { nullable: true, description: 'Whom the person reports to.' })
  managerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Where the person belongs from now on; what it was stays in the history.' })
  departmentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The position from now on.' })
  positionId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The job role from now on.' })
  jobRoleId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The partner account that the person learns here for.' })
  partnerAccountId?: string | null;
}

@InputType({ description: 'A new person: a name, and a job number or an e-mail address at least.' })
export class CreatePersonInput extends PersonFieldsInput {}

@InputType({ description: 'What changes of a person: what is absent stays as it is, null clears it.' })
export class UpdatePersonInput extends PersonFieldsInput {
  @Field(() => ID, { description: 'Whom.' })
  personId: string;

  @Field(() => Int, { description: 'The version that was read.' })
  rowVersion: number;
}

@InputType({ description: 'Whether a person takes part from now on.' })
export class SetPersonStatusInput extends ActInput {
  @Field(() => ID, { description: 'Whom.' })
  personId: string;

  @Field(() => Int, { description: 'The version that was read.' })
  rowVersion: number;

  @Field(() => PersonStatus, { description: 'From now on.' })
  status: PersonStatus;

  @Field(() => String, { nullable: true, description: 'Why; it stands in the history and in the audit.' })
  reason?: string | null;
}

@InputType({ description: 'How things are shown to the caller; what is absent stays as it is.' })
export class UpdateMyProfileInput extends ActInput {
  @Field(() => String, { nullable: true, description: 'Language, BCP 47.' })
  locale?: string | null;

  @Field(() => String, { nullable: true, description: 'IANA time zone, in which the days of the caller begin and end.' })
  timeZone?: string | null;
}
