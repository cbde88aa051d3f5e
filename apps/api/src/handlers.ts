import { reevaluateAssignments } from './features/assignments/index.ts';
import { applyOperation, giveUpOperation } from './features/operations/index.ts';
import { analysePeopleImport } from './features/people-import/index.ts';
import type { FileStore } from './platform/files/file-store.ts';
import type { Reactions } from './platform/database/transaction.ts';
import type { JobHandler } from './platform/jobs/job-runner.ts';

/** Every kind of job: its name in the queue and who runs it. */
export function jobHandlers(files: FileStore): Readonly<Record<string, JobHandler>> {
  return {
    'apply-operation': applyOperation,
    'reevaluate-assignments': reevaluateAssignments,
    'analyse-people-import': analysePeopleImport(files),
  };
}

/** What follows when a job of a kind has failed for the last time. */
export const whenGivenUp: Readonly<Record<string, JobHandler>> = {
  'apply-operation': giveUpOperation,
  'analyse-people-import': giveUpOperation,
};

/** What reacts to events, by their type: jobs that are enqueued in the transaction that writes the event. */
export const reactions: Reactions = {
  'people.changed': ['reevaluate-assignments'],
  'departments.changed': ['reevaluate-assignments'],
  'group.members_changed': ['reevaluate-assignments'],
};
