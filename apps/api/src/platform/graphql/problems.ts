import { Field, InterfaceType, ObjectType } from 'type-graphql';

/** What was wrong with what the caller gave, as every result union says it. */
@ObjectType({ description: 'One thing that stands in the way, said so that the caller can mend it.' })
export class Problem {
  @Field({ description: 'Stable, for programs, e.g. `NAME_MISSING`.' })
  code: string;

  @Field({ description: 'What is wrong and what to do, in the language of the caller.' })
  message: string;

  @Field(() => String, { nullable: true, description: 'The input field that it stands in, e.g. `dueRule.date`.' })
  field: string | null;
}

@InterfaceType({ description: 'Nothing was changed; `problems` says why.' })
export abstract class Refusal {
  @Field(() => [Problem], { description: 'At least one.' })
  problems: Problem[];
}

@ObjectType({ implements: Refusal, description: 'The input cannot be accepted as it is. Nothing was changed.' })
export class InputRefused extends Refusal {}

@ObjectType({
  implements: Refusal,
  description: 'What was named does not exist, or is not for the caller: the two cannot be told apart. Nothing was changed.',
})
export class NotFound extends Refusal {}

@ObjectType({ implements: Refusal, description: 'The caller may see this, but not do that with it. Nothing was changed.' })
export class NotAllowed extends Refusal {}

@ObjectType({
  implements: Refusal,
  description: 'Somebody else changed it meanwhile. Nothing was changed; read it again, compare, and send the new `rowVersion`.',
})
export class StaleEdit extends Refusal {
  @Field({ description: 'The version that it has now.' })
  currentRowVersion: number;
}
