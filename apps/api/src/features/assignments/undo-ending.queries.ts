import type { Transaction } from '../../platform/database/transaction.ts';
import type { RowsSql, SituatedRows } from '../operations/index.ts';
import type { TakenBack } from './return-sources.ts';

/** Whether an assignment, an expression for its id, has itself been taken back. */
const takenBack = (assignment: string): string => `EXISTS (SELECT FROM assignment a JOIN operation made ON made.organization_id = $1 AND made.id = a.operation_id
  WHERE a.organization_id = $1 AND a.id = ${assignment} AND made.state IN ('UNDOING', 'UNDONE'))`;

export async function isAssignmentTakenBack(transaction: Transaction, assignmentId: string): Promise<boolean> {
  const [row] = await transaction.query<{ is: boolean }>(`SELECT ${takenBack('$2')} AS is`, [transaction.organizationId, assignmentId]);
  return row!.is;
}

/** Whom the end of an assignment left with or without one of its things, each with what decides whether that is taken back; `people` narrows to some. */
export function leftByEnd(assignmentId: string, subjectId: string, operationId: string, people?: readonly string[]): SituatedRows {
  const sql: RowsSql = (parameters) => {
    const [assignment, subject, operation] = [parameters.add(assignmentId, 'uuid'), parameters.add(subjectId, 'uuid'), parameters.add(operationId, 'uuid')];
    const since = `(SELECT o.committed_at FROM operation o WHERE o.organization_id = $1 AND o.id = ${operation})`;
    const source = `SELECT FROM enrollment_source x WHERE x.organization_id = $1 AND x.enrollment_id = m.enrollment_id`;
    const override = `SELECT FROM override v WHERE v.organization_id = $1 AND v.enrollment_id = m.enrollment_id`;
    return `
      SELECT r.person_id AS id, r.outcome, s.status, coalesce(s.is_current, false) AS "isCurrent", ${takenBack(assignment)} AS "isTakenBack",
        CASE r.outcome WHEN 'ENDED' THEN m.state = 'ENDED' AND EXISTS (${source} AND x.assignment_id = ${assignment} AND x.ended_in = ${operation})
          ELSE EXISTS (${source} AND x.assignment_id = ${assignment} AND x.kept AND x.valid_to IS NULL) END AS "isAsLeft",
        EXISTS (${source} AND (x.valid_from > ${since} OR (x.valid_to > ${since} AND x.ended_in IS DISTINCT FROM ${operation})))
          OR EXISTS (${override} AND (v.valid_from > ${since} OR v.valid_to > ${since})) AS "touchedSince"
      FROM operation_chunk c
      CROSS JOIN LATERAL unnest(c.subject_ids, c.outcomes) AS r (person_id, outcome)
      JOIN assignment_member m ON m.organization_id = $1 AND m.assignment_id = ${assignment} AND m.person_id = r.person_id AND m.subject_id = ${subject}
      LEFT JOIN standing s ON s.organization_id = $1 AND s.enrollment_id = m.enrollment_id
      WHERE c.organization_id = $1 AND c.operation_id = ${operation} AND c.target_id = ${subject} AND r.outcome IN ('ENDED', 'KEPT')
        ${people ? `AND r.person_id = ANY (${parameters.add(people, 'uuid[]')})` : ''}`;
  };
  return { sql, situation: ['outcome', 'status', 'isCurrent', 'isTakenBack', 'isAsLeft', 'touchedSince'] };
}

/** Lets what took over when the assignment ended wait behind it again. */
export async function sleepAgain(transaction: Transaction, { operationId, enrollmentIds }: TakenBack): Promise<void> {
  await transaction.query(
    `WITH asleep AS (
       UPDATE enrollment_source SET dormant = true, woken_in = NULL
       WHERE organization_id = $1 AND woken_in = $2 AND enrollment_id = ANY ($3::uuid[]) AND valid_to IS NULL RETURNING enrollment_id, assignment_id
     )
     UPDATE assignment_member m SET state = 'CONFLICT' FROM asleep x
     WHERE m.organization_id = $1 AND m.assignment_id = x.assignment_id AND m.enrollment_id = x.enrollment_id AND m.state = 'APPLIED'`,
    [transaction.organizationId, operationId, enrollmentIds],
  );
}

/** Members of the assignment are what they were before its end, open cases included. */
export async function returnMembers(transaction: Transaction, assignmentId: string, enrollmentIds: readonly string[]): Promise<void> {
  await transaction.query(
    `UPDATE assignment_member SET state = coalesce(state_before, 'APPLIED'), reason = reason_before, state_before = NULL, reason_before = NULL
     WHERE organization_id = $1 AND assignment_id = $2 AND enrollment_id = ANY ($3::uuid[]) AND state = 'ENDED'`,
    [transaction.organizationId, assignmentId, enrollmentIds],
  );
}

/** Who kept what they had by the end has it as before. */
export async function unkeepSources(transaction: Transaction, { operationId, enrollmentIds }: TakenBack): Promise<void> {
  await transaction.query(
    `UPDATE enrollment_source SET kept = false, kept_in = NULL
     WHERE organization_id = $1 AND kept_in = $2 AND enrollment_id = ANY ($3::uuid[]) AND kept AND valid_to IS NULL`,
    [transaction.organizationId, operationId, enrollmentIds],
  );
}
