import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.ts';
import { CalendarDateScalar, CursorScalar, InstantScalar } from '../../platform/graphql/scalars.ts';

export enum TrainingTypeEnum {
  MODULE = 'MODULE',
  COURSE = 'COURSE',
  ACTIVITY = 'ACTIVITY',
  CERTIFICATION = 'CERTIFICATION',
  PLAN = 'PLAN',
}
registerEnumType(TrainingTypeEnum, {
  name: 'TrainingType',
  description: 'What training progress is about.',
  valuesConfig: {
    MODULE: { description: 'One unit of content.' },
    COURSE: { description: 'Modules, or an event.' },
    ACTIVITY: { description: 'Informal learning.' },
    CERTIFICATION: { description: 'Plans of the preset certification plan.' },
    PLAN: { description: 'All other plans.' },
  },
});

export enum TrainingStateEnum {
  COMPLETED = 'COMPLETED',
  IN_PROGRESS = 'IN_PROGRESS',
}
registerEnumType(TrainingStateEnum, {
  name: 'TrainingState',
  description: 'How far somebody is who has begun; who has not has no record.',
  valuesConfig: { COMPLETED: { description: 'Complete, by a completion that was not revoked.' }, IN_PROGRESS: { description: 'Begun and not complete.' } },
});

export enum CompletionOriginEnum {
  AUTO = 'AUTO',
  MANUAL = 'MANUAL',
  IMPORT = 'IMPORT',
  EVENT = 'EVENT',
  PACKAGE = 'PACKAGE',
  API = 'API',
}
registerEnumType(CompletionOriginEnum, {
  name: 'CompletionOrigin',
  description: 'Where a completion comes from.',
  valuesConfig: {
    AUTO: { description: 'Worked out from what was done here.' },
    MANUAL: { description: 'Set by an admin by hand.' },
    IMPORT: { description: 'From a file.' },
    EVENT: { description: 'By attendance.' },
    PACKAGE: { description: 'Said by a content package.' },
    API: { description: 'Said by a partner system.' },
  },
});

@ObjectType({ description: 'One person and one thing that they take or have taken.' })
export class TrainingRecord {
  @Field(() => ID, { description: 'Of the person and the thing.' })
  id: string;

  @Field(() => TrainingStateEnum, { description: 'How far they are.' })
  state: TrainingStateEnum;

  @Field(() => Float, { description: '0 to 1.' })
  progress: number;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'The day on which it was completed, of several the latest; null while in progress.' })
  completedOn: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'The day on which it was begun, while in progress: of content in UTC, of plans in the zone of the person.' })
  startedOn: string | null;

  @Field(() => CompletionOriginEnum, { nullable: true, description: 'Where the completion comes from; null while in progress.' })
  origin: CompletionOriginEnum | null;

  @Field(() => InstantScalar, { nullable: true, description: 'When the completion was recorded; null while in progress.' })
  recordedAt: Date | null;

  /** For the fields that are loaded. */
  personId: string;
  learningObjectId: string | null;
  planId: string | null;
}

export const TrainingRecordConnection = connectionOf('TrainingRecord', () => TrainingRecord);

@InputType({ description: 'Which records; what is absent does not narrow them. All of it holds together.' })
export class TrainingProgressFilterInput {
  @Field(() => ID, { nullable: true, description: 'Of this content or plan.' })
  itemId?: string | null;

  @Field(() => String, { nullable: true, description: 'Part of the name of the content or plan; accents and case do not matter.' })
  itemSearch?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this person.' })
  personId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of people of this partner account.' })
  partnerAccountId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of people in this department or below it.' })
  departmentId?: string | null;

  @Field(() => String, { nullable: true, description: 'Part of the name, e-mail address or job number of the person.' })
  search?: string | null;

  @Field(() => TrainingStateEnum, { nullable: true, description: 'Only what is as far as this.' })
  state?: TrainingStateEnum | null;

  @Field(() => [CompletionOriginEnum], { nullable: true, description: 'Only completions from any of these.' })
  origins?: CompletionOriginEnum[] | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Completed, or begun while in progress, on this day or later.' })
  from?: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Completed, or begun while in progress, on this day or earlier.' })
  to?: string | null;
}

@ObjectType({ description: 'A record of a list that may stand otherwise than it did.' })
export class TrainingRecordChange {
  @Field(() => ID, { description: 'Of the person and the thing, as in the list.' })
  id: string;

  @Field(() => TrainingStateEnum, { nullable: true, description: 'How far they are now; null: the list does not show it any more, or never did.' })
  state: TrainingStateEnum | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'The day on which it was completed, or else begun.' })
  onDate: string | null;
}

@ObjectType({ description: 'What has changed in a list of training progress.' })
export class TrainingProgressChange {
  @Field(() => CursorScalar, { description: 'Where this stands in the log: after a lost connection go on from the last one seen.' })
  cursor: string;

  @Field(() => Int, { description: 'How many records.' })
  count: number;

  @Field(() => [TrainingRecordChange], { description: 'Which; the first 100.' })
  changes: TrainingRecordChange[];
}

@ObjectType({ description: 'A certification, and how many people have completed it.' })
export class CertificationCount {
  @Field(() => ID, { description: 'Of the plan.' })
  id: string;

  @Field({ description: 'Its name.' })
  name: string;

  @Field(() => Int, { description: 'How many people have completed it.' })
  people: number;
}
