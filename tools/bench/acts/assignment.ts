import { setTimeout as pause } from 'node:timers/promises';
import { type Act, ask, type BenchContext, graphqlRequest, type Result, signIn } from '../bench-context.ts';
import { RawClient } from '../load/raw-client.ts';
import { assignBare } from '../bare/assign.ts';
import { median, spreadOf } from '../statistics.ts';

const rounds = 3;

/**
 * Assigning a plan to everybody: the preview, from the commit until the operation is done, and all that once more. Beside it the bare
 * SQL that inserts the same rows under the same constraints in one transaction.
 */
export const assignment: Act = async (context) => {
  const { world } = context;
  await signIn(context, [world.adminId]);
  const times = { preview: [] as number[], first: [] as number[], again: [] as number[], bare: [] as number[] };
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const [ours, bare] = await takePlans(context);
    await ask(context, 'CHECKPOINT');
    const first = await assign(context, ours!);
    times.preview.push(first.preview);
    times.first.push(first.apply);
    await ask(context, 'CHECKPOINT');
    const bareTime = await assignBare(context, bare!);
    times.bare.push(bareTime);
    ratios.push(first.apply / bareTime);
    times.again.push((await assign(context, ours!)).apply);
  }
  const people = world.people.toLocaleString('en');
  const only = (act: string, measured: readonly number[]): Result => ({
    act,
    ours: spreadOf(measured),
    bare: undefined,
    oursPerSecond: (world.people * 1000) / median(measured),
    barePerSecond: undefined,
    ratio: undefined,
    ratioOf: undefined,
    mark: undefined,
    reached: undefined,
  });
  return [
    only(`Preview of assigning ${people} people (rows /s)`, times.preview),
    {
      ...only(`Assign ${people} people, commit to DONE (rows /s)`, times.first),
      bare: spreadOf(times.bare),
      barePerSecond: (world.people * 1000) / median(times.bare),
      ratio: median(ratios),
      ratioOf: 'time',
      mark: '≤ 3',
      reached: median(ratios) <= 3,
    },
    only(`The same once more, commit to DONE (rows /s)`, times.again),
  ];
};

/** Two plans that nobody has. */
async function takePlans(context: BenchContext): Promise<string[]> {
  const rows = await ask<{ id: string }>(
    context,
    'UPDATE bench.plan SET spare = false WHERE n IN (SELECT n FROM bench.plan WHERE spare ORDER BY n LIMIT 2) RETURNING id',
  );
  if (rows.length < 2) throw new Error('All spare plans have been assigned: run without --reuse.');
  return rows.map((row) => row.id);
}

async function assign(context: BenchContext, planId: string): Promise<{ preview: number; apply: number }> {
  const input = { planId, audience: { kind: 'EVERYONE' }, dueRule: { kind: 'FIXED', date: '2099-12-31' } };
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

async function mutate<T>({ api, world }: BenchContext, operation: string, field: string, input: unknown): Promise<T> {
  const client = new RawClient(api.port);
  const { body } = await client.send(Buffer.from(graphqlRequest(world.adminId, operation, { input })));
  client.close();
  const answer = JSON.parse(body) as { data?: Record<string, T & { problems?: unknown }> };
  const value = answer.data?.[field];
  if (!value || value.problems) throw new Error(`${operation}: ${body.slice(0, 500)}`);
  return value;
}
