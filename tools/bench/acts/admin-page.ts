import { isDeepStrictEqual } from 'node:util';
import { type Act, ask, bareRequest, compareServers, graphqlRequest, type Result, signIn } from '../bench-context.ts';

const none = '00000000-0000-0000-0000-000000000000';

/** The tracking page: 50 enrollments with their people and departments, at the first page and deep in the list. */
export const adminPage: Act = async (context) => {
  const { world, options } = context;
  await signIn(context, [world.adminId]);
  const [plan] = await ask<{ id: string }>(context, 'SELECT id FROM bench.plan WHERE n = 1');
  const deep = options.people * 9;
  const [before] = await ask<{ id: string }>(context, 'SELECT id FROM enrollment ORDER BY id OFFSET $1 LIMIT 1', [deep]);
  const [last] = await ask<{ id: string }>(context, 'SELECT id FROM enrollment WHERE subject_id = $1 ORDER BY id OFFSET $2 LIMIT 1', [plan!.id, options.people - 100]);
  const pages = [
    { act: `Admin’s page of 50, one plan of ${options.people.toLocaleString('en')}: first page`, planId: plan!.id, after: undefined },
    { act: 'Admin’s page of 50, the same plan: last page', planId: plan!.id, after: last!.id },
    { act: `Admin’s page of 50, all plans: row ${deep.toLocaleString('en')}`, planId: undefined, after: before!.id },
  ];
  const results: Result[] = [];
  for (const { act, planId, after } of pages) {
    const variables = { first: 50, after: after ? Buffer.from(JSON.stringify([after])).toString('base64url') : null, filter: planId ? { planId } : null };
    const bare = planId ? bareRequest('page', after ?? none, planId) : bareRequest('pages', after ?? none);
    const { samples, ...figures } = await compareServers(
      context,
      () => ({ requests: [graphqlRequest(world.adminId, 'TrackedPeople', variables)], once: false }),
      () => ({ requests: [bare], once: false }),
    );
    assertSamePage(samples);
    results.push({ act, ...figures, mark: '≥ 0.5', reached: figures.ratio! >= 0.5 });
  }
  const [first, , far] = results;
  const note = `row ${deep.toLocaleString('en')} takes ${(far!.ours.p50 / first!.ours.p50).toFixed(2)} × the first page (p50)`;
  return results.map((result) => (result === far ? { ...result, note } : result));
};

type Page = { data: { enrollments: { edges: { node: { id: string; status: string; person: { displayName: string; department: { path: string[] } } } }[]; pageInfo: { hasNextPage: boolean } } } };

function assertSamePage(samples: readonly [string, string]): void {
  const [ours, bare] = samples.map((body) => {
    const { edges, pageInfo } = (JSON.parse(body) as Page).data.enrollments;
    return { hasNextPage: pageInfo.hasNextPage, rows: edges.map(({ node: { id, status, person } }) => ({ id, status, name: person.displayName, path: person.department.path })) };
  });
  if (!isDeepStrictEqual(ours, bare)) throw new Error(`The two pages differ:\n${JSON.stringify(ours)}\n${JSON.stringify(bare)}`);
}
