import { setTimeout as pause } from 'node:timers/promises';
import { type Act, ask, type BenchContext, type Result, signIn } from '../bench-context.ts';
import { assignBare, selectBare } from '../bare/assign.ts';
import { mutate } from '../load/mutate.ts';
import { startApi } from '../processes.ts';
import { median, spreadOf } from '../statistics.ts';

const rounds = 3;

const toEverybody = (planId: string): object => ({ planId, audience: { kind: 'EVERYONE' }, dueRule: { kind: 'FIXED', date: '2099-12-31' } });

/**
 * Assigning a plan to everybody: the preview, from the commit until the operation is done, and all that once more, by a process that does
 * nothing else. Beside it the bare SQL that reads the same people, and that inserts the same rows under the same constraints in one transaction.
 */
export const assignment: Act = async (context) => {
  const { world, postgres, dataDir } = context;
  await signIn(context, [world.adminId]);
  const times = { preview: [] as number[], select: [] as number[], first: [] as number[], bare: [] as number[], previewAgain: [] as number[], again: [] as number[] };
  const api = await startApi(postgres, dataDir);
  const alone = { ...context, api };
  for (let round = 0; round < rounds; round++) {
    const ours = await takePlan(context);
    const bare = await takePlan(context);
    await ask(context, 'CHECKPOINT');
    times.select.push(await selectBare(context, ours));
    const first = await carryOut(alone, toEverybody(ours));
    times.preview.push(first.preview);
    times.first.push(first.apply);
    await ask(context, 'CHECKPOINT');
    times.bare.push(await assignBare(context, bare));
    const again = await carryOut(alone, toEverybody(ours));
    times.previewAgain.push(again.preview);
    times.again.push(again.apply);
  }
  const peak = api.peakMemory();
  await api.stop();
  const people = world.people.toLocaleString('en');
  const line = (act: string, ours: readonly number[], bare: readonly number[] | undefined, most: number | undefined): Result => {
    const ratio = bare && median(ours.map((each, round) => each / bare[round]!));
    return {
      act: `${act} (rows /s)`,
      ours: spreadOf(ours),
      bare: bare && spreadOf(bare),
      oursPerSecond: (world.people * 1000) / median(ours),
      barePerSecond: bare && (world.people * 1000) / median(bare),
      ratio,
      ratioOf: bare && 'time',
      mark: most === undefined ? undefined : `≤ ${most}`,
      reached: most === undefined || ratio === undefined ? undefined : ratio <= most,
    };
  };
  const repeat = line('The same once more, commit to DONE', times.again, undefined, undefined);
  return [
    line(`Preview of assigning ${people} people`, times.preview, times.select, 3),
    { ...line(`Assign ${people} people, commit to DONE`, times.first, times.bare, 2), note: `peak memory of its process ${peak} MiB, mark 300` },
    line(`Preview of the same once more`, times.previewAgain, undefined, undefined),
    { ...repeat, mark: '< 1 s', reached: repeat.ours.p50 < 1_000 },
  ];
};

/** A plan that nobody has. */
export async function takePlan(context: BenchContext): Promise<string> {
  const [plan] = await ask<{ id: string }>(
    context,
    'UPDATE bench.plan SET spare = false WHERE n = (SELECT min(n) FROM bench.plan WHERE spare) RETURNING id',
  );
  if (!plan) throw new Error('All spare plans have been assigned: run without --reuse.');
  return plan.id;
}

/** Assigns a plan, from the preview to the end; answers how long the preview took, and the rest from the commit on, in milliseconds. */
export async function carryOut(context: BenchContext, input: object): Promise<{ preview: number; apply: number }> {
  const begun = performance.now();
  const { id } = await mutate<{ id: string }>(context, 'PreviewAssignment', 'previewAssignment', input);
  const previewed = performance.now();
  const [preview] = await ask<{ hash: string }>(context, 'SELECT preview_hash AS hash FROM operation WHERE id = $1', [id]);
  const committing = performance.now();
  await mutate(context, 'CommitOperation', 'commitOperation', { operationId: id, previewHash: preview!.hash });
  let state = '';
  while (state !== 'DONE') {
    await pause(50);
    const [row] = await ask<{ state: string }>(context, 'SELECT state FROM operation WHERE id = $1', [id]);
    state = row!.state;
    if (!['APPLYING', 'DONE'].includes(state)) throw new Error(`The operation is ${state}`);
  }
  return { preview: previewed - begun, apply: performance.now() - committing };
}
