import type { CalendarDate, CompletionFact, FactId, Instant, LearningObjectId, Revocation } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';

/** Something that a person has done, or that was taken back. */
export interface WorkOfPerson {
  readonly personId: string;
  /** Content or a plan. */
  readonly subjectId: string;
}

/** A course of a person that may follow from changed work, with all that its standing follows from. */
export interface CourseOfPerson {
  readonly personId: string;
  readonly courseId: LearningObjectId;
  readonly moduleIds: readonly LearningObjectId[];
  readonly facts: readonly CompletionFact[];
  readonly revocations: readonly Revocation[];
  /** Whether it stands among what the person has begun. */
  readonly isBegun: boolean;
}

interface FactRow {
  readonly id: FactId;
  readonly learningObjectId: LearningObjectId;
  readonly completedOn: CalendarDate;
  readonly recordedAt: Instant;
  readonly origin: CompletionFact['origin'];
  readonly revokedAt: Instant | null;
}

/** The people and things of some work, as two columns. */
export const columnsOf = (work: readonly WorkOfPerson[]): [string[], string[]] => [work.map(({ personId }) => personId), work.map(({ subjectId }) => subjectId)];

/**
 * The courses that follow from some work of some people: those that hold it and those that it is, except where nothing can follow, because the
 * course is neither begun nor are all of its modules done. Drafts are no courses yet.
 */
export async function readCoursesOfPeople(transaction: Transaction, work: readonly WorkOfPerson[]): Promise<CourseOfPerson[]> {
  const rows = await transaction.query<Omit<CourseOfPerson, 'revocations' | 'facts'> & { readonly facts: readonly FactRow[] }>(
    `WITH changed AS (SELECT DISTINCT c.person_id, c.subject_id FROM unnest($2::uuid[], $3::uuid[]) AS c (person_id, subject_id)),
     concerned AS MATERIALIZED (
       SELECT c.person_id, o.id AS course_id FROM changed c JOIN learning_object o ON o.organization_id = $1 AND o.id = c.subject_id AND o.kind = 'COURSE' AND o.status <> 'DRAFT'
       UNION SELECT c.person_id, o.id FROM changed c JOIN course_module m ON m.organization_id = $1 AND m.module_id = c.subject_id
       JOIN learning_object o ON o.organization_id = $1 AND o.id = m.course_id AND o.status <> 'DRAFT'
     ), courses AS MATERIALIZED (
       SELECT c.id, ARRAY(SELECT m.module_id FROM course_module m WHERE m.organization_id = $1 AND m.course_id = c.id ORDER BY m.position) AS modules
       FROM (SELECT DISTINCT course_id AS id FROM concerned) c
     ), merged AS MATERIALIZED (
       SELECT m.merged_into_id AS person_id, array_agg(m.id) AS ids FROM person m WHERE m.organization_id = $1 AND m.merged_into_id IN (SELECT person_id FROM concerned) GROUP BY 1
     ), recorded AS MATERIALIZED (
       SELECT c.person_id, c.course_id, c.person_id || coalesce(m.ids, '{}') AS record_ids FROM concerned c LEFT JOIN merged m ON m.person_id = c.person_id
     )
     SELECT c.person_id AS "personId", c.course_id AS "courseId", o.modules AS "moduleIds", coalesce(f.list, '[]') AS facts, b.is_begun AS "isBegun"
     FROM recorded c JOIN courses o ON o.id = c.course_id
     CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM item_progress i WHERE i.organization_id = $1 AND i.person_id = ANY (c.record_ids) AND i.learning_object_id = c.course_id) AS is_begun) b
     CROSS JOIN LATERAL (
       SELECT json_agg(json_build_object('id', f.id, 'learningObjectId', f.subject_id, 'completedOn', f.completed_on, 'recordedAt', f.recorded_at, 'origin', f.origin,
           'revokedAt', x.revoked_at) ORDER BY f.id) AS list,
         count(DISTINCT f.subject_id) FILTER (WHERE x.revoked_at IS NULL AND f.subject_id <> c.course_id) AS modules_done
       FROM completion_fact f LEFT JOIN revocation_fact x ON x.organization_id = $1 AND x.completion_fact_id = f.id
       WHERE f.organization_id = $1 AND f.person_id = ANY (c.record_ids) AND f.subject_id = ANY (c.course_id || o.modules)
     ) f
     WHERE b.is_begun OR (f.modules_done = cardinality(o.modules) AND f.modules_done > 0)`,
    [transaction.organizationId, ...columnsOf(work)],
  );
  return rows.map((row) => ({
    ...row,
    revocations: row.facts.flatMap(({ id, revokedAt }) => (revokedAt === null ? [] : [{ factId: id, at: revokedAt }])),
  }));
}

/** How far a person is with a course. */
export interface CourseProgress {
  readonly personId: string;
  readonly courseId: string;
  readonly isComplete: boolean;
  readonly progress: number;
}

/** Notes how far people are with courses that they have begun; where that was taken back, it stays so up to their next work on it. */
export async function noteCourseProgress(transaction: Transaction, courses: readonly CourseProgress[]): Promise<void> {
  if (courses.length === 0) return;
  await transaction.query(
    `WITH noted AS (
       SELECT n.*, n."personId" AS record_id FROM jsonb_to_recordset($2::jsonb) AS n ("personId" uuid, "courseId" uuid, "isComplete" boolean, progress numeric)
     ), recorded AS MATERIALIZED (
       SELECT * FROM noted UNION ALL SELECT n."personId", n."courseId", n."isComplete", n.progress, m.id FROM noted n JOIN person m ON m.organization_id = $1 AND m.merged_into_id = n."personId"
     )
     UPDATE item_progress i SET state = CASE WHEN n."isComplete" THEN 'COMPLETED' WHEN i.state = 'NOT_STARTED' THEN 'NOT_STARTED' ELSE 'IN_PROGRESS' END, progress = n.progress
     FROM recorded n
     WHERE i.organization_id = $1 AND i.person_id = n.record_id AND i.learning_object_id = n."courseId"
       AND (i.progress <> n.progress OR (i.state = 'COMPLETED') <> n."isComplete")`,
    [transaction.organizationId, JSON.stringify(courses)],
  );
}
