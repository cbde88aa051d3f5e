import type { QueryRunner } from 'typeorm';

/** What the application may do with a table's rows. */
export type TableRights = 'READ' | 'APPEND' | 'EDIT' | 'FULL';

const granted: Record<TableRights, string> = {
  READ: 'SELECT',
  APPEND: 'SELECT, INSERT',
  EDIT: 'SELECT, INSERT, UPDATE',
  FULL: 'SELECT, INSERT, UPDATE, DELETE',
};

/**
 * The one row-level security condition of the product: the row belongs to the organization that the transaction has set.
 * The sub-select makes PostgreSQL evaluate it once per statement; `nullif` because a setting that was local to an ended
 * transaction reads as '' and not as NULL. Without a setting nothing is visible.
 */
export const belongsToTenant = "organization_id = (SELECT nullif(current_setting('app.organization_id', true), '')::uuid)";

/**
 * Creates a table whose first column is `organization_id`, fences it by row-level security (for its owner too) and
 * grants the application `rights`. APPEND tables also get a trigger that refuses UPDATE, DELETE and TRUNCATE whoever asks.
 *
 * @param columns everything between the parentheses after `organization_id`, constraints included
 * @param storage e.g. `fillfactor = 50` for narrow rows that change often
 */
export async function createTenantTable(
  runner: QueryRunner,
  name: string,
  rights: TableRights,
  columns: string,
  storage?: string,
): Promise<void> {
  await runner.query(`CREATE TABLE ${name} (organization_id uuid NOT NULL, ${columns})${storage ? ` WITH (${storage})` : ''}`);
  await runner.query(`ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY`);
  await runner.query(`ALTER TABLE ${name} FORCE ROW LEVEL SECURITY`);
  await runner.query(`CREATE POLICY tenant ON ${name} USING (${belongsToTenant}) WITH CHECK (${belongsToTenant})`);
  await runner.query(`GRANT ${granted[rights]} ON ${name} TO milepost_app`);
  if (rights === 'APPEND') {
    await runner.query(
      `CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${name} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
    );
  }
}

/** Columns that tell who made a row, and when. */
export const created = 'created_at timestamptz NOT NULL DEFAULT now(), created_by uuid';

/** Columns of what admins edit: who changed it last and the optimistic lock. */
export const edited = `${created}, updated_at timestamptz NOT NULL DEFAULT now(), updated_by uuid, row_version integer NOT NULL DEFAULT 1`;

/** A foreign key inside the tenant: `(organization_id, column) → table (organization_id, id)`. */
export function refersTo(table: string, column: string, target = 'id'): string {
  return `FOREIGN KEY (organization_id, ${column}) REFERENCES ${table} (organization_id, ${target})`;
}
