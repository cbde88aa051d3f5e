import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.ts';
import { CalendarDateScalar, InstantScalar } from '../../platform/graphql/scalars.ts';
import { CompletionOriginEnum, TrainingProgressFilterInput, TrainingStateEnum } from '../training-progress/index.ts';

@InputType({ description: 'Which records of a past day; departments and groups are those of then.' })
export class PastTrainingFilterInput extends TrainingProgressFilterInput {
  @Field(() => ID, { nullable: true, description: 'Of people who were in this group.' })
  groupId?: string | null;
}

@ObjectType({ description: 'One person and one piece of content that they had begun or completed by the end of a day.' })
export class PastTrainingRecord {
  @Field(() => ID, { description: 'Of the person and the content.' })
  id: string;

  @Field(() => TrainingStateEnum, { description: 'How far they were.' })
  state: TrainingStateEnum;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'The day on which it was completed, of several the latest by then; null while in progress.' })
  completedOn: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'The day on which it was begun, while in progress, in UTC.' })
  startedOn: string | null;

  @Field(() => CompletionOriginEnum, { nullable: true, description: 'Where the completion comes from; null while in progress.' })
  origin: CompletionOriginEnum | null;

  @Field(() => InstantScalar, { nullable: true, description: 'When the completion was recorded; null while in progress.' })
  recordedAt: Date | null;

  personId: string;
  learningObjectId: string;
  departmentId: string | null;
}

export const PastTrainingConnection = connectionOf('PastTrainingRecord', () => PastTrainingRecord);
