import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import { defineLoaderFor } from '../../platform/request/loader.ts';
import { audienceName } from '../enrollments/index.ts';
import type { PastPoint } from './as-of.ts';
import type { PointsCompared } from './standing-changes.queries.ts';

/** Something that was recorded, and is seen from one of two points and not from the other. */
export interface ChangeCauseRow {
  readonly kind: 'RECORDED' | 'TAKEN_BACK' | 'GIVEN' | 'ENDED' | 'OVERRIDDEN' | 'OVERRIDE_ENDED' | 'DUE_MOVED' | 'VERSION_MOVED';
  /** When it was recorded. */
  readonly at: Date;
  /** The day that it is about: of a completion, or the new due date. */
  readonly on: string | null;
  readonly byId: string | null;
  readonly reason: string | null;
  /** What sort: the origin of a completion, the kind of a source, why one ended, the act of an override. */
  readonly sort: string | null;
  /** The assignment or what its audience is known by. */
  readonly name: string | null;
  readonly assignmentNumber: number | null;
  readonly versionNumber: number | null;
}

/** Names the changes of a page: a person's, in something. */
export const changeKey = (personId: string, subjectId: string): string => `${personId} ${subjectId}`;

/** Why people stand otherwise at one point than at another, the earliest cause first; by one statement for a page. */
export const changeCausesLoader = defineLoaderFor<PointsCompared, string, readonly ChangeCauseRow[]>(async (transaction, keys, { from, to }) => {
  const parameters = new SqlParameters(transaction.organizationId);
  const [people, subjects] = [0, 1].map((part) => parameters.add(keys.map((key) => key.split(' ')[part]), 'uuid[]'));
  const fromOneOnly = (seen: (point: PastPoint) => string): string => `(${seen(from)}) <> (${seen(to)})`;
  const isBy = (at: string, { until }: PastPoint): string => `${at} < ${parameters.add(until, 'timestamptz')}`;
  /** Whether an act is seen from exactly one of the points: by when it was carried out. */
  const seenOnce = (at: string): string => fromOneOnly((point) => isBy(at, point));
  // By knowledge of today a completion is seen by the day that it is about, and that one was taken back whenever that was.
  const recordedOnce = fromOneOnly((point) => (point.knowledge === 'KNOWN_TODAY' ? `completed_on <= ${parameters.add(point.date, 'date')}` : isBy('recorded_at', point)));
  const revokedOnce = fromOneOnly((point) => (point.knowledge === 'KNOWN_TODAY' ? 'true' : isBy('r.revoked_at', point)));
  const ofAssignment = 'LEFT JOIN assignment a ON a.organization_id = $1 AND a.id = x.assignment_id';
  const named = `CASE WHEN a.id IS NOT NULL THEN ${audienceName} END`;
  const rows = await transaction.query<ChangeCauseRow & { key: string }>(
    `WITH wanted AS MATERIALIZED (
       SELECT w.person_id, w.subject_id, r.id AS record_id FROM unnest(${people}, ${subjects}) AS w (person_id, subject_id)
       CROSS JOIN LATERAL (SELECT w.person_id AS id UNION ALL SELECT m.id FROM person m WHERE m.organization_id = $1 AND m.merged_into_id = w.person_id) r
     ), held AS MATERIALIZED (
       SELECT w.person_id, w.subject_id, e.id FROM wanted w JOIN enrollment e ON e.organization_id = $1 AND e.person_id = w.record_id AND e.subject_id = w.subject_id
     ), fact AS MATERIALIZED (
       SELECT w.person_id AS of_person, f.* FROM wanted w JOIN completion_fact f ON f.organization_id = $1 AND f.person_id = w.record_id AND f.subject_id = w.subject_id
     )
     SELECT c.person_id || ' ' || c.subject_id AS key, c.kind, c.at, c."on"::text AS "on", c.by_id AS "byId", c.reason, c.sort, c.name, c.number AS "assignmentNumber",
       c.version AS "versionNumber"
     FROM (
       SELECT of_person AS person_id, subject_id, 'RECORDED' AS kind, recorded_at AS at, completed_on AS "on", created_by AS by_id, reason, origin AS sort, NULL::text AS name, NULL::int AS number, NULL::int AS version
         FROM fact WHERE ${recordedOnce}
       UNION ALL SELECT f.of_person, f.subject_id, 'TAKEN_BACK', r.revoked_at, f.completed_on, r.revoked_by, r.reason, f.origin, NULL, NULL, NULL
         FROM fact f JOIN revocation_fact r ON r.organization_id = $1 AND r.completion_fact_id = f.id WHERE ${revokedOnce}
       UNION ALL SELECT h.person_id, h.subject_id, 'GIVEN', x.valid_from, NULL, x.created_by, NULL, x.kind, ${named}, a.number, NULL
         FROM held h JOIN enrollment_source x ON x.organization_id = $1 AND x.enrollment_id = h.id ${ofAssignment} WHERE x.suppressed_reason IS NULL AND ${seenOnce('x.valid_from')}
       UNION ALL SELECT h.person_id, h.subject_id, 'ENDED', x.valid_to, NULL, x.ended_by, NULL, x.ended_because, ${named}, a.number, NULL
         FROM held h JOIN enrollment_source x ON x.organization_id = $1 AND x.enrollment_id = h.id ${ofAssignment} WHERE x.valid_to IS NOT NULL AND ${seenOnce('x.valid_to')}
       UNION ALL SELECT h.person_id, h.subject_id, 'OVERRIDDEN', o.valid_from, o.due_on, o.created_by, o.reason, o.act, NULL, NULL, NULL
         FROM held h JOIN override o ON o.organization_id = $1 AND o.enrollment_id = h.id WHERE o.act <> 'NOTE' AND ${seenOnce('o.valid_from')}
       UNION ALL SELECT h.person_id, h.subject_id, 'OVERRIDE_ENDED', o.valid_to, NULL, o.ended_by, NULL, o.act, NULL, NULL, NULL
         FROM held h JOIN override o ON o.organization_id = $1 AND o.enrollment_id = h.id WHERE o.act <> 'NOTE' AND o.valid_to IS NOT NULL AND ${seenOnce('o.valid_to')}
       UNION ALL SELECT h.person_id, h.subject_id, 'DUE_MOVED', d.recorded_at, d.due_after, d.created_by, NULL, d.cause, NULL, NULL, NULL
         FROM held h JOIN due_change d ON d.organization_id = $1 AND d.enrollment_id = h.id WHERE d.milestone_key IS NULL AND ${seenOnce('d.recorded_at')}
       UNION ALL SELECT h.person_id, h.subject_id, 'VERSION_MOVED', i.valid_from, NULL, i.created_by, NULL, NULL, NULL, NULL, v.number
         FROM held h JOIN enrollment_pin i ON i.organization_id = $1 AND i.enrollment_id = h.id JOIN plan_version v ON v.organization_id = $1 AND v.id = i.plan_version_id
         WHERE ${seenOnce('i.valid_from')}
     ) c ORDER BY c.at, c.kind`,
    parameters.values,
  );
  return Map.groupBy(rows, ({ key }) => key);
});
