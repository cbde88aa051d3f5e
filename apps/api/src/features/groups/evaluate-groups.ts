import { groupsInOrder, groupsReading, type GroupId } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { announceMembers, type ChunkReference } from './announce-members.ts';
import { lockRules, readChanges, readRules, stampEvaluated, writeChanges, type GroupRules, type MembershipChange } from './evaluate-groups.queries.ts';

/** Rules that one statement reads. */
const rulesPerStatement = 25;

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
  const changes: MembershipChange[] = [];
  for (const level of groupsInOrder(rules)) {
    for (let start = 0; start < level.length; start += rulesPerStatement) {
      const found = await readChanges(transaction, pick(rules, level.slice(start, start + rulesPerStatement)), people);
      await writeChanges(transaction, found, chunk?.operationId ?? null);
      changes.push(...found);
    }
  }
  if (rules.size > 0) await stampEvaluated(transaction, rules.keys());
  for (const [groupId, changed] of Map.groupBy(changes, (each) => each.groupId)) {
    await announceMembers(transaction, groupId, changed.map((each) => each.personId), chunk);
  }
  return changes;
}

function withReaders(groups: Iterable<GroupId>, rules: GroupRules): ReadonlySet<GroupId> {
  const wanted = new Set(groups);
  return new Set([...wanted, ...groupsReading(wanted, rules)]);
}

/** The rules of some of the groups. */
export function pick(rules: GroupRules, ids: Iterable<GroupId>): GroupRules {
  return new Map([...ids].flatMap((id) => (rules.has(id) ? [[id, rules.get(id)!] as const] : [])));
}
