import { createUnionType, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PageInfo } from '../../platform/graphql/connection.ts';
import { InputRefused, NotFound } from '../../platform/graphql/problems.ts';
import { CursorScalar, InstantScalar } from '../../platform/graphql/scalars.ts';
import { EffectiveDue, EnrollmentStatusEnum, LearnerMilestone } from '../enrollments/index.ts';
import { PlanCoverType } from '../learning-plans/index.ts';
import { Named } from '../people/index.ts';

const described = (values: Record<string, string>) => Object.fromEntries(Object.entries(values).map(([value, description]) => [value, { description }]));

export enum OfferKindEnum {
  LEARNING_PLAN = 'LEARNING_PLAN',
  TRAINING_PLAN = 'TRAINING_PLAN',
  CERTIFICATION_PLAN = 'CERTIFICATION_PLAN',
  COURSE = 'COURSE',
}
registerEnumType(OfferKindEnum, {
  name: 'OfferKind',
  description: 'What somebody can find in the Learning centre.',
  valuesConfig: described({ LEARNING_PLAN: 'A learning plan.', TRAINING_PLAN: 'A training plan.', CERTIFICATION_PLAN: 'A certification plan.', COURSE: 'A course by itself.' }),
});

export enum OfferSortEnum {
  NAME = 'NAME',
  NEWEST = 'NEWEST',
}
registerEnumType(OfferSortEnum, { name: 'OfferSort', description: 'In which order.', valuesConfig: described({ NAME: 'By name.', NEWEST: 'What was published last comes first.' }) });

@InputType({ description: 'Which of what the learner can find; what is absent does not narrow it.' })
export class OfferFilterInput {
  @Field(() => String, { nullable: true, description: 'Part of the name or the description; accents and case do not matter.' })
  search?: string | null;

  @Field(() => [OfferKindEnum], { nullable: true, description: 'Any of these kinds.' })
  kinds?: OfferKindEnum[] | null;

  @Field(() => [ID], { nullable: true, description: 'In any of these catalogs.' })
  catalogIds?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the learner has it already.' })
  mine?: boolean | null;
}

@ObjectType({ description: 'What a learner has of something that they find: where they stand in it.' })
export class OwnStanding {
  @Field(() => ID, { description: 'The enrollment: their page of it.' })
  enrollmentId: string;

  @Field(() => EnrollmentStatusEnum, { description: 'How far.' })
  status: EnrollmentStatusEnum;

  @Field(() => Float, { description: '0 to 1.' })
  progress: number;
}

@ObjectType({ description: 'A plan or course that the learner can find.' })
export class LearningOffer {
  @Field(() => ID, { description: 'The id of the plan or course.' })
  id: string;

  @Field(() => OfferKindEnum, { description: 'What it is.' })
  kind: OfferKindEnum;

  @Field({ description: 'Its name.' })
  name: string;

  @Field({ description: 'The beginning of what it is about, without marks.' })
  summary: string;

  @Field(() => PlanCoverType, { nullable: true, description: 'Its cover picture.' })
  cover: PlanCoverType | null;

  @Field(() => InstantScalar, { description: 'Since when it is published as it is.' })
  since: Date;

  @Field(() => [Named], { description: 'The catalogs in which the learner finds it.' })
  catalogs: Named[];

  @Field(() => OwnStanding, { nullable: true, description: 'What the learner has of it; null: they do not have it.' })
  mine: OwnStanding | null;
}

@ObjectType({ description: 'How many there are of a choice, with all other filters at work.' })
export class OfferFacet {
  @Field(() => ID, { description: 'The kind, or the id of the catalog.' })
  value: string;

  @Field(() => String, { nullable: true, description: 'The name of the catalog; null for kinds.' })
  name: string | null;

  @Field(() => Int, { description: 'How many; exact.' })
  count: number;
}

@ObjectType({ description: 'What the choices of the Learning centre would leave.' })
export class OfferFacets {
  @Field(() => [OfferFacet], { description: 'By kind.' })
  kinds: OfferFacet[];

  @Field(() => [OfferFacet], { description: 'By catalog, in the order of names.' })
  catalogs: OfferFacet[];

  @Field(() => Int, { description: 'How many of it the learner has; exact.' })
  mine: number;

  @Field(() => Int, { description: 'How many of it the learner does not have; exact.' })
  notMine: number;
}

