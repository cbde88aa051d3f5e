import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.ts';
import { CalendarDateScalar, InstantScalar } from '../../platform/graphql/scalars.ts';
import { CompletionClassEnum, EffectiveDue, EnrollmentStatusEnum, StatusCount } from '../enrollments/index.ts';
import type { PointsCompared } from './standing-changes.queries.ts';

export enum KnowledgeEnum {
  KNOWN_THEN = 'KNOWN_THEN',
  KNOWN_TODAY = 'KNOWN_TODAY',
}
registerEnumType(KnowledgeEnum, {
  name: 'Knowledge',
  description: 'By which knowledge a past day is told of.',
  valuesConfig: {
    KNOWN_THEN: { description: 'What had been recorded by the end of that day: what a report of that evening said.' },
    KNOWN_TODAY: { description: 'What was true at the end of that day, by all that has been recorded or taken back since.' },
  },
});

@InputType({ description: 'The end of a day, in the time zone of the organization, and by which knowledge it is told of.' })
export class AsOfInput {
  @Field(() => CalendarDateScalar, { description: 'Today or earlier.' })
  date: string;

  @Field(() => KnowledgeEnum, { defaultValue: KnowledgeEnum.KNOWN_THEN, description: 'By what was known then, or by what is known today.' })
  knowledge: KnowledgeEnum;
}

@InputType({ description: 'Where whom stood in what: a plan, content that was assigned by itself, or a person is named; what is absent besides does not narrow it.' })
export class PastSubjectInput {
  @Field(() => ID, { nullable: true, description: 'In this plan.' })
  planId?: string | null;

  @Field(() => ID, { nullable: true, description: 'In this content, assigned by itself.' })
  learningObjectId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this person.' })
  personId?: string | null;

  @Field(() => String, { nullable: true, description: 'Part of a name, e-mail address or job number; accents and case do not matter.' })
  search?: string | null;

  @Field(() => ID, { nullable: true, description: 'Who was in this department, or in one that was below it.' })
  departmentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Who was in this group.' })
  groupId?: string | null;
}

@InputType({ description: 'Which past standings to list.' })
export class PastStandingFilterInput extends PastSubjectInput {
  @Field(() => [EnrollmentStatusEnum], { nullable: true, description: 'Any of these.' })
  statuses?: EnrollmentStatusEnum[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Only who was open and past the due date.' })
  overdue?: boolean | null;
}

@ObjectType({ description: 'Where a person stood in something at the end of a day.' })
export class PastStanding {
  @Field(() => ID, { description: 'The enrollment, as it can be asked for today.' })
  enrollmentId: string;

  @Field(() => Int, { description: 'Which time the person had it: the one that was current.' })
  cycle: number;

  @Field(() => EnrollmentStatusEnum, { description: 'How far.' })
  status: EnrollmentStatusEnum;

  @Field(() => Float, { nullable: true, description: '0 to 1; null where what is known today says otherwise than what was known then, so that nobody counted it.' })
  progress: number | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'The day on which it was begun.' })
  startedOn: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'The day on which it became complete.' })
  completedOn: string | null;

  @Field({ description: 'Completed after the due date.' })
  completedLate: boolean;

  @Field(() => CompletionClassEnum, { nullable: true, description: 'Assigned study or self-learning.' })
  completionClass: CompletionClassEnum | null;

  @Field(() => EffectiveDue, { nullable: true, description: 'By when it was due.' })
  due: EffectiveDue | null;

  @Field({ description: 'Open, and its due date had passed.' })
  overdue: boolean;

  @Field(() => Int, { nullable: true, description: 'Of a plan: the number of the version that they were on.' })
  planVersionNumber: number | null;

  personId: string;
  departmentId: string | null;
  planId: string | null;
  learningObjectId: string | null;
}

export const PastStandingConnection = connectionOf('PastStanding', () => PastStanding);

@ObjectType({ description: 'How people stood at the end of a day.' })
export class PastTotals {
  @Field(() => Int, { description: 'How many had it; not those who had lost it.' })
  total: number;

  @Field(() => Int, { description: 'How many of them were open and past their due date.' })
  overdue: number;

  @Field(() => [StatusCount], { description: 'How many stood where; what nobody stood at is absent.' })
  counts: StatusCount[];
}

