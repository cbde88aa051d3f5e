import type pg from 'pg';
import { patterns, sharedPlans, zones } from './structure.ts';

const chosen = `(p.n <= ${sharedPlans} OR (w.n + p.n) % 2 = 0)`;
const pattern = `((w.n * 7 + p.n * 3 + w.n / 8) % ${patterns.length})`;

/** Gives people their plans and completions: enrollments with their sources, and facts, but no standings yet. */
export async function loadEnrollments(client: pg.Client): Promise<void> {
  await client.query(`
    CREATE TABLE bench.enrollment AS
      SELECT uuidv7() AS id, w.n AS person_n, w.id AS person_id, p.n AS plan_n, p.id AS plan_id, ${pattern} AS pattern, w.n % ${zones.length} AS zone
      FROM bench.plan p CROSS JOIN bench.person w WHERE NOT p.spare AND ${chosen} ORDER BY p.n, w.n;
    INSERT INTO enrollment (organization_id, id, person_id, plan_id, cycle, plan_version_id, enrolled_on)
      SELECT organization_id, e.id, e.person_id, e.plan_id, 1, p.version_id, today - 100 FROM bench.world, bench.enrollment e JOIN bench.plan p ON p.n = e.plan_n;
    INSERT INTO enrollment_source (organization_id, id, enrollment_id, kind, assignment_id, due_rule, valid_from)
      SELECT a.organization_id, uuidv7(), e.id, 'RULE', a.id, a.due_rule, today - interval '100 days'
      FROM bench.world, bench.enrollment e JOIN bench.plan p ON p.n = e.plan_n JOIN assignment a ON a.id = p.assignment_id;
    INSERT INTO assignment_member (organization_id, assignment_id, person_id, subject_id, enrollment_id, state)
      SELECT organization_id, p.assignment_id, e.person_id, e.plan_id, e.id, 'APPLIED' FROM bench.world, bench.enrollment e JOIN bench.plan p ON p.n = e.plan_n;
    INSERT INTO completion_fact (organization_id, id, person_id, learning_object_id, kind, completed_on, completed_at, recorded_at, origin)
      SELECT organization_id, uuidv7(), e.person_id, c.course_id, 'COURSE', t.done_on, t.done_on + interval '12 hours', t.done_on + interval '12 hours', 'AUTO'
      FROM bench.world, bench.enrollment e JOIN bench.pattern t ON t.n = e.pattern JOIN bench.course c ON c.plan_n = e.plan_n AND c.place = t.place;
    ANALYZE`);
}

/** One enrollment for each kind: whoever has the same plan, pattern and zone has an equal standing. */
export async function findRepresentatives(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>('SELECT min(id::text) AS id FROM bench.enrollment GROUP BY plan_n, pattern, zone');
  return rows.map((row) => row.id);
}

const copied = `plan_version_id, started_on, completed_on, completed_late, evidence_withdrawn, completion_class, due_on, due_ends_at, due_origin, due_source_id`;

/** Gives everybody the standing that the evaluator found for their representative, with history, the plan's own completion and counts. */
export async function copyStandings(client: pg.Client): Promise<void> {
  await client.query(`
    CREATE TABLE bench.kind AS SELECT e.plan_n, e.pattern, e.zone, s.* FROM standing s JOIN bench.enrollment e ON e.id = s.enrollment_id;
    INSERT INTO standing (organization_id, enrollment_id, subject_id, status, progress, ${copied}, milestones, evaluated_at)
      SELECT k.organization_id, e.id, k.subject_id, k.status, k.progress, ${copied}, k.milestones, k.evaluated_at
      FROM bench.enrollment e JOIN bench.kind k USING (plan_n, pattern, zone) WHERE e.id <> k.enrollment_id ORDER BY e.id;
    INSERT INTO standing_history (organization_id, enrollment_id, subject_id, status, progress, ${copied}, recorded_at)
      SELECT k.organization_id, e.id, k.subject_id, k.status, k.progress, ${copied}, k.evaluated_at
      FROM bench.enrollment e JOIN bench.kind k USING (plan_n, pattern, zone) WHERE e.id <> k.enrollment_id ORDER BY e.id;
    INSERT INTO completion_fact (organization_id, id, person_id, plan_id, kind, cycle, completed_on, recorded_at, origin, completion_class)
      SELECT k.organization_id, uuidv7(), e.person_id, e.plan_id, 'PLAN', 1, k.completed_on, k.evaluated_at, 'AUTO', k.completion_class
      FROM bench.enrollment e JOIN bench.kind k USING (plan_n, pattern, zone) WHERE e.id <> k.enrollment_id AND k.status = 'COMPLETED';
    DELETE FROM status_count; DELETE FROM daily_completion; DELETE FROM due_count;
    INSERT INTO status_count (organization_id, subject_id, status, shard, people)
      SELECT organization_id, subject_id, status, 0, count(*) FROM standing GROUP BY 1, 2, 3;
    INSERT INTO daily_completion (organization_id, subject_id, on_date, shard, people)
      SELECT organization_id, subject_id, completed_on, 0, count(*) FROM standing WHERE completed_on IS NOT NULL GROUP BY 1, 2, 3;
    INSERT INTO due_count (organization_id, subject_id, due_ends_at, shard, people)
      SELECT organization_id, subject_id, due_ends_at, 0, count(*) FROM standing
      WHERE status IN ('NOT_STARTED', 'IN_PROGRESS') AND due_ends_at IS NOT NULL GROUP BY 1, 2, 3;
    CREATE INDEX ON bench.enrollment (plan_n, pattern, person_n)`);
  await client.query('VACUUM ANALYZE');
  await client.query('CHECKPOINT');
}
