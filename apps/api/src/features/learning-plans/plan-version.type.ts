import { Field, ID, Int, ObjectType } from 'type-graphql';
import { InstantScalar } from '../../platform/graphql/scalars.ts';
import { PlanVersionStateEnum } from './learning-plan.type.ts';

@ObjectType({ description: 'A version of a plan, as the list of its versions has it.' })
export class PlanVersionSummary {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => Int, { description: '1 for the first.' })
  number: number;

  @Field(() => PlanVersionStateEnum, { description: 'What has become of it.' })
  state: PlanVersionStateEnum;

  @Field({ description: 'The name of the plan in this version.' })
  name: string;

  @Field(() => InstantScalar, { nullable: true, description: 'When it was published.' })
  publishedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'What its publisher said of it.' })
  changeNote: string | null;

  publishedById: string | null;
  planId: string;
}

@ObjectType({ description: 'One difference of two versions of a plan.' })
export class PlanVersionChange {
  @Field({ description: '`PLAN_FIELD`, `MILESTONE_ADDED`, `MILESTONE_REMOVED`, `MILESTONE_MOVED`, `MILESTONE_FIELD`, `ITEM_ADDED`, `ITEM_REMOVED`, `ITEM_MANDATORY`, `ITEM_OPTIONAL`, `ITEM_EXAM_CHANGED` or `ITEMS_REORDERED`.' })
  kind: string;

  @Field(() => ID, { nullable: true, description: 'The milestone that it is about; null: the plan as a whole.' })
  milestoneKey: string | null;

  @Field(() => ID, { nullable: true, description: 'The content that it is about.' })
  learningObjectId: string | null;

  @Field(() => String, { nullable: true, description: 'The field that has another value, e.g. `dueRule`.' })
  field: string | null;

  @Field({ description: 'The difference in words.' })
  sentence: string;
}

@ObjectType({ description: 'What makes one version of a plan another.' })
export class PlanVersionDiff {
  @Field(() => PlanVersionSummary, { description: 'The earlier version.' })
  from: PlanVersionSummary;

  @Field(() => PlanVersionSummary, { description: 'The later version.' })
  to: PlanVersionSummary;

  @Field(() => [PlanVersionChange], { description: 'The plan as a whole first, then milestone by milestone.' })
  changes: PlanVersionChange[];
}
