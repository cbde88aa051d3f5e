import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { CalendarDateScalar, CursorScalar, DecimalScalar, InstantScalar } from '../../platform/graphql/scalars.ts';
import { LearningObjectKindEnum } from '../learning-objects/index.ts';
import { PlanCoverType } from '../learning-plans/index.ts';
import { EffectiveDue, EnrollmentStatusEnum } from './enrollment.type.ts';
import type { OwnEnrollment } from './read-my-enrollments.ts';

@ObjectType({ description: 'A piece of content within a learner’s milestone.' })
export class LearnerItem {
  @Field(() => ID, { description: 'The content.' })
  learningObjectId: string;

  @Field(() => LearningObjectKindEnum, { description: 'What it is.' })
  kind: LearningObjectKindEnum;

  @Field({ description: 'Its name.' })
  name: string;

  @Field(() => Int, { nullable: true, description: 'About how long it takes, in minutes.' })
  durationMinutes: number | null;

  @Field({ description: 'Must be among what is done.' })
  mandatory: boolean;

  @Field({ description: '`NOT_STARTED`, `IN_PROGRESS`, `COMPLETED` or `FAILED`.' })
  state: string;

  @Field(() => Float, { description: '0 to 1.' })
  progress: number;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'The day on which it was completed.' })
  completedOn: string | null;

  @Field(() => String, { nullable: true, description: 'That it was assigned by itself as well, and by when it is due so, in words; null: it was not.' })
  alsoAssigned: string | null;

  @Field(() => String, { nullable: true, description: 'Why it cannot be opened yet, in words; null: it can.' })
  lockedBecause: string | null;
}

@ObjectType({ description: 'A milestone as the learner meets it.' })
export class LearnerMilestone {
  @Field(() => ID, { description: 'The milestone; of a day on which more opens nothing else than that day.' })
  key: string;

  @Field(() => String, { nullable: true, description: 'Its name; null while it is hidden.' })
  name: string | null;

  @Field(() => String, { nullable: true, description: 'What it is about; null while it is hidden.' })
  description: string | null;

  @Field({ description: '`COMPLETED`, `ELECTIVE_DONE`, `WAIVED`, `NOT_RELEASED`, `LOCKED`, `IN_PROGRESS` or `AVAILABLE`.' })
  status: string;

  @Field({ description: 'Not required.' })
  elective: boolean;

  @Field({ description: 'What is counted: `SESSIONS`, `CREDITS` or `NONE`.' })
  metric: string;

  @Field(() => DecimalScalar, { description: 'How many are required.' })
  unitsRequired: string;

  @Field(() => DecimalScalar, { description: 'How many are earned.' })
  unitsEarned: string;

  @Field(() => EffectiveDue, { nullable: true, description: 'By when.' })
  due: EffectiveDue | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'The day on which it opens or opened.' })
  opensOn: string | null;

  @Field(() => String, { nullable: true, description: 'Why it is not open, in words; null: it is.' })
  lockedBecause: string | null;

  @Field({ description: 'It opened by its schedule or by hand, and `seeSteps` has not been told that they have seen it.' })
  unseen: boolean;

  @Field({ description: 'The same, and it opened after they had got the plan.' })
  isNew: boolean;

  @Field(() => [LearnerItem], { description: 'What can be done in it; empty while it is hidden.' })
  items: LearnerItem[];
}

@ObjectType({ description: 'What to do next.' })
export class LearnerNext {
  @Field(() => String, { nullable: true, description: 'The milestone; null while it is hidden, and of content that was assigned by itself.' })
  milestoneName: string | null;

  @Field(() => ID, { nullable: true, description: 'The content.' })
  learningObjectId: string | null;

  @Field(() => String, { nullable: true, description: 'The name of the content.' })
  name: string | null;

  @Field(() => LearningObjectKindEnum, { nullable: true, description: 'What it is.' })
  kind: LearningObjectKindEnum | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'It opens on this day.' })
  opensOn: string | null;
}

@ObjectType({ description: 'A plan as the learner has it: why, what next, by when, what is left.' })
export class LearnerPlan {
  @Field(() => ID, { description: 'The enrollment.' })
  enrollmentId: string;

  @Field(() => ID, { nullable: true, description: 'The plan; null when a piece of content was assigned by itself.' })
  planId: string | null;

  @Field({ description: 'Its name.' })
  name: string;

  @Field({ description: 'What it is about; Markdown.' })
  description: string;

  @Field(() => PlanCoverType, { nullable: true, description: 'Its cover picture.' })
  cover: PlanCoverType | null;

  @Field(() => EnrollmentStatusEnum, { description: 'How far.' })
  status: EnrollmentStatusEnum;

  @Field(() => Float, { description: '0 to 1.' })
  progress: number;

  @Field(() => EffectiveDue, { nullable: true, description: 'By when: its own date, or that of what of it was assigned by itself, if that is earlier.' })
  due: EffectiveDue | null;

  @Field({ description: 'Open, and its due date has passed.' })
  overdue: boolean;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'The day on which it became complete.' })
  completedOn: string | null;

  @Field(() => LearnerNext, { nullable: true, description: 'What to do next; null when there is nothing.' })
  next: LearnerNext | null;

  @Field(() => Int, { description: 'About how many minutes of required work are left.' })
  minutesLeft: number;

  @Field(() => String, { nullable: true, description: 'That the plan is inactive at present and what that means for the learner, in words; null: it is not, or there is nothing left to do in it.' })
  inactiveNote: string | null;

  /** What it was presented from: costlier fields are worked out of it where they are asked for. */
  evaluation: OwnEnrollment;
}

@ObjectType({ description: 'Everything that a learner has.' })
export class MyLearning {
  @Field(() => CursorScalar, { description: 'What was true at this point of the log; give it to `myLearningChanged`.' })
  cursor: string;

  @Field(() => [LearnerPlan], { description: 'Open ones first, the most urgent at the top. Content that was assigned by itself and that one of the plans asks for and opens is told there.' })
  plans: LearnerPlan[];
}

@ObjectType({ description: 'Something of what the learner has has changed; read it again.' })
export class MyLearningChange {
  @Field(() => CursorScalar, { description: 'After a lost connection go on from the last one seen.' })
  cursor: string;

  @Field(() => [ID], { description: 'Which enrollments.' })
  enrollmentIds: string[];

  @Field(() => InstantScalar, { description: 'When.' })
  occurredAt: Date;
}

@InputType({ description: 'That the person who is signed in looks at the steps of a plan of theirs.' })
export class SeeStepsInput {
  @Field(() => String, { nullable: true, description: 'Your own id of this act; repeated, it has one effect and one answer.' })
  clientMutationId?: string | null;

  @Field(() => ID, { description: 'The enrollment.' })
  enrollmentId: string;
}
