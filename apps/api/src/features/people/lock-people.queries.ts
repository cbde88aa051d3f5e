import type { Transaction } from '../../platform/database/transaction.ts';

/** Identifiers are under unique indexes: who is about to change them waits for everybody who refers to the people, too. */
const strengths = { IDENTIFIERS: 'FOR UPDATE', ANYTHING_ELSE: 'FOR NO KEY UPDATE' } as const;

/**
 * Locks people up to the end of the transaction, in the order of their ids, as everybody does who locks several: whoever records or decides
 * something of one of them at the same time comes either before, and is seen by the next statement, or after, and sees.
 *
 * @param toChange what is to be changed; a lock cannot be made stronger later without the danger of waiting for each other
 */
export async function lockPeople(transaction: Transaction, ids: readonly string[], toChange: keyof typeof strengths): Promise<void> {
  await transaction.query(`SELECT id FROM person WHERE organization_id = $1 AND id = ANY ($2::uuid[]) ORDER BY id ${strengths[toChange]}`, [
    transaction.organizationId,
    ids,
  ]);
}
