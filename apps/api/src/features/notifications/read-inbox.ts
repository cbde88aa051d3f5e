import type { Transaction } from '../../platform/database/transaction.ts';
import { countUnread, markRead } from './inbox.queries.ts';

/** Notes what somebody has read, in all of their windows; repeated, it changes nothing. Answers how much is unread then. */
export async function readInbox(transaction: Transaction, personId: string, ids: readonly string[] | null): Promise<number> {
  if ((await markRead(transaction, personId, ids)) > 0) await transaction.emit({ type: 'inbox.changed', ids: { personId } });
  return countUnread(transaction, personId);
}
