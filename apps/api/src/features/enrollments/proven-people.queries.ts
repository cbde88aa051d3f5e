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
  return transaction.query<ProvenPerson>(
    `WITH merged AS MATERIALIZED (
       SELECT id, merged_into_id FROM person WHERE organization_id = $1 AND merged_into_id IS NOT NULL
     ), proven AS MATERIALIZED (
       SELECT coalesce(k.merged_into_id, f.person_id) AS id FROM unnest(${objects}, ${needs}) AS n (object_id, need)
       JOIN completion_fact f ON f.organization_id = $1 AND f.subject_id = n.object_id ${ofThese}
       LEFT JOIN merged k ON k.id = f.person_id
       GROUP BY 1 HAVING count(DISTINCT n.need) = ${parameters.add(needed?.length ?? 0, 'integer')}
       UNION
       SELECT coalesce(k.merged_into_id, f.person_id) FROM completion_fact f LEFT JOIN merged k ON k.id = f.person_id WHERE f.organization_id = $1 AND f.subject_id = ${subject} ${ofThese}
       UNION
       SELECT e.person_id FROM override v JOIN enrollment e ON e.organization_id = $1 AND e.id = v.enrollment_id AND e.subject_id = ${subject}
       WHERE v.organization_id = $1 AND v.valid_to IS NULL ${only ? `AND e.person_id = ANY (${only})` : ''}
     )
     SELECT p.id, e.id AS "enrollmentId" FROM proven
     JOIN person p ON p.organization_id = $1 AND p.id = proven.id
     LEFT JOIN LATERAL (SELECT e.id, s.status FROM enrollment e JOIN standing s ON s.organization_id = $1 AND s.enrollment_id = e.id AND s.is_current
       WHERE e.organization_id = $1 AND e.person_id = p.id AND e.subject_id = ${subject} LIMIT 1) e ON true
     WHERE (e.id IS NULL OR e.status = 'WITHDRAWN') AND ${people(parameters)} ORDER BY p.id`,
    parameters.values,
  );
}
