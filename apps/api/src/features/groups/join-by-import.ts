import { foldForSearch, type NamedGroup } from '@milepost/domain';
import { newId } from '../../platform/database/new-id.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { registerGroupsOfPeople, type GroupJoins, type KnownGroups } from '../people-import/index.ts';
import { announceMembers } from './announce-members.ts';
import { joinMembers, readNamedGroups } from './group-import.queries.ts';
import { lockGroup } from './group.queries.ts';

/** A file of people may say which static groups they join. */
registerGroupsOfPeople({ read, lock, join });

async function read(transaction: Transaction, names: readonly string[], personIds: readonly string[]): Promise<KnownGroups> {
  const groups = await readNamedGroups(transaction, names.map(foldForSearch), personIds);
  const byName = new Map<string, NamedGroup>(groups.map((group) => [group.nameKey, group]));
  const members = new Map(groups.map(({ id, memberIds }) => [id, new Set(memberIds)]));
  return { find: (name) => byName.get(foldForSearch(name)), isIn: (groupId, personId) => members.get(groupId)?.has(personId) ?? false };
}

async function lock(transaction: Transaction, groupIds: readonly string[]): Promise<void> {
  for (const id of groupIds.toSorted()) await lockGroup(transaction, id);
}

async function join(transaction: Transaction, { operationId, chunk, people }: GroupJoins): Promise<ReadonlySet<string>> {
  const joined = new Set<string>();
  for (const [groupId, personIds] of people) {
    if ((await lockGroup(transaction, groupId))?.kind !== 'STATIC') continue;
    const came = await joinMembers(transaction, groupId, personIds.map((personId) => ({ membershipId: newId(), personId })), operationId);
    await announceMembers(transaction, groupId, came, { operationId, chunk });
    for (const id of came) joined.add(id);
  }
  return joined;
}
