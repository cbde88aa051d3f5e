import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { InputRefused } from '../../platform/graphql/problems.ts';
import { JsonScalar } from '../../platform/graphql/scalars.ts';
import { LearningObjectKindEnum } from '../learning-objects/index.ts';
import { PlanMutationInput } from './learning-plan.inputs.ts';
import { PlanPresetEnum } from './learning-plan.type.ts';

export enum DuplicateDepthEnum {
  SHELL = 'SHELL',
  MILESTONES = 'MILESTONES',
  ITEMS = 'ITEMS',
}
registerEnumType(DuplicateDepthEnum, {
  name: 'DuplicateDepth',
  description: 'How much of a plan a copy takes over. Assignments, registrations and progress are never copied.',
  valuesConfig: {
    SHELL: { description: 'Its basics.' },
    MILESTONES: { description: 'Its milestones too, without what they link.' },
    ITEMS: { description: 'And what its milestones link.' },
  },
});

@InputType({ description: 'A copy of a plan.' })
export class DuplicateLearningPlanInput extends PlanMutationInput {
  @Field(() => ID, { description: 'The plan to copy: what is published of it, or where nothing is, its draft.' })
  planId: string;

  @Field({ description: 'The name of the copy, at most 200 characters.' })
  name: string;

  @Field(() => DuplicateDepthEnum, { description: 'How much is copied.' })
  depth: DuplicateDepthEnum;
}

@InputType({ description: 'A new plan from a plan file.' })
export class ImportPlanFileInput extends PlanMutationInput {
  @Field(() => JsonScalar, { description: 'The content of the file, as JSON.' })
  file: unknown;

  @Field(() => String, { nullable: true, description: 'Its name here; null: as in the file.' })
  name?: string | null;

  @Field({ defaultValue: false, description: 'Whether what it links and is not here is left out; else the file is refused then.' })
  leaveOut: boolean;
}

export enum PlanFileMatchEnum {
  BY_ID = 'BY_ID',
  BY_NAME = 'BY_NAME',
  AMBIGUOUS = 'AMBIGUOUS',
  NOT_FOUND = 'NOT_FOUND',
}
registerEnumType(PlanFileMatchEnum, {
  name: 'PlanFileMatch',
  description: 'How something that a plan file links was found here.',
  valuesConfig: {
    BY_ID: { description: 'The very same.' },
    BY_NAME: { description: 'The only one in use of its kind and name.' },
    AMBIGUOUS: { description: 'Several bear its name; none is taken.' },
    NOT_FOUND: { description: 'Nothing here is of its kind and name.' },
  },
});

@ObjectType({ description: 'Something that a plan file links.' })
export class PlanFileItemReading {
  @Field(() => ID, { description: 'The milestone that links it.' })
  milestoneKey: string;

  @Field({ description: 'The name of that milestone.' })
  milestoneName: string;

  @Field(() => LearningObjectKindEnum, { description: 'Its kind.' })
  kind: LearningObjectKindEnum;

  @Field({ description: 'Its name in the file.' })
  name: string;

  @Field(() => PlanFileMatchEnum, { description: 'How it was found here.' })
  match: PlanFileMatchEnum;

  @Field(() => ID, { nullable: true, description: 'What it is here; null: nothing, or not for certain.' })
  learningObjectId: string | null;
}

@ObjectType({ description: 'What a plan file says, and what it means here. Nothing was changed.' })
export class PlanFileReading {
  @Field({ description: 'The name of the plan.' })
  name: string;

  @Field(() => PlanPresetEnum, { description: 'Which defaults it was made with.' })
  preset: PlanPresetEnum;

  @Field(() => Int, { description: 'How many milestones it has.' })
  milestones: number;

  @Field(() => Int, { description: 'How many items they link.' })
  items: number;

  @Field(() => [PlanFileItemReading], { description: 'Those that are not the very same here, in the order of the file.' })
  othersThanById: PlanFileItemReading[];

  @Field({ description: 'Whether it names a cover picture that is not here; the plan is made without one then.' })
  coverIsMissing: boolean;
}

export const PlanFileReadingResult = createUnionType({
  name: 'PlanFileReadingResult',
  description: 'What the file means, or all that is wrong with it; `field` of a problem is the path within it, e.g. `file.milestones[0].name`.',
  types: () => [PlanFileReading, InputRefused] as const,
});
