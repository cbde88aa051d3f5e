import { execFileSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';
import type { Result } from './bench-context.ts';
import type { BenchOptions } from './options.ts';
import type { Spread } from './statistics.ts';

/** What the table is headed by. */
export interface Circumstances {
  readonly options: BenchOptions;
  readonly command: string;
  readonly postgresVersion: string;
  readonly peakMemory: number | undefined;
  readonly loadBefore: number;
}

/** The table as Markdown, with everything that is needed to judge it. */
export function renderReport(results: readonly Result[], { options, command, postgresVersion, peakMemory, loadBefore }: Circumstances): string {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  return `# Results of the benchmark

\`${command}\` on ${new Date().toISOString().slice(0, 10)}, commit ${commit}; Node ${process.version}, PostgreSQL ${postgresVersion}
(fsync and synchronous_commit on); ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB; load average before ${loadBefore.toFixed(1)}, after ${(loadavg()[0] ?? 0).toFixed(1)}.

${options.people.toLocaleString('en')} people, ${(options.people * 10).toLocaleString('en')} enrollments, ${(options.people * 30).toLocaleString('en')} completions. ${options.clients} clients; ours and the bare counterpart
take turns of ${options.seconds} s for ${options.rounds} rounds, and the ratio is the middle of the rounds'. Server, database and load share the machine. Sign-in, tenancy and row-level security
are on for ours; the bare counterpart has none of them. CPU is the processor time of server and database for one operation. Times are p50 / p95 / p99 in milliseconds.${peakMemory ? ` Peak memory of the API's process: ${peakMemory} MiB.` : ''}

| act | ours, ms | bare, ms | ours /s | bare /s | CPU ms each, ours : bare | ratio | first mark |
|---|---|---|---|---|---|---|---|
${results.map(renderRow).join('\n')}
`;
}

function renderRow({ act, ours, bare, oursPerSecond, barePerSecond, oursCpu, bareCpu, ratio, ratioOf, mark, reached, note }: Result): string {
  const cells = [
    note ? `${act} (${note})` : act,
    spread(ours),
    bare ? spread(bare) : '–',
    rate(oursPerSecond),
    rate(barePerSecond),
    oursCpu && bareCpu ? `${oursCpu.toFixed(2)} : ${bareCpu.toFixed(2)}` : '–',
    ratio === undefined ? '–' : `${ratio.toFixed(2)} × the ${ratioOf}`,
    mark ? `${mark}: ${reached ? 'reached' : '**missed**'}` : '–',
  ];
  return `| ${cells.join(' | ')} |`;
}

function spread({ p50, p95, p99 }: Spread): string {
  return [p50, p95, p99].map((value) => (value >= 100 ? value.toFixed(0) : value.toFixed(1))).join(' / ');
}

function rate(value: number | undefined): string {
  return value === undefined ? '–' : Math.round(value).toLocaleString('en');
}
