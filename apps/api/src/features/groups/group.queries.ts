import type { AnyMessage, AudienceExpression } from '@milepost/domain';
import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { cutPage, limitPage, type Page } from '../../platform/graphql/connection.ts';
import { foundBy, type PersonCondition } from '../people/index.ts';

export type GroupKind = 'STATIC' | 'DYNAMIC';

/** A group as lists show it. */
export interface GroupRow {
  readonly id: string;
  readonly name: string;
  readonly nameKey: string;
  readonly kind: GroupKind;
  readonly rule: AudienceExpression | null;
  readonly evaluatedAt: Date | null;
  readonly createdAt: Date;
  readonly rowVersion: number;
}

const columns = `g.id, g.name, g.name_key AS "nameKey", g.kind, g.rule, g.evaluated_at AS "evaluatedAt", g.created_at AS "createdAt",
  g.row_version AS "rowVersion"`;

/** Which groups a list shows; what is absent does not narrow it. */
export interface GroupFilter {
  readonly id?: string | null;
  readonly search?: string | null;
  readonly kinds?: readonly string[] | null;
}

/** @param visible whose groups: only those with such a member; absent: all, also those that nobody is in */
function groupConditions(parameters: SqlParameters, { id, search, kinds }: GroupFilter, visible: PersonCondition | undefined): string {
  const conditions = ['g.organization_id = $1', 'g.removed_at IS NULL'];
  if (id) conditions.push(`g.id = ${parameters.add(id, 'uuid')}`);
  if (search?.trim()) conditions.push(`g.name_key LIKE ${parameters.addContaining(search)}`);
  if (kinds?.length) conditions.push(`g.kind = ANY (${parameters.add(kinds, 'text[]')})`);
  if (visible) {
    conditions.push(`EXISTS (SELECT FROM group_membership m JOIN person p ON p.organization_id = $1 AND p.id = m.person_id
      WHERE m.organization_id = $1 AND m.group_id = g.id AND m.valid_to IS NULL AND ${visible(parameters)})`);
  }
  return conditions.join(' AND ');
}

/** One page of groups in the order of their names. */
export async function findGroups(
  transaction: Transaction,
  filter: GroupFilter,
  visible: PersonCondition | undefined,
  first: number,
  after?: readonly (string | number | null)[],
): Promise<Page<GroupRow>> {
  const parameters = new SqlParameters(transaction.organizationId);
  const further = after ? `AND (g.name_key, g.id) > (${parameters.add(after[0])}, ${parameters.add(after[1], 'uuid')})` : '';
  const rows = await transaction.query<GroupRow>(
    `SELECT ${columns} FROM person_group g WHERE ${groupConditions(parameters, filter, visible)} ${further} ORDER BY g.name_key, g.id ${limitPage(first)}`,
    parameters.values,
  );
  return cutPage(rows, first, (row) => [row.nameKey, row.id]);
}

/** How many groups a filter leaves. */
export async function countGroups(transaction: Transaction, filter: GroupFilter, visible: PersonCondition | undefined): Promise<number> {
  const parameters = new SqlParameters(transaction.organizationId);
  const [row] = await transaction.query<{ groups: number }>(
    `SELECT count(*)::int AS groups FROM person_group g WHERE ${groupConditions(parameters, filter, visible)}`,
    parameters.values,
  );
  return row!.groups;
}

/** A group that is there, locked against others that would change it; undefined when there is none. */
export async function lockGroup(transaction: Transaction, id: string): Promise<GroupRow | undefined> {
  const [row] = await transaction.query<GroupRow>(
    `SELECT ${columns} FROM person_group g WHERE g.organization_id = $1 AND g.id = $2 AND g.removed_at IS NULL FOR NO KEY UPDATE`,
    [transaction.organizationId, id],
  );
  return row;
}

/** How many people a group has: in all, and of them those whom an audience reaches. */
export interface GroupSize {
  readonly members: number;
  readonly active: number;
}

