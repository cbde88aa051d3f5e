import { Field, ObjectType } from 'type-graphql';
import { JsonScalar } from '../../platform/graphql/scalars.ts';

@ObjectType({ description: 'Why a person has completed something, or has not, or has not any more.' })
export class TrainingExplanation {
  @Field({ description: 'One sentence about it as it is now, in the language of the caller.' })
  sentence: string;

  @Field(() => JsonScalar, { description: 'The reasons behind it, a list of trees: `{ text, subjectId, because: [...] }`, `subjectId` being the completion, content or milestone that is spoken of, or null.' })
  because: unknown;

  personId: string;
  itemId: string;
}
