import type { Transaction } from './transaction.ts';

/**
 * Tells PostgreSQL how large some tables have become. What grows from nothing to all there is within minutes grows faster than its own
 * housekeeping looks, and plans for empty tables, those of foreign keys too, read a whole organization for each row.
 *
 * @param added how many rows have been added to each; a table that is known to be larger than that already is left alone
 */
export async function refreshStatistics(transaction: Transaction, tables: readonly string[], added: number): Promise<void> {
  await transaction.query('SELECT refresh_statistics($1::text[], $2)', [tables, added]);
}
