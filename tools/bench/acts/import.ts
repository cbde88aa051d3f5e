import { mkdirSync, mkdtempSync, chmodSync, copyFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Act, ask, type BenchContext, graphqlRequest, type Result, signIn } from '../bench-context.ts';
import { classifyBare, writeAgainBare } from '../bare/import.ts';
import { writeCompletionsFile } from '../dataset/completions-file.ts';
import { mutate } from '../load/mutate.ts';
import { RawClient } from '../load/raw-client.ts';
import { type Spread, spreadOf } from '../statistics.ts';

/** How long others are asked for before the import, to be compared with. */
const beforeMilliseconds = 10_000;

/**
 * A file of completions with faults of every kind, ten rows a person: from its upload to the preview, and from the commit until all is recorded and evaluated, by a process of
 * which others ask a page meanwhile. Beside them `COPY` with a classification by one statement, and plain SQL that writes the same rows.
 */
export const importing: Act = async (context) => {
  const { world, options, api, say } = context;
  const rows = world.people * options.rowsPerPerson;
  await signIn(context, [world.adminId]);
  const folder = mkdtempSync(join(tmpdir(), 'milepost-bench-'));
  chmodSync(folder, 0o755);
  const path = join(folder, 'completions.csv');
  const file = await writeCompletionsFile(path, rows, world.people);
  const fileId = await upload(context, path, file);
  const bare = await classifyBare(context, path);
  say(`  bare classification ${bare.milliseconds.toFixed(0)} ms: ${JSON.stringify(bare.counts)}`);
  await ask(context, 'CHECKPOINT');
  try {
    api.forgetPeak();
    const quiet = await whileAsking(context, () => pause(beforeMilliseconds));
    say(`  peak memory before ${api.peakMemory()} MiB`);
    let operationId = '';
    let counts: unknown;
    const analysis = await whileAsking(context, async () => {
      operationId = (await mutate<{ id: string }>(context, 'PreviewCompletionsImport', 'previewCompletionsImport', { fileId, by: 'EMAIL', again: false })).id;
      counts = (await untilIn(context, operationId, 'PREVIEWED')).counts;
    });
    const memoryOfAnalysis = api.peakMemory();
    say(`  analysis ${analysis.milliseconds.toFixed(0)} ms: ${JSON.stringify(counts)}, peak memory ${memoryOfAnalysis} MiB`);
    await ask(context, 'CHECKPOINT');
    const [since] = await ask<{ at: Date }>(context, 'SELECT clock_timestamp() AS at');
    const commit = await whileAsking(context, async () => {
      const [preview] = await ask<{ hash: string }>(context, 'SELECT preview_hash AS hash FROM operation WHERE id = $1', [operationId]);
      await mutate(context, 'CommitOperation', 'commitOperation', { operationId, previewHash: preview!.hash });
      await untilIn(context, operationId, 'DONE');
    });
    const memory = api.peakMemory();
    const written = await writeAgainBare(context, since!.at);
    say(`  commit ${commit.milliseconds.toFixed(0)} ms, bare ${written.milliseconds.toFixed(0)} ms: ${JSON.stringify(written.counts)}, peak memory ${memory} MiB`);
    const [recorded] = await ask<{ rows: number }>(context, `SELECT (counts->>'NEW')::int AS rows FROM operation WHERE id = $1`, [operationId]);
    return [
      compared(`Analysis of a CSV of ${rows.toLocaleString('en')} completions, a tenth with faults (rows /s)`, rows, analysis.milliseconds, bare.milliseconds, 2, `peak memory ${memoryOfAnalysis} MiB, mark 300`),
      compared(`Commit of its ${recorded!.rows.toLocaleString('en')} new ones until DONE (rows /s)`, recorded!.rows, commit.milliseconds, written.milliseconds, 3, `peak memory ${memory} MiB, mark 300`),
      others('Another page of the same process, alone', quiet.asked),
      others('The same during the analysis', analysis.asked, quiet.asked),
      others('The same during the commit', commit.asked, quiet.asked),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** Puts a file where an upload leaves it. */
async function upload({ world, dataDir, ...context }: BenchContext, path: string, { sha256, size }: { readonly sha256: Buffer; readonly size: number }): Promise<string> {
  const key = `bench/completions-${Date.now()}.csv`;
  const stored = join(dataDir, 'files', 'stored', key);
  mkdirSync(dirname(stored), { recursive: true });
  copyFileSync(path, stored);
  const [row] = await ask<{ id: string }>(
    context,
    `INSERT INTO stored_file (organization_id, id, name, media_type, size, sha256, storage_key, purpose, created_by)
     VALUES ($1, uuidv7(), 'completions.csv', 'text/csv', $2, $3, $4, 'IMPORT', $5) RETURNING id`,
    [world.organizationId, size, sha256, key, world.adminId],
  );
  return row!.id;
}

/** Waits until an operation is in a state; answers what it counts. */
async function untilIn(context: BenchContext, operationId: string, wanted: string): Promise<{ readonly counts: unknown }> {
  while (true) {
    await pause(100);
    const [row] = await ask<{ state: string; counts: unknown }>(context, 'SELECT state, counts FROM operation WHERE id = $1', [operationId]);
    if (row!.state === wanted) return row!;
    if (!['ANALYSING', 'APPLYING'].includes(row!.state)) throw new Error(`The operation is ${row!.state}`);
  }
}

/** Asks a page again and again, with pauses, while something goes on. */
async function whileAsking(context: BenchContext, work: () => Promise<unknown>): Promise<{ readonly milliseconds: number; readonly asked: Spread }> {
  const [course] = await ask<{ id: string }>(context, 'SELECT course_id AS id FROM bench.course LIMIT 1');
  const variables = { type: 'COURSE', first: 50, after: null, filter: { itemId: course!.id } };
  const request = Buffer.from(graphqlRequest(context.world.adminId, 'TrainingProgressList', variables));
  const client = new RawClient(context.api.port);
  const times: number[] = [];
  let isOver = false;
  const begun = performance.now();
  const asking = (async () => {
    while (!isOver) {
      const sent = performance.now();
      await client.send(request);
      times.push(performance.now() - sent);
      await pause(50);
    }
  })();
  await work();
  const milliseconds = performance.now() - begun;
  isOver = true;
  await asking;
  client.close();
  return { milliseconds, asked: spreadOf(times) };
}

function compared(act: string, rows: number, ours: number, bare: number, most: number, note: string): Result {
  const ratio = ours / bare;
  return {
    act, ours: spreadOf([ours]), bare: spreadOf([bare]), oursPerSecond: (rows * 1000) / ours, barePerSecond: (rows * 1000) / bare,
    ratio, ratioOf: 'time', mark: `≤ ${most}`, reached: ratio <= most, note,
  };
}

function others(act: string, ours: Spread, alone?: Spread): Result {
  const mark = alone && { mark: 'p95 not doubled', reached: ours.p95 <= 2 * alone.p95 };
  return { act, ours, bare: alone, oursPerSecond: undefined, barePerSecond: undefined, ratio: undefined, ratioOf: undefined, mark: mark?.mark, reached: mark?.reached };
}
