import type { GroupId } from '@milepost/domain';
import type { JobContext } from '../../platform/jobs/job-runner.ts';
import { evaluateGroups, pick } from './evaluate-groups.ts';
import { readChanges, readRules } from './evaluate-groups.queries.ts';

/** People per transaction: each stays short, because events of everybody wait for the oldest one. */
const peoplePerTransaction = 500;

/**
 * Looks whom a change that names nobody has put out of place in some groups, and evaluates those people, some at a time, each time anew
 * as they then are: killed on the way, it goes on with whoever is left.
 */
export async function reevaluateEverybody({ database, organizationId, write, signal }: JobContext, groupIds: Iterable<GroupId>): Promise<void> {
  const wanted = [...groupIds];
  if (wanted.length === 0) return;
  const changes = await database.read({ organizationId }, async (transaction) => readChanges(transaction, pick(await readRules(transaction), wanted)));
  const people = [...new Set(changes.map((each) => each.personId))];
  for (let start = 0; start < people.length; start += peoplePerTransaction) {
    if (signal.aborted) throw new Error('The process stops; the groups are evaluated elsewhere');
    await write((transaction) => evaluateGroups(transaction, people.slice(start, start + peoplePerTransaction), wanted));
  }
}
