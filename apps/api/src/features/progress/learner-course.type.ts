import { createUnionType, Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { InputRefused, NotAllowed, NotFound } from '../../platform/graphql/problems.ts';
import { CalendarDateScalar, InstantScalar } from '../../platform/graphql/scalars.ts';
import { CompletionRule, ContentKind, LearningObjectKindEnum } from '../learning-objects/index.ts';

@ObjectType({ description: 'A module as the learner meets it.' })
export class LearnerModule {
  @Field(() => ID, { description: 'The module.' })
  id: string;

  @Field({ description: 'Its name.' })
  name: string;

  @Field({ description: 'What it is about; Markdown.' })
  description: string;

  @Field(() => ContentKind, { description: 'What it shows.' })
  contentKind: ContentKind;

  @Field(() => Int, { nullable: true, description: 'About how long it takes, in minutes.' })
  durationMinutes: number | null;

  @Field(() => String, { nullable: true, description: 'ARTICLE: Markdown. Sanitise it before you show it.' })
  article: string | null;

  @Field(() => String, { nullable: true, description: 'LINK: the address.' })
  url: string | null;

  @Field(() => String, { nullable: true, description: 'VIDEO, DOCUMENT: where the file can be read while signed in.' })
  fileUrl: string | null;

  @Field(() => String, { nullable: true, description: 'VIDEO, DOCUMENT: what the file is.' })
  mediaType: string | null;

  @Field(() => String, { nullable: true, description: 'Why it is not open for the learner yet, though the course may be; what it shows is null then.' })
  lockedBecause: string | null;

  @Field(() => ID, { nullable: true, description: 'The enrollment whose plan holds it back: what `next` of its `myPlan` tells is to be done first; null: it is open.' })
  lockedIn: string | null;

  @Field(() => CompletionRule, { description: 'When it is complete.' })
  completionRule: CompletionRule;

  @Field(() => Int, { nullable: true, description: 'VIEWED: how much, in percent.' })
  completionPercent: number | null;

  @Field({ description: '`NOT_STARTED`, `IN_PROGRESS` or `COMPLETED`.' })
  state: string;

  @Field(() => Float, { description: '0 to 1; never falls.' })
  progress: number;

  @Field(() => Float, { nullable: true, description: 'Where to go on: seconds of a video, page of a document, share of an article.' })
  resumeAt: number | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'The day on which it was completed.' })
  completedOn: string | null;
}

@ObjectType({ description: 'A course, or a module by itself, as the learner meets it.' })
export class LearnerCourse {
  @Field(() => ID, { description: 'The content.' })
  id: string;

  @Field(() => LearningObjectKindEnum, { description: 'What it is.' })
  kind: LearningObjectKindEnum;

  @Field({ description: 'Its name.' })
  name: string;

  @Field({ description: 'What it is about; Markdown.' })
  description: string;

  @Field({ description: '`NOT_STARTED`, `IN_PROGRESS` or `COMPLETED`.' })
  state: string;

  @Field(() => Float, { description: 'Completed modules over modules.' })
  progress: number;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'The day on which it was completed.' })
  completedOn: string | null;

  @Field(() => ID, { nullable: true, description: 'The module to go on with.' })
  nextModuleId: string | null;

  @Field(() => String, { nullable: true, description: 'Why it cannot be done yet, in words; null: it can.' })
  lockedBecause: string | null;

  @Field(() => ID, { nullable: true, description: 'The enrollment whose plan holds it back: what `next` of its `myPlan` tells is to be done first; null: it is open.' })
  lockedIn: string | null;

  @Field(() => [LearnerModule], { description: 'Its modules, in order.' })
  modules: LearnerModule[];
}

@InputType({ description: 'How far the learner has got with a module.' })
export class RecordProgressInput {
  @Field(() => String, { nullable: true, description: 'Your own id of this act; repeated, it has one effect and one answer.' })
  clientMutationId?: string | null;

  @Field(() => ID, { description: 'The module.' })
  moduleId: string;

  @Field(() => ID, { nullable: true, description: 'The course that it is done in; absent: by itself.' })
  courseId?: string | null;

  @Field(() => InstantScalar, { description: 'When it happened, by the clock of the client; reports that arrive late never take back newer ones.' })
  at: string;

  @Field(() => Float, { description: 'How much has been seen or read so far, 0 to 1.' })
  viewed: number;

  @Field({ defaultValue: false, description: 'Whether the end was reached.' })
  reachedEnd: boolean;

  @Field({ defaultValue: false, description: 'Whether the learner says that it is done.' })
  confirmed: boolean;

  @Field(() => Float, { nullable: true, description: 'Where to go on: seconds of a video, page of a document, share of an article.' })
  resumeAt?: number | null;
}

export const RecordProgressResult = createUnionType({
  name: 'RecordProgressResult',
  description: 'The course, or the module by itself, as it is now, or why nothing was recorded.',
  types: () => [LearnerCourse, InputRefused, NotFound, NotAllowed] as const,
});
