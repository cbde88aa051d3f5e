import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { InstantScalar } from '../../platform/graphql/scalars.ts';
import { Named } from '../people/index.ts';
import { PlanActPeopleInput } from './plan-act.type.ts';

export enum ReleaseActEnum {
  HOLD = 'HOLD',
  RESUME = 'RESUME',
  RELEASE = 'RELEASE',
}
registerEnumType(ReleaseActEnum, {
  name: 'ReleaseAct',
  description: 'What is done by hand with a step.',
  valuesConfig: {
    HOLD: { description: 'It does not open, whatever its schedule says, until the hold is taken back or it is released.' },
    RESUME: { description: 'The hold is taken back: its schedule decides again.' },
    RELEASE: { description: 'It opens at once, and stays open.' },
  },
});

@InputType({ description: 'Holds a step of one person, takes that back, or opens it before its day.' })
export class StepReleaseInput {
  @Field(() => String, { nullable: true, description: 'Your own id of this act; repeated, it has one effect and one answer.' })
  clientMutationId?: string | null;

  @Field(() => ID, { description: 'The enrollment.' })
  enrollmentId: string;

  @Field(() => ID, { description: 'The milestone.' })
  milestoneKey: string;

  @Field(() => ReleaseActEnum, { description: 'What is done; what is so already changes nothing.' })
  act: ReleaseActEnum;

  @Field({ description: 'Why, at most 500 characters.' })
  reason: string;
}

@InputType({ description: 'Holds a step of people of a plan, takes that back, or opens it before its day.' })
export class PreviewStepReleaseInput extends PlanActPeopleInput {
  @Field(() => ID, { description: 'The milestone; content by itself has none.' })
  milestoneKey: string;

  @Field(() => ReleaseActEnum, { description: 'What is done; for whom it is so already nothing changes.' })
  act: ReleaseActEnum;
}

@ObjectType('StepRelease', { description: 'What was done by hand with a step of one person, and what can be.' })
export class StepReleaseType {
  @Field({ description: 'It does not open, whatever its schedule says.' })
  held: boolean;

  @Field({ description: 'It was opened by hand, and not by its schedule.' })
  releasedByHand: boolean;

  @Field(() => InstantScalar, { nullable: true, description: 'When something was last done by hand; null: never.' })
  changedAt: Date | null;

  changedById: string | null;

  @Field(() => Named, { nullable: true, description: 'Who did it.' })
  changedBy: Named | null;

  @Field(() => String, { nullable: true, description: 'Why.' })
  reason: string | null;

  @Field(() => [ReleaseActEnum], { description: 'What the caller can do with it now.' })
  acts: ReleaseActEnum[];
}
