import { setTimeout as pause } from 'node:timers/promises';
import { type Act, ask, type BenchContext, type Result, signIn } from '../bench-context.ts';
import { assignBare, selectBare } from '../bare/assign.ts';
import { mutate } from '../load/mutate.ts';
import { startApi } from '../processes.ts';
import { median, spreadOf } from '../statistics.ts';

const rounds = 3;

const toEverybody = (planId: string): object => ({ planId, audience: { kind: 'EVERYONE' }, confirmEverybody: true, dueRule: { kind: 'FIXED', date: '2099-12-31' } });

/**
 * Assigning a plan to everybody: the preview, from the commit until the operation is done, and all that once more, by a process that does
 * nothing else. Beside it the bare SQL that reads the same people, and that inserts the same rows under the same constraints in one transaction.
 */
export const assignment: Act = async (context) => {
  const { world, postgres, dataDir } = context;
  await signIn(context, [world.adminId]);
  const times = {
    preview: [] as number[], select: [] as number[], first: [] as number[], bare: [] as number[], repeated: [] as number[], previewSecond: [] as number[],
    second: [] as number[], reevaluated: [] as number[],
  };
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
    times.repeated.push(await commitAgain(alone, first));
    const second = await carryOut(alone, toEverybody(ours));
    times.previewSecond.push(second.preview);
    times.second.push(second.apply);
  }
  const peak = api.peakMemory();
  const standing = await carryOut(alone, { ...toEverybody(await takePlan(context)), mode: 'DYNAMIC' });
  for (let round = 0; round < rounds; round++) times.reevaluated.push(await reevaluate(alone, standing.operationId));
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
  const within = (result: Result, milliseconds: number): Result => ({ ...result, mark: `< ${milliseconds / 1_000} s`, reached: result.ours.p50 < milliseconds });
  return [
    line(`Preview of assigning ${people} people`, times.preview, times.select, 3),
    { ...line(`Assign ${people} people, commit to DONE`, times.first, times.bare, 2), note: `peak memory of its process ${peak} MiB, mark 300` },
    within(line('The same commit once more, which changes nothing', times.repeated, undefined, undefined), 1_000),
    within(line('A dynamic assignment evaluated again, in which nobody has changed', times.reevaluated, undefined, undefined), 1_000),
    line('Preview of a second assignment of the same plan', times.previewSecond, undefined, undefined),
    line('The second assignment: one more cause for each', times.second, undefined, undefined),
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

/** An assignment that was carried out: how long its preview took, and the rest from the commit on, in milliseconds. */
interface CarriedOut {
  readonly operationId: string;
  readonly previewHash: string;
  readonly preview: number;
  readonly apply: number;
}

/** Assigns a plan, from the preview to the end. */
export async function carryOut(context: BenchContext, input: object): Promise<CarriedOut> {
  const begun = performance.now();
  const { id: operationId } = await mutate<{ id: string }>(context, 'PreviewAssignment', 'previewAssignment', input);
  const previewed = performance.now();
  const [preview] = await ask<{ hash: string }>(context, 'SELECT preview_hash AS hash FROM operation WHERE id = $1', [operationId]);
  const committing = performance.now();
  await mutate(context, 'CommitOperation', 'commitOperation', { operationId, previewHash: preview!.hash });
  let state = '';
  while (state !== 'DONE') {
    await pause(50);
    const [row] = await ask<{ state: string }>(context, 'SELECT state FROM operation WHERE id = $1', [operationId]);
    state = row!.state;
    if (!['APPLYING', 'DONE'].includes(state)) throw new Error(`The operation is ${state}`);
  }
  return { operationId, previewHash: preview!.hash, preview: previewed - begun, apply: performance.now() - committing };
}

async function commitAgain(context: BenchContext, { operationId, previewHash }: CarriedOut): Promise<number> {
  const begun = performance.now();
  await mutate(context, 'CommitOperation', 'commitOperation', { operationId, previewHash });
  return performance.now() - begun;
}

/** Has a dynamic assignment looked through for whoever joins or leaves, as after a change that may concern everybody; until the job is done. */
async function reevaluate(context: BenchContext, operationId: string): Promise<number> {
  const isIdle = async (): Promise<boolean> => (await ask(context, 'SELECT FROM graphile_worker._private_jobs LIMIT 1')).length === 0;
  while (!(await isIdle())) await pause(50);
  const begun = performance.now();
  await ask(
    context,
    `SELECT enqueue_job('reevaluate-assignments', json_build_object('assignmentId', id, 'organizationId', organization_id), NULL, NULL, NULL)
     FROM assignment WHERE operation_id = $1`,
    [operationId],
  );
  while (!(await isIdle())) await pause(5);
  return performance.now() - begun;
}
