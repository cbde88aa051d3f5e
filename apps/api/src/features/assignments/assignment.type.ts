import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.ts';
import { InputRefused, NotAllowed, NotFound } from '../../platform/graphql/problems.ts';
import { InstantScalar, JsonScalar } from '../../platform/graphql/scalars.ts';
import { EnrollmentStatusEnum } from '../enrollments/index.ts';
import { DueRuleInput, DueRuleType } from '../learning-plans/index.ts';

export enum AssignmentModeEnum {
  ONE_TIME = 'ONE_TIME',
  DYNAMIC = 'DYNAMIC',
}
registerEnumType(AssignmentModeEnum, {
  name: 'AssignmentMode',
  description: 'For whom an assignment is in the course of time.',
  valuesConfig: {
    ONE_TIME: { description: 'For those who are in the audience when it is applied.' },
    DYNAMIC: { description: 'Also for those who join the audience later; whoever leaves it is seen to by `onLeave`.' },
  },
});

export enum OnLeaveEnum {
  KEEP = 'KEEP',
  KEEP_IF_STARTED = 'KEEP_IF_STARTED',
  REMOVE = 'REMOVE',
}
registerEnumType(OnLeaveEnum, {
  name: 'OnLeave',
  description: 'What becomes of whoever leaves the audience of a dynamic assignment. What is completed stays in any case.',
  valuesConfig: {
    KEEP: { description: 'They keep it.' },
    KEEP_IF_STARTED: { description: 'They keep it if they have begun.' },
    REMOVE: { description: 'They no longer have it; what was done is kept.' },
  },
});

export enum AssignmentTargetKindEnum {
  PLAN = 'PLAN',
  MODULE = 'MODULE',
  COURSE = 'COURSE',
  ACTIVITY = 'ACTIVITY',
  EXAM = 'EXAM',
}
registerEnumType(AssignmentTargetKindEnum, {
  name: 'AssignmentTargetKind',
  description: 'What something that is assigned is.',
  valuesConfig: {
    PLAN: { description: 'A learning plan, whatever its preset.' },
    MODULE: { description: 'A module by itself.' },
    COURSE: { description: 'A course by itself.' },
    ACTIVITY: { description: 'An activity by itself.' },
    EXAM: { description: 'An independent exam.' },
  },
});

@ObjectType('AssignmentTarget', { description: 'Something that an assignment gives.' })
export class AssignmentTargetType {
  @Field(() => ID, { description: 'The plan, or the content.' })
  id: string;

  @Field(() => AssignmentTargetKindEnum, { description: 'What it is.' })
  kind: AssignmentTargetKindEnum;

  @Field({ description: 'Its name.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'The code of a plan.' })
  code: string | null;
}

@ObjectType({ description: 'How many members of an assignment have a state.' })
export class MemberCount {
  @Field(() => ID, { description: 'Of what the assignment gives.' })
  targetId: string;

  @Field({ description: '`APPLIED`, `MERGED`, `CONFLICT`, `SKIPPED_ALREADY_COMPLETED` …' })
  state: string;

  @Field(() => Int, { description: 'How many people; exact.' })
  people: number;
}

@ObjectType({ description: 'How many people who have something by an assignment have a status in it.' })
export class AssignmentProgress {
  @Field(() => ID, { description: 'What they have.' })
  targetId: string;

  @Field(() => EnrollmentStatusEnum, { description: 'How far they are.' })
  status: EnrollmentStatusEnum;

  @Field(() => Int, { description: 'How many people; exact.' })
  people: number;

  @Field(() => Int, { description: 'How many of them are overdue.' })
  overdue: number;
}

@ObjectType('Assignment', { description: 'The act of giving plans and content to an audience.' })
export class AssignmentType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => Int, { description: 'Its number, to speak of it.' })
  number: number;

  @Field({ description: 'Its name.' })
  name: string;

  @Field({ description: '`SCHEDULED`, `APPLYING`, `ACTIVE`, `DONE`, `INACTIVE`, `ENDED` or `CANCELLED`.' })
  state: string;

  @Field(() => AssignmentModeEnum, { description: 'For whom in the course of time.' })
  mode: AssignmentModeEnum;

  @Field(() => OnLeaveEnum, { description: 'What becomes of those who leave the audience, if it is dynamic.' })
  onLeave: OnLeaveEnum;

  @Field(() => JsonScalar, { description: 'For whom: an audience expression. Of one by a list it names nobody: see `listName`.' })
  audience: unknown;

  @Field(() => String, { nullable: true, description: 'The file whose people it is for; null: it is for an audience.' })
  listName: string | null;

  @Field(() => DueRuleType, { nullable: true, description: 'By when; null: as each plan says.' })
  dueRule: DueRuleType | null;

