import { findGroupCircle, isUuid, refuse, succeed, type AudienceExpression, type GroupId } from '@milepost/domain';
import { newId } from '../../platform/database/new-id.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { problem, refuseStale, refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { confirmEverybody, resolveAudience } from '../audiences/index.ts';
import { createOperation, storePreview, type Preview } from '../operations/index.ts';
import { readRules } from './evaluate-groups.queries.ts';
import { readGroupNames, ruleChanges, writeRuleRows } from './group-rule.queries.ts';
import { lockGroup } from './group.queries.ts';
import { nameGroup } from './name-group.ts';

/** What an admin decides about a rule: of a group that is there, or with a name of one that comes to be. */
export interface NewGroupRule {
  readonly groupId?: string | null;
  readonly rowVersion?: number | null;
  readonly name?: string | null;
  readonly rule: unknown;
  /** That everybody is meant, where the rule leaves out nobody. */
  readonly confirmEverybody?: boolean | null;
}

/** What the operation keeps of it. */
export interface GroupRuleInput {
  readonly groupId: GroupId;
  readonly isNew: boolean;
  readonly name: string;
  readonly rule: AudienceExpression;
}

/** People per chunk: a transaction of a bulk act stays short, because events of everybody wait for the oldest one. */
export const chunkSize = 500;

/**
 * Previews a rule (2.5): who would join and who would leave the group. A dynamic group comes to be with the commit of its first rule.
 * Refuses a rule by which groups would refer to each other in a circle, naming it.
 */
export async function previewGroupRule(transaction: Transaction, caller: Caller, input: NewGroupRule): Promise<Outcome<{ id: string }>> {
  const subject = input.groupId ? await readSubject(transaction, input.groupId, input.rowVersion ?? 0) : await nameNew(transaction, input.name ?? '');
  if (!subject.ok) return subject;
  const rule = await resolveAudience(transaction, caller, input.rule, 'rule');
  if (!rule.ok) return rule;
  const kept: GroupRuleInput = { ...subject.value, rule: rule.value };
  const circle = await refuseCircle(transaction, kept);
  if (circle) return circle;
  const meant = await confirmEverybody(transaction, caller, rule.value, input.confirmEverybody, 'rule');
  if (!meant.ok) return meant;
  const id = await createOperation(transaction, { kind: 'GROUP_RULE', title: { name: kept.name }, input: kept });
  await storePreview(transaction, id, await classifyRule(transaction, id, kept));
  return succeed({ id });
}

async function readSubject(transaction: Transaction, groupId: string, rowVersion: number): Promise<Outcome<Omit<GroupRuleInput, 'rule'>>> {
  const group = isUuid(groupId) ? await lockGroup(transaction, groupId) : undefined;
  if (!group) return refuseWith('NOT_FOUND');
  if (group.kind === 'STATIC') return refuseWith('GROUP_IS_STATIC');
  if (group.rowVersion !== rowVersion) return refuseStale(group.rowVersion);
  return succeed({ groupId: group.id as GroupId, isNew: false, name: group.name });
}

async function nameNew(transaction: Transaction, wanted: string): Promise<Outcome<Omit<GroupRuleInput, 'rule'>>> {
  const named = await nameGroup(transaction, wanted);
  return named.ok ? succeed({ groupId: newId() as GroupId, isNew: true, name: named.value.name }) : named;
}

/** Classifies everybody as of now, and stores the rows. */
export async function classifyRule(transaction: Transaction, operationId: string, { groupId, rule }: GroupRuleInput): Promise<Preview> {
  const before = (await readRules(transaction)).get(groupId) ?? null;
  const changes = ruleChanges(groupId, rule, { joins: 'JOINS', leaves: 'LEAVES' });
  return writeRuleRows(transaction, operationId, changes, JSON.stringify(before), chunkSize);
}

/** The circle in which groups would refer to each other by this rule, in words; undefined where there is none. */
export async function refuseCircle(transaction: Transaction, { groupId, name, rule }: GroupRuleInput) {
  const circle = findGroupCircle(new Map([...(await readRules(transaction)), [groupId, rule]]));
  if (!circle) return undefined;
  const names = await readGroupNames(transaction, circle);
  return refuse([problem('GROUP_CIRCLE', { groups: circle.map((id) => names.get(id) ?? name) }, 'rule')]);
}
