import { mkdirSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../dev/postgres.ts';
import { runToEnd } from '../dev/start/run-to-end.ts';
import { acts } from './acts.ts';
import { ask, type BenchContext, type Result } from './bench-context.ts';
import { keepAsGenerated, restoreAsGenerated } from './dataset/as-generated.ts';
import { findWorld, generate } from './dataset/generate.ts';
import { readOptions } from './options.ts';
import { startApi, startBare } from './processes.ts';
import { renderReport } from './report.ts';

/*
 * `npm run bench`: generates an organization on a database server of its own, measures the product's acts beside bare counterparts
 * that take turns with it, and writes the table. See `options.ts` for what it can be told.
 */

const root = join(import.meta.dirname, '../..');

const options = readOptions(process.argv.slice(2), join(import.meta.dirname, 'RESULTS.md'));
// Data of different sizes lie beside each other, so that a trial does not cost the whole its data.
const dataDir = join(root, `.data/bench-${options.people}`);
const loadBefore = loadavg()[0] ?? 0;
const begun = Date.now();
const say = (line: string): void => console.log(`${((Date.now() - begun) / 1000).toFixed(0).padStart(5)} s  ${line}`);

mkdirSync(dataDir, { recursive: true, mode: 0o700 });
await runToEnd('The compiler', [join(root, 'node_modules/typescript/bin/tsc'), '-b', 'apps/api'], { cwd: root });
const postgres = await startPostgres({ dataDir, purpose: 'product' });
const running: { stop: () => Promise<void> }[] = [postgres];
try {
  await (options.reuse ? restoreAsGenerated(postgres) : postgres.renew());
  const env = { ...process.env, DATABASE_OWNER_URL: postgres.url('owner'), DATABASE_URL: postgres.url('app'), DATABASE_RELAY_URL: postgres.url('relay') };
  await runToEnd('The migration', [join(root, 'apps/api/dist/migrate.js')], { cwd: root, env });
  const known = await findWorld(postgres);
  if (!known) say(`generating ${options.people} people with 10 enrollments and 30 completions each`);
  const world = known ?? (await generate(postgres, options.people));
  if (!known) await keepAsGenerated(postgres);
  const api = await startApi(postgres, dataDir);
  running.unshift(api);
  const bare = await startBare(postgres, world);
  running.unshift(bare);

  const context: BenchContext = { options, world, postgres, api, bare, dataDir, say };
  const results: Result[] = [];
  for (const [name, act] of Object.entries(acts)) {
    if (options.only.length > 0 && !options.only.includes(name)) continue;
    say(name);
    for (const result of await act(context)) {
      results.push(result);
      const { p50, p99 } = result.ours;
      say(`  ${result.act}: ratio ${result.ratio?.toFixed(2) ?? '–'}, p50 ${p50.toFixed(1)}, p99 ${p99.toFixed(1)} ms, CPU ${result.oursCpu?.toFixed(2) ?? '–'} : ${result.bareCpu?.toFixed(2) ?? '–'}${result.reached === false ? '  MISSED' : ''}`);
    }
  }
  const [version] = await ask<{ server_version: string }>(context, 'SHOW server_version');
  const command = `npm run bench${process.argv.length > 2 ? ` -- ${process.argv.slice(2).join(' ')}` : ''}`;
  const report = renderReport(results, { options, command, postgresVersion: version!.server_version, peakMemory: api.peakMemory(), loadBefore });
  console.log(`\n${report}`);
  if (options.results) writeFileSync(options.results, report);
} finally {
  for (const each of running) await each.stop();
}
