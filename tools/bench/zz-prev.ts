import { startPostgres } from '../dev/postgres.ts';
import { findWorld } from './dataset/generate.ts';
import { startApi } from './processes.ts';
import { ask, signIn } from './bench-context.ts';
import { mutate } from './load/mutate.ts';
import { selectBare } from './bare/assign.ts';
const dataDir = '/work/main/.data/bench-100000';
const postgres = await startPostgres({ dataDir, purpose: 'product' });
try {
  const world = (await findWorld(postgres))!;
  const api = await startApi(postgres, dataDir, 'web');
  const ctx = { postgres, world, api } as never;
  await signIn(ctx, [world.adminId]);
  const [spare] = await ask<{ id: string }>(ctx, 'SELECT id FROM bench.plan WHERE spare ORDER BY n LIMIT 1');
  const [used] = await ask<{ id: string }>(ctx, 'SELECT id FROM bench.plan WHERE n = 2');
  for (const [name, id] of [['new', spare!.id], ['had', used!.id]] as const) for (let i = 0; i < 5; i++) {
    const bare = await selectBare(ctx, id);
    const t = performance.now();
    await mutate(ctx, 'PreviewAssignment', 'previewAssignment', { planId: id, audience: { kind: 'EVERYONE' }, dueRule: { kind: 'FIXED', date: '2099-12-31' } });
    const ours = performance.now() - t;
    console.log(name, 'bare', bare.toFixed(0), 'ours', ours.toFixed(0), 'ratio', (ours / bare).toFixed(2));
  }
  console.log('peak', api.peakMemory());
  await api.stop();
} finally { await postgres.stop(); }
