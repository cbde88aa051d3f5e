import { isDeepStrictEqual } from 'node:util';
import { type Act, ask, bareRequest, compareServers, graphqlRequest, signIn } from '../bench-context.ts';

const asked = 1_000;

/** The learner's home as the app asks for it: ten plans with what is next, evaluated at this moment. */
export const learnerHome: Act = async (context) => {
  const { world } = context;
  const people = (await ask<{ id: string }>(context, 'SELECT id FROM bench.person ORDER BY md5(id::text) LIMIT $1', [asked])).map((row) => row.id);
  await signIn(context, people);
  const found = await compareServers(
    context,
    () => ({ requests: people.map((id) => graphqlRequest(id, 'HomeLearning')), once: false }),
    () => ({ requests: people.map((id) => bareRequest('home', id)), once: false }),
  );
  const { samples, ...figures } = found;
  assertSameHome(samples);
  return [{ act: `Learner’s home, ${world.people.toLocaleString('en')} people × 10 plans`, ...figures, mark: '≥ 0.5', reached: figures.ratio! >= 0.5 }];
};

type Home = { data: { myLearning: { plans: { enrollmentId: string; status: string; progress: number; minutesLeft: number; next: { learningObjectId: string } | null }[] } } };

/** The comparison is worth nothing unless both answer the same. */
function assertSameHome(samples: readonly [string, string]): void {
  const [ours, bare] = samples.map((body) =>
    (JSON.parse(body) as Home).data.myLearning.plans
      .map(({ enrollmentId, status, progress, minutesLeft, next }) => ({ enrollmentId, status, progress, minutesLeft, next: next?.learningObjectId }))
      .sort((a, b) => a.enrollmentId.localeCompare(b.enrollmentId)),
  );
  if (!isDeepStrictEqual(ours, bare)) throw new Error(`The two homes differ:\n${JSON.stringify(ours)}\n${JSON.stringify(bare)}`);
}
