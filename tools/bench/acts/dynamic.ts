import { setTimeout as pause } from 'node:timers/promises';
import { type Act, ask, type Result, signIn } from '../bench-context.ts';
import { mutate } from '../load/mutate.ts';
import { spreadOf } from '../statistics.ts';
import { carryOut, takePlan } from './assignment.ts';

const newcomers = 60;

/** From the change of a person's department until they have the plan that is assigned to it, of 100,000 people. */
export const dynamic: Act = async (context) => {
  const { world } = context;
  await signIn(context, [world.adminId]);
  const planId = await takePlan(context);
  const [department] = await ask<{ id: string }>(context, 'SELECT id FROM bench.department WHERE n = 60');
  const audience = { kind: 'DEPARTMENTS', departmentIds: [department!.id], includeSubDepartments: false };
  await carryOut(context, { planId, audience, mode: 'DYNAMIC' });
  const people = await ask<{ id: string; rowVersion: number }>(
    context,
    `SELECT p.id, p.row_version AS "rowVersion" FROM person p JOIN bench.person w ON w.id = p.id
     JOIN affiliation a ON a.organization_id = p.organization_id AND a.person_id = p.id AND a.valid_to IS NULL
     WHERE a.department_id <> $1 ORDER BY md5(p.id::text) LIMIT $2`,
    [department!.id, newcomers],
  );
  const milliseconds: number[] = [];
  for (const { id, rowVersion } of people) {
    const begun = performance.now();
    await mutate(context, 'UpdatePerson', 'updatePerson', { personId: id, rowVersion, departmentId: department!.id });
    while ((await ask(context, 'SELECT FROM enrollment WHERE person_id = $1 AND subject_id = $2', [id, planId])).length === 0) {
      if (performance.now() - begun > 20_000) throw new Error('A newcomer was not given the plan within 20 s');
      await pause(5);
    }
    milliseconds.push(performance.now() - begun);
  }
  const ours = spreadOf(milliseconds);
  const result: Result = {
    act: 'From the change of a person’s department to the plan that is assigned to it',
    ours,
    bare: undefined,
    oursPerSecond: undefined,
    barePerSecond: undefined,
    ratio: undefined,
    ratioOf: undefined,
    mark: 'p99 < 1 s',
    reached: ours.p99 < 1_000,
  };
  return [result];
};
