import type { CompletionFact, Instant, LearningObjectId } from '@milepost/domain';
import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { isGivenBack } from '../facts/index.ts';
import { recordsOf, type PersonCondition } from '../people/index.ts';

/** A completion as it is on record, with who recorded it and who took it back. */
export interface FactToTell extends CompletionFact {
  /** Null: it was worked out. */
  readonly byId: string | null;
  readonly reason: string | null;
  readonly isGivenBack: boolean;
  readonly revocation: { readonly at: Instant; readonly byId: string | null; readonly reason: string; readonly givenBack: boolean } | null;
}

/** All that a person's standing in some content follows from. */
export interface WorkRow {
  readonly itemId: LearningObjectId;
  readonly isCourse: boolean;
  /** Of a course, in order. */
  readonly moduleIds: readonly LearningObjectId[];
  /** By id. */
  readonly names: Readonly<Record<string, string>>;
  readonly facts: readonly FactToTell[];
  readonly begun: { readonly at: Instant; readonly progress: number } | null;
  readonly zone: string;
}

/** Names a person and a thing; see {@link workKey}. */
export type WorkKey = string;

export const workKey = (personId: string, itemId: string): WorkKey => `${personId} ${itemId}`;

export function readWorkKey(key: WorkKey): { readonly personId: string; readonly itemId: string } {
  const [personId, itemId] = key.split(' ') as [string, string];
  return { personId, itemId };
}

const asked = `asked AS MATERIALIZED (SELECT split_part(k.key, ' ', 1)::uuid AS person_id, split_part(k.key, ' ', 2)::uuid AS item_id, k.key FROM unnest($2::text[]) AS k (key)),
  records AS MATERIALIZED (
    SELECT a.key, a.item_id, a.person_id AS record_id FROM asked a
    UNION ALL SELECT a.key, a.item_id, m.id FROM asked a JOIN person m ON m.organization_id = $1 AND m.merged_into_id = a.person_id
  )`;

/** What people's standing in some content follows from, under whichever of their records: its completions, those of its modules, and what they rest on. What is no content is missing. */
export async function findWork(transaction: Transaction, keys: readonly WorkKey[]): Promise<ReadonlyMap<WorkKey, WorkRow>> {
  const rows = await transaction.query<WorkRow & { key: WorkKey }>(
    `WITH ${asked}, item AS MATERIALIZED (
       SELECT o.id, o.kind, ARRAY(SELECT m.module_id FROM course_module m WHERE m.organization_id = $1 AND m.course_id = o.id ORDER BY m.position) AS modules
       FROM learning_object o WHERE o.organization_id = $1 AND o.id IN (SELECT item_id FROM asked)
     ), direct AS MATERIALIZED (
       SELECT r.key, r.item_id, f.* FROM records r JOIN item i ON i.id = r.item_id
       JOIN completion_fact f ON f.organization_id = $1 AND f.person_id = r.record_id AND f.subject_id = ANY (i.id || i.modules)
     ), fact AS MATERIALIZED (
       SELECT d.key, d.id FROM direct d
       UNION SELECT d.key, v.id FROM direct d CROSS JOIN LATERAL unnest(d.evidence) AS v (id) WHERE d.subject_id = d.item_id
     ), told AS MATERIALIZED (
       SELECT t.key, f.learning_object_id, jsonb_build_object('id', f.id, 'learningObjectId', f.learning_object_id, 'completedOn', f.completed_on, 'recordedAt', f.recorded_at,
           'origin', f.origin, 'evidence', f.evidence, 'byId', CASE WHEN f.origin <> 'AUTO' THEN f.created_by END, 'reason', f.reason, 'isGivenBack', f.reinstates IS NOT NULL,
           'revocation', (SELECT jsonb_build_object('at', r.revoked_at, 'byId', r.revoked_by, 'reason', r.reason, 'givenBack', ${isGivenBack})
             FROM revocation_fact r WHERE r.organization_id = $1 AND r.completion_fact_id = t.id)) AS fact
       FROM fact t JOIN completion_fact f ON f.organization_id = $1 AND f.id = t.id AND f.learning_object_id IS NOT NULL
     )
     SELECT a.key, i.id AS "itemId", i.kind = 'COURSE' AS "isCourse", i.modules AS "moduleIds", p.time_zone AS zone,
       coalesce((SELECT jsonb_agg(t.fact ORDER BY t.fact->>'id') FROM told t WHERE t.key = a.key), '[]') AS facts,
       (SELECT jsonb_object_agg(o.id, o.name) FROM learning_object o WHERE o.organization_id = $1
          AND o.id = ANY (i.id || i.modules || ARRAY(SELECT t.learning_object_id FROM told t WHERE t.key = a.key))) AS names,
       (SELECT jsonb_build_object('at', min(g.started_at), 'progress', max(g.progress)::float8) FROM records r
          JOIN item_progress g ON g.organization_id = $1 AND g.person_id = r.record_id AND g.learning_object_id = r.item_id AND g.state = 'IN_PROGRESS'
          WHERE r.key = a.key HAVING count(*) > 0) AS begun
     FROM asked a JOIN item i ON i.id = a.item_id JOIN person p ON p.organization_id = $1 AND p.id = a.person_id`,
    [transaction.organizationId, keys],
  );
  return new Map(rows.map((row) => [row.key, row]));
}

/** The current enrollments of people in plans, under whichever of their records. What is no plan is missing. */
export async function findCurrentEnrollments(transaction: Transaction, keys: readonly WorkKey[]): Promise<ReadonlyMap<WorkKey, string>> {
  const rows = await transaction.query<{ key: WorkKey; id: string }>(
    `WITH ${asked}
     SELECT DISTINCT ON (r.key) r.key, e.id FROM records r JOIN enrollment e ON e.organization_id = $1 AND e.person_id = r.record_id AND e.plan_id = r.item_id
     JOIN standing s ON s.organization_id = $1 AND s.enrollment_id = e.id AND s.is_current ORDER BY r.key, s.status = 'COMPLETED' DESC, e.id DESC`,
    [transaction.organizationId, keys],
  );
  return new Map(rows.map(({ key, id }) => [key, id]));
}

/** Whether the reader may ask about some work of a person: content as a condition on `person p`, plans as one on `enrollment e` of theirs. */
export async function isInReach(transaction: Transaction, personId: string, itemId: string, scope: { readonly content: PersonCondition; readonly plans: PersonCondition }): Promise<boolean> {
  const parameters = new SqlParameters(transaction.organizationId, personId, itemId);
  const found = await transaction.query(
    `SELECT FROM person p WHERE p.organization_id = $1 AND p.id = $2 AND CASE WHEN EXISTS (SELECT FROM learning_object o WHERE o.organization_id = $1 AND o.id = $3)
       THEN ${scope.content(parameters)}
       ELSE EXISTS (SELECT FROM enrollment e WHERE e.organization_id = $1 AND e.person_id = ANY (${recordsOf('p.id')}) AND e.plan_id = $3 AND ${scope.plans(parameters)}) END`,
    parameters.values,
  );
  return found.length > 0;
}
