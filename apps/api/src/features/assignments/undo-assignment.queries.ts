import type { Transaction } from '../../platform/database/transaction.ts';
import type { RowsSql } from '../operations/index.ts';

/** Whom an assignment reached, each with what decides whether it can be taken back from them; `among` narrows to some people. */
export function reachedPeople(assignmentId: string, operationId: string, among?: readonly string[]): RowsSql {
  return (parameters) => {
    const assignment = parameters.add(assignmentId, 'uuid');
    return `
      SELECT r.person_id AS id, jsonb_build_object('outcome', r.outcome, 'state', m.state, 'status', s.status, 'hasOtherSource', EXISTS (
        SELECT FROM enrollment_source x WHERE x.organization_id = $1 AND x.enrollment_id = m.enrollment_id AND x.valid_to IS NULL
          AND x.assignment_id IS DISTINCT FROM ${assignment})) AS situation
      FROM operation_chunk c
      CROSS JOIN LATERAL unnest(c.subject_ids, c.outcomes) AS r (person_id, outcome)
      LEFT JOIN assignment_member m ON m.organization_id = $1 AND m.assignment_id = ${assignment} AND m.person_id = r.person_id
      LEFT JOIN standing s ON s.organization_id = $1 AND s.enrollment_id = m.enrollment_id
      WHERE c.organization_id = $1 AND c.operation_id = ${parameters.add(operationId, 'uuid')} AND r.outcome NOT IN ('SKIPPED_CHANGED_SINCE_PREVIEW', 'ERROR')
        ${among ? `AND r.person_id = ANY (${parameters.add(among, 'uuid[]')})` : ''}`;
  };
}

/** What an assignment gave some people. */
export async function readEnrollmentsOf(transaction: Transaction, assignmentId: string, people: readonly string[]): Promise<readonly string[]> {
  const rows = await transaction.query<{ id: string }>(
    `SELECT enrollment_id AS id FROM assignment_member
     WHERE organization_id = $1 AND assignment_id = $2 AND person_id = ANY ($3::uuid[]) AND enrollment_id IS NOT NULL`,
    [transaction.organizationId, assignmentId, people],
  );
  return rows.map((row) => row.id);
}
