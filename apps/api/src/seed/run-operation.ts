import type { Transaction } from '../platform/database/transaction.ts';
import type { Caller } from '../platform/request/caller.ts';
import type { Database } from '../platform/database/database.ts';
import { commitOperation, lockOperation } from '../features/operations/index.ts';

/** Waits until an operation is in one of the states. Throws when it failed. */
export async function waitForOperation(database: Database, organizationId: string, id: string, states: readonly string[]): Promise<void> {
  while (true) {
    const [row] = await database.read({ organizationId }, (transaction) =>
      transaction.query<{ state: string; problem: unknown }>('SELECT state, problem FROM operation WHERE organization_id = $1 AND id = $2', [
        organizationId,
        id,
      ]),
    );
    if (row && states.includes(row.state)) return;
    if (!row || row.state === 'FAILED') throw new Error(`Operation ${id} failed: ${JSON.stringify(row?.problem)}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** Commits a previewed operation as it is. */
export async function commitPreview(transaction: Transaction, caller: Caller, id: string): Promise<void> {
  const operation = await lockOperation(transaction, id);
  const committed = await commitOperation(transaction, caller, id, operation!.previewHash!);
  if (!committed.ok) throw new Error(`Operation ${id} was not committed: ${committed.problem[0]!.code}`);
}
