import { newId } from '../../platform/database/new-id.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

/** A completion that was not revoked. */
export interface LiveFact {
  readonly id: string;
  /** Whose it is: the record that is left of the person, whichever it is kept under. */
  readonly personId: string;
  readonly subjectId: string;
  readonly planId: string | null;
  readonly cycle: number | null;
  readonly operationId: string | null;
  /** What a fact that rests on it names: itself, or the first of its line, where it was given back. */
  readonly rootId: string;
  /** What it rests on, where it was worked out. */
  readonly evidence: readonly string[];
}

/** Why completions are taken back, and by which act. */
export interface Revoking {
  readonly reason: string;
  /** Whether what rests on them is taken back as well. */
  readonly cascade: 'NONE' | 'PARENTS';
  readonly operationId: string;
}

/** That a completion, as `completion_fact f`, was not taken back; `$1` is the organization. */
export const notRevoked = 'NOT EXISTS (SELECT FROM revocation_fact x WHERE x.organization_id = $1 AND x.completion_fact_id = f.id)';

/** All records of the people of a list, as `records (person_id, record_id)`. */
const records = `records AS MATERIALIZED (
    SELECT DISTINCT person_id, person_id AS record_id FROM asked
    UNION SELECT m.merged_into_id, m.id FROM person m WHERE m.organization_id = $1 AND m.merged_into_id IN (SELECT person_id FROM asked)
  )`;

/** The fact that began a line of the same completion, given back again and again. Not by `coalesce`, which PostgreSQL takes for leaky and so for no index. */
const rootOf = (fact: string): string => `CASE WHEN ${fact}.reinstates IS NULL THEN ${fact}.id ELSE ${fact}.reinstates END`;

/** Whether what a revocation took is on record again, as an expression over `revocation_fact r`; `$1` is the organization. */
export const isGivenBack = `EXISTS (SELECT FROM completion_fact o JOIN completion_fact f ON f.organization_id = $1 AND f.reinstates = ${rootOf('o')}
  WHERE o.organization_id = $1 AND o.id = r.completion_fact_id AND ${notRevoked})`;

const columns = `f.id, r.person_id AS "personId", f.subject_id AS "subjectId", f.plan_id AS "planId", f.cycle, f.operation_id AS "operationId", f.evidence, ${rootOf('f')} AS "rootId"`;

/** The live completions of some people of some things; of plans those of the current cycle. */
export function readLiveFacts(transaction: Transaction, of: readonly { readonly personId: string; readonly subjectId: string }[]): Promise<LiveFact[]> {
  return transaction.query(
    `WITH asked AS (SELECT DISTINCT a.person_id, a.subject_id FROM unnest($2::uuid[], $3::uuid[]) AS a (person_id, subject_id)), ${records}
     SELECT ${columns} FROM asked a JOIN records r ON r.person_id = a.person_id
     JOIN completion_fact f ON f.organization_id = $1 AND f.person_id = r.record_id AND f.subject_id = a.subject_id
     WHERE ${notRevoked} AND (f.plan_id IS NULL OR EXISTS (SELECT FROM enrollment e JOIN standing s ON s.organization_id = $1 AND s.enrollment_id = e.id AND s.is_current
       WHERE e.organization_id = $1 AND e.person_id = f.person_id AND e.subject_id = f.subject_id AND e.cycle = f.cycle))`,
    [transaction.organizationId, of.map(({ personId }) => personId), of.map(({ subjectId }) => subjectId)],
  );
}

/** The live completions that were worked out from any of some facts, or from what those were given back for: of courses from their modules, of plans from either. */
export function readRestingOn(transaction: Transaction, facts: readonly LiveFact[]): Promise<LiveFact[]> {
  return transaction.query(
    `WITH asked AS (SELECT a.person_id, array_agg(a.id) AS ids FROM unnest($2::uuid[], $3::uuid[]) AS a (person_id, id) GROUP BY a.person_id), ${records}
     SELECT ${columns} FROM asked a JOIN records r ON r.person_id = a.person_id
     JOIN completion_fact f ON f.organization_id = $1 AND f.person_id = r.record_id AND f.origin = 'AUTO' AND f.evidence && a.ids
     WHERE ${notRevoked}`,
    [transaction.organizationId, facts.flatMap(({ personId }) => [personId, personId]), facts.flatMap(({ id, rootId }) => [id, rootId])],
  );
}

/** Takes completions back: each by a fact of its own. What was taken back meanwhile stays as it is. */
export async function recordRevocations(transaction: Transaction, factIds: readonly string[], { reason, cascade, operationId }: Revoking): Promise<void> {
  if (factIds.length === 0) return;
  await transaction.query(
    `INSERT INTO revocation_fact (organization_id, completion_fact_id, person_id, reason, revoked_at, revoked_by, cascade, operation_id)
     SELECT $1, f.id, f.person_id, $3, $4, $5, $6, $7 FROM completion_fact f WHERE f.organization_id = $1 AND f.id = ANY ($2::uuid[])
     ON CONFLICT (organization_id, completion_fact_id) DO NOTHING`,
    [transaction.organizationId, factIds, reason, transaction.now, transaction.actor.id, cascade, operationId],
  );
}

/** What an act took back from some people, and was not given back since. */
export function readRevokedBy(transaction: Transaction, operationId: string, personIds: readonly string[]): Promise<LiveFact[]> {
  return transaction.query(
    `WITH asked AS (SELECT unnest($2::uuid[]) AS person_id), ${records}
     SELECT ${columns} FROM records r
     JOIN revocation_fact v ON v.organization_id = $1 AND v.person_id = r.record_id AND v.operation_id = $3
     JOIN completion_fact f ON f.organization_id = $1 AND f.id = v.completion_fact_id
     WHERE NOT EXISTS (SELECT FROM completion_fact g WHERE g.organization_id = $1 AND g.reinstates = ${rootOf('f')} AND g.id <> f.id AND g.recorded_at >= v.revoked_at)`,
    [transaction.organizationId, personIds, operationId],
  );
}

/** Records completions that were taken back once more, as they were; each names the first of its kind, so that what rested on that rests on it. */
export async function recordAgain(transaction: Transaction, factIds: readonly string[], operationId: string): Promise<void> {
  if (factIds.length === 0) return;
  await transaction.query(
    `INSERT INTO completion_fact (organization_id, id, person_id, plan_id, learning_object_id, kind, cycle, session_id, completed_on, completed_at, recorded_at, origin, evidence, score,
       credits, reason, source_ref, operation_id, completion_class, evidence_file_id, reinstates, created_at, created_by)
     SELECT $1, n.id, f.person_id, f.plan_id, f.learning_object_id, f.kind, f.cycle, f.session_id, f.completed_on, f.completed_at, $4, f.origin, f.evidence, f.score,
       f.credits, f.reason, f.source_ref, $5, f.completion_class, f.evidence_file_id, ${rootOf('f')}, $4, $6
     FROM unnest($2::uuid[], $3::uuid[]) AS n (of_id, id) JOIN completion_fact f ON f.organization_id = $1 AND f.id = n.of_id`,
    [transaction.organizationId, factIds, factIds.map(() => newId()), transaction.now, operationId, transaction.actor.id],
  );
}
