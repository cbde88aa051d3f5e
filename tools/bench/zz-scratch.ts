import { startPostgres } from '../dev/postgres.ts';
import { findWorld } from './dataset/generate.ts';
import { startApi } from './processes.ts';
import { ask, graphqlRequest, signIn } from './bench-context.ts';
import { cpuMilliseconds, databaseCpuMilliseconds } from './cpu-time.ts';
import { runProcess } from './load/run-process.ts';
const dataDir = "/work/main/.data/bench-100000";
const what = process.argv[2]!;
const postgres = await startPostgres({ dataDir, purpose: 'product' });
try {
  const { runToEnd } = await import('../dev/start/run-to-end.ts'); await runToEnd('m', [import.meta.dirname + '/../../apps/api/dist/migrate.js'], { cwd: '.', env: { ...process.env, DATABASE_OWNER_URL: postgres.url('owner'), DATABASE_URL: postgres.url('app'), DATABASE_RELAY_URL: postgres.url('relay') } });
  const world = (await findWorld(postgres))!;
  if (process.argv[3]) process.env.NODE_OPTIONS = `--cpu-prof --cpu-prof-dir=/tmp/prof-${what}`;
  const api = await startApi(postgres, dataDir, 'web');
  process.env.NODE_OPTIONS = '';
  const ctx = { postgres, world } as never;
  await signIn(ctx, [world.adminId]);
  let requests: string[];
  if (what === 'home') {
    const people = (await ask<{ id: string }>(ctx, 'SELECT id FROM bench.person ORDER BY md5(id::text) LIMIT 1000')).map((r) => r.id);
    await signIn(ctx, people);
    requests = people.map((id) => graphqlRequest(id, 'HomeLearning'));
  } else {
    const [plan] = await ask<{ id: string }>(ctx, 'SELECT id FROM bench.plan WHERE n = 1');
    requests = what === 'page' ? [graphqlRequest(world.adminId, 'TrackedPeople', { first: 50, after: null, filter: { planId: plan!.id } })] : [graphqlRequest(world.adminId, 'PlanTotals', { planId: plan!.id })];
  }
  const go = async (seconds: number) => {
    const c = cpuMilliseconds(api.pid)!, d = databaseCpuMilliseconds(postgres.clusterDir)!;
    const r = await runProcess<any>('generate-load.ts', { port: api.port, clients: 16, seconds, requests, once: false });
    const n = r.milliseconds.length;
    console.log(what, n, 'requests; api', ((cpuMilliseconds(api.pid)! - c) / n).toFixed(2), 'ms; db', ((databaseCpuMilliseconds(postgres.clusterDir)! - d) / n).toFixed(2), 'ms; rate', (n / r.elapsedSeconds).toFixed(0), 'refused', r.refused);
  };
  await go(2); await go(14);
  await api.stop();
} finally { await postgres.stop(); }
