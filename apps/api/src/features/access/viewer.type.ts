import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Who makes the request: a person who signed in, or an API client.' })
export class Viewer {
  @Field(() => ID, { description: 'The id of the person or API client.' })
  id: string;

  @Field({ description: '`PERSON` or `API_CLIENT`.' })
  kind: string;

  @Field(() => ID, { description: 'The organization that everything is read and written in.' })
  organizationId: string;

  @Field({ description: 'The language of messages, BCP 47: the best of `Accept-Language`, else that of the person, of an API client that of the organization.' })
  locale: string;

  @Field({ description: 'IANA time zone.' })
  timeZone: string;

  @Field(() => [String], { description: 'The acts that are allowed on something at least, e.g. `PLAN_CREATE`.' })
  acts: string[];
}
