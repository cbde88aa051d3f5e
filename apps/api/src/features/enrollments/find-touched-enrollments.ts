import type { Transaction } from '../../platform/database/transaction.ts';

/** The enrollments of some people whose standing may depend on some learning objects: plans that link them or an equivalent, or they themselves. */
export async function findTouchedEnrollments(
  transaction: Transaction,
  personIds: readonly string[],
  learningObjectIds: readonly string[],
): Promise<{ id: string; planId: string | null; personId: string }[]> {
  return transaction.query(
    `WITH linked AS (
       SELECT o.id FROM learning_object o WHERE o.organization_id = $1 AND (o.id = ANY ($3::uuid[]) OR o.equivalence_key IN (
         SELECT l.equivalence_key FROM learning_object l WHERE l.organization_id = $1 AND l.id = ANY ($3::uuid[])))
     )
     SELECT e.id, e.plan_id AS "planId", e.person_id AS "personId" FROM enrollment e
     LEFT JOIN standing s ON s.organization_id = $1 AND s.enrollment_id = e.id
     WHERE e.organization_id = $1 AND e.person_id = ANY ($2::uuid[])
       AND (e.learning_object_id IN (SELECT id FROM linked)
         OR EXISTS (SELECT FROM milestone_item i WHERE i.organization_id = $1 AND i.learning_object_id IN (SELECT id FROM linked)
           AND i.plan_version_id = coalesce(s.plan_version_id, e.plan_version_id)))`,
    [transaction.organizationId, personIds, learningObjectIds],
  );
}
