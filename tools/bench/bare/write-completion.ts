import type pg from 'pg';
import { v7 } from 'uuid';

/** A completion to be written, with everything that the product would have worked out. */
export interface BareCompletion {
  readonly organizationId: string;
  readonly personId: string;
  readonly moduleId: string;
  readonly courseId: string;
  readonly planId: string;
  readonly enrollmentId: string;
  /** The standing as it will be. */
  readonly milestones: string;
}

const standing = `plan_version_id, started_on, completed_on, completed_late, evidence_withdrawn, completion_class, due_on, due_ends_at, due_origin, due_source_id`;

const statements: readonly { readonly name: string; readonly text: string; readonly values: (of: BareCompletion, now: Date) => unknown[] }[] = [
  ...([['moduleId', 'MODULE'], ['courseId', 'COURSE']] as const).flatMap(([subject, kind]) => [
    {
      name: `bare-progress-${kind}`,
      text: `INSERT INTO item_progress (organization_id, person_id, learning_object_id, kind, state, progress, started_at, last_activity_at)
        VALUES ($1, $2, $3, '${kind}', 'COMPLETED', 1, $4, $4) ON CONFLICT (organization_id, person_id, learning_object_id) DO UPDATE
        SET state = 'COMPLETED', progress = 1, last_activity_at = excluded.last_activity_at`,
      values: (of: BareCompletion, now: Date) => [of.organizationId, of.personId, of[subject], now],
    },
    {
      name: `bare-fact-${kind}`,
      text: `INSERT INTO completion_fact (organization_id, id, person_id, learning_object_id, kind, completed_on, completed_at, recorded_at, origin)
        VALUES ($1, $2, $3, $4, '${kind}', $5::timestamptz::date, $5, $5, 'AUTO')`,
      values: (of: BareCompletion, now: Date) => [of.organizationId, v7(), of.personId, of[subject], now],
    },
  ]),
  {
    name: 'bare-standing',
    text: `UPDATE standing SET status = 'IN_PROGRESS', progress = 0.25, started_on = $4::timestamptz::date, milestones = $3, evaluated_at = $4
      WHERE organization_id = $1 AND enrollment_id = $2`,
    values: (of, now) => [of.organizationId, of.enrollmentId, of.milestones, now],
  },
  {
    name: 'bare-history',
    text: `INSERT INTO standing_history (organization_id, enrollment_id, subject_id, status, progress, ${standing}, recorded_at)
      SELECT organization_id, enrollment_id, subject_id, status, progress, ${standing}, evaluated_at FROM standing WHERE organization_id = $1 AND enrollment_id = $2`,
    values: (of) => [of.organizationId, of.enrollmentId],
  },
  {
    name: 'bare-counts',
    text: `INSERT INTO status_count (organization_id, subject_id, status, shard, people) VALUES ($1, $2, 'IN_PROGRESS', $3, 1), ($1, $2, 'NOT_STARTED', $3, -1)
      ON CONFLICT (organization_id, subject_id, status, shard) DO UPDATE SET people = status_count.people + excluded.people`,
    values: (of) => [of.organizationId, of.planId, Math.floor(Math.random() * 8)],
  },
  {
    name: 'bare-event',
    text: `INSERT INTO event_log (organization_id, type, ids, occurred_at) VALUES ($1, 'enrollment.changed', $2, $3)`,
    values: (of, now) => [of.organizationId, JSON.stringify({ enrollmentId: of.enrollmentId, subjectId: of.planId, personId: of.personId }), now],
  },
];

/** Writes the rows that the product writes for one completion, in one transaction of one prepared statement per row or pair. */
export async function writeCompletion(pool: pg.Pool, completion: BareCompletion): Promise<void> {
  const client = await pool.connect();
  const now = new Date();
  try {
    await client.query('BEGIN');
    for (const { name, text, values } of statements) await client.query({ name, text, values: values(completion, now) });
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}
