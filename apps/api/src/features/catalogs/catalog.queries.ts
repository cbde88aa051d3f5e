import type { AudienceExpression } from '@milepost/domain';
import { newId } from '../../platform/database/new-id.ts';
import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { cutPage, limitPage, type Page } from '../../platform/graphql/connection.ts';
import { defineLoader } from '../../platform/request/loader.ts';

/** A catalog as it lies in the database. */
export interface CatalogRow {
  readonly id: string;
  readonly name: string;
  readonly nameKey: string;
  readonly description: string;
  readonly audience: AudienceExpression | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly rowVersion: number;
}

const columns = `c.id, c.name, c.name_key AS "nameKey", c.description, c.audience, c.created_at AS "createdAt", c.updated_at AS "updatedAt", c.row_version AS "rowVersion"`;

/** One page of catalogs in the order of their names. */
export async function findCatalogs(
  transaction: Transaction,
  search: string | null,
  first: number,
  after: readonly (string | number | null)[] | undefined,
): Promise<Page<CatalogRow>> {
  const parameters = new SqlParameters(transaction.organizationId);
  const conditions = ['c.organization_id = $1', 'c.removed_at IS NULL'];
  if (search?.trim()) conditions.push(`c.name_key LIKE ${parameters.addContaining(search)}`);
  if (after) conditions.push(`(c.name_key, c.id) > (${parameters.add(after[0])}, ${parameters.add(after[1], 'uuid')})`);
  const rows = await transaction.query<CatalogRow>(
    `SELECT ${columns} FROM catalog c WHERE ${conditions.join(' AND ')} ORDER BY c.name_key, c.id ${limitPage(first)}`,
    parameters.values,
  );
  return cutPage(rows, first, (row) => [row.nameKey, row.id]);
}

/** Catalogs that are there, by id. */
export const catalogLoader = defineLoader<string, CatalogRow>(async (transaction, ids) => {
  const rows = await transaction.query<CatalogRow>(`SELECT ${columns} FROM catalog c WHERE c.organization_id = $1 AND c.id = ANY ($2::uuid[]) AND c.removed_at IS NULL`, [
    transaction.organizationId,
    ids,
  ]);
  return new Map(rows.map((row) => [row.id, row]));
});

/** Some catalogs that are there, locked against others that would change them, in the order of their ids. */
export async function lockCatalogs(transaction: Transaction, ids: readonly string[]): Promise<CatalogRow[]> {
  return transaction.query<CatalogRow>(
    `SELECT ${columns} FROM catalog c WHERE c.organization_id = $1 AND c.id = ANY ($2::uuid[]) AND c.removed_at IS NULL ORDER BY c.id FOR NO KEY UPDATE`,
    [transaction.organizationId, ids],
  );
}

/** How much a catalog lists. */
export interface CatalogSize {
  readonly plans: number;
  readonly courses: number;
}

export const catalogSizeLoader = defineLoader<string, CatalogSize>(async (transaction, ids) => {
  const rows = await transaction.query<CatalogSize & { id: string }>(
    `SELECT e.catalog_id AS id, count(e.plan_id)::int AS plans, count(e.learning_object_id)::int AS courses FROM catalog_entry e
     WHERE e.organization_id = $1 AND e.catalog_id = ANY ($2::uuid[]) AND e.valid_to IS NULL GROUP BY 1`,
    [transaction.organizationId, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
});

/** The catalogs that list plans, by plan. */
export const catalogsOfPlanLoader = defineLoader<string, readonly CatalogRow[]>(async (transaction, planIds) => {
  const rows = await transaction.query<CatalogRow & { planId: string }>(
    `SELECT e.subject_id AS "planId", ${columns} FROM catalog_entry e JOIN catalog c ON c.organization_id = $1 AND c.id = e.catalog_id AND c.removed_at IS NULL
     WHERE e.organization_id = $1 AND e.subject_id = ANY ($2::uuid[]) AND e.valid_to IS NULL ORDER BY c.name_key, c.id`,
    [transaction.organizationId, planIds],
  );
  return Map.groupBy(rows, (row) => row.planId);
});

/** What a catalog lists, as its page shows it. */
export interface CatalogEntryRow {
  readonly id: string;
  readonly planId: string | null;
  readonly learningObjectId: string | null;
  readonly name: string;
  readonly nameKey: string;
  readonly addedAt: Date;
}

/** One page of what a catalog lists, in the order of names. */
export async function findEntries(
  transaction: Transaction,
  catalogId: string,
  { kind, search }: { readonly kind?: 'PLAN' | 'COURSE' | null; readonly search?: string | null },
  first: number,
  after: readonly (string | number | null)[] | undefined,
): Promise<Page<CatalogEntryRow>> {
  const parameters = new SqlParameters(transaction.organizationId);
  const conditions = ['e.organization_id = $1', `e.catalog_id = ${parameters.add(catalogId, 'uuid')}`, 'e.valid_to IS NULL'];
  if (kind) conditions.push(kind === 'PLAN' ? 'e.plan_id IS NOT NULL' : 'e.learning_object_id IS NOT NULL');
  if (search?.trim()) conditions.push(`coalesce(p.name_key, o.name_key) LIKE ${parameters.addContaining(search)}`);
  if (after) conditions.push(`(coalesce(p.name_key, o.name_key), e.id) > (${parameters.add(after[0])}, ${parameters.add(after[1], 'uuid')})`);
  const rows = await transaction.query<CatalogEntryRow>(
    `SELECT e.id, e.plan_id AS "planId", e.learning_object_id AS "learningObjectId", coalesce(p.name, o.name) AS name, coalesce(p.name_key, o.name_key) AS "nameKey", e.valid_from AS "addedAt"
     FROM catalog_entry e
     LEFT JOIN learning_plan p ON p.organization_id = $1 AND p.id = e.plan_id
     LEFT JOIN learning_object o ON o.organization_id = $1 AND o.id = e.learning_object_id
     WHERE ${conditions.join(' AND ')} ORDER BY 5, 1 ${limitPage(first)}`,
    parameters.values,
  );
  return cutPage(rows, first, (row) => [row.nameKey, row.id]);
}

/** Keeps what a catalog is from now on, and tells of it. */
export async function keepCatalogRevision(transaction: Transaction, catalogId: string): Promise<void> {
  const { organizationId, now, actor } = transaction;
  await transaction.query(
    `INSERT INTO catalog_revision (organization_id, id, catalog_id, name, description, audience, removed, valid_from, created_by)
     SELECT organization_id, $3, id, name, description, audience, removed_at IS NOT NULL, $4, $5 FROM catalog WHERE organization_id = $1 AND id = $2`,
    [organizationId, catalogId, newId(), now, actor.id],
  );
  await transaction.emit({ type: 'catalog.changed', ids: { catalogId } });
}
