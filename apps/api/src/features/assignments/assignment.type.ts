import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.ts';
import { InstantScalar, JsonScalar } from '../../platform/graphql/scalars.ts';
import { DueRuleInput, DueRuleType } from '../learning-plans/index.ts';

@ObjectType({ description: 'How many members of an assignment have a state.' })
export class MemberCount {
  @Field({ description: '`APPLIED`, `MERGED`, `CONFLICT`, `SKIPPED_ALREADY_COMPLETED` …' })
  state: string;

  @Field(() => Int, { description: 'How many people; exact.' })
  people: number;
}

@ObjectType('Assignment', { description: 'The act of giving a plan to an audience.' })
export class AssignmentType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => Int, { description: 'Its number, to speak of it.' })
  number: number;

  @Field({ description: 'Its name.' })
  name: string;

  @Field({ description: '`SCHEDULED`, `APPLYING`, `ACTIVE`, `DONE`, `INACTIVE`, `ENDED` or `CANCELLED`.' })
  state: string;

  @Field({ description: '`ONE_TIME`: for those who were in the audience then; `DYNAMIC`: also for those who join it.' })
  mode: string;

  @Field(() => JsonScalar, { description: 'For whom: an audience expression.' })
  audience: unknown;

  @Field(() => DueRuleType, { nullable: true, description: 'By when; null: as the plan says.' })
  dueRule: DueRuleType | null;

  @Field(() => InstantScalar, { description: 'When it was made.' })
  createdAt: Date;

  operationId: string | null;
  createdBy: string | null;
}

export const AssignmentConnection = connectionOf('Assignment', () => AssignmentType);

@InputType({ description: 'What to give to whom, by when.' })
export class PreviewAssignmentInput {
  @Field(() => String, { nullable: true, description: 'Your own id of this act; repeated, it has one effect and one answer.' })
  clientMutationId?: string | null;

  @Field(() => String, { nullable: true, description: 'A name to find it by; else that of the plan.' })
  name?: string | null;

  @Field(() => ID, { description: 'A published, active plan.' })
  planId: string;

  @Field(() => JsonScalar, { description: 'For whom: an audience expression, e.g. `{ "kind": "DEPARTMENTS", "departmentIds": ["…"], "includeSubDepartments": true }`.' })
  audience: unknown;

  @Field(() => DueRuleInput, { nullable: true, description: 'By when; absent: as the plan says.' })
  dueRule?: DueRuleInput | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether to tell the people.' })
  notify?: boolean | null;
}