  @Field(() => InstantScalar, { nullable: true, description: 'When it begins, or began; null: at once when it was made.' })
  startsAt: Date | null;

  @Field({ description: 'Whether those who had completed it do it again by it, in a new cycle.' })
  again: boolean;

  @Field(() => InstantScalar, { description: 'When it was made.' })
  createdAt: Date;

  operationId: string | null;
  createdBy: string | null;
}

@ObjectType({ description: 'What the caller may do with an assignment as it is now.' })
export class AssignmentAbilities {
  @Field({ description: 'Stop it for the time being.' })
  inactivate: boolean;

  @Field({ description: 'Preview putting it into force again.' })
  activate: boolean;

  @Field({ description: 'Preview ending it.' })
  end: boolean;

  @Field({ description: 'Give it up, or give it another time, before its time has come.' })
  cancel: boolean;
}

@InputType({ description: 'Which assignments to list; what is absent does not narrow it.' })
export class AssignmentFilterInput {
  @Field(() => String, { nullable: true, description: 'Its number, with or without `#`; part of its name, or of the name of something that it gives.' })
  search?: string | null;

  @Field(() => [String], { nullable: true, description: 'Any of these states.' })
  states?: string[] | null;
}

@InputType({ description: 'Which assignment.' })
export class AssignmentActInput {
  @Field(() => String, { nullable: true, description: 'Your own id of this act; repeated, it has one effect and one answer.' })
  clientMutationId?: string | null;

  @Field(() => ID, { description: 'The assignment.' })
  assignmentId: string;
}

@InputType({ description: 'Which assignment gets another time.' })
export class RescheduleAssignmentInput extends AssignmentActInput {
  @Field(() => InstantScalar, { description: 'When it is to begin; in the future.' })
  startsAt: string;
}

@InputType({ description: 'Which assignment is to end, and what becomes of its people.' })
export class EndAssignmentInput extends AssignmentActInput {
  @Field(() => OnLeaveEnum, { description: 'What becomes of those who have it.' })
  people: OnLeaveEnum;
}

export const AssignmentResult = createUnionType({
  name: 'AssignmentResult',
  description: 'The assignment as it is now, or why it was not changed.',
  types: () => [AssignmentType, NotFound, NotAllowed, InputRefused] as const,
});

export const AssignmentConnection = connectionOf('Assignment', () => AssignmentType);

@InputType({ description: 'One thing to assign: `planId` or `learningObjectId`.' })
export class AssignmentTargetInput {
  @Field(() => ID, { nullable: true, description: 'A published, active plan.' })
  planId?: string | null;

  @Field(() => ID, { nullable: true, description: 'A module, course or activity that is in use.' })
  learningObjectId?: string | null;
}

@InputType({ description: 'What to give to whom, by when.' })
export class PreviewAssignmentInput {
  @Field(() => String, { nullable: true, description: 'Your own id of this act; repeated, it has one effect and one answer.' })
  clientMutationId?: string | null;

  @Field(() => String, { nullable: true, description: 'A name to find it by; else the names of what it gives.' })
  name?: string | null;

  @Field(() => ID, { nullable: true, description: 'A published, active plan, where nothing else is given; instead of `targets`.' })
  planId?: string | null;

  @Field(() => [AssignmentTargetInput], { nullable: true, description: 'Plans and content, each given to everybody in the audience; at most 100.' })
  targets?: AssignmentTargetInput[] | null;

  @Field(() => JsonScalar, { description: 'For whom: an audience expression, e.g. `{ "kind": "DEPARTMENTS", "departmentIds": ["…"], "includeSubDepartments": true }`.' })
  audience: unknown;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'That everybody is meant, where the audience leaves out nobody whom the caller may see (`AudiencePreview.choosesEverybody`); without it that is refused with `EVERYBODY_NOT_CONFIRMED`.',
  })
  confirmEverybody?: boolean | null;

  @Field(() => DueRuleInput, { nullable: true, description: 'By when; absent: as the plan says.' })
  dueRule?: DueRuleInput | null;

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'When it begins; everybody is classified anew then. Absent: at once with the commit.',
  })
  startsAt?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether those who have completed it are to do it again, in a new cycle; what they did is kept. Absent: they have nothing to do.',
  })
  again?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether to tell the people.' })
  notify?: boolean | null;

  @Field(() => AssignmentModeEnum, { nullable: true, description: 'For those who are in the audience now, or also for those who join it; absent: now.' })
  mode?: AssignmentModeEnum | null;

  @Field(() => OnLeaveEnum, { nullable: true, description: 'What becomes of those who leave the audience of a dynamic one; absent: whoever has begun keeps it.' })
  onLeave?: OnLeaveEnum | null;
}
