import type { AssignmentException, CalendarDate, SourceKind } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { defineLoader } from '../../platform/request/loader.ts';
import type { TakenBack } from '../assignments/index.ts';

/** An open case of an enrollment. */
export interface ExceptionRow {
  readonly enrollmentId: string;
  readonly exception: AssignmentException;
  readonly assignmentNumber: number;
  readonly assignmentName: string;
  /** In the zone of the person. */
  readonly today: CalendarDate;
}

export const exceptionsLoader = defineLoader<string, readonly ExceptionRow[]>(async (transaction, enrollmentIds) => {
  const rows = await transaction.query<ExceptionRow>(
    `SELECT m.enrollment_id AS "enrollmentId", m.reason AS exception, a.number AS "assignmentNumber", a.name AS "assignmentName",
       (($3::timestamptz AT TIME ZONE p.time_zone)::date)::text AS today
     FROM assignment_member m
     JOIN assignment a ON a.organization_id = $1 AND a.id = m.assignment_id
     JOIN person p ON p.organization_id = $1 AND p.id = m.person_id
     WHERE m.organization_id = $1 AND m.enrollment_id = ANY ($2::uuid[]) AND m.state = 'EXCEPTION' ORDER BY a.number`,
    [transaction.organizationId, enrollmentIds, transaction.now],
  );
  return Map.groupBy(rows, (row) => row.enrollmentId);
});

/** Closes the open cases of enrollments: their people stay in the assignment. */
export async function resolveMembers(transaction: Transaction, enrollmentIds: readonly string[], operationId: string): Promise<void> {
  await transaction.query(
    `UPDATE assignment_member SET state = 'APPLIED', resolved_in = $3 WHERE organization_id = $1 AND enrollment_id = ANY ($2::uuid[]) AND state = 'EXCEPTION'`,
    [transaction.organizationId, enrollmentIds, operationId],
  );
}

/** Closes the open cases of enrollments by taking their people out of those assignments. */
export async function endDismissed(
  transaction: Transaction,
  { enrollmentIds, kinds, operationId }: { readonly enrollmentIds: readonly string[]; readonly kinds: readonly SourceKind[]; readonly operationId: string },
): Promise<void> {
  const { organizationId, now, actor } = transaction;
  await transaction.query(
    `WITH dismissed AS (
       UPDATE assignment_member SET state = 'DISMISSED', resolved_in = $5 WHERE organization_id = $1 AND enrollment_id = ANY ($2::uuid[]) AND state = 'EXCEPTION'
       RETURNING assignment_id, enrollment_id
     )
     UPDATE enrollment_source x SET valid_to = $3, ended_because = 'DISMISSED', ended_by = $4, ended_in = $5 FROM dismissed d
     WHERE x.organization_id = $1 AND x.enrollment_id = d.enrollment_id AND x.assignment_id = d.assignment_id AND x.kind = ANY ($6::text[]) AND x.valid_to IS NULL`,
    [organizationId, enrollmentIds, now, actor.id, operationId, kinds],
  );
}

/** Opens cases again that an act has closed. */
export async function reopenExceptions(transaction: Transaction, { operationId, enrollmentIds }: TakenBack): Promise<void> {
  await transaction.query(
    `UPDATE assignment_member SET state = 'EXCEPTION', resolved_in = NULL
     WHERE organization_id = $1 AND resolved_in = $2 AND enrollment_id = ANY ($3::uuid[]) AND state IN ('APPLIED', 'DISMISSED')`,
    [transaction.organizationId, operationId, enrollmentIds],
  );
}
