import type { AudienceExpression, GroupId } from '@milepost/domain';
import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { newId } from '../../platform/database/new-id.ts';
import { activePeople, audienceCondition } from '../audiences/index.ts';

/** The rules of dynamic groups by their ids. */
export type GroupRules = ReadonlyMap<GroupId, AudienceExpression>;

interface RuleRow {
  readonly id: GroupId;
  readonly rule: AudienceExpression;
}

const ruled = "organization_id = $1 AND kind = 'DYNAMIC' AND removed_at IS NULL AND rule IS NOT NULL";

/** The rules of all dynamic groups. */
export async function readRules(transaction: Transaction): Promise<GroupRules> {
  const rows = await transaction.query<RuleRow>(`SELECT id, rule FROM person_group WHERE ${ruled}`, [transaction.organizationId]);
  return new Map(rows.map(({ id, rule }) => [id, rule]));
}

/**
 * The rules of dynamic groups as they are now, the groups locked in the order of their ids up to the end of the transaction: whoever else
 * evaluates one of them comes after, and sees what was written.
 */
export async function lockRules(transaction: Transaction, groupIds: Iterable<GroupId>): Promise<GroupRules> {
  const rows = await transaction.query<RuleRow>(
    `SELECT id, rule FROM person_group WHERE ${ruled} AND id = ANY ($2::uuid[]) ORDER BY id FOR NO KEY UPDATE`,
    [transaction.organizationId, [...groupIds]],
  );
  return new Map(rows.map(({ id, rule }) => [id, rule]));
}

/** Somebody who is not where a rule says. */
export interface MembershipChange {
  readonly groupId: GroupId;
  readonly personId: string;
  /** Matches the rule and is not in the group; else is in it and does not match. */
  readonly joins: boolean;
}

/** Those who match a rule and are not in its group (`joins`), and those who are in it and do not match, as a statement. */
export function changesOf(parameters: SqlParameters, groupId: string, rule: AudienceExpression): string {
  const group = parameters.add(groupId, 'uuid');
  return `SELECT ${group} AS "groupId", coalesce(x.id, m.person_id) AS "personId", x.id IS NOT NULL AS joins
    FROM (SELECT p.id FROM person p WHERE ${activePeople} AND ${audienceCondition(rule, parameters)}) x
    FULL JOIN (SELECT person_id FROM group_membership WHERE organization_id = $1 AND group_id = ${group} AND valid_to IS NULL) m ON m.person_id = x.id
    WHERE x.id IS NULL OR m.person_id IS NULL`;
}

/** Who of everybody is not where the rules say; all rules by one statement. */
export async function readChanges(transaction: Transaction, rules: GroupRules): Promise<MembershipChange[]> {
  if (rules.size === 0) return [];
  const parameters = new SqlParameters(transaction.organizationId);
  const each = [...rules].map(([id, rule]) => changesOf(parameters, id, rule));
  return transaction.query<MembershipChange>(each.join(' UNION ALL '), parameters.values);
}

/** Ends and begins memberships, dated now; nothing is overwritten. */
export async function writeChanges(transaction: Transaction, changes: readonly MembershipChange[], operationId: string | null): Promise<void> {
  const { organizationId, now, actor } = transaction;
  const leaving = changes.filter(({ joins }) => !joins);
  const joining = changes.filter(({ joins }) => joins);
  if (leaving.length > 0) {
    await transaction.query(
      `UPDATE group_membership m SET valid_to = $4, ended_because = 'RULE', ended_by = $5
       FROM unnest($2::uuid[], $3::uuid[]) AS c (group_id, person_id)
       WHERE m.organization_id = $1 AND m.group_id = c.group_id AND m.person_id = c.person_id AND m.valid_to IS NULL`,
      [organizationId, leaving.map((each) => each.groupId), leaving.map((each) => each.personId), now, actor.id],
    );
  }
  if (joining.length > 0) {
    await transaction.query(
      `INSERT INTO group_membership (organization_id, id, group_id, person_id, valid_from, cause, operation_id, created_at, created_by)
       SELECT $1, c.id, c.group_id, c.person_id, $5, 'RULE', $6, $5, $7 FROM unnest($2::uuid[], $3::uuid[], $4::uuid[]) AS c (id, group_id, person_id)
       ON CONFLICT (organization_id, group_id, person_id) WHERE valid_to IS NULL DO NOTHING`,
      [organizationId, joining.map(() => newId()), joining.map((each) => each.groupId), joining.map((each) => each.personId), now, operationId, actor.id],
    );
  }
}

/** Keeps when groups were evaluated last: what they say is as fresh as that. */
export async function stampEvaluated(transaction: Transaction, groupIds: Iterable<string>): Promise<void> {
  await transaction.query('UPDATE person_group SET evaluated_at = $3 WHERE organization_id = $1 AND id = ANY ($2::uuid[])', [
    transaction.organizationId,
    [...groupIds],
    transaction.now,
  ]);
}
