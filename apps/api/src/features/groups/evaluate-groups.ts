import { groupsInOrder, groupsReading, matchesAudience, type AudienceFacts, type GroupId } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { readAudienceFacts } from '../audiences/index.ts';
import { announceMembers, type ChunkReference } from './announce-members.ts';
import { lockRules, readRules, stampEvaluated, writeChanges, type GroupRules, type MembershipChange } from './evaluate-groups.queries.ts';

/**
 * Brings some people into the dynamic groups whose rules they match, and out of those whose rules they no longer match (L61): groups
 * before those that read them, each membership dated, one event for each group. What is right already is not touched, so that it can be
 * repeated.
 *
 * @param wanted the groups whose rules are looked at, with those that read them; absent: all
 * @param chunk of which bulk act the people are
 */
export async function evaluateGroups(
  transaction: Transaction,
  people: readonly string[],
  wanted?: Iterable<GroupId>,
  chunk?: ChunkReference,
): Promise<readonly MembershipChange[]> {
  if (people.length === 0) return [];
  const known = await readRules(transaction);
  const ids = wanted ? withReaders(wanted, known) : new Set(known.keys());
  const rules = await lockRules(transaction, ids);
  const changes = findChanges(rules, await readAudienceFacts(transaction, people));
  await writeChanges(transaction, changes, chunk?.operationId ?? null);
  if (rules.size > 0) await stampEvaluated(transaction, rules.keys());
  for (const [groupId, changed] of Map.groupBy(changes, (each) => each.groupId)) {
    await announceMembers(transaction, groupId, changed.map((each) => each.personId), chunk);
  }
  return changes;
}

/** Who of some people is not where the rules say; what a rule reads of other groups is as it will be. */
function findChanges(rules: GroupRules, facts: readonly AudienceFacts[]): MembershipChange[] {
  const order = groupsInOrder(rules).flat();
  return facts.flatMap((person) => {
    const groupIds = new Set(person.groupIds);
    const changes: MembershipChange[] = [];
    for (const groupId of order) {
      const joins = matchesAudience(rules.get(groupId)!, { ...person, groupIds: [...groupIds] });
      if (joins === groupIds.has(groupId)) continue;
      if (joins) groupIds.add(groupId);
      else groupIds.delete(groupId);
      changes.push({ groupId, personId: person.personId, joins });
    }
    return changes;
  });
}

function withReaders(groups: Iterable<GroupId>, rules: GroupRules): ReadonlySet<GroupId> {
  const wanted = new Set(groups);
  return new Set([...wanted, ...groupsReading(wanted, rules)]);
}

/** The rules of some of the groups. */
export function pick(rules: GroupRules, ids: Iterable<GroupId>): GroupRules {
  return new Map([...ids].flatMap((id) => (rules.has(id) ? [[id, rules.get(id)!] as const] : [])));
}
