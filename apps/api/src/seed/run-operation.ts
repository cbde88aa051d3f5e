import { commitOperation, lockOperation } from '../features/operations/index.ts';
import type { Database } from '../platform/database/database.ts';
import type { Transaction } from '../platform/database/transaction.ts';
import type { Caller } from '../platform/request/caller.ts';
import type { Outcome } from '../platform/request/user-problem.ts';

/** What a use case of the demonstration answered. Throws, naming what could not be done, when it was refused. */
export function done<Value>(what: string, outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(`${what}: ${outcome.problem.map((each) => each.code).join(', ')}`);
  return outcome.value;
}

/** Previews a bulk act, commits it as it is, and waits until it is done, or until its time is awaited. */
export async function carryOut(
  database: Database,
  admin: Caller,
  what: string,
  preview: (transaction: Transaction) => Promise<Outcome<{ id: string }>>,
  end: 'DONE' | 'SCHEDULED' = 'DONE',
): Promise<void> {
  const { organizationId, actor } = admin;
  const { id } = done(what, await database.write({ organizationId, actor }, preview));
  // Lists are analysed by a job.
  await waitForOperation(database, organizationId, id, 'PREVIEWED');
  await database.write({ organizationId, actor }, async (transaction) => {
    const operation = await lockOperation(transaction, id);
    done(what, await commitOperation(transaction, admin, id, operation!.previewHash!));
  });
  await waitForOperation(database, organizationId, id, end);
}

async function waitForOperation(database: Database, organizationId: string, id: string, state: string): Promise<void> {
  while (true) {
    const [row] = await database.read({ organizationId }, (transaction) =>
      transaction.query<{ state: string; problem: unknown }>('SELECT state, problem FROM operation WHERE organization_id = $1 AND id = $2', [
        organizationId,
        id,
      ]),
    );
    if (row?.state === state) return;
    if (!row || row.state === 'FAILED') throw new Error(`Operation ${id} failed: ${JSON.stringify(row?.problem)}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
