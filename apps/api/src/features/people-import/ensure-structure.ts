import { foldForSearch } from '@milepost/domain';
import { newId } from '../../platform/database/new-id.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

/** Makes sure that things of these names exist; answers their ids by folded name. */
export async function ensureNamed(
  transaction: Transaction,
  table: 'job_position' | 'job_role' | 'partner_account',
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (names.length === 0) return new Map();
  const { organizationId, now } = transaction;
  const keys = names.map(foldForSearch);
  await transaction.query(
    `INSERT INTO ${table} (organization_id, id, name, name_key, created_at, updated_at)
     SELECT $1, id, name, key, $5, $5 FROM unnest($2::uuid[], $3::text[], $4::text[]) AS n (id, name, key)
     ON CONFLICT (organization_id, name_key) DO NOTHING`,
    [organizationId, names.map(() => newId()), names, keys, now],
  );
  const rows = await transaction.query<{ id: string; key: string }>(
    `SELECT id, name_key AS key FROM ${table} WHERE organization_id = $1 AND name_key = ANY ($2::text[])`,
    [organizationId, keys],
  );
  return new Map(rows.map((row) => [row.key, row.id]));
}

/** Makes sure that departments with these paths exist, level by level; answers the id of each by its path as JSON. */
export async function ensureDepartments(transaction: Transaction, paths: readonly (readonly string[])[]): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  const deepest = Math.max(0, ...paths.map((path) => path.length));
  for (let depth = 1; depth <= deepest; depth++) {
    const level = new Map(paths.filter((path) => path.length >= depth).map((path) => [JSON.stringify(path.slice(0, depth)), path.slice(0, depth)]));
    for (const [key, path] of level) ids.set(key, await ensureDepartment(transaction, path, ids.get(JSON.stringify(path.slice(0, -1))) ?? null));
  }
  return ids;
}

async function ensureDepartment(transaction: Transaction, path: readonly string[], parentId: string | null): Promise<string> {
  const { organizationId, now } = transaction;
  const name = path.at(-1)!;
  const key = foldForSearch(name);
  const [created] = await transaction.query<{ id: string }>(
    `INSERT INTO department (organization_id, id, parent_id, name, name_key, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $6, $6)
     ON CONFLICT (organization_id, parent_id, name_key) DO NOTHING RETURNING id`,
    [organizationId, newId(), parentId, name, key, now],
  );
  if (created) {
    await transaction.query(
      'INSERT INTO department_revision (organization_id, id, department_id, parent_id, name, valid_from) VALUES ($1, $2, $3, $4, $5, $6)',
      [organizationId, newId(), created.id, parentId, name, now],
    );
    return created.id;
  }
  const [known] = await transaction.query<{ id: string }>(
    'SELECT id FROM department WHERE organization_id = $1 AND parent_id IS NOT DISTINCT FROM $2 AND name_key = $3',
    [organizationId, parentId, key],
  );
  return known!.id;
}
