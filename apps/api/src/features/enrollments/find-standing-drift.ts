import type { Transaction } from '../../platform/database/transaction.ts';
import { readEvaluations, toSharedStanding } from './evaluate-enrollments.ts';
import { judgedCycles } from './settle-cycles.ts';
import { inputOfStandings, toRow } from './write-standings.ts';

/** Something that is kept of an enrollment otherwise than it follows from the facts. */
export interface StandingDrift {
  readonly kind: 'STANDING_MISSING' | 'STATUS' | 'DAYS' | 'PROGRESS' | 'DUE' | 'STEPS' | 'CYCLE' | 'PLAN_COMPLETION_MISSING';
  readonly enrollmentId: string;
  readonly personId: string;
  readonly subjectId: string;
  /** What is kept, and what it should be. */
  readonly kept: unknown;
  readonly found: unknown;
}

const groups = {
  STATUS: ['status', 'completion_class', 'evidence_withdrawn'],
  DAYS: ['started_on', 'completed_on', 'completed_late'],
  PROGRESS: ['progress'],
  DUE: ['due_on', 'due_ends_at', 'due_origin', 'due_source_id'],
  STEPS: ['milestones', 'opens_at'],
} as const;

// Kept with four places: what is evaluated is rounded as it would be.
const valueOf = (row: string, column: string): string => `'${column}', ${row}.${column}${column === 'progress' ? '::numeric(5, 4)' : ''}`;
const gathered = (row: string, columns: readonly string[]): string => `jsonb_build_object(${columns.map((column) => valueOf(row, column)).join(', ')})`;

/**
 * What is kept of some enrollments otherwise than the evaluator says of them at this moment: their standings, which cycle is current, and completions of plans that
 * nobody wrote. Writes nothing. A step that opens by the clock up to now is left to the job that tells of it.
 */
export async function findStandingDrift(transaction: Transaction, enrollmentIds: readonly string[]): Promise<StandingDrift[]> {
  if (enrollmentIds.length === 0) return [];
  const evaluations = await readEvaluations(transaction, enrollmentIds);
  const unwritten = evaluations.flatMap(({ planId, standing, enrollmentIds: ids }) => (planId !== null && standing.completionToRecord ? ids : []));
  return transaction.query<StandingDrift>(
    `WITH ${inputOfStandings('$3')}, ${judgedCycles}, drift AS (
       SELECT i.enrollment_id, d.kind, d.kept, d.found FROM input i LEFT JOIN standing s ON s.organization_id = $1 AND s.enrollment_id = i.enrollment_id
       CROSS JOIN LATERAL (VALUES ('STANDING_MISSING', NULL::jsonb, ${gathered('i', groups.STATUS)}),
         ${Object.entries(groups).map(([kind, columns]) => `('${kind}', ${gathered('s', columns)}, ${gathered('i', columns)})`).join(', ')}) AS d (kind, kept, found)
       WHERE CASE WHEN s.enrollment_id IS NULL THEN d.kind = 'STANDING_MISSING' ELSE d.kind <> 'STANDING_MISSING' AND d.kept <> d.found AND (s.opens_at IS NULL OR s.opens_at > $4) END
       UNION ALL SELECT s.enrollment_id, 'CYCLE', to_jsonb(s.is_current), to_jsonb(j.is_current) FROM judged j
         JOIN standing s ON s.organization_id = $1 AND s.enrollment_id = j.id AND s.is_current <> j.is_current WHERE j.id = ANY ($2::uuid[])
       UNION ALL SELECT u, 'PLAN_COMPLETION_MISSING', NULL, NULL FROM unnest($5::uuid[]) u
     )
     SELECT d.kind, d.enrollment_id AS "enrollmentId", e.person_id AS "personId", e.subject_id AS "subjectId", d.kept, d.found
     FROM drift d JOIN enrollment e ON e.organization_id = $1 AND e.id = d.enrollment_id ORDER BY d.enrollment_id, d.kind`,
    [transaction.organizationId, enrollmentIds, JSON.stringify(evaluations.map((each) => toRow(toSharedStanding(each)))), transaction.now, unwritten],
  );
}
