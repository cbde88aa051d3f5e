import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { InstantScalar } from '../../platform/graphql/scalars.ts';

@InputType({ description: 'Which record of a person is merged into which.' })
export class PreviewPersonMergeInput {
  @Field(() => String, { nullable: true, description: 'Your own id of this act; repeated, it has one effect and one answer.' })
  clientMutationId?: string | null;

  @Field(() => ID, { description: 'The record that is merged away.' })
  fromId: string;

  @Field(() => ID, { description: 'The record that is left; where both have something, it wins.' })
  intoId: string;
}

@ObjectType({ description: 'A record that was merged into that of a person. Its id and its identifiers lead to the person.' })
export class MergedRecord {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'The name that it had.' })
  displayName: string;

  @Field(() => String, { nullable: true, description: 'Its job number; the person can sign in by it.' })
  employeeNumber: string | null;

  @Field(() => String, { nullable: true, description: 'Its e-mail address; the person can sign in by it.' })
  email: string | null;

  @Field(() => InstantScalar, { description: 'When it was merged.' })
  mergedAt: Date;
}
