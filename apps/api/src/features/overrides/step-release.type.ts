import { Field, ID, InputType, registerEnumType } from 'type-graphql';

export enum ReleaseActEnum {
  HOLD = 'HOLD',
  RESUME = 'RESUME',
  RELEASE = 'RELEASE',
}
registerEnumType(ReleaseActEnum, {
  name: 'ReleaseAct',
  description: 'What is done by hand with a step of one person.',
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
