import type { BenchContext } from '../bench-context.ts';
import { withClient } from '../../dev/postgres/prepare-database.ts';

const standing = `plan_version_id, due_on, due_ends_at, due_origin, completed_late, evidence_withdrawn`;

/** Reads everybody whom a plan would be given to, and how far they are with it, by one statement. Answers the milliseconds. */
export async function selectBare({ postgres }: BenchContext, planId: string): Promise<number> {
  return withClient(postgres.url('superuser'), async (client) => {
    const begun = performance.now();
    await client.query(
      `SELECT p.id, s.status FROM person p
       LEFT JOIN enrollment e ON e.organization_id = p.organization_id AND e.person_id = p.id AND e.subject_id = $1
       LEFT JOIN standing s ON s.organization_id = e.organization_id AND s.enrollment_id = e.id
       WHERE p.status = 'ACTIVE' ORDER BY p.id`,
      [planId],
    );
    return performance.now() - begun;
  });
}

/** Gives a plan to everybody by plain SQL: the same rows in the same tables under the same constraints, in one transaction. Answers the milliseconds. */
export async function assignBare({ postgres }: BenchContext, planId: string): Promise<number> {
  return withClient(postgres.url('superuser'), async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `INSERT INTO assignment (organization_id, id, number, name, audience, mode, due_rule, state, on_leave)
       SELECT organization_id, uuidv7(), (SELECT max(number) + 1 FROM assignment), 'Bare', '{"kind": "EVERYONE"}', 'ONE_TIME',
         '{"kind": "FIXED", "date": "2099-12-31"}', 'DONE', 'KEEP' FROM bench.world RETURNING id`,
    );
    const assignmentId = rows[0]!.id;
    await client.query('INSERT INTO assignment_target (organization_id, assignment_id, plan_id) SELECT organization_id, $1, $2 FROM bench.world', [assignmentId, planId]);
    const begun = performance.now();
    await client.query('BEGIN');
    await client.query(
      `INSERT INTO enrollment (organization_id, id, person_id, plan_id, cycle, plan_version_id, enrolled_on)
       SELECT p.organization_id, uuidv7(), p.id, l.id, 1, l.published_version_id, (now() AT TIME ZONE p.time_zone)::date
       FROM person p, learning_plan l WHERE l.id = $1 AND p.status = 'ACTIVE'`,
      [planId],
    );
    await client.query(
      `INSERT INTO enrollment_source (organization_id, id, enrollment_id, kind, assignment_id, due_rule, valid_from)
       SELECT e.organization_id, uuidv7(), e.id, 'RULE', a.id, a.due_rule, now() FROM enrollment e, assignment a WHERE e.subject_id = $1 AND a.id = $2`,
      [planId, assignmentId],
    );
    await client.query(
      `INSERT INTO assignment_member (organization_id, assignment_id, person_id, subject_id, enrollment_id, state)
       SELECT organization_id, $2, person_id, subject_id, id, 'APPLIED' FROM enrollment WHERE subject_id = $1`,
      [planId, assignmentId],
    );
    await client.query(
      `INSERT INTO standing (organization_id, enrollment_id, subject_id, status, progress, ${standing}, milestones, evaluated_at)
       SELECT e.organization_id, e.id, e.subject_id, 'NOT_STARTED', 0, e.plan_version_id, '2099-12-31',
         '2100-01-01'::timestamp AT TIME ZONE p.time_zone - interval '1 ms', 'GROUP_ASSIGNMENT', false, false, m.milestones, now()
       FROM enrollment e JOIN person p ON p.organization_id = e.organization_id AND p.id = e.person_id,
         (SELECT jsonb_agg(jsonb_build_object('key', key, 'status', 'AVAILABLE', 'unitsRequired', units::text, 'unitsEarned', '0', 'satisfiedOn', NULL,
           'due', '2099-12-31', 'opensOn', '2026-01-01')) AS milestones FROM milestone
          WHERE plan_version_id = (SELECT published_version_id FROM learning_plan WHERE id = $1)) m
       WHERE e.subject_id = $1`,
      [planId],
    );
    await client.query(
      `INSERT INTO standing_history (organization_id, enrollment_id, subject_id, status, progress, ${standing}, recorded_at)
       SELECT organization_id, enrollment_id, subject_id, status, progress, ${standing}, evaluated_at FROM standing WHERE subject_id = $1`,
      [planId],
    );
    await client.query(
      `INSERT INTO status_count (organization_id, subject_id, status, shard, people)
       SELECT organization_id, subject_id, status, 0, count(*) FROM standing WHERE subject_id = $1 GROUP BY 1, 2, 3`,
      [planId],
    );
    await client.query('COMMIT');
    return performance.now() - begun;
  });
}
