import { setTimeout as pause } from 'node:timers/promises';
import { type Act, ask, type BenchContext, type Result, signIn } from '../bench-context.ts';
import { cpuMilliseconds, databaseCpuMilliseconds } from '../cpu-time.ts';
import { mutate } from '../load/mutate.ts';
import { startApi } from '../processes.ts';
import { median, spreadOf } from '../statistics.ts';
import { carryOut, takePlan } from './assignment.ts';

const rounds = 3;

/**
 * Publishing the next version of a plan that everybody has open, two thirds of whom have begun it, each with facts of their own: the preview for all of them, and from the commit until the
 * last one has moved, by a process that does nothing else.
 */
export const migration: Act = async (context) => {
  const { world, postgres, dataDir } = context;
  await signIn(context, [world.adminId]);
  const api = await startApi(postgres, dataDir);
  const alone = { ...context, api };
  const planId = await takePlan(context);
  await carryOut(alone, { planId, audience: { kind: 'EVERYONE' }, confirmEverybody: true });
  await begin(context, planId);
  await mutate(alone, 'CreateNextVersion', 'createNextVersion', { planId });
  const rowVersion = await addMilestone(context, planId);
  const previews: number[] = [];
  const cpu: number[] = [];
  const used = (): number => (cpuMilliseconds(api.pid) ?? Number.NaN) + (databaseCpuMilliseconds(postgres.clusterDir) ?? Number.NaN);
  let operationId = '';
  for (let round = 0; round < rounds; round++) {
    const before = used();
    const begun = performance.now();
    operationId = (await mutate<{ id: string }>(alone, 'PreviewPublishVersion', 'previewPublishVersion', { planId, rowVersion, choice: 'MOVE_ALL_OPEN' })).id;
    previews.push(performance.now() - begun);
    cpu.push(used() - before);
  }
  const applied = await commit(alone, operationId);
  const peak = api.peakMemory();
  await api.stop();
  const people = world.people.toLocaleString('en');
  const line = (act: string, milliseconds: readonly number[]): Result => ({
    act: `${act} (rows /s)`,
    ours: spreadOf(milliseconds),
    bare: undefined,
    oursPerSecond: (world.people * 1000) / spreadOf(milliseconds).p50,
    barePerSecond: undefined,
    ratio: undefined,
    ratioOf: undefined,
    mark: undefined,
    reached: undefined,
  });
  const preview = line(`Preview of a new version for ${people} open enrollments`, previews);
  return [
    { ...preview, oursCpu: median(cpu), mark: '< 10 s', reached: preview.ours.p99 < 10_000, note: `peak memory of its process ${peak} MiB` },
    line(`Moving ${people} people to it, commit to DONE`, [applied]),
  ];
};

/** Two thirds of the people have done one or two of the plan's courses, which nobody has evaluated since. */
async function begin(context: BenchContext, planId: string): Promise<void> {
  await ask(
    context,
    `INSERT INTO completion_fact (organization_id, id, person_id, learning_object_id, kind, completed_on, completed_at, recorded_at, origin)
     SELECT organization_id, uuidv7(), w.id, c.course_id, 'COURSE', today - w.n % 30, today - w.n % 30 + interval '12 hours', now(), 'AUTO'
     FROM bench.world, bench.plan p JOIN bench.course c ON c.plan_n = p.n AND c.place IN (0, 3) JOIN bench.person w ON w.n % 3 > c.place / 3 WHERE p.id = $1`,
    [planId],
  );
  await ask(context, 'ANALYZE completion_fact');
}

/** Gives the draft a milestone more; answers the draft's version. */
async function addMilestone(context: BenchContext, planId: string): Promise<number> {
  await ask(
    context,
    `WITH draft AS (SELECT organization_id, draft_version_id AS id FROM learning_plan WHERE id = $1), added AS (
       INSERT INTO milestone (organization_id, plan_version_id, key, position, name, metric, units, due_rule, release_rule)
       SELECT organization_id, id, uuidv7(), 3, 'New', 'SESSIONS', 1, '{"kind": "NONE"}', '{"kind": "IMMEDIATE"}' FROM draft
       RETURNING organization_id, plan_version_id, key)
     INSERT INTO milestone_item (organization_id, plan_version_id, milestone_key, learning_object_id, position)
     SELECT organization_id, plan_version_id, key, (SELECT course_id FROM bench.course WHERE plan_n = 1 AND place = 8), 0 FROM added`,
    [planId],
  );
  const [draft] = await ask<{ version: number }>(context, 'SELECT v.row_version AS version FROM learning_plan p JOIN plan_version v ON v.id = p.draft_version_id WHERE p.id = $1', [planId]);
  return draft!.version;
}

/** From the commit on, in milliseconds. */
async function commit(context: BenchContext, operationId: string): Promise<number> {
  const [preview] = await ask<{ hash: string }>(context, 'SELECT preview_hash AS hash FROM operation WHERE id = $1', [operationId]);
  const begun = performance.now();
  await mutate(context, 'CommitOperation', 'commitOperation', { operationId, previewHash: preview!.hash });
  let state = 'APPLYING';
  while (state === 'APPLYING') {
    await pause(50);
    state = (await ask<{ state: string }>(context, 'SELECT state FROM operation WHERE id = $1', [operationId]))[0]!.state;
  }
  if (state !== 'DONE') throw new Error(`The operation is ${state}`);
  return performance.now() - begun;
}
