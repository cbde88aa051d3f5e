import { analyseAssignmentImport, reevaluateAssignments, reviewExceptions } from './features/assignments/index.ts';
import { analyseGroupImport, whenDepartmentsChanged, whenGroupMembersChanged, whenPeopleChanged } from './features/groups/index.ts';
import { analyseCompletionsImport } from './features/completions-import/index.ts';
import { openSteps, whenFindersChange } from './features/enrollments/index.ts';
import { checkDriftInParts, giveUpDriftCheck } from './features/drift/index.ts';
import { tellOfAssignment, tellOfOpening, tellOfPlan, tellOfVersion } from './features/notifications/index.ts';
import { applyOperation, giveUpOperation, startScheduledOperation } from './features/operations/index.ts';
import { analysePeopleImport } from './features/people-import/index.ts';
import type { FileStore } from './platform/files/file-store.ts';
import type { Reactions } from './platform/database/transaction.ts';
import type { JobHandler } from './platform/jobs/job-runner.ts';

/** Every kind of job: its name in the queue and who runs it. */
export function jobHandlers(files: FileStore): Readonly<Record<string, JobHandler>> {
  return {
    'apply-operation': applyOperation,
    'start-operation': startScheduledOperation,
    'reevaluate-assignments': reevaluateAssignments,
    'review-exceptions': reviewExceptions,
    'analyse-people-import': analysePeopleImport(files),
    'analyse-group-import': analyseGroupImport(files),
    'analyse-assignment-import': analyseAssignmentImport(files),
    'analyse-completions-import': analyseCompletionsImport(files),
    'evaluate-groups-of-people': whenPeopleChanged,
    'evaluate-groups-of-departments': whenDepartmentsChanged,
    'evaluate-groups-of-groups': whenGroupMembersChanged,
    'tell-of-assignment': tellOfAssignment,
    'tell-of-plan': tellOfPlan,
    'tell-of-version': tellOfVersion,
    'open-steps': openSteps,
    'evaluate-withdrawn': whenFindersChange,
    'tell-of-opening': tellOfOpening,
    'check-drift': checkDriftInParts,
  };
}

/** What follows when a job of a kind has failed for the last time. */
export const whenGivenUp: Readonly<Record<string, JobHandler>> = {
  'apply-operation': giveUpOperation,
  'check-drift': giveUpDriftCheck,
  'analyse-people-import': giveUpOperation,
  'analyse-group-import': giveUpOperation,
  'analyse-assignment-import': giveUpOperation,
  'analyse-completions-import': giveUpOperation,
};

/** What reacts to events, by their type: jobs that are enqueued in the transaction that writes the event. */
export const reactions: Reactions = {
  'people.changed': ['evaluate-groups-of-people', 'reevaluate-assignments', 'review-exceptions', 'evaluate-withdrawn'],
  'departments.changed': ['evaluate-groups-of-departments', 'reevaluate-assignments', 'evaluate-withdrawn'],
  'assignment.announced': ['tell-of-assignment'],
  'plan.finders_changed': ['evaluate-withdrawn'],
  'plan.lifecycle_changed': ['evaluate-withdrawn'],
  'catalog.changed': ['evaluate-withdrawn'],
  'plan.announced': ['tell-of-plan'],
  'plan_version.announced': ['tell-of-version'],
  'steps.opened': ['tell-of-opening'],
  'group.members_changed': ['evaluate-groups-of-groups', 'reevaluate-assignments', 'evaluate-withdrawn'],
};
