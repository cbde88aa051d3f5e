import type { Transaction } from '../../platform/database/transaction.ts';

/**
 * Pins those of some enrollments whose people did not have the plan any more to the version that is published now, before they are given it again: for them it is as
 * for whoever gets it for the first time, and what they did counts (2.2). What was held for them about milestones that this version does not have ends. To be evaluated
 * afterwards; the published version is to be held before (`holdPublishedVersion`).
 */
export async function renewPins(transaction: Transaction, enrollmentIds: readonly string[]): Promise<void> {
  const { organizationId, now, actor } = transaction;
  await transaction.query(
    `WITH renewed AS (
       UPDATE standing s SET plan_version_id = l.published_version_id
       FROM enrollment e, learning_plan l, plan_version v
       WHERE s.organization_id = $1 AND s.enrollment_id = ANY ($2::uuid[]) AND s.status = 'WITHDRAWN'
         AND e.organization_id = $1 AND e.id = s.enrollment_id AND l.organization_id = $1 AND l.id = e.plan_id
         AND v.organization_id = $1 AND v.id = s.plan_version_id AND v.delta_from IS NULL AND v.id <> l.published_version_id
       RETURNING s.enrollment_id, s.plan_version_id
     ), pinned AS (
       INSERT INTO enrollment_pin (organization_id, id, enrollment_id, plan_version_id, valid_from, created_at, created_by)
       SELECT $1, gen_random_uuid(), r.enrollment_id, r.plan_version_id, $3, $3, $4 FROM renewed r
     )
     UPDATE override o SET valid_to = $3, ended_by = $4 FROM renewed r
     WHERE o.organization_id = $1 AND o.enrollment_id = r.enrollment_id AND o.valid_to IS NULL AND o.milestone_key IS NOT NULL
       AND NOT EXISTS (SELECT FROM milestone m WHERE m.organization_id = $1 AND m.plan_version_id = r.plan_version_id AND m.key = o.milestone_key)`,
    [organizationId, enrollmentIds, now, actor.id],
  );
}
