import type { JobContext } from '../../platform/jobs/job-runner.ts';
import { system } from '../../platform/request/actor.ts';
import { readOperation } from './operation.queries.ts';

/**
 * The transactions of the job of an operation. What they change was decided by whoever committed it, and names them, though a machine does
 * it later; the operation's id beside says so. One that nobody committed follows from something else, and is the product's own.
 */
export async function actForCommitter({ write }: JobContext, operationId: string): Promise<JobContext['write']> {
  const operation = await write((transaction) => readOperation(transaction, operationId));
  const actor = operation?.committedBy ?? system;
  return (work, scope) => write(work, { actor, ...scope });
}
