import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { present } from '../../platform/graphql/answer.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { mayOnPlan, peopleScope } from '../access/index.ts';
import { LearningPlanType } from '../learning-plans/index.ts';
import { Person, personLoader, presentPerson } from '../people/index.ts';
import { readOutsideRange } from './outside-range.queries.ts';

@ObjectType({ description: 'People who have a plan assigned but do not find it by themselves: they keep it.' })
export class AssignedOutsideRange {
  @Field(() => Int, { description: 'How many, of those whose progress in it the caller may read; exact.' })
  people: number;

  @Field(() => [Person], { description: 'The first few by name.' })
  sample: Person[];
}

const sampleSize = 8;

/** Whom a visible range leaves out although they have the plan (X3): plans know nothing of that. */
@Resolver(() => LearningPlanType)
export class OutsideRangeResolver {
  @FieldResolver(() => AssignedOutsideRange, {
    nullable: true,
    description: 'Who has it assigned and finds it neither by its visible range nor by a catalog; nobody where it cannot be found at all. Null for those who may not see it as it is written, or see no people.',
  })
  async assignedOutsideRange(@Root() plan: LearningPlanType, @Ctx() context: RequestContext): Promise<AssignedOutsideRange | null> {
    const { caller } = context;
    if (!mayOnPlan(caller, 'PLAN_READ', plan) || !caller.acts.has('PROGRESS_READ') || !caller.acts.has('PEOPLE_READ')) return null;
    const [tracked, seen] = [peopleScope(caller, 'PROGRESS_READ', plan), peopleScope(caller, 'PEOPLE_READ')];
    const { people, sample } = await context.read((transaction) => readOutsideRange(transaction, plan.id, (parameters) => `${tracked(parameters)} AND ${seen(parameters)}`, sampleSize));
    const named = await Promise.all(sample.map((id) => context.load(personLoader, id)));
    return present(AssignedOutsideRange, { people, sample: named.flatMap((person) => (person ? [presentPerson(person)] : [])) });
  }
}
