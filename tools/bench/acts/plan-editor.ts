import { type Act, ask, bareRequest, type BenchContext, compareServers, graphqlRequest, signIn } from '../bench-context.ts';

const milestones = 100;
const itemsOfEach = 5;

/**
 * A plan of 100 milestones with 500 linked courses: the editor opens it, with what stands in its way, and publishing it is refused by the
 * checks, since its last milestone asks for more than it links. As many such drafts as clients, because publishing locks its plan.
 */
export const planEditor: Act = async (context) => {
  const { world, options } = context;
  await signIn(context, [world.adminId]);
  const plans = await writeDrafts(context, options.clients);
  const opened = await compareServers(
    context,
    () => ({ requests: plans.map((id) => graphqlRequest(world.adminId, 'PlanDraft', { id })), once: false, answersProblems: true }),
    () => ({ requests: plans.map((id) => bareRequest('editor', id)), once: false }),
  );
  const checked = await compareServers(
    context,
    () => ({ requests: plans.map((planId) => graphqlRequest(world.adminId, 'PublishPlan', { input: { planId, rowVersion: 1 } })), once: false, answersProblems: true }),
    () => ({ requests: plans.map((id) => bareRequest('checks', id)), once: false }),
  );
  const { samples: drafts, ...opening } = opened;
  const { samples: answers, ...checking } = checked;
  assertSameContent(drafts);
  assertRefused(answers);
  const size = `${milestones} milestones, ${milestones * itemsOfEach} items`;
  const common = { mark: undefined, reached: undefined };
  return [
    { act: `Open the editor of a plan of ${size}, with its problems`, ...opening, ...common },
    { act: `Publish checks of it: to reading the same rows`, ...checking, ...common },
  ];
};

async function writeDrafts(context: BenchContext, count: number): Promise<string[]> {
  const rows = await ask<{ id: string }>(
    context,
    `WITH big AS MATERIALIZED (SELECT uuidv7() AS plan_id, uuidv7() AS version_id FROM generate_series(1, $1::int)),
     step AS MATERIALIZED (SELECT big.version_id, uuidv7() AS key, m FROM big, generate_series(0, $2::int - 1) m),
     course AS MATERIALIZED (SELECT course_id, row_number() OVER (ORDER BY plan_n, place) - 1 AS n, count(*) OVER () AS courses FROM bench.course),
     plan AS (INSERT INTO learning_plan (organization_id, id, code, preset, lifecycle, name, name_key, owner_id, draft_version_id)
       SELECT organization_id, plan_id, 'BIG-' || plan_id, 'LEARNING_PLAN', 'DRAFT', 'Big plan', 'big plan', admin_id, version_id FROM bench.world, big RETURNING id),
     version AS (INSERT INTO plan_version (organization_id, id, plan_id, number, state, name, due_rule, milestone_order_enforced, registration_type,
         display_unreleased_steps, lookback, end_policy)
       SELECT organization_id, version_id, plan_id, 1, 'DRAFT', 'Big plan', '{"kind": "NONE"}', false, 'DISABLED', 'DETAILS', '{"kind": "ANY"}', 'KEEP_OPEN'
       FROM bench.world, big),
     steps AS (INSERT INTO milestone (organization_id, plan_version_id, key, position, name, metric, units, due_rule, release_rule)
       SELECT organization_id, version_id, key, m, 'Milestone ' || m, 'SESSIONS', CASE WHEN m = $2 - 1 THEN $3 + 1 ELSE $3 END, '{"kind": "NONE"}', '{"kind": "IMMEDIATE"}'
       FROM bench.world, step),
     items AS (INSERT INTO milestone_item (organization_id, plan_version_id, milestone_key, learning_object_id, position)
       SELECT organization_id, version_id, key, course_id, i FROM bench.world, step, generate_series(0, $3::int - 1) i
       JOIN course ON true WHERE course.n = (step.m * $3 + i) % course.courses)
     SELECT id FROM plan`,
    [count, milestones, itemsOfEach],
  );
  await ask(context, 'ANALYZE learning_plan, plan_version, milestone, milestone_item');
  return rows.map(({ id }) => id);
}

type Draft = { data: { learningPlan: { draftVersion: { milestones: { items: { learningObject: { name: string } }[] }[] } } } };

/** The comparison is worth nothing unless both answer the same content. */
function assertSameContent(samples: readonly [string, string]): void {
  const [ours, bare] = samples.map((body) =>
    (JSON.parse(body) as Draft).data.learningPlan.draftVersion.milestones.map(({ items }) => items.map(({ learningObject }) => learningObject.name)),
  );
  if (ours!.flat().length !== milestones * itemsOfEach || JSON.stringify(ours) !== JSON.stringify(bare)) throw new Error(`The two drafts differ:\n${samples.join('\n').slice(0, 2000)}`);
}

function assertRefused([ours, bare]: readonly [string, string]): void {
  const rows = (JSON.parse(bare) as { data: { items: unknown[] } }).data.items;
  if (!ours.includes('CANNOT_BE_COMPLETED') || rows.length !== milestones * itemsOfEach) throw new Error(`Not the checks:\n${ours.slice(0, 1000)}\n${bare.slice(0, 1000)}`);
}
