import { createUnionType, Field, ID, Int, ObjectType } from 'type-graphql';
import { InputRefused, NotAllowed, NotFound, StaleEdit } from '../../platform/graphql/problems.ts';
import { Department, Person } from '../people/index.ts';

@ObjectType({ description: 'A position, job role or partner account, as it is looked after.' })
export class NamedPlace {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'Its name.' })
  name: string;

  @Field(() => Int, { description: 'Its version; an edit sends it back.' })
  rowVersion: number;

  @Field(() => Int, { description: 'How many active people have it, of those whom the caller may see.' })
  peopleCount: number;
}

@ObjectType({ description: 'It is removed; what was known of it stays in the history.' })
export class Removed {
  @Field(() => ID, { description: 'What was removed.' })
  id: string;
}

@ObjectType({ description: 'What the caller may do with a person.' })
export class PersonAbilities {
  @Field({ description: 'Change what is known of them, invite them, suspend them and let them return.' })
  edit: boolean;

  @Field({ description: 'Assign a plan or content to them, by themselves.' })
  assign: boolean;
}

const refusals = [InputRefused, NotFound, NotAllowed, StaleEdit] as const;

export const DepartmentResult = createUnionType({
  name: 'DepartmentResult',
  description: 'The department as it is now, or why nothing was changed.',
  types: () => [Department, ...refusals] as const,
});

export const NamedPlaceResult = createUnionType({
  name: 'NamedPlaceResult',
  description: 'The position, job role or partner account as it is now, or why nothing was changed.',
  types: () => [NamedPlace, ...refusals] as const,
});

export const RemovalResult = createUnionType({
  name: 'RemovalResult',
  description: 'That it is removed, or why not: while anybody or anything refers to it, `problems` says who.',
  types: () => [Removed, ...refusals] as const,
});

export const PersonResult = createUnionType({
  name: 'PersonResult',
  description: 'The person as they are now, or why nothing was changed.',
  types: () => [Person, ...refusals] as const,
});
