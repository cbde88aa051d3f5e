import type { Transaction } from './transaction.ts';

/**
 * Tells PostgreSQL how large some tables have become. What grows from nothing to all there is within minutes grows faster than its own
 * housekeeping looks, and plans for empty tables, those of foreign keys too, read a whole organization for each row.
 */
export async function refreshStatistics(transaction: Transaction, tables: readonly string[]): Promise<void> {
  await transaction.query('SELECT refresh_statistics($1::text[])', [tables]);
}
