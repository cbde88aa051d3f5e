import { Arg, Ctx, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';
import { present } from '../../platform/graphql/answer.ts';
import { Guarded } from '../../platform/graphql/guard.ts';
import { JsonScalar, readId } from '../../platform/graphql/scalars.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { mayOnPlan, peopleScope } from '../access/index.ts';
import { learningPlanLoader, planVersionLoader } from '../learning-plans/index.ts';
import { readSimulation } from './read-simulation.ts';

@ObjectType('Simulation', { description: 'What a person’s standing in a plan as it is written follows from: the input of the evaluator, which runs where the clock is moved.' })
export class SimulationType {
  @Field({ description: 'Who.' })
  personName: string;

  @Field(() => ID, { nullable: true, description: 'Their enrollment; null: they never had the plan, and are seen as if it were assigned to them now.' })
  enrollmentId: string | null;

  @Field(() => JsonScalar, { description: 'Zone, dates, completions, overrides, sources and releases by hand, as of now.' })
  situation: unknown;

  @Field(() => JsonScalar, { description: 'What the evaluator knows of the content that the version links.' })
  contents: unknown;
}

@Resolver()
export class SimulationResolver {
  @Guarded('PLAN_READ')
  @Query(() => SimulationType, {
    nullable: true,
    description: 'A real person in the draft of a plan, or in its published version where there is none; null when there is no such plan or person, or their progress in it is not for the caller. Changes nothing.',
  })
  async simulation(
    @Arg('planId', () => ID, { description: 'The plan.' }) planId: string,
    @Arg('personId', () => ID, { description: 'The person.' }) personId: string,
    @Ctx() context: RequestContext,
  ): Promise<SimulationType | null> {
    const [id, person] = [readId(planId), readId(personId)];
    const plan = id ? await context.load(learningPlanLoader, id) : undefined;
    if (!plan || !person || !mayOnPlan(context.caller, 'PLAN_READ', plan)) return null;
    const version = await context.load(planVersionLoader, plan.draftVersionId ?? plan.publishedVersionId ?? '');
    if (!version) return null;
    const visible = peopleScope(context.caller, 'PROGRESS_READ', plan);
    const read = await context.read((transaction) => readSimulation(transaction, visible, { planId: plan.id, definition: version.definition }, person));
    return read ? present(SimulationType, { ...read }) : null;
  }
}
