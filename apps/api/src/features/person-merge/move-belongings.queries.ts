import { newId } from '../../platform/database/new-id.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { survivorHasGrant } from './merge-inventory.queries.ts';

/** From which record to which, by which bulk act. */
export interface Move {
  readonly fromId: string;
  readonly intoId: string;
  readonly operationId: string;
}

/** Ids for so many new rows. */
const ids = (count: number): string[] => Array.from({ length: count }, () => newId());

/** What of groups and rights is counted beforehand, so that ids can be made for it in the app. */
async function countRows(transaction: Transaction, sql: string, parameters: readonly unknown[]): Promise<number> {
  const [row] = await transaction.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${sql}`, parameters);
  return row!.count;
}

/** Ends the memberships in static groups of one record, dated, and begins them for the other where it is not in the group. */
export async function moveMemberships(transaction: Transaction, { fromId, intoId, operationId }: Move, groupIds: readonly string[]): Promise<void> {
  if (groupIds.length === 0) return;
  const { organizationId, now, actor } = transaction;
  await transaction.query(
    `WITH ended AS (
       UPDATE group_membership SET valid_to = $5, ended_because = 'MERGED', ended_by = $6
       WHERE organization_id = $1 AND person_id = $2 AND group_id = ANY ($4::uuid[]) AND valid_to IS NULL RETURNING group_id, cause
     )
     INSERT INTO group_membership (organization_id, id, group_id, person_id, valid_from, cause, operation_id, created_at, created_by)
     SELECT $1, n.id, e.group_id, $3, $5, e.cause, $8, $5, $6 FROM ended e JOIN unnest($4::uuid[], $7::uuid[]) AS n (group_id, id) ON n.group_id = e.group_id
     ON CONFLICT (organization_id, group_id, person_id) WHERE valid_to IS NULL DO NOTHING`,
    [organizationId, fromId, intoId, groupIds, now, actor.id, ids(groupIds.length), operationId],
  );
}

/** Takes the memberships back: those that the merge began end, and those that it ended begin again, unless the survivor has left the group since. */
export async function returnMemberships(transaction: Transaction, { fromId, intoId, operationId }: Move, undoId: string, groupIds: readonly string[]): Promise<void> {
  if (groupIds.length === 0) return;
  const { organizationId, now, actor } = transaction;
  await transaction.query(
    `WITH ended AS (
       UPDATE group_membership SET valid_to = $5, ended_because = 'UNDONE', ended_by = $6
       WHERE organization_id = $1 AND person_id = $3 AND operation_id = $8 AND valid_to IS NULL
     )
     INSERT INTO group_membership (organization_id, id, group_id, person_id, valid_from, cause, operation_id, created_at, created_by)
     SELECT $1, n.id, g.id, $2, $5, coalesce((SELECT m.cause FROM group_membership m WHERE m.organization_id = $1 AND m.group_id = g.id AND m.person_id = $2
       AND m.ended_because = 'MERGED' ORDER BY m.valid_to DESC LIMIT 1), 'BY_HAND'), $9, $5, $6
     FROM unnest($4::uuid[], $7::uuid[]) AS n (group_id, id) JOIN person_group g ON g.organization_id = $1 AND g.id = n.group_id AND g.removed_at IS NULL
     WHERE EXISTS (SELECT FROM group_membership o WHERE o.organization_id = $1 AND o.group_id = g.id AND o.person_id = $3 AND o.valid_to IS NULL)
     ON CONFLICT (organization_id, group_id, person_id) WHERE valid_to IS NULL DO NOTHING`,
    [organizationId, fromId, intoId, groupIds, now, actor.id, ids(groupIds.length), operationId, undoId],
  );
}

const grantColumns = 'role, rights, scope_kind, scope_id';

/** Ends the rights of one record and gives them to the other, unless it has the same. */
export async function moveGrants(transaction: Transaction, { fromId, intoId, operationId }: Move): Promise<void> {
  const { organizationId, now, actor } = transaction;
  const count = await countRows(transaction, 'admin_grant WHERE organization_id = $1 AND person_id = $2 AND valid_to IS NULL', [organizationId, fromId]);
  if (count === 0) return;
  await transaction.query(
    `WITH ended AS (
       UPDATE admin_grant SET valid_to = $4, updated_at = $4, updated_by = $5, ended_in = $6
       WHERE organization_id = $1 AND person_id = $2 AND valid_to IS NULL RETURNING ${grantColumns}
     ), numbered AS (SELECT e.*, row_number() OVER () AS place FROM ended e)
     INSERT INTO admin_grant (organization_id, id, person_id, ${grantColumns}, valid_from, operation_id, created_at, created_by, updated_at)
     SELECT $1, ($7::uuid[])[n.place], $3, n.role, n.rights, n.scope_kind, n.scope_id, $4, $6, $4, $5, $4 FROM numbered n
     WHERE NOT ${survivorHasGrant('n', '$3')}`,
    [organizationId, fromId, intoId, now, actor.id, operationId, ids(count)],
  );
}

/** Takes the rights back, those that were not taken from the survivor since. */
export async function returnGrants(transaction: Transaction, { fromId, intoId, operationId }: Move, undoId: string): Promise<void> {
  const { organizationId, now, actor } = transaction;
  const count = await countRows(transaction, 'admin_grant WHERE organization_id = $1 AND ended_in = $2', [organizationId, operationId]);
  await transaction.query(
    `INSERT INTO admin_grant (organization_id, id, person_id, ${grantColumns}, valid_from, operation_id, created_at, created_by, updated_at)
     SELECT $1, ($5::uuid[])[row_number() OVER ()], $3, ${grantColumns}, $4, $6, $4, $7, $4 FROM admin_grant a WHERE organization_id = $1 AND ended_in = $2
       AND ${survivorHasGrant('a', '$8')}`,
    [organizationId, operationId, fromId, now, ids(count), undoId, actor.id, intoId],
  );
  await transaction.query(
    'UPDATE admin_grant SET valid_to = $3, updated_at = $3, updated_by = $4, ended_in = $5 WHERE organization_id = $1 AND operation_id = $2 AND valid_to IS NULL',
    [organizationId, operationId, now, actor.id, undoId],
  );
}

/** Hands API keys, plans and earlier merged records over; answers nothing, for what is there is what the rows say. */
export async function handOver(transaction: Transaction, fromId: string, intoId: string, what: { readonly keys: readonly string[]; readonly plans: readonly string[]; readonly records: readonly string[] }): Promise<void> {
  const { organizationId } = transaction;
  await transaction.query('UPDATE api_client SET made_by = $3 WHERE organization_id = $1 AND made_by = $2 AND id = ANY ($4::uuid[])', [organizationId, fromId, intoId, what.keys]);
  await transaction.query('UPDATE learning_plan SET owner_id = $3 WHERE organization_id = $1 AND owner_id = $2 AND id = ANY ($4::uuid[])', [organizationId, fromId, intoId, what.plans]);
  await transaction.query('UPDATE person SET merged_into_id = $3 WHERE organization_id = $1 AND merged_into_id = $2 AND id = ANY ($4::uuid[])', [organizationId, fromId, intoId, what.records]);
}

/** Lets people report to the other, dated, or to nobody; answers who does. */
export async function moveReports(transaction: Transaction, fromId: string | null, intoId: string | null, personIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (personIds.length === 0) return new Set();
  const { organizationId, now, actor } = transaction;
  const moved = await transaction.query<{ id: string }>(
    `UPDATE person SET manager_id = $3, row_version = row_version + 1, updated_at = $5, updated_by = $6
     WHERE organization_id = $1 AND manager_id IS NOT DISTINCT FROM $2 AND id = ANY ($4::uuid[]) AND id IS DISTINCT FROM $3 RETURNING id`,
    [organizationId, fromId, intoId, personIds, now, actor.id],
  );
  const changed = moved.map(({ id }) => id);
  await keepRevisions(transaction, changed);
  return new Set(changed);
}

/** Marks a record as merged away, or as there again with the status that it had. */
export async function setMerged(transaction: Transaction, fromId: string, intoId: string | null, status: string): Promise<void> {
  const { organizationId, now, actor } = transaction;
  await transaction.query(
    `UPDATE person SET merged_into_id = $3, merged_at = CASE WHEN $3::uuid IS NOT NULL THEN $5::timestamptz END, status = $4, row_version = row_version + 1,
       updated_at = $5, updated_by = $6 WHERE organization_id = $1 AND id = $2`,
    [organizationId, fromId, intoId, status, now, actor.id],
  );
  await keepRevisions(transaction, [fromId]);
}

async function keepRevisions(transaction: Transaction, personIds: readonly string[]): Promise<void> {
  const { organizationId, now, actor } = transaction;
  await transaction.query(
    `INSERT INTO person_revision (organization_id, id, person_id, display_name, locale, time_zone, manager_id, partner_account_id, hire_date,
       status, valid_from, created_by)
     SELECT $1, n.id, p.id, p.display_name, p.locale, p.time_zone, p.manager_id, p.partner_account_id, p.hire_date, p.status, $4, $5
     FROM unnest($2::uuid[], $3::uuid[]) AS n (id, person_id) JOIN person p ON p.organization_id = $1 AND p.id = n.person_id`,
    [organizationId, ids(personIds.length), personIds, now, actor.id],
  );
}
