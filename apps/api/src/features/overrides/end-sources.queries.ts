import type { SourceKind } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { isRuled } from './plan-act-facts.queries.ts';

/** Which live sources of some enrollments end by an act. */
interface EndingSources {
  readonly enrollmentIds: readonly string[];
  readonly kinds: readonly SourceKind[];
  /** Only those of this assignment; absent: all. */
  readonly assignmentId?: string | null;
  readonly operationId: string;
}

/** Ends sources because people are taken out by hand, and their memberships with them; answers which, and whether a rule would give each again. */
export async function endSources(transaction: Transaction, { enrollmentIds, kinds, assignmentId, operationId }: EndingSources): Promise<{ readonly id: string; readonly ruled: boolean }[]> {
  const { organizationId, now, actor } = transaction;
  return transaction.query(
    `WITH ending AS (
       SELECT x.id, x.enrollment_id, x.assignment_id, coalesce(${isRuled}, false) AS ruled FROM enrollment_source x
       LEFT JOIN assignment a ON a.organization_id = $1 AND a.id = x.assignment_id
       WHERE x.organization_id = $1 AND x.enrollment_id = ANY ($2::uuid[]) AND x.kind = ANY ($3::text[]) AND x.valid_to IS NULL AND x.suppressed_reason IS NULL
         AND ($7::uuid IS NULL OR x.assignment_id = $7)
     ), ended AS (
       UPDATE enrollment_source x SET valid_to = $4, ended_because = CASE WHEN n.ruled THEN 'SUPPRESSED' ELSE 'UNASSIGNED' END, ended_by = $5, ended_in = $6
       FROM ending n WHERE x.organization_id = $1 AND x.id = n.id
     ), members AS (
       UPDATE assignment_member m SET state = 'REMOVED', reason = CASE WHEN n.ruled THEN 'SUPPRESSED' ELSE 'UNASSIGNED' END
       FROM ending n WHERE m.organization_id = $1 AND m.assignment_id = n.assignment_id AND m.enrollment_id = n.enrollment_id
         AND m.state IN ('APPLIED', 'MERGED', 'CONFLICT', 'EXCEPTION', 'SKIPPED_ALREADY_COMPLETED')
     )
     SELECT id, ruled FROM ending`,
    [organizationId, enrollmentIds, kinds, now, actor.id, operationId, assignmentId ?? null],
  );
}

/** Ends removals by hand; answers of which assignments. */
export async function endSuppressions(transaction: Transaction, { enrollmentIds, assignmentId, operationId }: Omit<EndingSources, 'kinds'>): Promise<string[]> {
  const { organizationId, now, actor } = transaction;
  const rows = await transaction.query<{ id: string }>(
    `WITH lifted AS (
       UPDATE enrollment_source SET valid_to = $3, ended_because = 'SUPPRESSION_LIFTED', ended_by = $4, ended_in = $5
       WHERE organization_id = $1 AND enrollment_id = ANY ($2::uuid[]) AND valid_to IS NULL AND suppressed_reason IS NOT NULL
         AND ($6::uuid IS NULL OR assignment_id = $6)
       RETURNING assignment_id
     )
     SELECT DISTINCT assignment_id AS id FROM lifted WHERE assignment_id IS NOT NULL`,
    [organizationId, enrollmentIds, now, actor.id, operationId, assignmentId ?? null],
  );
  return rows.map((row) => row.id);
}