/** The sizes of groups, of those members only whom a condition on `person p` lets through. */
export async function countGroupMembers(transaction: Transaction, visible: PersonCondition | undefined, ids: readonly string[]): Promise<ReadonlyMap<string, GroupSize>> {
  const parameters = new SqlParameters(transaction.organizationId);
  const wanted = parameters.add(ids, 'uuid[]');
  const rows = await transaction.query<GroupSize & { id: string }>(
    `SELECT m.group_id AS id, count(*)::int AS members, (count(*) FILTER (WHERE p.status = 'ACTIVE'))::int AS active
     FROM group_membership m JOIN person p ON p.organization_id = $1 AND p.id = m.person_id
     WHERE m.organization_id = $1 AND m.valid_to IS NULL AND m.group_id = ANY (${wanted}) ${visible ? `AND ${visible(parameters)}` : ''} GROUP BY 1`,
    parameters.values,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** A membership as the list of members shows it. */
export interface MemberRow {
  readonly id: string;
  readonly personId: string;
  readonly nameKey: string;
  readonly since: Date;
  readonly cause: string;
  readonly addedBy: string | null;
  readonly operationId: string | null;
}

/** One page of the people who are in a group now, in the order of their names. */
export async function findMembers(
  transaction: Transaction,
  groupId: string,
  visible: PersonCondition,
  search: string | null,
  first: number,
  after?: readonly (string | number | null)[],
): Promise<Page<MemberRow>> {
  const parameters = new SqlParameters(transaction.organizationId);
  const conditions = ['p.organization_id = $1', visible(parameters)];
  if (search?.trim()) conditions.push(foundBy(parameters, search));
  if (after) conditions.push(`(p.name_key, p.id) > (${parameters.add(after[0])}, ${parameters.add(after[1], 'uuid')})`);
  const rows = await transaction.query<MemberRow>(
    `SELECT m.id, p.id AS "personId", p.name_key AS "nameKey", m.valid_from AS since, m.cause, m.created_by AS "addedBy", m.operation_id AS "operationId"
     FROM person p
     JOIN group_membership m ON m.organization_id = $1 AND m.group_id = ${parameters.add(groupId, 'uuid')} AND m.person_id = p.id AND m.valid_to IS NULL
     WHERE ${conditions.join(' AND ')} ORDER BY p.name_key, p.id ${limitPage(first)}`,
    parameters.values,
  );
  return cutPage(rows, first, (row) => [row.nameKey, row.personId]);
}

/** The groups that people are in now, by name. */
export async function findGroupsOfPeople(transaction: Transaction, personIds: readonly string[]) {
  const rows = await transaction.query<MemberRow & GroupRow & { groupId: string }>(
    `SELECT m.person_id AS "personId", m.valid_from AS since, m.cause, m.created_by AS "addedBy", m.operation_id AS "operationId", ${columns}
     FROM group_membership m JOIN person_group g ON g.organization_id = $1 AND g.id = m.group_id AND g.removed_at IS NULL
     WHERE m.organization_id = $1 AND m.valid_to IS NULL AND m.person_id = ANY ($2::uuid[]) ORDER BY g.name_key, g.id`,
    [transaction.organizationId, personIds],
  );
  return Map.groupBy(rows, (row) => row.personId);
}

/** What of the features before this one refers to a group. */
export async function findUsersOfGroup(transaction: Transaction, groupId: string): Promise<AnyMessage[]> {
  const rows = await transaction.query<{ code: string; name: string }>(
    `SELECT 'USED_BY_RULE' AS code, g.name FROM person_group g WHERE g.organization_id = $1 AND g.removed_at IS NULL
       AND jsonb_path_exists(g.rule, '$.**.groupIds[*] ? (@ == $id)', jsonb_build_object('id', $2::text))
     UNION ALL
     SELECT 'USED_BY_ADMIN', p.display_name FROM admin_grant a JOIN person p ON p.organization_id = $1 AND p.id = a.person_id
       WHERE a.organization_id = $1 AND a.valid_to IS NULL AND a.scope_kind = 'GROUP' AND a.scope_id = $2::text::uuid
     UNION ALL
     SELECT 'USED_BY_API_KEY', c.name FROM api_client c
       WHERE c.organization_id = $1 AND c.revoked_at IS NULL AND (c.expires_at IS NULL OR c.expires_at > $3) AND c.scope_kind = 'GROUP' AND c.scope_id = $2::text::uuid
     ORDER BY 1, 2`,
    [transaction.organizationId, groupId, transaction.now],
  );
  return rows.map(({ code, name }) => ({ code, params: { name } }));
}
