import { type Act, ask, signIn } from '../bench-context.ts';
import { askAgain, atMost } from './ask-again.ts';

/** How many people are on each version of the plan that most people have, as the page of its versions asks for it. */
export const versions: Act = async (context) => {
  await signIn(context, [context.world.adminId]);
  const [plan] = await ask<{ id: string }>(context, 'SELECT id FROM bench.plan WHERE n = 1');
  const { ours, answer } = await askAgain(context, context.world.adminId, 'PlanVersions', { planId: plan!.id });
  const people = (answer as { planVersions: { people: number }[] }).planVersions.reduce((sum, version) => sum + version.people, 0);
  if (people !== context.world.people) throw new Error(`${people} people are on the versions of the plan of everybody`);
  return [atMost(`Versions of a plan of ${people.toLocaleString('en')}, with who is on them`, ours)];
};
