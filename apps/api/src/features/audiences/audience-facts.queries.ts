import type { AudienceFacts } from '@milepost/domain';
import { recordsOf } from '../people/index.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

/**
 * What audiences ask of some people, as it is now: by one statement, for asking `matchesAudience` about a few people and many expressions.
 * For one expression and many people there is `audienceCondition`.
 */
export async function readAudienceFacts(transaction: Transaction, personIds: readonly string[]): Promise<AudienceFacts[]> {
  return transaction.query<AudienceFacts>(
    `WITH RECURSIVE wanted AS MATERIALIZED (
       SELECT id, status, locale, partner_account_id, hire_date FROM person WHERE organization_id = $1 AND id = ANY ($2::uuid[])
     ), held AS MATERIALIZED (
       SELECT person_id, department_id, position_id, job_role_id FROM affiliation WHERE organization_id = $1 AND valid_to IS NULL AND person_id = ANY ($2::uuid[])
     ), up AS (
       SELECT DISTINCT h.department_id AS leaf, d.parent_id AS above FROM held h JOIN department d ON d.organization_id = $1 AND d.id = h.department_id
       UNION
       SELECT up.leaf, d.parent_id FROM up JOIN department d ON d.organization_id = $1 AND d.id = up.above
     ), places AS MATERIALIZED (
       SELECT leaf, jsonb_build_object('id', leaf, 'ancestorIds', coalesce(jsonb_agg(above) FILTER (WHERE above IS NOT NULL), '[]')) AS place FROM up GROUP BY leaf
     ), grouped AS (
       SELECT m.person_id, array_agg(m.group_id) AS ids FROM group_membership m
       JOIN person_group g ON g.organization_id = $1 AND g.id = m.group_id AND g.removed_at IS NULL
       WHERE m.organization_id = $1 AND m.valid_to IS NULL AND m.person_id = ANY ($2::uuid[]) GROUP BY m.person_id
     ), affiliated AS (
       SELECT h.person_id, coalesce(jsonb_agg(p.place) FILTER (WHERE p.place IS NOT NULL), '[]') AS departments,
         array_remove(array_agg(h.position_id), NULL) AS positions, array_remove(array_agg(h.job_role_id), NULL) AS roles
       FROM held h LEFT JOIN places p ON p.leaf = h.department_id GROUP BY h.person_id
     )
     SELECT w.id AS "personId", (${recordsOf('w.id')})[2:] AS "mergedIds", w.status, w.locale AS language, w.partner_account_id AS "partnerAccountId", w.hire_date::text AS "hiredOn",
       coalesce(g.ids, '{}') AS "groupIds", coalesce(a.departments, '[]') AS departments, coalesce(a.positions, '{}') AS "positionIds", coalesce(a.roles, '{}') AS "jobRoleIds"
     FROM wanted w LEFT JOIN grouped g ON g.person_id = w.id LEFT JOIN affiliated a ON a.person_id = w.id`,
    [transaction.organizationId, personIds],
  );
}
