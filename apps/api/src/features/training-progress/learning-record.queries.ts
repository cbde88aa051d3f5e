import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { cutPage, limitPage, type Page } from '../../platform/graphql/connection.ts';
import type { OperationCondition } from '../operations/index.ts';
import { recordsOf, type PersonCondition } from '../people/index.ts';

/** Another completion of the same person, by name. */
export interface LearningRecordReferenceRow {
  readonly id: string;
  readonly name: string;
  readonly completedOn: string;
}

/** That a completion was taken back. */
export interface LearningRecordRevocationRow {
  readonly at: Date;
  readonly reason: string;
  readonly byId: string | null;
  readonly operationId: string | null;
}

/** One thing that was recorded of a person: that something is complete, or that it is not. */
export interface LearningRecordRow {
  readonly key: string;
  readonly kind: 'COMPLETED' | 'REVOKED';
  readonly recordedAt: Date;
  readonly learningObjectId: string | null;
  readonly planId: string | null;
  readonly cycle: number | null;
  readonly completedOn: string;
  readonly origin: string;
  readonly reason: string | null;
  readonly isGivenBack: boolean;
  readonly byId: string | null;
  readonly operationId: string | null;
  readonly evidenceFile: { readonly id: string; readonly name: string } | null;
  readonly restsOn: readonly LearningRecordReferenceRow[];
  readonly supports: readonly LearningRecordReferenceRow[];
  /** Of a completion: that it was taken back since. */
  readonly revocation: LearningRecordRevocationRow | null;
}

/** What of a person's record the reader may see. */
export interface LearningRecordScope {
  /** Completions of content, as a condition on `person p`. */
  readonly content: PersonCondition;
  /** Completions of plans, as a condition on `enrollment e` of `person p`. */
  readonly plans: PersonCondition;
  /** Operations that are named. */
  readonly operations: OperationCondition;
}

/** The completions at one end of what rests on what, seen from `fact f`; of one that was given back, the first. */
const references = (end: 'base' | 'parent', from: 'base' | 'parent'): string => `coalesce((SELECT jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'completedOn', o.completed_on) ORDER BY o.completed_on, o.id)
  FROM rests x JOIN fact o ON o.id = x.${end} WHERE x.${from} = f.root_id), '[]')`;

/**
 * One page of what was recorded of a person, under whichever of their records: completions and revocations, the latest recorded first. What rests on what is told
 * within what the reader may see. A person's facts are few: they are read as a whole, by the index of the person.
 */
export async function findLearningRecord(transaction: Transaction, personId: string, scope: LearningRecordScope, first: number, after: readonly (string | number | null)[] | undefined): Promise<Page<LearningRecordRow>> {
  const parameters = new SqlParameters(transaction.organizationId, personId);
  const behind = after ? `WHERE key < ${parameters.add(after[0], 'text')} COLLATE "C"` : '';
  const rows = await transaction.query<LearningRecordRow>(
    `WITH fact AS MATERIALIZED (
       SELECT f.*, CASE WHEN f.reinstates IS NULL THEN f.id ELSE f.reinstates END AS root_id, coalesce(l.name, c.name) AS name
       FROM person p JOIN completion_fact f ON f.organization_id = $1 AND f.person_id = ANY (${recordsOf('p.id')})
       LEFT JOIN learning_plan l ON l.organization_id = $1 AND l.id = f.plan_id
       LEFT JOIN learning_object c ON c.organization_id = $1 AND c.id = f.learning_object_id
       WHERE p.organization_id = $1 AND p.id = $2 AND CASE WHEN f.plan_id IS NULL THEN ${scope.content(parameters)} ELSE EXISTS (
         SELECT FROM enrollment e WHERE e.organization_id = $1 AND e.person_id = f.person_id AND e.subject_id = f.subject_id AND e.cycle = f.cycle AND ${scope.plans(parameters)}) END
     ), rests AS MATERIALIZED (
       SELECT DISTINCT f.root_id AS parent, b.root_id AS base FROM fact f CROSS JOIN LATERAL unnest(f.evidence) AS v (id) JOIN fact b ON b.id = v.id
     ), revoked AS MATERIALIZED (
       SELECT r.* FROM fact f JOIN revocation_fact r ON r.organization_id = $1 AND r.completion_fact_id = f.id
     ), entry AS (
       SELECT id AS fact_id, 'COMPLETED' AS kind, recorded_at, created_by AS by_id, operation_id, reason FROM fact
       UNION ALL SELECT completion_fact_id, 'REVOKED', revoked_at, revoked_by, operation_id, reason FROM revoked
     ), page AS (
       SELECT * FROM (SELECT *, to_char(recorded_at AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS') || fact_id || kind AS key FROM entry) keyed ${behind} ORDER BY key COLLATE "C" DESC ${limitPage(first)}
     ), seen AS MATERIALIZED (
       SELECT o.id FROM operation o WHERE o.organization_id = $1 AND o.id IN (SELECT operation_id FROM page UNION SELECT operation_id FROM revoked) AND ${scope.operations(parameters)}
     )
     SELECT e.key, e.kind, e.recorded_at AS "recordedAt", f.learning_object_id AS "learningObjectId", f.plan_id AS "planId", f.cycle, f.completed_on::text AS "completedOn", f.origin,
       e.reason, e.by_id AS "byId", (SELECT id FROM seen WHERE id = e.operation_id) AS "operationId", f.reinstates IS NOT NULL AS "isGivenBack",
       CASE WHEN s.id IS NOT NULL THEN jsonb_build_object('id', s.id, 'name', s.name) END AS "evidenceFile",
       ${references('base', 'parent')} AS "restsOn", ${references('parent', 'base')} AS supports,
       CASE WHEN e.kind = 'COMPLETED' AND r.completion_fact_id IS NOT NULL THEN jsonb_build_object('at', r.revoked_at, 'reason', r.reason, 'byId', r.revoked_by,
         'operationId', (SELECT id FROM seen WHERE id = r.operation_id)) END AS revocation
     FROM page e JOIN fact f ON f.id = e.fact_id LEFT JOIN revoked r ON r.completion_fact_id = f.id
     LEFT JOIN stored_file s ON s.organization_id = $1 AND s.id = f.evidence_file_id
     ORDER BY e.key COLLATE "C" DESC`,
    parameters.values,
  );
  return cutPage(rows.map(({ revocation, ...row }) => ({ ...row, revocation: revocation && { ...revocation, at: new Date(revocation.at) } })), first, (row) => [row.key]);
}
