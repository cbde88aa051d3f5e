import { startPostgres } from '../dev/postgres.ts';
import { findWorld } from './dataset/generate.ts';
import { startApi } from './processes.ts';
import { signIn } from './bench-context.ts';
import { carryOut, takePlan } from './acts/assignment.ts';
import { readFileSync } from 'node:fs';
const dataDir = '/work/main/.data/bench-100000';
const postgres = await startPostgres({ dataDir, purpose: 'product' });
try {
  const world = (await findWorld(postgres))!;
  process.env.NODE_OPTIONS = process.argv[2] ?? '';
  const api = await startApi(postgres, dataDir);
  process.env.NODE_OPTIONS = '';
  const ctx = { postgres, world, api } as never;
  await signIn(ctx, [world.adminId]);
  const start = api.peakMemory();
  const seen: number[] = [];
  const t = setInterval(() => seen.push(Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${api.pid}/status`, 'utf8'))?.[1]) / 1024)), 3000);
  const r = await carryOut(ctx, { planId: await takePlan(ctx), audience: { kind: 'EVERYONE' }, dueRule: { kind: 'FIXED', date: '2099-12-31' } });
  clearInterval(t);
  console.log(process.argv[2] ?? 'default', 'start', start, 'peak', api.peakMemory(), r, seen.join(' '));
  await api.stop();
} finally { await postgres.stop(); }
