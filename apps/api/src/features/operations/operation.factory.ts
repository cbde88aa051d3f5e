import type { Database } from '../../platform/database/database.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { runJob } from '../../platform/testing/run-job.ts';
import { applyOperation } from './apply-operation.job.ts';
import { commitOperation } from './commit-operation.ts';
import { lockOperation } from './operation.queries.ts';
import { previewUndo } from './undo-operation.ts';

/** Commits a preview as it is; throws the codes of what refuses it. */
export async function commitAsSeen(database: Database, admin: Caller, operationId: string): Promise<void> {
  await database.write(admin, async (transaction) => {
    const operation = await lockOperation(transaction, operationId);
    const committed = await commitOperation(transaction, admin, operationId, operation?.previewHash ?? '');
    if (!committed.ok) throw new Error(`Not committed: ${committed.problem.map((each) => each.code).join(', ')}`);
  });
}

/** Commits a preview as it is, and does what a worker would do with it, here and now. */
export async function carryOutAsSeen(database: Database, admin: Caller, operationId: string): Promise<void> {
  await commitAsSeen(database, admin, operationId);
  await runJob(applyOperation, database, admin.organizationId, { operationId });
}

/** Takes an operation back, here and now. */
export async function undoAsSeen(database: Database, admin: Caller, operationId: string): Promise<void> {
  const undone = await database.write(admin, (transaction) => previewUndo(transaction, admin, operationId));
  if (!undone.ok) throw new Error(`Not undone: ${undone.problem.map((each) => each.code).join(', ')}`);
  await carryOutAsSeen(database, admin, undone.value.id);
}
