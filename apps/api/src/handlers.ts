import { applyOperation } from './features/operations/index.ts';
import type { JobHandler } from './platform/jobs/job-runner.ts';

/** Every kind of job: its name in the queue and who runs it. */
export const jobHandlers: Readonly<Record<string, JobHandler>> = {
  'apply-operation': applyOperation,
};
