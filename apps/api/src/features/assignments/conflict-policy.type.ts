import { GROUP_CONFLICT_POLICIES } from '@milepost/domain';
import { Field, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { InstantScalar } from '../../platform/graphql/scalars.ts';

export const GroupConflictPolicyEnum = Object.fromEntries(GROUP_CONFLICT_POLICIES.map((policy) => [policy, policy]));
registerEnumType(GroupConflictPolicyEnum, {
  name: 'GroupConflictPolicy',
  description: 'Whose due date holds for a person whom several group assignments give the same plan. What a person has individually comes before all groups.',
  valuesConfig: {
    FIRST_WINS: { description: 'The oldest one decides; later ones wait until it has ended for the person.' },
    MOST_LENIENT: { description: 'The latest date holds: no date is ever shortened.' },
    STRICTEST: { description: 'The earliest date holds.' },
    LATEST_ASSIGNMENT: { description: 'The newest one decides.' },
  },
});

@ObjectType({ description: 'The rule for people whom several group assignments give the same plan.' })
export class ConflictPolicy {
  @Field(() => GroupConflictPolicyEnum, { description: 'The rule that is in force.' })
  groupConflict: string;

  @Field(() => InstantScalar, { nullable: true, description: 'Since when.' })
  since: Date | null;

  changedById: string | null;
}

@InputType({ description: 'Another rule for people whom several group assignments give the same plan.' })
export class PreviewConflictPolicyInput {
  @Field(() => String, { nullable: true, description: 'Your own id of this act; repeated, it has one effect and one answer.' })
  clientMutationId?: string | null;

  @Field(() => GroupConflictPolicyEnum, { description: 'The rule from then on.' })
  groupConflict: string;
}
