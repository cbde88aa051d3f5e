import { type Act, ask, bareRequest, compareServers, graphqlRequest, signIn } from '../bench-context.ts';

/** The totals of a plan that everybody has: status counts, overdue, completions by day. */
export const counts: Act = async (context) => {
  const { world } = context;
  await signIn(context, [world.adminId]);
  // Overdue for everybody who has not completed it, which is the most that there can be to count.
  const plans = await ask<{ id: string; n: number }>(context, 'SELECT id, n FROM bench.plan WHERE n = 1');
  const results = [];
  for (const { id, n } of plans) {
    const requests = [graphqlRequest(world.adminId, 'PlanTotals', { planId: id })];
    const named = n === 1 ? 'overdue' : 'not due yet';
    const stored = await compareServers(context, () => ({ requests, once: false }), () => ({ requests: [bareRequest('totals', id)], once: false }));
    const counted = await compareServers(context, () => ({ requests, once: false }), () => ({ requests: [bareRequest('counted', id)], once: false }));
    for (const { samples } of [stored, counted]) assertSameTotals(samples);
    const common = { mark: undefined, reached: undefined };
    const { samples: _one, ...byCounter } = stored;
    const { samples: _two, ...byCounting } = counted;
    results.push(
      { act: `Totals of a plan of ${world.people.toLocaleString('en')}, ${named}: to the bare statement over the counters`, ...byCounter, ...common },
      { act: `Totals of a plan of ${world.people.toLocaleString('en')}, ${named}: to counting live`, ...byCounting, ...common },
    );
  }
  return results;
};

type Totals = { data: { planProgress: { total: number; overdue: number } } };

function assertSameTotals(samples: readonly [string, string]): void {
  const [ours, bare] = samples.map((body) => (JSON.parse(body) as Totals).data.planProgress);
  if (ours!.total !== Number(bare!.total) || ours!.overdue !== bare!.overdue) throw new Error(`The two totals differ:\n${samples.join('\n')}`);
}
