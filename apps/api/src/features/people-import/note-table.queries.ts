import type { Transaction } from '../../platform/database/transaction.ts';
import type { FileTable } from './read-table.ts';

/** Keeps with an operation which sheet of a spreadsheet was read, and how many formulas stand in it. */
export async function noteTable(transaction: Transaction, operationId: string, { from }: FileTable): Promise<void> {
  if (!from) return;
  const noted = { sheet: from.sheet.name, sheets: from.sheet.of, formulas: from.formulas };
  await transaction.query('UPDATE operation SET title = title || $3::jsonb WHERE organization_id = $1 AND id = $2', [transaction.organizationId, operationId, JSON.stringify(noted)]);
}
