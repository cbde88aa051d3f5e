import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.ts';
import { CalendarDateScalar, InstantScalar } from '../../platform/graphql/scalars.ts';
import { CompletionOriginEnum } from './training-record.type.ts';

enum LearningRecordKind {
  COMPLETED = 'COMPLETED',
  REVOKED = 'REVOKED',
}
registerEnumType(LearningRecordKind, {
  name: 'LearningRecordKind',
  description: 'What was recorded.',
  valuesConfig: { COMPLETED: { description: 'That something is complete.' }, REVOKED: { description: 'That a completion, which stays on record, counts no more.' } },
});

@ObjectType({ description: 'Another completion on the record of the same person.' })
class LearningRecordReference {
  @Field(() => ID, { description: 'Of the completion.' })
  id: string;

  @Field({ description: 'What was completed, by its present name.' })
  name: string;

  @Field(() => CalendarDateScalar, { description: 'On which day.' })
  completedOn: string;
}

@ObjectType({ description: 'The file that shows a completion, at `/files/:id`.' })
class LearningRecordFile {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'Its name.' })
  name: string;
}

@ObjectType({ description: 'That a completion was taken back.' })
export class LearningRecordRevocation {
  @Field(() => InstantScalar, { description: 'When.' })
  at: Date;

  @Field({ description: 'Why.' })
  reason: string;

  @Field(() => ID, { nullable: true, description: 'The operation that did it; null without one, or one that is not for the caller.' })
  operationId: string | null;

  byId: string | null;
}

@ObjectType({ description: 'One thing that was recorded of a person. What is on record is never changed: a mistake is revoked, and a revocation undone, by an entry of its own.' })
export class LearningRecordEntry {
  @Field(() => ID, { description: 'Tells it from the others of the person.' })
  key: string;

  @Field(() => LearningRecordKind, { description: 'What was recorded.' })
  kind: LearningRecordKind;

  @Field(() => InstantScalar, { description: 'When it became known here.' })
  recordedAt: Date;

  @Field(() => CalendarDateScalar, { description: 'The day on which it was completed; of a revocation, that of the completion that it takes back.' })
  completedOn: string;

  @Field(() => Int, { nullable: true, description: 'Of a plan: which cycle of it, 1 for the first.' })
  cycle: number | null;

  @Field(() => CompletionOriginEnum, { description: 'Where the completion comes from.' })
  origin: CompletionOriginEnum;

  @Field(() => String, { nullable: true, description: 'Why it was recorded, or revoked, where somebody said so.' })
  reason: string | null;

  @Field({ description: 'Whether it is a completion that had been revoked, and was given back.' })
  isGivenBack: boolean;

  @Field(() => ID, { nullable: true, description: 'The operation that recorded it; null without one, or one that is not for the caller.' })
  operationId: string | null;

  @Field(() => LearningRecordFile, { nullable: true, description: 'The file that shows it.' })
  evidenceFile: LearningRecordFile | null;

  @Field(() => [LearningRecordReference], { description: 'The completions that it was worked out from, as far as the caller may see them.' })
  restsOn: LearningRecordReference[];

  @Field(() => [LearningRecordReference], { description: 'The completions that were worked out from it, as far as the caller may see them.' })
  supports: LearningRecordReference[];

  @Field(() => LearningRecordRevocation, { nullable: true, description: 'Of a completion: that it was taken back since.' })
  revocation: LearningRecordRevocation | null;

  byId: string | null;
  learningObjectId: string | null;
  planId: string | null;
}

export const LearningRecordConnection = connectionOf('LearningRecordEntry', () => LearningRecordEntry);
