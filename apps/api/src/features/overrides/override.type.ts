import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { InputRefused, NotAllowed, NotFound, StaleEdit } from '../../platform/graphql/problems.ts';
import { CalendarDateScalar, DecimalScalar, InstantScalar } from '../../platform/graphql/scalars.ts';
import { EnrollmentType } from '../enrollments/index.ts';
import { Named } from '../people/index.ts';

export enum OverrideActionEnum {
  NO_ACTION = 'NO_ACTION',
  WAIVE = 'WAIVE',
  ADJUST = 'ADJUST',
}
registerEnumType(OverrideActionEnum, {
  name: 'OverrideAction',
  description: 'What was settled for one person.',
  valuesConfig: {
    NO_ACTION: { description: 'Nothing: as for everybody.' },
    WAIVE: { description: 'The milestone is not required of this person; it earns nothing.' },
    ADJUST: { description: 'Another number is required, or it is due on another day.' },
  },
});

@ObjectType('IndividualRules', { description: 'What holds for one person alone, of a milestone or of the plan as a whole.' })
export class IndividualRulesType {
  @Field(() => OverrideActionEnum, { description: 'What was settled.' })
  action: OverrideActionEnum;

  @Field(() => DecimalScalar, { nullable: true, description: 'How many are required of this person; null: as the plan says.' })
  units: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'The last day for this person; null: by the rules, or `withoutDue`.' })
  due: string | null;

  @Field({ description: 'Whether this person has no due date here.' })
  withoutDue: boolean;

  @Field(() => String, { nullable: true, description: 'A note about it.' })
  note: string | null;

  @Field(() => Int, { description: 'Goes up with every change; send it with the next one.' })
  revision: number;

  @Field(() => InstantScalar, { nullable: true, description: 'When it was last changed; null: never.' })
  changedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was last changed.' })
  reason: string | null;

  @Field(() => [OverrideActionEnum], { description: 'What could be settled here.' })
  actions: OverrideActionEnum[];

  @Field(() => Named, { nullable: true, description: 'Who changed it last.' })
  changedBy: Named | null;

  changedById: string | null;
}

@ObjectType({ description: 'What the caller may do with an enrollment.' })
export class EnrollmentAbilities {
  @Field({ description: 'Waive, adjust, and set individual due dates.' })
  override: boolean;
}

@InputType({ description: 'What is to hold for one person from now on, as a whole; what is absent follows from the rules again.' })
export class OverrideInput {
  @Field(() => String, { nullable: true, description: 'Your own id of this act; repeated, it has one effect and one answer.' })
  clientMutationId?: string | null;

  @Field(() => ID, { description: 'The enrollment.' })
  enrollmentId: string;

  @Field(() => ID, { nullable: true, description: 'The milestone; absent: the plan as a whole.' })
  milestoneKey?: string | null;

  @Field(() => Int, { description: '`revision` of the individual rules that were looked at.' })
  revision: number;

  @Field(() => OverrideActionEnum, { description: 'What is settled; `NO_ACTION` takes earlier changes back.' })
  action: OverrideActionEnum;

  @Field(() => DecimalScalar, { nullable: true, description: '`ADJUST`: how many are required.' })
  units?: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: '`ADJUST`: the last day, today or later where the person is.' })
  due?: string | null;

  @Field(() => Boolean, { nullable: true, description: '`ADJUST`: no due date for this person.' })
  withoutDue?: boolean | null;

  @Field(() => String, { nullable: true, description: 'A note about it, at most 2,000 characters.' })
  note?: string | null;

  @Field({ description: 'Why, at most 500 characters.' })
  reason: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'That the person leaves the assignments of groups by which they have the plan; without it a change for such a person is refused with `GROUP_ASSIGNED`.',
  })
  leaveGroupAssignment?: boolean | null;
}

export const OverrideResult = createUnionType({
  name: 'OverrideResult',
  description: 'The enrollment as it is then, or why nothing was changed.',
  types: () => [EnrollmentType, InputRefused, NotFound, NotAllowed, StaleEdit] as const,
});
