import { Field, ID, ObjectType } from 'type-graphql';
import { JsonScalar } from '../../platform/graphql/scalars.ts';

@ObjectType({ description: 'Whether a person has a plan, and why, or why not.' })
export class AbsenceExplanation {
  @Field({ description: 'Whether they have it now, or have completed it.' })
  has: boolean;

  @Field(() => ID, { nullable: true, description: 'Their enrollment, also one that has ended; null: there was never one.' })
  enrollmentId: string | null;

  @Field({ description: 'The reason that weighs most, as a sentence.' })
  sentence: string;

  @Field(() => JsonScalar, { description: 'All reasons, what weighs most first: `[{ text, because: [...] }]`. Empty where they have it: the enrollment explains itself.' })
  tree: unknown;
}
