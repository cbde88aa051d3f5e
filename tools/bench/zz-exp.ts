import { createRequire } from 'node:module'; createRequire('/work/wt-speed/apps/api/package.json')('reflect-metadata');
import { startPostgres } from '../dev/postgres.ts';
import pg from 'pg';
const postgres = await startPostgres({ dataDir: '/work/main/.data/bench-100000', purpose: 'product' });
try {
  const su = new pg.Client({ connectionString: postgres.url('superuser') }); await su.connect(); su.on("error", () => 0);
  const org = (await su.query('select organization_id from bench.world')).rows[0].organization_id;
  const q = await import('../../apps/api/dist/features/assignments/assignment.queries.js') as any;
  const { SqlParameters } = await import('../../apps/api/dist/platform/database/sql-parameters.js') as any;
  const c = new pg.Client({ connectionString: postgres.url('app') }); await c.connect(); c.on("error", () => 0);
  await c.query(`SELECT set_config('app.organization_id', '${org}', false)`);
  for (const n of [40]) {
    const plan = (await su.query('select id from bench.plan where n=$1', [n])).rows[0].id;
    const cl = await import('../../apps/api/dist/features/operations/classify-rows.queries.js') as any;
    for (let k = 0; k < 4; k++) {
    await c.query('BEGIN');
    const op = (await c.query("select gen_random_uuid() id")).rows[0].id;
    await c.query("INSERT INTO operation (organization_id,id,kind,state,title,input,created_at) SELECT organization_id, $2, kind, 'ANALYSING', title, input, now() FROM operation WHERE organization_id = $1 LIMIT 1", [org, op]);
    const tx = { organizationId: org, query: async (t: string, v: any[]) => { const t0 = performance.now(); const r = await c.query({ text: t, values: v, name: (k === 3 ? undefined : 'n' + t.length) as never }); console.log(t.trim().slice(0, 30).replace(/\n/g, ' '), (performance.now() - t0).toFixed(0)); return r.rows; } };
    const t0 = performance.now();
    const rows = q.situatedPeople({ people: () => 'true', subjectId: plan, dueRule: { kind: 'FIXED', date: '2099-12-31' } }, new Date());
    const p = await cl.classifyRows(tx, op, rows, () => 'APPLIED', 250);
    console.log(n, 'total', (performance.now() - t0).toFixed(0), JSON.stringify(p));
    if (k === 3 && n === 40) { const params2 = new SqlParameters(org); const from = rows.sql(params2); const ex = await c.query(`EXPLAIN (ANALYZE, TIMING ON) WITH kinds AS MATERIALIZED (SELECT (row_number() OVER ())::int AS kind, status,kinds,"anchorOn",today, array_agg(id) AS ids FROM (${from}) s GROUP BY status,kinds,"anchorOn",today), placed AS (SELECT r.id, k.kind, ((row_number() OVER (ORDER BY r.id)) - 1) / 250 AS number FROM kinds k CROSS JOIN LATERAL unnest(k.ids) AS r (id)), chunks AS (SELECT number, array_agg(id ORDER BY id), array_agg(kind::text ORDER BY id) FROM placed GROUP BY number) SELECT count(*) FROM chunks`, params2.values); console.log(ex.rows.map((x: any) => x['QUERY PLAN']).join('\n')); }
    await c.query('ROLLBACK');
    }
  }
  await c.end(); await su.end();
} catch (e) { console.log("ERR", (e as Error).message); } finally { await postgres.stop(); }
