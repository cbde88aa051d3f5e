import type { Transaction } from '../../platform/database/transaction.ts';

/** Groups, dynamic assignments, open pages and sockets of both records look again, and whoever watches what they have. */
export async function announceMerge(transaction: Transaction, ...personIds: readonly string[]): Promise<void> {
  const enrollments = await transaction.query<{ enrollmentId: string; subjectId: string; personId: string }>(
    `SELECT id AS "enrollmentId", subject_id AS "subjectId", person_id AS "personId" FROM enrollment WHERE organization_id = $1 AND person_id = ANY ($2::uuid[]) ORDER BY id`,
    [transaction.organizationId, personIds],
  );
  await transaction.emit(
    ...personIds.flatMap((personId) => [{ type: 'people.changed', ids: { personId } }, { type: 'access.changed', ids: { personId } }]),
    ...enrollments.map((ids) => ({ type: 'enrollment.changed', ids: { ...ids } })),
  );
}
