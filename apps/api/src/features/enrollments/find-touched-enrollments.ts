import type { Transaction } from '../../platform/database/transaction.ts';
import { lockPeople } from '../people/index.ts';

/** An enrollment whose standing may depend on something. */
export interface TouchedEnrollment {
  readonly id: string;
  /** The plan, or the content that was assigned by itself. */
  readonly subjectId: string;
}

const touched = `
  WITH linked AS (
    SELECT o.id FROM learning_object o WHERE o.organization_id = $1 AND (o.id = ANY ($3::uuid[]) OR o.equivalence_key IN (
      SELECT l.equivalence_key FROM learning_object l WHERE l.organization_id = $1 AND l.id = ANY ($3::uuid[])))
    UNION SELECT m.course_id FROM course_module m WHERE m.organization_id = $1 AND m.module_id = ANY ($3::uuid[])
  )
  SELECT e.id, e.subject_id AS "subjectId" FROM enrollment e
  LEFT JOIN standing s ON s.organization_id = $1 AND s.enrollment_id = e.id
  WHERE e.organization_id = $1 AND e.person_id = $2
    AND (e.learning_object_id IN (SELECT id FROM linked)
      OR EXISTS (SELECT FROM milestone_item i WHERE i.organization_id = $1 AND i.learning_object_id IN (SELECT id FROM linked)
        AND i.plan_version_id = coalesce(s.plan_version_id, e.plan_version_id)))`;

/** A person's enrollments that some learning objects may concern: plans that link them, an equivalent, or a course that holds them, or they themselves. */
export function findTouchedEnrollments(transaction: Transaction, personId: string, learningObjectIds: readonly string[]): Promise<TouchedEnrollment[]> {
  return transaction.query(touched, [transaction.organizationId, personId, learningObjectIds]);
}

/**
 * The same, for whoever is about to change them: first the person is locked, so that of two reports of one person the second sees what
 * the first one wrote, then the enrollments, so that no bulk evaluation comes between.
 */
export async function lockTouchedEnrollments(
  transaction: Transaction,
  personId: string,
  learningObjectIds: readonly string[],
): Promise<TouchedEnrollment[]> {
  const [, found] = await Promise.all([
    lockPeople(transaction, [personId], 'TO_RECORD'),
    transaction.query<TouchedEnrollment>(`${touched} ORDER BY e.id FOR NO KEY UPDATE OF e`, [transaction.organizationId, personId, learningObjectIds]),
  ]);
  return found;
}

/**
 * The enrollments that changes of many people may concern, as SQL over `changed (person_id, subject_id)`: content or plans. `$1` is the organization.
 *
 * @param selected what is selected of `enrollment e` and `standing s`
 */
export const touchedBy = (selected: string): string => `
  related AS MATERIALIZED (
    SELECT c.subject_id, c.subject_id AS linked_id FROM changed c
    UNION SELECT o.id, l.id FROM learning_object o JOIN learning_object l ON l.organization_id = $1 AND l.equivalence_key = o.equivalence_key
      WHERE o.organization_id = $1 AND o.id IN (SELECT subject_id FROM changed)
    UNION SELECT m.module_id, m.course_id FROM course_module m WHERE m.organization_id = $1 AND m.module_id IN (SELECT subject_id FROM changed)
  ), versions AS MATERIALIZED (
    SELECT DISTINCT r.subject_id, i.plan_version_id FROM related r JOIN milestone_item i ON i.organization_id = $1 AND i.learning_object_id = r.linked_id
  ), possible AS MATERIALIZED (
    SELECT subject_id, linked_id AS enrolled_id FROM related
    UNION SELECT v.subject_id, l.plan_id FROM versions v JOIN plan_version l ON l.organization_id = $1 AND l.id = v.plan_version_id
  )
  SELECT ${selected} FROM changed c
  JOIN possible n ON n.subject_id = c.subject_id
  JOIN enrollment e ON e.organization_id = $1 AND e.person_id = c.person_id AND e.subject_id = n.enrolled_id
  LEFT JOIN standing s ON s.organization_id = $1 AND s.enrollment_id = e.id
  WHERE ((c.subject_id, e.subject_id) IN (SELECT subject_id, linked_id FROM related)
    OR (c.subject_id, coalesce(s.plan_version_id, e.plan_version_id)) IN (SELECT subject_id, plan_version_id FROM versions))`;

/** The same of many people, each with what has changed for them. They are to be locked before. */
export function findEnrollmentsTouchedBy(
  transaction: Transaction,
  changes: readonly { readonly personId: string; readonly subjectId: string }[],
): Promise<(TouchedEnrollment & { readonly personId: string })[]> {
  return transaction.query(
    `WITH changed AS (SELECT DISTINCT c.person_id, c.subject_id FROM unnest($2::uuid[], $3::uuid[]) AS c (person_id, subject_id)),
     ${touchedBy('DISTINCT e.id, e.subject_id AS "subjectId", e.person_id AS "personId"')}`,
    [transaction.organizationId, changes.map(({ personId }) => personId), changes.map(({ subjectId }) => subjectId)],
  );
}