export enum StandingChangeKindEnum {
  COMPLETED = 'COMPLETED',
  EXEMPTED = 'EXEMPTED',
  CLOSED = 'CLOSED',
  REOPENED = 'REOPENED',
  RENEWED = 'RENEWED',
  JOINED = 'JOINED',
  STARTED = 'STARTED',
  LEFT = 'LEFT',
  CHANGED = 'CHANGED',
}
registerEnumType(StandingChangeKindEnum, {
  name: 'StandingChangeKind',
  description: 'What became of a person between two points: the one thing that says most.',
  valuesConfig: {
    COMPLETED: { description: 'Is complete and was not, whether they had it before or not.' },
    EXEMPTED: { description: 'Is exempt and was not.' },
    CLOSED: { description: 'The plan ended before it was done.' },
    REOPENED: { description: 'Is less far than before: a completion was taken back, or a waiver.' },
    RENEWED: { description: 'Has it once more, in a later cycle.' },
    JOINED: { description: 'Has it and had it not.' },
    STARTED: { description: 'Has begun.' },
    LEFT: { description: 'Has it no longer.' },
    CHANGED: { description: 'The same status with another day of completion, due date or version.' },
  },
});

enum ChangeCauseKind {
  RECORDED = 'RECORDED',
  TAKEN_BACK = 'TAKEN_BACK',
  GIVEN = 'GIVEN',
  ENDED = 'ENDED',
  OVERRIDDEN = 'OVERRIDDEN',
  OVERRIDE_ENDED = 'OVERRIDE_ENDED',
  DUE_MOVED = 'DUE_MOVED',
  VERSION_MOVED = 'VERSION_MOVED',
}
registerEnumType(ChangeCauseKind, {
  name: 'StandingChangeCauseKind',
  description: 'What was done.',
  valuesConfig: {
    RECORDED: { description: 'A completion of it was recorded.' },
    TAKEN_BACK: { description: 'A completion of it was taken back.' },
    GIVEN: { description: 'The person got it: an assignment, or by their own doing.' },
    ENDED: { description: 'What gave it to them ended.' },
    OVERRIDDEN: { description: 'Something of it was changed for this person: waived, other units, another date.' },
    OVERRIDE_ENDED: { description: 'Such a change was taken back.' },
    DUE_MOVED: { description: 'The due date moved.' },
    VERSION_MOVED: { description: 'The person was moved to a version of the plan.' },
  },
});

@ObjectType({ description: 'Something that was recorded, and is seen from one of the two points and not from the other.' })
export class StandingChangeCause {
  @Field(() => ChangeCauseKind, { description: 'What was done.' })
  kind: ChangeCauseKind;

  @Field(() => InstantScalar, { description: 'When it was recorded.' })
  at: Date;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'The day that it is about: that of the completion, or the new due date.' })
  on: string | null;

  @Field(() => String, { nullable: true, description: 'Why, as somebody wrote it.' })
  reason: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What sort of it: RECORDED, TAKEN_BACK the origin of the completion (`MANUAL`), GIVEN the kind of source (`DEPARTMENT`), ENDED why (`UNASSIGNED`), OVERRIDDEN, OVERRIDE_ENDED the act (`WAIVE`), DUE_MOVED the cause.',
  })
  sort: string | null;

  @Field(() => String, { nullable: true, description: 'What the assignment is known by: the group, the department, or its name.' })
  name: string | null;

  @Field(() => Int, { nullable: true, description: 'The number of the assignment.' })
  assignmentNumber: number | null;

  @Field(() => Int, { nullable: true, description: 'VERSION_MOVED: the number of the version.' })
  versionNumber: number | null;

  byId: string | null;
}

@InputType({ description: 'Which differences.' })
export class StandingChangesFilterInput extends PastSubjectInput {
  @Field(() => [StandingChangeKindEnum], { nullable: true, description: 'Any of these.' })
  kinds?: StandingChangeKindEnum[] | null;
}

@ObjectType({ description: 'A person who stands otherwise at one point than at another.' })
export class StandingChange {
  @Field(() => ID, { description: 'Tells it from the others of the list.' })
  id: string;

  @Field(() => StandingChangeKindEnum, { description: 'What became of them.' })
  kind: StandingChangeKindEnum;

  @Field(() => PastStanding, { nullable: true, description: 'At the first point; null: they had never had it.' })
  before: PastStanding | null;

  @Field(() => PastStanding, { nullable: true, description: 'At the second.' })
  after: PastStanding | null;

  personId: string;
  subjectId: string;
  points: PointsCompared;
}

export const StandingChangeConnection = connectionOf('StandingChange', () => StandingChange);

@ObjectType({ description: 'How many people changed in one way.' })
export class StandingChangeCount {
  @Field(() => StandingChangeKindEnum, { description: 'How.' })
  kind: StandingChangeKindEnum;

  @Field(() => Int, { description: 'How many; exact.' })
  people: number;
}
