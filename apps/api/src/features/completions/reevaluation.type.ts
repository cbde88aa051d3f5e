import { createUnionType, Field, ID, InputType } from 'type-graphql';
import { InputRefused, NotAllowed, NotFound } from '../../platform/graphql/problems.ts';
import { TrainingExplanation } from '../training-progress/index.ts';

@InputType({ description: 'Whose standing, in which course or plan, is to follow again from what is on record.' })
export class ReevaluateTrainingInput {
  @Field(() => String, { nullable: true, description: 'Your own id of this act; repeated, it has one effect and one answer.' })
  clientMutationId?: string | null;

  @Field(() => ID, { description: 'Who.' })
  personId: string;

  @Field(() => ID, { description: 'The course or plan.' })
  itemId: string;

  @Field(() => String, { nullable: true, description: 'Why; kept with the completion of a course and in the audit log, at most 500 characters.' })
  reason?: string | null;
}

export const ReevaluateTrainingResult = createUnionType({
  name: 'ReevaluateTrainingResult',
  description: 'Why it is as it is then, or why nothing was changed.',
  types: () => [TrainingExplanation, InputRefused, NotFound, NotAllowed] as const,
});
