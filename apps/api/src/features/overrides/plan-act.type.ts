import { Field, ID, InputType } from 'type-graphql';
import { CalendarDateScalar } from '../../platform/graphql/scalars.ts';
import { EnrollmentFilterInput } from '../enrollments/index.ts';

@InputType({ description: 'A plan is taken away from people by hand.' })
export class PreviewUnassignInput {
  @Field(() => String, { nullable: true, description: 'Your own id of this act; repeated, it has one effect and one answer.' })
  clientMutationId?: string | null;

  @Field(() => ID, { description: 'The plan.' })
  planId: string;

  @Field(() => [ID], { nullable: true, description: 'These people, at most 1,000; or `filter`.' })
  personIds?: string[] | null;

  @Field(() => EnrollmentFilterInput, { nullable: true, description: 'All whose enrollment in the plan it lets through; or `personIds`.' })
  filter?: EnrollmentFilterInput | null;

  @Field({ description: 'Why, at most 500 characters.' })
  reason: string;
}

@InputType({ description: 'An individual due date of a plan for people.' })
export class PreviewSetDueInput extends PreviewUnassignInput {
  @Field(() => CalendarDateScalar, { nullable: true, description: 'The last day, in the zone of each; null: no due date for these people.' })
  due?: string | null;
}

@InputType({ description: 'A milestone is waived for people.' })
export class PreviewWaiveInput extends PreviewUnassignInput {
  @Field(() => ID, { description: 'The milestone, no elective.' })
  milestoneKey: string;
}
