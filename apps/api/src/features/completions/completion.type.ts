import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CalendarDateScalar } from '../../platform/graphql/scalars.ts';
import { TrainingProgressFilterInput, TrainingTypeEnum } from '../training-progress/index.ts';

@InputType({ description: 'People have completed something outside of here, or are exempt from doing it here.' })
export class PreviewAddCompletionsInput {
  @Field(() => String, { nullable: true, description: 'Your own id of this act; repeated, it has one effect and one answer.' })
  clientMutationId?: string | null;

  @Field(() => TrainingTypeEnum, { description: 'Of what kind it is.' })
  type: TrainingTypeEnum;

  @Field(() => ID, { description: 'The content or plan, of that kind.' })
  itemId: string;

  @Field(() => [ID], { description: 'Who has completed it; at most 1,000 people.' })
  personIds: string[];

  @Field(() => CalendarDateScalar, { description: 'On which day: today where each person is, or earlier.' })
  completedOn: string;

  @Field(() => String, { nullable: true, description: 'Why it is recorded, at most 500 characters.' })
  reason?: string | null;

  @Field(() => ID, { nullable: true, description: 'A file that shows it, which you have uploaded for the purpose `EVIDENCE`.' })
  evidenceFileId?: string | null;

  @Field({ defaultValue: false, description: 'Who has completed it already gets a further completion, of that day.' })
  again: boolean;
}

@ObjectType({ description: 'Content or a plan that somebody may have completed.' })
export class CompletableItem {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'What it is called.' })
  name: string;
}

export enum RevocationCascadeEnum {
  NONE = 'NONE',
  PARENTS = 'PARENTS',
}
registerEnumType(RevocationCascadeEnum, {
  name: 'RevocationCascade',
  description: 'What becomes of what rests on completions that are taken back.',
  valuesConfig: {
    NONE: { description: 'Courses and plans that are complete stay so; of a plan it is said that evidence was taken back.' },
    PARENTS: { description: 'Courses and plans that were completed by them and are not complete without them are taken back as well.' },
  },
});

@InputType({ description: 'A record of training progress.' })
export class TrainingRecordInput {
  @Field(() => ID, { description: 'Whose.' })
  personId: string;

  @Field(() => ID, { description: 'Of which content or plan.' })
  itemId: string;
}

@InputType({ description: 'Completions are taken back.' })
export class PreviewRevokeCompletionsInput {
  @Field(() => String, { nullable: true, description: 'Your own id of this act; repeated, it has one effect and one answer.' })
  clientMutationId?: string | null;

  @Field(() => TrainingTypeEnum, { description: 'Of what kind they are.' })
  type: TrainingTypeEnum;

  @Field(() => [TrainingRecordInput], { nullable: true, description: 'These records, at most 1,000; or `filter`.' })
  records?: TrainingRecordInput[] | null;

  @Field(() => TrainingProgressFilterInput, { nullable: true, description: 'All completed records that this lets through; or `records`.' })
  filter?: TrainingProgressFilterInput | null;

  @Field({ description: 'Why, at most 500 characters.' })
  reason: string;

  @Field(() => RevocationCascadeEnum, { defaultValue: RevocationCascadeEnum.NONE, description: 'What becomes of what rests on them.' })
  cascade: RevocationCascadeEnum;
}

@ObjectType({ description: 'What taking completions back comes to beyond themselves; as things are now.' })
export class RevocationEffects {
  @Field(() => Int, { description: 'Courses that people have begun, with one of the modules: they lose percent.' })
  coursesInProgress: number;

  @Field(() => Int, { description: 'Courses that were completed by them: they stay complete, or are taken back as well where the act says so and they are not complete without.' })
  coursesResting: number;

  @Field(() => Int, { description: 'Enrollments in plans that are open and may lose progress.' })
  plansInProgress: number;

  @Field(() => Int, { description: 'Plans that were completed by them: they stay complete, or are taken back as well where the act says so and they are not complete without.' })
  plansResting: number;
}
