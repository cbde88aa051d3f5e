import type { AudienceExpression } from '@milepost/domain';
import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { activePeople, audienceCondition } from '../audiences/index.ts';
import { finders } from '../catalogs/index.ts';

/** A plan that somebody lost, and who can find it all the same. */
export interface LostPlan {
  readonly planId: string;
  readonly finders: AudienceExpression;
}

/** Of what a change is known to speak; what is absent may be anything. */
export interface LostPlanScope {
  readonly planId?: string | undefined;
  /** What it lists. */
  readonly catalogId?: string | undefined;
  readonly personIds?: readonly string[] | undefined;
}

/** The plans that somebody lost and that can be found. */
export function readLostPlans(transaction: Transaction, { planId, catalogId, personIds }: LostPlanScope): Promise<LostPlan[]> {
  const parameters = new SqlParameters(transaction.organizationId);
  const conditions = [
    personIds
      ? `p.id IN (SELECT e.plan_id FROM enrollment e JOIN standing s ON s.organization_id = $1 AND s.enrollment_id = e.id AND s.status = 'WITHDRAWN'
           WHERE e.organization_id = $1 AND e.person_id = ANY (${parameters.add(personIds, 'uuid[]')}))`
      : "EXISTS (SELECT FROM standing s WHERE s.organization_id = $1 AND s.subject_id = p.id AND s.status = 'WITHDRAWN')",
  ];
  if (planId) conditions.push(`p.id = ${parameters.add(planId, 'uuid')}`);
  if (catalogId) conditions.push(`p.id IN (SELECT c.plan_id FROM catalog_entry c WHERE c.organization_id = $1 AND c.catalog_id = ${parameters.add(catalogId, 'uuid')} AND c.valid_to IS NULL)`);
  return transaction.query(
    `SELECT * FROM (SELECT p.id AS "planId", ${finders('p.id')} AS finders FROM learning_plan p WHERE p.organization_id = $1 AND ${conditions.join(' AND ')}) l
     WHERE l.finders IS NOT NULL ORDER BY 1`,
    parameters.values,
  );
}

/** An enrollment that was lost, and whose it is. */
export interface LostEnrollment {
  readonly enrollmentId: string;
  readonly personId: string;
}

/** Some of those who lost a plan, have done all of it and can find it, in the order of their enrollments. Of whoever is not complete progress is kept as 0.9999 at most. */
export function findWithdrawnFinders(
  transaction: Transaction,
  { planId, finders: audience }: LostPlan,
  { personIds, after, limit }: { readonly personIds?: readonly string[] | undefined; readonly after: string | undefined; readonly limit: number },
): Promise<LostEnrollment[]> {
  const parameters = new SqlParameters(transaction.organizationId);
  const conditions = [activePeople, `coalesce(${audienceCondition(audience, parameters)}, false)`, `s.subject_id = ${parameters.add(planId, 'uuid')}`];
  if (personIds) conditions.push(`e.person_id = ANY (${parameters.add(personIds, 'uuid[]')})`);
  if (after) conditions.push(`s.enrollment_id > ${parameters.add(after, 'uuid')}`);
  return transaction.query(
    `SELECT s.enrollment_id AS "enrollmentId", e.person_id AS "personId" FROM standing s
     JOIN enrollment e ON e.organization_id = $1 AND e.id = s.enrollment_id
     JOIN person p ON p.organization_id = $1 AND p.id = e.person_id
     WHERE s.organization_id = $1 AND s.status = 'WITHDRAWN' AND s.progress >= 0.9999 AND ${conditions.join(' AND ')} ORDER BY 1 LIMIT ${limit}`,
    parameters.values,
  );
}
