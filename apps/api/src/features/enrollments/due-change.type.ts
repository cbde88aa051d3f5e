import { DUE_CHANGE_CAUSES } from '@milepost/domain';
import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.ts';
import { CalendarDateScalar, InstantScalar } from '../../platform/graphql/scalars.ts';

export const DueChangeCauseEnum = Object.fromEntries(DUE_CHANGE_CAUSES.map((cause) => [cause, cause]));
registerEnumType(DueChangeCauseEnum, {
  name: 'DueChangeCause',
  description: 'Why a due date moved.',
  valuesConfig: {
    OVERRIDDEN: { description: 'It was set for this person alone.' },
    OVERRIDE_ENDED: { description: 'What was set for this person alone was taken back.' },
    ASSIGNED: { description: 'An assignment came that decides it now.' },
    ASSIGNMENT_ENDED: { description: 'The assignment that decided no longer holds for the person; another one may have taken over.' },
    ASSIGNMENT_CHANGED: { description: 'The assignment that decides has other dates.' },
    POLICY_CHANGED: { description: 'The organization changed which of several assignments decides.' },
    ANCHOR_CHANGED: { description: 'The day that it is counted from became known, or is another one.' },
    PLAN_CHANGED: { description: 'The dates of the plan itself apply now, or were changed.' },
    COMPLETED: { description: 'It was completed; the date that was in force on that day stays.' },
  },
});

@ObjectType({ description: 'A due date of a person that moved.' })
export class DueChange {
  @Field(() => ID, { description: 'Its id; later ones have greater ids.' })
  id: string;

  @Field(() => ID, { description: 'The enrollment.' })
  enrollmentId: string;

  @Field(() => ID, { description: 'The person.' })
  personId: string;

  @Field(() => ID, { nullable: true, description: 'The plan; null where a piece of content was assigned by itself.' })
  planId: string | null;

  @Field(() => ID, { nullable: true, description: 'The content that was assigned by itself.' })
  learningObjectId: string | null;

  @Field(() => ID, { nullable: true, description: 'The milestone whose date moved; null: that of the plan.' })
  milestoneKey: string | null;

  @Field(() => String, { nullable: true, description: 'The name of that milestone, as the person has it now.' })
  milestoneName: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'The last day before; null: there was none.' })
  before: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'The last day since; null: there is none.' })
  after: string | null;

  @Field(() => DueChangeCauseEnum, { description: 'Why.' })
  cause: string;

  @Field({ description: 'Why, in words that go on from "because".' })
  because: string;

  @Field({ description: 'All of it as a sentence.' })
  sentence: string;

  @Field(() => InstantScalar, { description: 'When it moved.' })
  at: Date;

  byId: string | null;
}

export const DueChangeConnection = connectionOf('DueChange', () => DueChange);

@InputType({ description: 'Which moved due dates; what is absent does not narrow them.' })
export class DueChangeFilterInput {
  @Field(() => ID, { nullable: true, description: 'Of this person.' })
  personId?: string | null;

  @Field(() => ID, { nullable: true, description: 'In this plan.' })
  planId?: string | null;

  @Field(() => InstantScalar, { nullable: true, description: 'From this moment on.' })
  since?: Date | null;
}
