import type { Transaction } from '../../platform/database/transaction.ts';

/** Ends the memberships of some people in a group that was removed by an undo; answers whose. */
export async function endMembersOfRemoved(transaction: Transaction, groupId: string, people: readonly string[]): Promise<string[]> {
  return end(transaction, groupId, people, 'EXISTS (SELECT FROM person_group g WHERE g.organization_id = $1 AND g.id = $2 AND g.removed_at IS NOT NULL)');
}

/** Ends the memberships of some people that an operation began and that are still the same; answers whose. */
export async function endMembersOf(transaction: Transaction, groupId: string, people: readonly string[], operationId: string): Promise<string[]> {
  return end(transaction, groupId, people, 'm.operation_id = $6', operationId);
}

async function end(transaction: Transaction, groupId: string, people: readonly string[], condition: string, ...more: readonly unknown[]): Promise<string[]> {
  const { organizationId, now, actor } = transaction;
  const rows = await transaction.query<{ id: string }>(
    `UPDATE group_membership m SET valid_to = $4, ended_because = 'UNDONE', ended_by = $5
     WHERE m.organization_id = $1 AND m.group_id = $2 AND m.person_id = ANY ($3::uuid[]) AND m.valid_to IS NULL AND ${condition} RETURNING m.person_id AS id`,
    [organizationId, groupId, people, now, actor.id, ...more],
  );
  return rows.map((row) => row.id);
}
