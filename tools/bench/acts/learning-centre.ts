import { type Act, ask, type BenchContext, signIn } from '../bench-context.ts';
import { askAgain, atMost } from './ask-again.ts';

const plans = 2_000;
const catalogs = 20;

/**
 * The Learning centre of somebody who finds 2,000 plans in 20 catalogs: its first page with how many there are of everything, the same with
 * words, and a page far down.
 */
export const learningCentre: Act = async (context) => {
  await fillCatalogs(context);
  const [person] = await ask<{ id: string }>(context, 'SELECT id FROM bench.person ORDER BY md5(id::text) LIMIT 1');
  await signIn(context, [person!.id]);
  const askFor = async (name: string, filter: object, after: string | null, expected: number) => {
    const { ours, answer } = await askAgain(context, person!.id, 'LearningCentre', { first: 24, after, filter, sort: 'NAME' });
    const { total, pageInfo } = (answer as Centre).learningCentre;
    if (total < expected) throw new Error(`${name}: ${total} of ${expected} were found`);
    return { result: atMost(`Learning centre, ${total.toLocaleString('en')} found: ${name}`, ours), endCursor: pageInfo.endCursor };
  };
  const first = await askFor('first page with facets', {}, null, plans);
  const words = await askFor('with words', { search: 'number 7' }, null, 100);
  const next = await askFor('next page', {}, first.endCursor, plans);
  return [first.result, words.result, next.result];
};

interface Centre {
  readonly learningCentre: { readonly total: number; readonly pageInfo: { readonly endCursor: string } };
}

async function fillCatalogs(context: BenchContext): Promise<void> {
  await ask(
    context,
    `WITH made AS MATERIALIZED (SELECT n, uuidv7() AS plan_id, uuidv7() AS version_id, uuidv7() AS key FROM generate_series(1, $1::int) n),
     listed AS MATERIALIZED (SELECT c, uuidv7() AS id FROM generate_series(0, $2::int - 1) c),
     plan AS (INSERT INTO learning_plan (organization_id, id, code, preset, lifecycle, name, name_key, description_key, owner_id, published_version_id, display_on_front_end)
       SELECT organization_id, plan_id, 'CENTRE-' || n, 'LEARNING_PLAN', 'ACTIVE', 'Plan number ' || n, 'plan number ' || n, 'what the plan is about', admin_id, version_id, true
       FROM bench.world, made),
     version AS (INSERT INTO plan_version (organization_id, id, plan_id, number, state, name, description, due_rule, milestone_order_enforced, registration_type,
         display_unreleased_steps, lookback, end_policy, published_at)
       SELECT organization_id, version_id, plan_id, 1, 'PUBLISHED', 'Plan number ' || n, 'What the plan is about', '{"kind": "NONE"}', false, 'DISABLED', 'DETAILS',
         '{"kind": "ANY"}', 'KEEP_OPEN', now() - n * interval '1 hour' FROM bench.world, made),
     step AS (INSERT INTO milestone (organization_id, plan_version_id, key, position, name, metric, units, due_rule, release_rule)
       SELECT organization_id, version_id, key, 0, 'Only', 'NONE', NULL, '{"kind": "NONE"}', '{"kind": "IMMEDIATE"}' FROM bench.world, made),
     catalog AS (INSERT INTO catalog (organization_id, id, name, name_key, audience)
       SELECT organization_id, id, 'Catalog ' || c, 'catalog ' || c, '{"kind": "EVERYONE"}' FROM bench.world, listed)
     INSERT INTO catalog_entry (organization_id, id, catalog_id, plan_id, valid_from)
     SELECT organization_id, uuidv7(), listed.id, plan_id, now() FROM bench.world, made JOIN listed ON listed.c IN (n % $2::int, (n / 7) % $2::int)`,
    [plans, catalogs],
  );
  await ask(context, 'ANALYZE learning_plan, plan_version, milestone, catalog, catalog_entry');
}
