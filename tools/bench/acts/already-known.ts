import { type Act, ask, type BenchContext, type Result, signIn } from '../bench-context.ts';
import { startApi } from '../processes.ts';
import { carryOut, takePlan } from './assignment.ts';

/**
 * Assigning everybody a plan whose courses many have done elsewhere: the preview says who would have completed it at once (S10), and the
 * commit evaluates everybody with the facts they have. By a process that does nothing else.
 */
export const alreadyKnown: Act = async (context) => {
  const { world, postgres, dataDir } = context;
  await signIn(context, [world.adminId]);
  const planId = await takePlan(context);
  await askForKnownCourses(context, planId);
  const api = await startApi(postgres, dataDir);
  const done = await carryOut({ ...context, api }, { planId, audience: { kind: 'EVERYONE' }, confirmEverybody: true });
  const peak = api.peakMemory();
  await api.stop();
  const [counted] = await ask<{ completed: number }>(context, "SELECT count(*)::int AS completed FROM standing WHERE subject_id = $1 AND status = 'COMPLETED'", [planId]);
  const people = world.people.toLocaleString('en');
  const line = (act: string, milliseconds: number, note: string): Result => ({
    act: `${act} (rows /s)`,
    ours: { p50: milliseconds, p95: milliseconds, p99: milliseconds },
    bare: undefined,
    oursPerSecond: (world.people * 1000) / milliseconds,
    barePerSecond: undefined,
    ratio: undefined,
    ratioOf: undefined,
    mark: undefined,
    reached: undefined,
    note,
  });
  return [
    line(`Preview of assigning ${people} people what many have done elsewhere`, done.preview, `${counted!.completed.toLocaleString('en')} complete it at once`),
    line(`Assign it, commit to DONE`, done.apply, `peak memory of its process ${peak} MiB`),
  ];
};

/** The plan asks for what the first plan asks for, which people have done in part or in whole. */
async function askForKnownCourses(context: BenchContext, planId: string): Promise<void> {
  await ask(
    context,
    `WITH unguarded AS MATERIALIZED (SELECT set_config('session_replication_role', 'replica', true)), numbered AS (
       SELECT p.id AS plan_id, i.*, row_number() OVER (PARTITION BY p.id ORDER BY i.milestone_key, i.position) AS place
       FROM bench.plan p JOIN milestone_item i ON i.plan_version_id = p.version_id WHERE p.n = 1 OR p.id = $1
     )
     UPDATE milestone_item i SET learning_object_id = known.learning_object_id
     FROM unguarded, numbered own JOIN numbered known ON known.place = own.place AND known.plan_id <> own.plan_id
     WHERE own.plan_id = $1 AND i.plan_version_id = own.plan_version_id AND i.milestone_key = own.milestone_key AND i.position = own.position`,
    [planId],
  );
}
