import type { Transaction } from '../../platform/database/transaction.ts';
import type { RowsSql, SituatedRows } from '../operations/index.ts';

/** Whom an assignment reached with one of its things, each with what decides whether it can be taken back from them; `among` narrows to some people. */
export function reachedPeople(assignmentId: string, subjectId: string, operationId: string, among?: readonly string[]): SituatedRows {
  const sql: RowsSql = (parameters) => {
    const [assignment, subject] = [parameters.add(assignmentId, 'uuid'), parameters.add(subjectId, 'uuid')];
    return `
      SELECT r.person_id AS id, CASE r.outcome WHEN 'NEW_CYCLE' THEN 'APPLIED' ELSE r.outcome END AS outcome, m.state, s.status, EXISTS (
        SELECT FROM enrollment_source x WHERE x.organization_id = $1 AND x.enrollment_id = m.enrollment_id AND x.valid_to IS NULL
          AND x.assignment_id IS DISTINCT FROM ${assignment}) AS "hasOtherSource"
      FROM operation_chunk c
      CROSS JOIN LATERAL unnest(c.subject_ids, c.outcomes) AS r (person_id, outcome)
      LEFT JOIN assignment_member m ON m.organization_id = $1 AND m.assignment_id = ${assignment} AND m.person_id = r.person_id AND m.subject_id = ${subject}
      LEFT JOIN standing s ON s.organization_id = $1 AND s.enrollment_id = m.enrollment_id
      WHERE c.organization_id = $1 AND c.operation_id = ${parameters.add(operationId, 'uuid')} AND c.target_id = ${subject} AND r.outcome NOT IN ('SKIPPED_CHANGED_SINCE_PREVIEW', 'ERROR')
        ${among ? `AND r.person_id = ANY (${parameters.add(among, 'uuid[]')})` : ''}`;
  };
  return { sql, situation: ['outcome', 'state', 'status', 'hasOtherSource'] };
}

/** What an assignment gave some people of one of its things. */
export async function readEnrollmentsOf(transaction: Transaction, assignmentId: string, subjectId: string, people: readonly string[]): Promise<readonly string[]> {
  const rows = await transaction.query<{ id: string }>(
    `SELECT enrollment_id AS id FROM assignment_member
     WHERE organization_id = $1 AND assignment_id = $2 AND person_id = ANY ($3::uuid[]) AND subject_id = $4 AND enrollment_id IS NOT NULL`,
    [transaction.organizationId, assignmentId, people, subjectId],
  );
  return rows.map((row) => row.id);
}
