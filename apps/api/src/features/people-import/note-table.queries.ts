import type { Transaction } from '../../platform/database/transaction.ts';
import type { TableSummary } from './read-table.ts';

/** Keeps with an operation which sheet of a spreadsheet was read, and how many formulas stand in it; of a CSV file, as what it was understood. */
export async function noteTable(transaction: Transaction, operationId: string, { from, width }: TableSummary): Promise<void> {
  const noted = 'encoding' in from ? { ...from, columns: width } : { sheet: from.sheet.name, sheets: from.sheet.of, formulas: from.formulas };
  await transaction.query('UPDATE operation SET title = title || $3::jsonb WHERE organization_id = $1 AND id = $2', [transaction.organizationId, operationId, JSON.stringify(noted)]);
}
