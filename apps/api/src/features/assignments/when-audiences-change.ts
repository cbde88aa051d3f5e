import type { JobHandler } from '../../platform/jobs/job-runner.ts';
import { readPeopleOfChunk } from '../operations/index.ts';
import { findDynamicAssignments, reevaluateAssignment } from './reevaluate-assignment.ts';

/**
 * Brings dynamic assignments up to date after people, groups or departments have changed: those people, or everybody where the event
 * does not name them; one assignment, or all that are in force. Each in a transaction of its own.
 */
export const reevaluateAssignments: JobHandler = async ({ payload, write, database, organizationId, signal }) => {
  const { assignmentId, personId, operationId, chunk } = payload as Readonly<Record<string, string | number | undefined>>;
  const { assignments, people } = await database.read({ organizationId }, async (transaction) => ({
    assignments: assignmentId ? [String(assignmentId)] : await findDynamicAssignments(transaction),
    people: personId ? [String(personId)] : operationId !== undefined && chunk !== undefined ? await readPeopleOfChunk(transaction, String(operationId), Number(chunk)) : undefined,
  }));
  for (const id of assignments) {
    if (signal.aborted) throw new Error('The process stops; the rest goes on elsewhere');
    await write((transaction) => reevaluateAssignment(transaction, id, people));
  }
};
