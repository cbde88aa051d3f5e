import type { Transaction } from '../../platform/database/transaction.ts';

/**
 * Up to the end of the transaction no other version of a plan takes the place of the published one: for whoever gives the plan to people, before it
 * reads which version that is. Waits for a version that is just being published.
 */
export async function holdPublishedVersion(transaction: Transaction, planId: string): Promise<void> {
  await transaction.query('SELECT pg_advisory_xact_lock_shared(hashtext($1))', [nameOf(planId)]);
}

/** Waits for those who are just giving a plan to people; from then up to the end of the transaction nobody gets it, and all who have it are seen. */
export async function holdBackGiving(transaction: Transaction, planId: string): Promise<void> {
  await transaction.query('SELECT pg_advisory_xact_lock(hashtext($1))', [nameOf(planId)]);
}

function nameOf(planId: string): string {
  return `published-version:${planId}`;
}
