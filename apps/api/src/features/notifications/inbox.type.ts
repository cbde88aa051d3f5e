import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.ts';
import { CalendarDateScalar, InstantScalar } from '../../platform/graphql/scalars.ts';

export enum NoticeTypeEnum {
  PLAN_PUBLISHED = 'PLAN_PUBLISHED',
  ASSIGNED = 'ASSIGNED',
  VERSION_MOVED = 'VERSION_MOVED',
  STEP_OPENED = 'STEP_OPENED',
}
registerEnumType(NoticeTypeEnum, {
  name: 'NoticeType',
  description: 'What a person is told of.',
  valuesConfig: {
    PLAN_PUBLISHED: { description: 'A plan that they can find was published.' },
    ASSIGNED: { description: 'A plan or content was assigned to them.' },
    VERSION_MOVED: { description: 'They go on in a newer version of a plan.' },
    STEP_OPENED: { description: 'A step of a plan of theirs has opened, by its schedule or by hand.' },
  },
});

@ObjectType({ description: 'Something that a person was told, once.' })
export class InboxMessage {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => NoticeTypeEnum, { description: 'What it is about.' })
  type: NoticeTypeEnum;

  @Field({ description: 'The same in a sentence, in the language of the reader.' })
  message: string;

  @Field(() => InstantScalar, { description: 'When they were told.' })
  at: Date;

  @Field(() => InstantScalar, { nullable: true, description: 'When they read it; null: not yet.' })
  readAt: Date | null;

  @Field(() => ID, { nullable: true, description: 'The plan; null: it is about content by itself.' })
  planId: string | null;

  @Field(() => ID, { nullable: true, description: 'The content; null: it is about a plan.' })
  learningObjectId: string | null;

  @Field(() => ID, { nullable: true, description: 'What they have of it at present; null: nothing.' })
  enrollmentId: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'By the end of which day they have to be done, as it is now.' })
  due: string | null;
}

export const InboxMessageConnection = connectionOf('InboxMessage', () => InboxMessage);

@ObjectType({ description: 'How the inbox of the person who is signed in is.' })
export class InboxState {
  @Field(() => Int, { description: 'How many messages they have not read.' })
  unread: number;
}

@InputType({ description: 'What has been read.' })
export class ReadInboxInput {
  @Field(() => String, { nullable: true, description: 'Your own id of this act; repeated, it has one effect and one answer.' })
  clientMutationId?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Which messages; null: all that have come so far.' })
  ids?: string[] | null;
}
