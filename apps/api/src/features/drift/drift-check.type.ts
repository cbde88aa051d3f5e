import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { InputRefused } from '../../platform/graphql/problems.ts';
import { InstantScalar, JsonScalar } from '../../platform/graphql/scalars.ts';

enum DriftCheckState {
  RUNNING = 'RUNNING',
  DONE = 'DONE',
  FAILED = 'FAILED',
}
registerEnumType(DriftCheckState, {
  name: 'DriftCheckState',
  description: 'How far a check is.',
  valuesConfig: { RUNNING: { description: 'Under way.' }, DONE: { description: 'Everything was looked at.' }, FAILED: { description: 'It was given up; what it came to stays.' } },
});

@ObjectType({ description: 'One thing that is kept otherwise than it follows from the facts.' })
class DriftExample {
  @Field(() => ID, { nullable: true, description: 'Of whom; null for a count.' })
  personId: string | null;

  @Field(() => ID, { description: 'Of which plan or content.' })
  subjectId: string;

  @Field(() => JsonScalar, { nullable: true, description: 'What is kept.' })
  kept: unknown;

  @Field(() => JsonScalar, { nullable: true, description: 'What follows from the facts.' })
  found: unknown;
}

@ObjectType({ description: 'What a check found of one kind.' })
class DriftFound {
  @Field({
    description:
      '`STANDING_MISSING`, `STATUS`, `DAYS`, `PROGRESS`, `DUE`, `STEPS`, `CYCLE`, `PLAN_COMPLETION_MISSING`, `COURSE_COMPLETION_MISSING`, `STATUS_COUNT`, `DAY_COUNT` or `DUE_COUNT`.',
  })
  kind: string;

  @Field(() => Int, { description: 'How many differ.' })
  count: number;

  @Field(() => Int, { description: 'How many of them were set right.' })
  repaired: number;

  @Field(() => [DriftExample], { description: 'Some of them.' })
  examples: DriftExample[];
}

@ObjectType('DriftCheck', { description: 'A check whether all that is kept of the organization follows from its facts.' })
export class DriftCheckType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => DriftCheckState, { description: 'How far it is.' })
  state: DriftCheckState;

  @Field({ description: 'Whether it sets right what differs.' })
  repair: boolean;

  @Field(() => InstantScalar, { description: 'When it began.' })
  startedAt: Date;

  @Field(() => InstantScalar, { nullable: true, description: 'When it ended.' })
  finishedAt: Date | null;

  @Field(() => Int, { description: 'So many people’s courses were looked at.' })
  checkedPeople: number;

  @Field(() => Int, { description: 'So many enrollments were evaluated anew.' })
  checkedEnrollments: number;

  @Field(() => Int, { description: 'Of so many plans and contents the counts were compared.' })
  checkedCounts: number;

  @Field(() => [DriftFound], { description: 'What differs, by kind; empty: nothing.' })
  found: DriftFound[];

  startedById: string | null;
}

@InputType({ description: 'A check is to begin.' })
export class StartDriftCheckInput {
  @Field(() => String, { nullable: true, description: 'Your own id of this act; repeated, it has one effect and one answer.' })
  clientMutationId?: string | null;

  @Field({ defaultValue: false, description: 'Whether what differs is set right, by the rules by which it would have been written; else nothing is.' })
  repair: boolean;
}

export const StartDriftCheckResult = createUnionType({
  name: 'StartDriftCheckResult',
  description: 'The check that has begun, or why none did.',
  types: () => [DriftCheckType, InputRefused] as const,
});
