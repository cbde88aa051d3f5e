import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.ts';
import { InputRefused, NotAllowed, NotFound, Problem, StaleEdit } from '../../platform/graphql/problems.ts';
import { InstantScalar, JsonScalar } from '../../platform/graphql/scalars.ts';

const described = (values: Record<string, string>) => Object.fromEntries(Object.entries(values).map(([value, description]) => [value, { description }]));

export enum CatalogEntryKindEnum {
  PLAN = 'PLAN',
  COURSE = 'COURSE',
}
registerEnumType(CatalogEntryKindEnum, {
  name: 'CatalogEntryKind',
  description: 'What stands in a catalog.',
  valuesConfig: described({ PLAN: 'A learning plan.', COURSE: 'A course, to be taken up by itself.' }),
});

export enum CatalogFillOutcomeEnum {
  CHANGED = 'CHANGED',
  UNCHANGED = 'UNCHANGED',
  REFUSED = 'REFUSED',
}
registerEnumType(CatalogFillOutcomeEnum, {
  name: 'CatalogFillOutcome',
  description: 'What became of one thing in one catalog.',
  valuesConfig: described({ CHANGED: 'It is listed now, or no longer.', UNCHANGED: 'It was so already.', REFUSED: 'Nothing was changed; `problem` says why.' }),
});

@ObjectType({ description: 'What the caller may do with a catalog.' })
export class CatalogAbilities {
  @Field({ description: 'Name and describe it, say for whom it is, remove it.' })
  edit: boolean;

  @Field({ description: 'Add and remove courses; plans are added by whoever may set their visible range.' })
  fillCourses: boolean;
}

@ObjectType('Catalog', { description: 'Plans and courses for an audience, who find them in the Learning centre.' })
export class CatalogType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'Its name; unique in the organization. Learners see it.' })
  name: string;

  @Field({ description: 'What it is about.' })
  description: string;

  @Field(() => InstantScalar, { description: 'When it was made.' })
  createdAt: Date;

  @Field(() => InstantScalar, { description: 'When it was last changed.' })
  updatedAt: Date;

  @Field(() => Int, { description: 'Its version, for edits; what it lists changes without it.' })
  rowVersion: number;

  audience: unknown;
}

@ObjectType({ description: 'A plan or course that a catalog lists.' })
export class CatalogEntry {
  @Field(() => ID, { description: 'Tells it from others.' })
  id: string;

  @Field(() => CatalogEntryKindEnum, { description: 'What it is.' })
  kind: CatalogEntryKindEnum;

  @Field(() => ID, { description: 'The id of the plan or course.' })
  subjectId: string;

  @Field({ description: 'Its name.' })
  name: string;

  @Field(() => InstantScalar, { description: 'Since when it is listed.' })
  addedAt: Date;

  planId: string | null;
}

export const CatalogConnection = connectionOf('Catalog', () => CatalogType);
export const CatalogEntryConnection = connectionOf('CatalogEntry', () => CatalogEntry);

@ObjectType({ description: 'What would be out of sight without a catalog.' })
export class CatalogRemoval {
  @Field(() => Int, { description: 'How many people would no longer find something of it; exact. Whoever has it already keeps it.' })
  people: number;

  @Field(() => Int, { description: 'How many of its plans and courses nobody could find any more.' })
  hidden: number;
}

@InputType({ description: 'A catalog that is to be.' })
export class CreateCatalogInput {
  @Field(() => String, { nullable: true, description: 'Your own id of this act; repeated, it has one effect and one answer.' })
  clientMutationId?: string | null;

  @Field({ description: 'Its name; 100 characters at most.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'What it is about; 2,000 characters at most.' })
  description?: string | null;

  @Field(() => JsonScalar, { nullable: true, description: 'For whom it is: an audience expression; absent or null: nobody yet.' })
  audience?: unknown;
}

@InputType({ description: 'What changes of a catalog; what is absent stays.' })
export class UpdateCatalogInput {
  @Field(() => String, { nullable: true, description: 'Your own id of this act; repeated, it has one effect and one answer.' })
  clientMutationId?: string | null;

  @Field(() => ID, { description: 'Which.' })
  catalogId: string;

  @Field(() => Int, { description: 'The version that was looked at.' })
  rowVersion: number;

  @Field(() => String, { nullable: true, description: 'Its name; 100 characters at most.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is about; 2,000 characters at most.' })
  description?: string | null;

  @Field(() => JsonScalar, { nullable: true, description: 'For whom it is: an audience expression; null: nobody.' })
  audience?: unknown;
}

@InputType({ description: 'Which catalog is to go.' })
export class RemoveCatalogInput {
  @Field(() => String, { nullable: true, description: 'Your own id of this act; repeated, it has one effect and one answer.' })
  clientMutationId?: string | null;

  @Field(() => ID, { description: 'Which.' })
  catalogId: string;

  @Field(() => Int, { description: 'The version that was looked at.' })
  rowVersion: number;

  @Field(() => Int, { description: 'How many people lose sight of something, as `catalogRemoval` said; refused with `STALE_PREVIEW` if they are others by now.' })
  people: number;
}

@InputType({ description: 'Which plans and courses, and which catalogs: each of them in each.' })
export class CatalogFillingInput {
  @Field(() => String, { nullable: true, description: 'Your own id of this act; repeated, it has one effect and one answer.' })
  clientMutationId?: string | null;

  @Field(() => [ID], { description: 'Which catalogs; 200 at most, and with what goes into each of them 2,000 entries.' })
  catalogIds: string[];

  @Field(() => [ID], { nullable: true, description: 'Plans; with the courses 200 at most.' })
  planIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Courses.' })
  learningObjectIds?: string[] | null;
}

@ObjectType({ description: 'What became of one plan or course in one catalog.' })
export class CatalogFillRow {
  @Field(() => ID, { description: 'The catalog.' })
  catalogId: string;

  @Field(() => ID, { description: 'The plan or course.' })
  subjectId: string;

  @Field(() => CatalogFillOutcomeEnum, { description: 'What became of it.' })
  outcome: CatalogFillOutcomeEnum;

  @Field(() => Problem, { nullable: true, description: 'REFUSED: why.' })
  problem: Problem | null;
}

@ObjectType({ description: 'What became of plans and courses in catalogs, each of them.' })
export class CatalogFilling {
  @Field(() => [CatalogFillRow], { description: 'A row for each plan or course in each catalog.' })
  rows: CatalogFillRow[];

  @Field(() => Int, { description: 'How many rows have changed something.' })
  changed: number;

  @Field(() => [CatalogType], { description: 'The catalogs as they are now.' })
  catalogs: CatalogType[];
}

@ObjectType({ description: 'The catalog is gone; what it listed stays.' })
export class CatalogRemoved {
  @Field(() => ID, { description: 'Which.' })
  catalogId: string;
}

export const CatalogResult = createUnionType({
  name: 'CatalogResult',
  description: 'The catalog as it is now, or why nothing was changed.',
  types: () => [CatalogType, InputRefused, NotFound, NotAllowed, StaleEdit] as const,
});

export const RemoveCatalogResult = createUnionType({
  name: 'RemoveCatalogResult',
  description: 'That the catalog is gone, or why it stays.',
  types: () => [CatalogRemoved, InputRefused, NotFound, NotAllowed, StaleEdit] as const,
});

export const CatalogFillingResult = createUnionType({
  name: 'CatalogFillingResult',
  description: 'What became of each, or why nothing was tried.',
  types: () => [CatalogFilling, InputRefused, NotFound, NotAllowed] as const,
});
