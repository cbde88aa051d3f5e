import { matchesAudience, type AudienceExpression } from '@milepost/domain';
import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { readAudienceFacts } from '../audiences/index.ts';

/** Of `learning_plan p`: that whoever may find it does find it. */
const isShown = `p.lifecycle = 'ACTIVE' AND p.display_on_front_end`;
/** Of `learning_object o`: that it can be taken up; after its last day it cannot be completed any more. */
const isOffered = (now: string): string => `o.status = 'ACTIVE' AND o.kind = 'COURSE' AND (o.expires_on IS NULL OR o.expires_on >= (${now} AT TIME ZONE 'UTC')::date)`;
/** Of `catalog c`: that anybody finds anything by it. */
const isInUse = 'c.removed_at IS NULL AND c.audience IS NOT NULL';
const listing = `catalog_entry e JOIN catalog c ON c.organization_id = $1 AND c.id = e.catalog_id AND ${isInUse}`;

/** Of `learning_plan p`: that it can be found at all, by itself or by a catalog. */
const ofPlans = `
  SELECT p.id AS subject_id, p.visible_range AS audience, NULL::uuid AS catalog_id FROM learning_plan p WHERE p.organization_id = $1 AND ${isShown} AND p.visible_range IS NOT NULL
  UNION ALL
  SELECT e.subject_id, c.audience, c.id FROM learning_plan p JOIN ${listing} ON e.organization_id = $1 AND e.subject_id = p.id AND e.valid_to IS NULL
  WHERE p.organization_id = $1 AND ${isShown}`;

const ofCourses = (now: string): string => `
  SELECT e.subject_id, c.audience, c.id AS catalog_id FROM learning_object o JOIN ${listing} ON e.organization_id = $1 AND e.subject_id = o.id AND e.valid_to IS NULL
  WHERE o.organization_id = $1 AND ${isOffered(now)}`;

/**
 * Who can find a plan without being assigned (domain 2.1, L59), as one audience expression in JSON: an expression over the id of a plan, null where nobody can.
 * What says it of a person is `matchesAudience`, of many people `audienceCondition`.
 */
export const finders = (planId: string): string =>
  `(SELECT jsonb_build_object('kind', 'OR', 'operands', jsonb_agg(f.audience)) FROM (${ofPlans}) f WHERE f.subject_id = ${planId} HAVING count(*) > 0)`;

/** What is open to a person: catalogs, and the visible ranges that they are in. */
export interface OpenToPerson {
  readonly catalogIds: readonly string[];
  readonly ranges: readonly AudienceExpression[];
}

/** What is open to a person. Two statements, however much there is: audiences that are equal are read once and asked once. */
export async function readOpenToPerson(transaction: Transaction, personId: string): Promise<OpenToPerson> {
  const [[facts], rows] = await Promise.all([
    readAudienceFacts(transaction, [personId]),
    transaction.query<{ audience: AudienceExpression; isRange: boolean; catalogIds: string[] }>(
      `SELECT a.audience, bool_or(a.id IS NULL) AS "isRange", array_remove(array_agg(a.id), NULL) AS "catalogIds" FROM (
         SELECT DISTINCT p.visible_range AS audience, NULL::uuid AS id FROM learning_plan p WHERE p.organization_id = $1 AND ${isShown} AND p.visible_range IS NOT NULL
         UNION ALL SELECT c.audience, c.id FROM catalog c WHERE c.organization_id = $1 AND ${isInUse}
       ) a GROUP BY a.audience`,
      [transaction.organizationId],
    ),
  ]);
  const open = facts ? rows.filter(({ audience }) => matchesAudience(audience, facts)) : [];
  return { catalogIds: open.flatMap(({ catalogIds }) => catalogIds), ranges: open.flatMap(({ isRange, audience }) => (isRange ? [audience] : [])) };
}

/** What a person finds by what is open to them, as a relation of `subject_id` and `catalog_id`: by itself, or in a catalog. */
export function foundBy(parameters: SqlParameters, { catalogIds, ranges }: OpenToPerson, now: Date): string {
  const [catalogs, audiences] = [parameters.add(catalogIds, 'uuid[]'), parameters.add(ranges.map((range) => JSON.stringify(range)), 'jsonb[]')];
  return `SELECT f.subject_id, f.catalog_id FROM (${ofPlans} UNION ALL ${ofCourses(parameters.add(now, 'timestamptz'))}) f
    WHERE f.catalog_id = ANY (${catalogs}) OR f.catalog_id IS NULL AND f.audience = ANY (${audiences})`;
}

/** The plans and courses that a person can find without being assigned, all or some, each with the catalogs in which they find it. */
export async function readFindable(transaction: Transaction, personId: string, subjectIds: readonly string[] | null = null): Promise<ReadonlyMap<string, readonly string[]>> {
  const open = await readOpenToPerson(transaction, personId);
  const parameters = new SqlParameters(transaction.organizationId);
  const rows = await transaction.query<{ id: string; catalogIds: string[] }>(
    `SELECT o.subject_id AS id, array_remove(array_agg(o.catalog_id), NULL) AS "catalogIds" FROM (${foundBy(parameters, open, transaction.now)}) o
     ${subjectIds ? `WHERE o.subject_id = ANY (${parameters.add(subjectIds, 'uuid[]')})` : ''} GROUP BY o.subject_id`,
    parameters.values,
  );
  return new Map(rows.map(({ id, catalogIds }) => [id, catalogIds]));
}

/** What a catalog lists, by the other audiences in which each thing can be found: for whom it is found by this catalog only. */
export async function readOtherFinders(transaction: Transaction, catalogId: string): Promise<{ readonly others: readonly AudienceExpression[]; readonly subjects: number }[]> {
  return transaction.query(
    `SELECT others, count(*)::int AS subjects FROM (
       SELECT f.subject_id, coalesce(jsonb_agg(DISTINCT f.audience) FILTER (WHERE f.catalog_id IS DISTINCT FROM $2), '[]') AS others
       FROM (${ofPlans} UNION ALL ${ofCourses('$3::timestamptz')}) f
       WHERE f.subject_id IN (SELECT x.subject_id FROM catalog_entry x WHERE x.organization_id = $1 AND x.catalog_id = $2 AND x.valid_to IS NULL)
       GROUP BY f.subject_id
     ) found GROUP BY others`,
    [transaction.organizationId, catalogId, transaction.now],
  );
}
