import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { PersonCondition } from '../people/index.ts';

/** Of whom is asked, and what of. */
export interface ProvenPeople {
  /** A condition on `person p`. */
  readonly people: PersonCondition;
  /** Only these; absent: everybody. */
  readonly among?: readonly string[];
  readonly subjectId: string;
  /** Of each list a fact about one of its objects is needed; null: facts do not matter. */
  readonly needed: readonly (readonly string[])[] | null;
}

/** Somebody who could be complete at once; with the enrollment that was taken away from them, where there was one. */
export interface ProvenPerson {
  readonly id: string;
  readonly enrollmentId: string | null;
}

/**
 * People who do not have something and could be complete in it at once: by facts of all that is needed, by a completion of the very thing, or by
 * rules of their own for an enrollment that was taken away. Facts lead to the people, not people to their facts: where there are none, nobody is
 * looked at, however many are asked about.
 */
export async function findProvenPeople(transaction: Transaction, { people, among, subjectId, needed }: ProvenPeople): Promise<readonly ProvenPerson[]> {
  const parameters = new SqlParameters(transaction.organizationId);
  const subject = parameters.add(subjectId, 'uuid');
  const pairs = (needed ?? []).flatMap((objects, need) => objects.map((id) => [id, need] as const));
  const objects = parameters.add(pairs.map(([id]) => id), 'uuid[]');
  const needs = parameters.add(pairs.map(([, need]) => need), 'integer[]');
  const only = among && parameters.add(among, 'uuid[]');
  const ofThese = only ? `AND f.person_id IN (SELECT unnest(${only}) UNION ALL SELECT m.id FROM person m WHERE m.organization_id = $1 AND m.merged_into_id = ANY (${only}))` : '';
  const survivor = '(SELECT coalesce(k.merged_into_id, k.id) FROM person k WHERE k.organization_id = $1 AND k.id = f.person_id)';
  return transaction.query<ProvenPerson>(
    `WITH holding AS MATERIALIZED (
       SELECT e.person_id FROM standing s JOIN enrollment e ON e.organization_id = $1 AND e.id = s.enrollment_id
       WHERE s.organization_id = $1 AND s.subject_id = ${subject} AND s.status <> 'WITHDRAWN' ${only ? `AND e.subject_id = ${subject} AND e.person_id = ANY (${only})` : ''}
     ), fact AS MATERIALIZED (
       SELECT f.person_id, n.need FROM unnest(${objects}, ${needs}) AS n (object_id, need)
       JOIN completion_fact f ON f.organization_id = $1 AND f.subject_id = n.object_id ${ofThese}
       WHERE NOT EXISTS (SELECT FROM holding h WHERE h.person_id = f.person_id)
     ), proven AS (
       SELECT ${survivor} AS id FROM fact f GROUP BY 1 HAVING count(DISTINCT f.need) = ${parameters.add(needed?.length ?? 0, 'integer')}
       UNION
       SELECT ${survivor} FROM completion_fact f WHERE f.organization_id = $1 AND f.subject_id = ${subject} ${ofThese} AND NOT EXISTS (SELECT FROM holding h WHERE h.person_id = f.person_id)
       UNION
       SELECT e.person_id FROM override v JOIN enrollment e ON e.organization_id = $1 AND e.id = v.enrollment_id AND e.subject_id = ${subject}
       WHERE v.organization_id = $1 AND v.valid_to IS NULL ${only ? `AND e.person_id = ANY (${only})` : ''} AND NOT EXISTS (SELECT FROM holding h WHERE h.person_id = e.person_id)
     )
     SELECT p.id, e.id AS "enrollmentId" FROM proven
     JOIN person p ON p.organization_id = $1 AND p.id = proven.id
     LEFT JOIN LATERAL (SELECT e.id FROM enrollment e JOIN standing s ON s.organization_id = $1 AND s.enrollment_id = e.id AND s.is_current
       WHERE e.organization_id = $1 AND e.person_id = p.id AND e.subject_id = ${subject}) e ON true
     WHERE NOT EXISTS (SELECT FROM holding h WHERE h.person_id = p.id) AND ${people(parameters)} ORDER BY p.id`,
    parameters.values,
  );
}
