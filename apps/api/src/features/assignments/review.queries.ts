import type { AssignmentException, ReviewSituation } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';

/** A membership that gives somebody something, with what decides whether it is a case of the exception inbox. */
export interface ReviewRow extends ReviewSituation {
  readonly assignmentId: string;
  readonly personId: string;
  readonly subjectId: string;
}

/** What assignments give some people at present, locked against others that would change it. */
export async function lockReviewed(transaction: Transaction, personIds: readonly string[]): Promise<ReviewRow[]> {
  return transaction.query<ReviewRow>(
    `SELECT m.assignment_id AS "assignmentId", m.person_id AS "personId", m.subject_id AS "subjectId", m.state, m.reason AS exception, s.status AS "enrollmentStatus",
       jsonb_build_object('status', p.status, 'hasEmployeeNumber', p.employee_number IS NOT NULL) AS person
     FROM person p
     JOIN enrollment e ON e.organization_id = $1 AND e.person_id = p.id
     JOIN standing s ON s.organization_id = $1 AND s.enrollment_id = e.id
     JOIN enrollment_source x ON x.organization_id = $1 AND x.enrollment_id = e.id AND x.valid_to IS NULL AND x.suppressed_reason IS NULL
     JOIN assignment_member m ON m.organization_id = $1 AND m.assignment_id = x.assignment_id AND m.person_id = p.id AND m.enrollment_id = e.id
     WHERE p.organization_id = $1 AND p.id = ANY ($2::uuid[])
     ORDER BY m.assignment_id, m.person_id, m.subject_id FOR NO KEY UPDATE OF m`,
    [transaction.organizationId, personIds],
  );
}

/** Opens and closes cases of the exception inbox. */
export async function setReviewed(
  transaction: Transaction,
  members: readonly { readonly row: ReviewRow; readonly state: string; readonly exception: AssignmentException | null }[],
): Promise<void> {
  if (members.length === 0) return;
  await transaction.query(
    `UPDATE assignment_member m SET state = r.state, reason = r.reason, resolved_in = NULL
     FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[]) AS r (assignment_id, person_id, subject_id, state, reason)
     WHERE m.organization_id = $1 AND m.assignment_id = r.assignment_id AND m.person_id = r.person_id AND m.subject_id = r.subject_id`,
    [
      transaction.organizationId,
      members.map(({ row }) => row.assignmentId),
      members.map(({ row }) => row.personId),
      members.map(({ row }) => row.subjectId),
      members.map(({ state }) => state),
      members.map(({ exception }) => exception),
    ],
  );
}
