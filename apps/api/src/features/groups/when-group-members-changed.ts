import { groupsReading, referencesOf, type GroupId } from '@milepost/domain';
import type { JobHandler } from '../../platform/jobs/job-runner.ts';
import { readPeopleOfChunk } from '../operations/index.ts';
import { evaluateGroups } from './evaluate-groups.ts';
import { readRules } from './evaluate-groups.queries.ts';
import { reevaluateEverybody } from './reevaluate-everybody.ts';

/**
 * Groups whose rules read a static group are evaluated for whoever joined or left it. What reads a dynamic group was evaluated with it, in
 * the same transaction.
 */
export const whenGroupMembersChanged: JobHandler = async (context) => {
  const { personId, operationId, chunk } = context.payload;
  const groupId = String(context.payload.groupId) as GroupId;
  const rules = await context.database.read({ organizationId: context.organizationId }, readRules);
  if (rules.has(groupId)) return;
  const readers = [...groupsReading([groupId], rules)];
  if (readers.length === 0) return;
  if (typeof personId === 'string') return void (await context.write((transaction) => evaluateGroups(transaction, [personId], readers)));
  if (typeof operationId === 'string') {
    return void (await context.write(async (transaction) => {
      const reference = { operationId, chunk: Number(chunk) };
      return evaluateGroups(transaction, await readPeopleOfChunk(transaction, operationId, reference.chunk), readers, reference);
    }));
  }
  await reevaluateEverybody(context, readers.filter((id) => referencesOf(rules.get(id)!).groupIds.includes(groupId)));
};
