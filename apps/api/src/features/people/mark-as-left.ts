import { newId } from '../../platform/database/new-id.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

/** Marks people as having left who are still as they were seen, dated; answers whom. Lock them before. */
export async function markAsLeft(transaction: Transaction, people: readonly { readonly id: string; readonly rowVersion: number }[]): Promise<ReadonlySet<string>> {
  if (people.length === 0) return new Set();
  const { organizationId, now, actor } = transaction;
  const rows = await transaction.query<{ id: string }>(
    `WITH left_now AS (
       UPDATE person p SET status = 'LEFT', row_version = p.row_version + 1, updated_at = $4, updated_by = $5
       FROM unnest($2::uuid[], $3::integer[]) AS seen (id, row_version)
       WHERE p.organization_id = $1 AND p.id = seen.id AND p.row_version = seen.row_version AND p.status <> 'LEFT'
       RETURNING p.*
     ), kept AS (
       INSERT INTO person_revision (organization_id, id, person_id, display_name, locale, time_zone, manager_id, partner_account_id, hire_date,
         status, valid_from, created_by)
       SELECT $1, n.id, l.id, l.display_name, l.locale, l.time_zone, l.manager_id, l.partner_account_id, l.hire_date, l.status, $4, $5
       FROM left_now l JOIN unnest($2::uuid[], $6::uuid[]) AS n (person_id, id) ON n.person_id = l.id
     )
     SELECT id FROM left_now`,
    [organizationId, people.map(({ id }) => id), people.map(({ rowVersion }) => rowVersion), now, actor.id, people.map(() => newId())],
  );
  return new Set(rows.map(({ id }) => id));
}
