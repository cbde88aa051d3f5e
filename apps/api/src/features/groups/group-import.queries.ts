import type { NamedGroup } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { RowsSql } from '../operations/index.ts';

/** Of some people who have not left, whether each is in a group now; nobody when the group is gone. */
export async function readMembership(transaction: Transaction, groupId: string, personIds: readonly string[]): Promise<ReadonlyMap<string, boolean>> {
  const rows = await transaction.query<{ id: string; isIn: boolean }>(
    `SELECT p.id, m.id IS NOT NULL AS "isIn" FROM person p
     LEFT JOIN group_membership m ON m.organization_id = $1 AND m.group_id = $2 AND m.person_id = p.id AND m.valid_to IS NULL
     WHERE p.organization_id = $1 AND p.id = ANY ($3::uuid[]) AND p.status <> 'LEFT'
       AND EXISTS (SELECT FROM person_group g WHERE g.organization_id = $1 AND g.id = $2 AND g.removed_at IS NULL)`,
    [transaction.organizationId, groupId, personIds],
  );
  return new Map(rows.map((row) => [row.id, row.isIn]));
}

/** A group by its name, with who of those asked about is in it. */
export interface GroupWithMembers extends NamedGroup {
  readonly nameKey: string;
  readonly memberIds: readonly string[];
}

/** The groups of some folded names, with who of some people is in the static ones. */
export async function readNamedGroups(transaction: Transaction, nameKeys: readonly string[], personIds: readonly string[]): Promise<GroupWithMembers[]> {
  return transaction.query<GroupWithMembers>(
    `SELECT g.id, g.name, g.kind, g.name_key AS "nameKey", coalesce((SELECT array_agg(m.person_id) FROM group_membership m
       WHERE m.organization_id = $1 AND m.group_id = g.id AND m.person_id = ANY ($3::uuid[]) AND m.valid_to IS NULL AND g.kind = 'STATIC'), '{}') AS "memberIds"
     FROM person_group g WHERE g.organization_id = $1 AND g.name_key = ANY ($2::text[]) AND g.removed_at IS NULL`,
    [transaction.organizationId, nameKeys, personIds],
  );
}

/** Lets people into a group who are not in it and have not left; answers who came in. */
export async function joinMembers(
  transaction: Transaction,
  groupId: string,
  people: readonly { readonly membershipId: string; readonly personId: string }[],
  operationId: string,
): Promise<string[]> {
  const rows = await transaction.query<{ id: string }>(
    `INSERT INTO group_membership (organization_id, id, group_id, person_id, valid_from, cause, operation_id, created_at, created_by)
     SELECT $1, n.id, $2, p.id, $5, 'IMPORT', $6, $5, $7 FROM unnest($3::uuid[], $4::uuid[]) AS n (id, person_id)
     JOIN person p ON p.organization_id = $1 AND p.id = n.person_id AND p.status <> 'LEFT'
     ON CONFLICT (organization_id, group_id, person_id) WHERE valid_to IS NULL DO NOTHING RETURNING person_id AS id`,
    [transaction.organizationId, groupId, people.map((each) => each.membershipId), people.map((each) => each.personId), transaction.now, operationId, transaction.actor.id],
  );
  return rows.map((row) => row.id);
}

/** Those whom an import brought into a group, with whether that membership is still the same: the rows of its undo. */
export function broughtIn(groupId: string, operationId: string): RowsSql {
  return (parameters) => {
    const operation = parameters.add(operationId, 'uuid');
    return `SELECT r.id, CASE WHEN m.id IS NULL THEN 'LEFT_CHANGED_SINCE' ELSE 'TAKEN_BACK' END AS class
      FROM operation_chunk c CROSS JOIN LATERAL unnest(c.subject_ids, c.outcomes) AS r (id, outcome)
      LEFT JOIN group_membership m ON m.organization_id = $1 AND m.group_id = ${parameters.add(groupId, 'uuid')} AND m.person_id = r.id AND m.valid_to IS NULL AND m.operation_id = ${operation}
      WHERE c.organization_id = $1 AND c.operation_id = ${operation} AND r.outcome = 'JOINS'`;
  };
}
