import { pino } from 'pino';
import type { Database } from '../database/database.ts';
import type { JobHandler } from '../jobs/job-runner.ts';

/** Does what a worker would do with the job of an operation, here and now. */
export async function runJob(handler: JobHandler, database: Database, organizationId: string, operationId: string): Promise<void> {
  await handler({
    organizationId,
    payload: { operationId },
    database,
    logger: pino({ level: 'silent' }),
    signal: new AbortController().signal,
    write: (work, scope) => database.write({ organizationId, ...scope }, work),
  });
}
