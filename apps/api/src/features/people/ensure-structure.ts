import { foldForSearch } from '@milepost/domain';
import { newId } from '../../platform/database/new-id.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

/** What people have of which only the name matters. */
export type NamedTable = 'job_position' | 'job_role' | 'partner_account';

/** Makes sure that things of these names exist; answers their ids by folded name. */
export async function ensureNamed(
  transaction: Transaction,
  table: NamedTable,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (names.length === 0) return new Map();
  const { organizationId, now } = transaction;
  const keys = names.map(foldForSearch);
  await transaction.query(
    `INSERT INTO ${table} (organization_id, id, name, name_key, created_at, updated_at)
     SELECT $1, id, name, key, $5, $5 FROM unnest($2::uuid[], $3::text[], $4::text[]) AS n (id, name, key)
     ON CONFLICT (organization_id, name_key) WHERE removed_at IS NULL DO NOTHING`,
    [organizationId, names.map(() => newId()), names, keys, now],
  );
  const rows = await transaction.query<{ id: string; key: string }>(
    `SELECT id, name_key AS key FROM ${table} WHERE organization_id = $1 AND name_key = ANY ($2::text[]) AND removed_at IS NULL`,
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
    const wanted = [...level.values()].map((path) => ({ name: path.at(-1)!, parentId: ids.get(JSON.stringify(path.slice(0, -1))) ?? null }));
    const found = await ensureLevel(transaction, wanted);
    for (const [index, key] of [...level.keys()].entries()) ids.set(key, found[index]!);
  }
  return ids;
}

/** Departments whose parents exist; answers their ids, in order. */
async function ensureLevel(transaction: Transaction, wanted: readonly { readonly name: string; readonly parentId: string | null }[]): Promise<string[]> {
  const { organizationId, now } = transaction;
  const parents = wanted.map(({ parentId }) => parentId);
  const keys = wanted.map(({ name }) => foldForSearch(name));
  await transaction.query(
    `WITH wanted AS (SELECT * FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[]) AS w (id, revision_id, parent_id, name, key)),
     created AS (
       INSERT INTO department (organization_id, id, parent_id, name, name_key, created_at, updated_at)
       SELECT $1, id, parent_id, name, key, $7, $7 FROM wanted
       ON CONFLICT (organization_id, parent_id, name_key) WHERE removed_at IS NULL DO NOTHING RETURNING id
     )
     INSERT INTO department_revision (organization_id, id, department_id, parent_id, name, valid_from)
     SELECT $1, revision_id, id, parent_id, name, $7 FROM wanted JOIN created USING (id)`,
    [organizationId, wanted.map(() => newId()), wanted.map(() => newId()), parents, wanted.map(({ name }) => name), keys, now],
  );
  const rows = await transaction.query<{ id: string }>(
    `SELECT d.id FROM unnest($2::uuid[], $3::text[]) WITH ORDINALITY AS w (parent_id, key, place)
     JOIN department d ON d.organization_id = $1 AND d.parent_id IS NOT DISTINCT FROM w.parent_id AND d.name_key = w.key AND d.removed_at IS NULL
     ORDER BY w.place`,
    [organizationId, parents, keys],
  );
  return rows.map((row) => row.id);
}