@ObjectType({ description: 'One thing on a page of the Learning centre.' })
export class LearningOfferEdge {
  @Field({ description: 'The position of this one; `after` reads on behind it.' })
  cursor: string;

  @Field(() => LearningOffer, { description: 'The thing itself.' })
  node: LearningOffer;
}

@ObjectType({ description: 'A page of the Learning centre, read on by `pageInfo.endCursor`.' })
export class LearningCentre {
  @Field(() => [LearningOfferEdge], { description: 'In the order that was asked for.' })
  edges: LearningOfferEdge[];

  @Field(() => PageInfo, { description: 'Whether and where to read on.' })
  pageInfo: PageInfo;

  @Field(() => Int, { description: 'How many the filter leaves in all; exact.' })
  total: number;

  @Field(() => OfferFacets, { description: 'What other choices would leave.' })
  facets: OfferFacets;

  @Field(() => CursorScalar, { description: 'What was true at this point of the log; give it to `learningCentreChanged`.' })
  cursor: string;
}

@ObjectType({ description: 'What the learner may do with something that they found.' })
export class OfferActs {
  @Field({ description: 'Start it.' })
  start: boolean;

  @Field({ description: 'Keep it for later, among their own.' })
  add: boolean;

  @Field({ description: 'Take it back, because they took it up by themselves.' })
  remove: boolean;
}

@ObjectType({ description: 'A module of a course that is looked at before it is started.' })
export class OfferedModule {
  @Field({ description: 'Its name.' })
  name: string;

  @Field(() => Int, { nullable: true, description: 'About how long it takes, in minutes.' })
  durationMinutes: number | null;
}

@ObjectType({ description: 'Something that the learner found, looked at before it is started.' })
export class LearningOfferPreview {
  @Field(() => ID, { description: 'The id of the plan or course.' })
  id: string;

  @Field(() => LearningOffer, { description: 'What it is.' })
  offer: LearningOffer;

  @Field({ description: 'What it is about; Markdown. Sanitise it before you show it.' })
  description: string;

  @Field(() => Int, { description: 'About how long it takes at least, in minutes; 0: not known.' })
  minutes: number;

  @Field(() => EffectiveDue, { nullable: true, description: 'By when it would be due if it were started now; null: no due date.' })
  due: EffectiveDue | null;

  @Field(() => [LearnerMilestone], { description: 'PLAN: what it holds, as it would be for the learner if it were started now; what is not even to be seen yet is left out.' })
  milestones: LearnerMilestone[];

  @Field(() => [OfferedModule], { description: 'COURSE: what it holds, in order.' })
  modules: OfferedModule[];

  @Field(() => OfferActs, { description: 'What the learner may do with it.' })
  viewerCan: OfferActs;

  @Field(() => String, { nullable: true, description: 'Why it cannot be started, in words; null: it can be, or they have it.' })
  cannotStartBecause: string | null;
}

@InputType({ description: 'Which plan or course.' })
export class TakeUpInput {
  @Field(() => String, { nullable: true, description: 'Your own id of this act; repeated, it has one effect and one answer.' })
  clientMutationId?: string | null;

  @Field(() => ID, { description: 'The plan or course.' })
  id: string;
}

export const TakeUpResult = createUnionType({
  name: 'TakeUpResult',
  description: 'It as it is now, or why nothing was changed.',
  types: () => [LearningOfferPreview, InputRefused, NotFound] as const,
});

@ObjectType({ description: 'The learner does not have it by their own doing any more.' })
export class PutBack {
  @Field(() => ID, { description: 'The plan or course.' })
  id: string;

  @Field(() => LearningOfferPreview, { nullable: true, description: 'It as it is now; null: they cannot find it any more.' })
  preview: LearningOfferPreview | null;
}

export const PutBackResult = createUnionType({
  name: 'PutBackResult',
  description: 'That it was taken back, or why nothing was changed.',
  types: () => [PutBack, InputRefused, NotFound] as const,
});

@ObjectType({ description: 'What has come into the Learning centre of the learner, or gone from it, since they began to watch.' })
export class LearningCentreChange {
  @Field(() => CursorScalar, { description: 'Where in the log this stands.' })
  cursor: string;

  @Field(() => [ID], { description: 'Plans and courses that they can find since.' })
  arrived: string[];

  @Field(() => [ID], { description: 'Those that they cannot find any more.' })
  gone: string[];
}
