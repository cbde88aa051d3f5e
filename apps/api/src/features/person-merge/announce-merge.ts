import type { Transaction } from '../../platform/database/transaction.ts';

/** Groups, dynamic assignments, open pages and sockets of both records look again. */
export async function announceMerge(transaction: Transaction, ...personIds: readonly string[]): Promise<void> {
  await transaction.emit(...personIds.flatMap((personId) => [{ type: 'people.changed', ids: { personId } }, { type: 'access.changed', ids: { personId } }]));
}
