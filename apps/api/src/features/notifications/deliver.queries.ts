import type { AudienceExpression } from '@milepost/domain';
import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { activePeople, audienceCondition } from '../audiences/index.ts';

/** So many are told by one statement: a transaction stays short, because events of everybody wait for the oldest one. */
export const mostAtOnce = 5_000;

const columns = 'organization_id, id, person_id, type, plan_id, learning_object_id, cycle, plan_version_id, assignment_id, created_at';

/** Of `p`, that nothing of the type was delivered to them of a subject, in a cycle and of a version: columns or parameters. */
const notTold = (type: string, subject: string, cycle: string, version: string): string =>
  `NOT EXISTS (SELECT FROM delivery d WHERE d.organization_id = $1 AND d.person_id = p.id AND d.subject_id = ${subject} AND d.type = '${type}'
     AND d.cycle = ${cycle} AND d.plan_version_id IS NOT DISTINCT FROM ${version})`;

/**
 * Tells people of an assignment that wants to be told of what they have by it, also whoever had it before and was not told.
 *
 * @param enrollmentId only of this enrollment; null: of all
 * @returns how many were told; fewer than {@link mostAtOnce}: there is nobody left
 */
export function deliverAssigned(transaction: Transaction, assignmentId: string, enrollmentId: string | null): Promise<number> {
  return transaction.execute(
    `INSERT INTO delivery (${columns})
     SELECT $1, gen_random_uuid(), p.id, 'ASSIGNED', e.plan_id, e.learning_object_id, e.cycle, NULL, a.id, coalesce(
         (SELECT max(s.valid_from) FROM enrollment_source s WHERE s.organization_id = $1 AND s.enrollment_id = e.id AND s.assignment_id = a.id), $4::timestamptz)
     FROM assignment a
     JOIN assignment_member m ON m.organization_id = $1 AND m.assignment_id = a.id AND m.state IN ('APPLIED', 'MERGED', 'CONFLICT', 'EXCEPTION')
     JOIN enrollment e ON e.organization_id = $1 AND e.id = m.enrollment_id
     JOIN person p ON ${activePeople} AND p.id = m.person_id
     WHERE a.organization_id = $1 AND a.id = $2 AND a.notify AND ($3::uuid IS NULL OR m.enrollment_id = $3::uuid) AND ${notTold('ASSIGNED', 'e.subject_id', 'e.cycle', 'NULL')}
     ORDER BY p.id LIMIT ${mostAtOnce} ON CONFLICT ON CONSTRAINT delivery_once DO NOTHING`,
    [transaction.organizationId, assignmentId, enrollmentId, transaction.now],
  );
}

/** Tells those whom an act moved to another version of their plan, or who are asked for what is new. */
export function deliverMoved(transaction: Transaction, operationId: string): Promise<number> {
  return transaction.execute(
    `INSERT INTO delivery (${columns})
     SELECT $1, gen_random_uuid(), p.id, 'VERSION_MOVED', e.plan_id, NULL, e.cycle, n.plan_version_id, NULL, $3
     FROM enrollment_pin n
     JOIN enrollment e ON e.organization_id = $1 AND e.id = n.enrollment_id
     JOIN person p ON ${activePeople} AND p.id = e.person_id
     WHERE n.organization_id = $1 AND n.operation_id = $2 AND ${notTold('VERSION_MOVED', 'e.subject_id', 'e.cycle', 'n.plan_version_id')}
     ORDER BY p.id LIMIT ${mostAtOnce} ON CONFLICT ON CONSTRAINT delivery_once DO NOTHING`,
    [transaction.organizationId, operationId, transaction.now],
  );
}

/**
 * Tells those for whom steps have opened, once for each step of a cycle whatever becomes of it (C18). Who has lost or completed the plan meanwhile, and whose plan
 * is inactive, is told nothing; nor of a step that is closed again.
 */
export function deliverOpened(transaction: Transaction, openingId: string): Promise<number> {
  return transaction.execute(
    `INSERT INTO delivery (${columns}, milestone_key)
     SELECT $1, gen_random_uuid(), p.id, 'STEP_OPENED', e.plan_id, NULL, e.cycle, NULL, NULL, t.opened_at, t.milestone_key
     FROM step_release t
     JOIN enrollment e ON e.organization_id = $1 AND e.id = t.enrollment_id
     JOIN learning_plan l ON l.organization_id = $1 AND l.id = e.plan_id AND l.lifecycle = 'ACTIVE'
     JOIN standing s ON s.organization_id = $1 AND s.enrollment_id = e.id AND s.is_current AND s.status IN ('NOT_STARTED', 'IN_PROGRESS')
     JOIN person p ON ${activePeople} AND p.id = e.person_id
     WHERE t.organization_id = $1 AND t.opening_id = $2
       AND EXISTS (SELECT FROM jsonb_array_elements(s.milestones) m WHERE m->>'key' = t.milestone_key::text AND m->>'status' IN ('AVAILABLE', 'IN_PROGRESS'))
       AND NOT EXISTS (SELECT FROM delivery d WHERE d.organization_id = $1 AND d.person_id = p.id AND d.subject_id = e.subject_id AND d.type = 'STEP_OPENED'
         AND d.cycle = e.cycle AND d.milestone_key = t.milestone_key)
     ORDER BY p.id LIMIT ${mostAtOnce} ON CONFLICT ON CONSTRAINT delivery_once DO NOTHING`,
    [transaction.organizationId, openingId],
  );
}

/** A plan as far as it matters for telling of its publishing. */
export interface PublishedPlan {
  readonly versionId: string;
  readonly visibleRange: AudienceExpression;
}

/** The plan, if it can be found by anybody at all by its visible range. */
export async function readPublished(transaction: Transaction, planId: string): Promise<PublishedPlan | undefined> {
  const [plan] = await transaction.query<PublishedPlan>(
    `SELECT published_version_id AS "versionId", visible_range AS "visibleRange" FROM learning_plan
     WHERE organization_id = $1 AND id = $2 AND lifecycle = 'ACTIVE' AND display_on_front_end AND visible_range IS NOT NULL`,
    [transaction.organizationId, planId],
  );
  return plan;
}

/** Tells everybody within the visible range of a plan that it is there (D19); whom an assignment was faster to tell knows it already (X11). */
export function deliverPublished(transaction: Transaction, planId: string, { versionId, visibleRange }: PublishedPlan): Promise<number> {
  const parameters = new SqlParameters(transaction.organizationId);
  const [plan, version] = [parameters.add(planId, 'uuid'), parameters.add(versionId, 'uuid')];
  const now = parameters.add(transaction.now, 'timestamptz');
  return transaction.execute(
    `INSERT INTO delivery (${columns})
     SELECT $1, gen_random_uuid(), p.id, 'PLAN_PUBLISHED', ${plan}, NULL, 0, ${version}, NULL, ${now} FROM person p
     WHERE ${activePeople} AND ${audienceCondition(visibleRange, parameters)} AND ${notTold('PLAN_PUBLISHED', plan, '0', version)}
       AND NOT EXISTS (SELECT FROM delivery d WHERE d.organization_id = $1 AND d.person_id = p.id AND d.subject_id = ${plan} AND d.type = 'ASSIGNED')
     ORDER BY p.id LIMIT ${mostAtOnce} ON CONFLICT ON CONSTRAINT delivery_once DO NOTHING`,
    parameters.values,
  );
}
