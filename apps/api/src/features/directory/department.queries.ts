import type { DepartmentId, DepartmentNode } from '@milepost/domain';
import { newId } from '../../platform/database/new-id.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

/** A department as its edits read it. */
export interface DepartmentToEdit extends DepartmentNode {
  readonly rowVersion: number;
}

/** The tree, for whoever changes it: others wait up to the end of the transaction, so that what is checked stays true. */
export async function lockTree(transaction: Transaction): Promise<ReadonlyMap<DepartmentId, DepartmentToEdit>> {
  await transaction.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`department-tree:${transaction.organizationId}`]);
  return readTree(transaction);
}

/** The tree as it is now. */
async function readTree(transaction: Transaction): Promise<ReadonlyMap<DepartmentId, DepartmentToEdit>> {
  const rows = await transaction.query<DepartmentToEdit>(
    `SELECT id, parent_id AS "parentId", name, row_version AS "rowVersion" FROM department
     WHERE organization_id = $1 AND removed_at IS NULL ORDER BY name_key, id`,
    [transaction.organizationId],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Keeps, dated, what departments are from now on; the rows themselves have been written before. */
export async function recordRevisions(transaction: Transaction, departmentIds: readonly string[]): Promise<void> {
  const { organizationId, now, actor } = transaction;
  await transaction.query(
    `INSERT INTO department_revision (organization_id, id, department_id, parent_id, name, removed, valid_from, created_by)
     SELECT $1, r.id, d.id, d.parent_id, d.name, d.removed_at IS NOT NULL, $4, $5
     FROM unnest($2::uuid[], $3::uuid[]) AS r (id, department_id) JOIN department d ON d.organization_id = $1 AND d.id = r.department_id`,
    [organizationId, departmentIds.map(() => newId()), departmentIds, now, actor.id],
  );
}
