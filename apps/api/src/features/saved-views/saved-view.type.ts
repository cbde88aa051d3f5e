import { createUnionType, Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { InputRefused, NotFound } from '../../platform/graphql/problems.ts';

export enum SavedViewPageEnum {
  TRAINING_PROGRESS = 'TRAINING_PROGRESS',
}
registerEnumType(SavedViewPageEnum, {
  name: 'SavedViewPage',
  description: 'The lists that can be kept as they are narrowed.',
  valuesConfig: { TRAINING_PROGRESS: { description: 'Training progress.' } },
});

@ObjectType({ description: 'A list as a person narrowed it, by a name of their own; nobody else’s.' })
export class SavedView {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => SavedViewPageEnum, { description: 'Of which list.' })
  page: SavedViewPageEnum;

  @Field({ description: 'Its name.' })
  name: string;

  @Field({ description: 'What stands behind the `?` of the page’s address.' })
  query: string;
}

@InputType({ description: 'A view to keep, or to change.' })
export class SaveViewInput {
  @Field(() => ID, { nullable: true, description: 'The one that is changed; absent: a new one.' })
  id?: string | null;

  @Field(() => SavedViewPageEnum, { description: 'Of which list.' })
  page: SavedViewPageEnum;

  @Field({ description: 'Its name, 1 to 80 characters; one’s own views of a list have different ones.' })
  name: string;

  @Field({ description: 'What stands behind the `?` of the page’s address; 2,000 characters at most.' })
  query: string;

  @Field(() => String, { nullable: true, description: 'Your own id of this act; repeated, it has one effect and one answer.' })
  clientMutationId?: string | null;
}

@InputType({ description: 'A view to forget.' })
export class RemoveViewInput {
  @Field(() => ID, { description: 'Which.' })
  id: string;

  @Field(() => String, { nullable: true, description: 'Your own id of this act; repeated, it has one effect and one answer.' })
  clientMutationId?: string | null;
}

@ObjectType({ description: 'That it is gone.' })
export class ViewRemoved {
  @Field(() => ID, { description: 'What was removed.' })
  id: string;
}

export const SaveViewResult = createUnionType({
  name: 'SaveViewResult',
  description: 'The view as it is kept, or why not.',
  types: () => [SavedView, InputRefused, NotFound] as const,
});

export const RemoveViewResult = createUnionType({
  name: 'RemoveViewResult',
  description: 'That it is gone, or that there was none.',
  types: () => [ViewRemoved, NotFound, InputRefused] as const,
});
