import type { Transaction } from '../../platform/database/transaction.ts';
import { touchedBy } from '../enrollments/index.ts';
import { notRevoked } from '../facts/index.ts';

/** What taking completions back comes to beyond themselves: how many courses and plans lose progress, and how many rest on them. */
export interface Effects {
  readonly coursesInProgress: number;
  readonly coursesResting: number;
  readonly plansInProgress: number;
  readonly plansResting: number;
}

/** The live completions that were worked out from some of a person, as `of (person_id, ids)`. */
const restingOn = (of: string, kind: string): string => `SELECT DISTINCT f.id, f.reinstates, t.person_id FROM ${of} t JOIN records r ON r.person_id = t.person_id
    JOIN completion_fact f ON f.organization_id = $1 AND f.person_id = r.record_id AND f.origin = 'AUTO' AND f.evidence && t.ids AND f.plan_id IS ${kind}
    WHERE ${notRevoked}`;

/** What a previewed act that takes completions back comes to for courses and plans (U31–U33). */
export async function readRevocationEffects(transaction: Transaction, operationId: string): Promise<Effects> {
  const [row] = await transaction.query<Effects>(
    `WITH changed AS MATERIALIZED (
       SELECT DISTINCT r.person_id, o.target_id AS subject_id FROM operation_chunk o CROSS JOIN LATERAL unnest(o.subject_ids, o.classes) AS r (person_id, class)
       WHERE o.organization_id = $1 AND o.operation_id = $2 AND r.class = 'REVOKED'
     ), records AS MATERIALIZED (
       SELECT person_id, person_id AS record_id FROM changed
       UNION SELECT m.merged_into_id, m.id FROM person m WHERE m.organization_id = $1 AND m.merged_into_id IN (SELECT person_id FROM changed)
     ), taken AS MATERIALIZED (
       SELECT r.person_id, array_agg(f.id) || array_agg(f.reinstates) AS ids FROM changed c JOIN records r ON r.person_id = c.person_id
       JOIN completion_fact f ON f.organization_id = $1 AND f.person_id = r.record_id AND f.subject_id = c.subject_id
       WHERE ${notRevoked} GROUP BY r.person_id
     ), courses AS MATERIALIZED (${restingOn('taken', 'NULL')}),
     both_taken AS MATERIALIZED (SELECT person_id, array_agg(id) AS ids FROM (SELECT person_id, unnest(ids) AS id FROM taken UNION ALL SELECT person_id, unnest(ARRAY[id, reinstates]) FROM courses) b GROUP BY person_id),
     plans AS MATERIALIZED (${restingOn('both_taken', 'NOT NULL')}),
     open_plans AS (WITH ${touchedBy("DISTINCT e.id").trimStart()} AND s.is_current AND s.status IN ('NOT_STARTED', 'IN_PROGRESS'))
     SELECT (SELECT count(*)::int FROM courses) AS "coursesResting", (SELECT count(*)::int FROM plans) AS "plansResting", (SELECT count(*)::int FROM open_plans) AS "plansInProgress",
       (SELECT count(*)::int FROM (SELECT DISTINCT c.person_id, m.course_id FROM changed c JOIN course_module m ON m.organization_id = $1 AND m.module_id = c.subject_id
         JOIN records r ON r.person_id = c.person_id
         JOIN item_progress i ON i.organization_id = $1 AND i.person_id = r.record_id AND i.learning_object_id = m.course_id AND i.state = 'IN_PROGRESS') b) AS "coursesInProgress"`,
    [transaction.organizationId, operationId],
  );
  return row!;
}
