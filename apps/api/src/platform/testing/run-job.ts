import { pino } from 'pino';
import type { Database } from '../database/database.ts';
import type { JobContext, JobHandler } from '../jobs/job-runner.ts';

/** Does what a worker would do with the job of an operation, here and now. */
export async function runJob(handler: JobHandler, database: Database, organizationId: string, operationId: string): Promise<void> {
  await runJobWith(handler, database, organizationId, { operationId });
}

/** Does what a worker would do with a job, here and now. */
export async function runJobWith(handler: JobHandler, database: Database, organizationId: string, payload: JobContext['payload']): Promise<void> {
  await handler({
    organizationId,
    payload,
    database,
    logger: pino({ level: 'silent' }),
    signal: new AbortController().signal,
    write: (work, scope) => database.write({ organizationId, ...scope }, work),
  });
}
