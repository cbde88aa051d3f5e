import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { belongsToTenant } from './tenant-table.ts';

let database: TestDatabase;
let tables: string[];

beforeAll(async () => {
  database = await openTestDatabase();
  const rows = await database.asOwner<{ name: string }>(
    `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'auth', 'graphile_worker') AND c.relname <> 'migrations'
     ORDER BY 1`,
  );
  tables = rows.map((row) => row.name);
});

afterAll(() => database.close());

/** Indexes that are not led by the tenant, each reviewed. */
const indexesAcrossTenants = {
  event_log_position: 'The relay reads the log across tenants, by position alone; the application, fenced by its tenant, never uses it.',
};

/** Policies beside the one that every table has, each reviewed: for whom, and why. */
const otherPolicies = [
  { table: 'admin_grant', policy: 'sign_in', role: 'milepost_owner', why: 'auth.callers_of_sessions reads the grants of whoever signs in' },
  { table: 'event_log', policy: 'relay', role: 'milepost_relay', why: 'the relay wakes and feeds processes of all tenants' },
  { table: 'organization', policy: 'sign_in', role: 'milepost_owner', why: 'auth.find_sign_in knows no tenant yet' },
  { table: 'person', policy: 'sign_in', role: 'milepost_owner', why: 'auth.find_sign_in knows no tenant yet' },
];

describe('the catalog of the database', () => {
  test('there are tables to check', () => {
    expect(tables).toEqual(expect.arrayContaining(['organization', 'person', 'enrollment', 'standing', 'event_log']));
    expect(tables.length).toBeGreaterThan(35);
  });

  test('every table begins with an organization_id that is never null [D23]', async () => {
    const rows = await database.asOwner<{ name: string; first: boolean }>(
      `SELECT attrelid::regclass::text AS name, attnum = 1 AS first FROM pg_attribute
       WHERE attname = 'organization_id' AND attnotnull AND atttypid = 'uuid'::regtype AND attrelid::regclass::text = ANY ($1)`,
      [tables],
    );
    expect(rows.filter((row) => row.first).map((row) => row.name).sort()).toEqual(tables);
  });

  test('every primary key, unique constraint and index is led by organization_id, but for those reviewed', async () => {
    const rows = await database.asOwner<{ index: string; table: string; lead: string; primary: boolean }>(
      `SELECT i.indexrelid::regclass::text AS index, i.indrelid::regclass::text AS table, i.indisprimary AS primary,
         (SELECT attname FROM pg_attribute WHERE attrelid = i.indrelid AND attnum = i.indkey[0]) AS lead
       FROM pg_index i WHERE i.indrelid::regclass::text = ANY ($1)`,
      [tables],
    );
    expect(rows.filter((row) => row.lead !== 'organization_id').map((row) => row.index)).toEqual(Object.keys(indexesAcrossTenants));
    expect(new Set(rows.filter((row) => row.primary).map((row) => row.table))).toEqual(new Set(tables));
  });

  test('every foreign key leads from organization_id to organization_id', async () => {
    const rows = await database.asOwner<{ name: string; own: string; other: string }>(
      `SELECT c.conname AS name,
         (SELECT attname FROM pg_attribute WHERE attrelid = c.conrelid AND attnum = c.conkey[1]) AS own,
         (SELECT attname FROM pg_attribute WHERE attrelid = c.confrelid AND attnum = c.confkey[1]) AS other
       FROM pg_constraint c WHERE c.contype = 'f' AND c.conrelid::regclass::text = ANY ($1)`,
      [tables],
    );
    expect(rows.length).toBeGreaterThan(40);
    expect(rows.filter((row) => row.own !== 'organization_id' || row.other !== 'organization_id')).toEqual([]);
  });

  test('row-level security is on for every table, for its owner too, with the one policy', async () => {
    const rows = await database.asOwner<{ name: string; on: boolean; forced: boolean }>(
      `SELECT oid::regclass::text AS name, relrowsecurity AS on, relforcerowsecurity AS forced FROM pg_class WHERE oid::regclass::text = ANY ($1)`,
      [tables],
    );
    expect(rows.filter((row) => !row.on || !row.forced)).toEqual([]);
    const policies = await database.asOwner<{ table: string; policy: string; roles: string; using: string; check: string; command: string }>(
      `SELECT tablename AS table, policyname AS policy, roles::text, qual AS using, with_check AS check, cmd AS command FROM pg_policies
       WHERE schemaname = 'public' ORDER BY 1, 2`,
    );
    const tenant = policies.filter((row) => row.policy === 'tenant');
    expect(tenant.map((row) => row.table)).toEqual(tables);
    const written = normalise(belongsToTenant);
    expect(tenant.filter((row) => row.roles !== '{public}' || row.command !== 'ALL' || normalise(row.using) !== written || normalise(row.check) !== written)).toEqual([]);
    expect(policies.filter((row) => row.policy !== 'tenant').map((row) => [row.table, row.policy, row.command, row.using])).toEqual(
      otherPolicies.map((row) => [row.table, row.policy, 'SELECT', 'true']),
    );
    expect(policies.filter((row) => row.policy !== 'tenant').map((row) => row.roles)).toEqual(otherPolicies.map((row) => `{${row.role}}`));
  });

  test('the application and the relay own nothing, bypass nothing and truncate nothing', async () => {
    const roles = await database.asOwner(
      `SELECT rolname FROM pg_roles WHERE rolname IN ('milepost_app', 'milepost_relay', 'milepost_owner')
       AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolreplication)`,
    );
    expect(roles).toEqual([]);
    const owned = await database.asOwner(`SELECT relname FROM pg_class WHERE relowner IN ('milepost_app'::regrole, 'milepost_relay'::regrole)`);
    expect(owned).toEqual([]);
    const truncatable = await database.asOwner(
      `SELECT name FROM unnest($1::text[]) AS name WHERE has_table_privilege('milepost_app', name, 'TRUNCATE, REFERENCES, TRIGGER')
         OR has_table_privilege('milepost_relay', name, 'INSERT, UPDATE, DELETE, TRUNCATE')`,
      [tables],
    );
    expect(truncatable).toEqual([]);
    const [creates] = await database.asOwner<{ app: boolean }>(`SELECT has_schema_privilege('milepost_app', 'public', 'CREATE') AS app`);
    expect(creates?.app).toBe(false);
  });

  test('the relay reads the event log and no other table of the product', async () => {
    const rows = await database.asOwner<{ name: string }>(`SELECT name FROM unnest($1::text[]) AS name WHERE has_table_privilege('milepost_relay', name, 'SELECT')`, [
      tables,
    ]);
    expect(rows.map((row) => row.name)).toEqual(['event_log']);
  });

  test('what runs with the rights of its owner is a known list, with a fixed search path, and nobody else may call it', async () => {
    const rows = await database.asOwner<{ name: string; path: string; open: boolean }>(
      `SELECT p.oid::regproc::text AS name, (SELECT setting FROM unnest(p.proconfig) AS setting WHERE setting LIKE 'search_path=%') AS path, has_function_privilege('public', p.oid, 'EXECUTE') AS open
       FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname IN ('public', 'auth') AND p.prosecdef ORDER BY 1`,
    );
    expect(rows.map((row) => row.name)).toEqual([
      'auth.callers_of_sessions',
      'auth.find_sign_in',
      'auth.organization_count',
      'auth.organizations_of',
      'enqueue_job',
      'job_is_held',
      'refresh_statistics',
    ]);
    expect(rows.filter((row) => row.open || row.path !== 'search_path=pg_catalog, pg_temp')).toEqual([]);
  });

  test('there are no enums: their comparison is not leakproof and would not use an index', async () => {
    expect(await database.asOwner(`SELECT typname FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE typtype = 'e' AND nspname = 'public'`)).toEqual([]);
  });
});

describe('append-only tables', () => {
  const appendOnly = [
    'audit_entry', 'catalog_revision', 'completion_fact', 'department_revision', 'due_change', 'enrollment_pin', 'event_log', 'group_revision', 'learning_object_revision',
    'learning_plan_revision', 'organization_revision', 'person_revision', 'revocation_fact', 'standing_history', 'step_release_act',
  ];

  test('are those that the application may add to and nothing else', async () => {
    const rows = await database.asOwner<{ name: string }>(
      `SELECT name FROM unnest($1::text[]) AS name WHERE has_table_privilege('milepost_app', name, 'INSERT')
         AND NOT has_any_column_privilege('milepost_app', name, 'UPDATE')`,
      [tables],
    );
    expect(rows.map((row) => row.name)).toEqual(appendOnly);
  });

  test.each(['UPDATE', 'DELETE', 'TRUNCATE'])('refuse %s although it is the owner who asks', async (act) => {
    for (const table of appendOnly) {
      const sql = { UPDATE: `UPDATE ${table} SET organization_id = organization_id`, DELETE: `DELETE FROM ${table}`, TRUNCATE: `TRUNCATE ${table} CASCADE` }[act];
      await expect(database.asOwner(sql as string)).rejects.toThrow('append-only');
    }
  });

  test('refuse UPDATE and DELETE to the application by its missing rights', async () => {
    const app = await database.connect('app');
    for (const table of appendOnly) {
      await expect(app.query(`UPDATE ${table} SET organization_id = organization_id`)).rejects.toThrow('permission denied');
      await expect(app.query(`DELETE FROM ${table}`)).rejects.toThrow('permission denied');
    }
  });
});

/** PostgreSQL prints expressions with its own brackets and casts. */
function normalise(expression: string): string {
  return expression
    .toLowerCase()
    .replaceAll('::text', '')
    .replaceAll(' as "nullif"', '')
    .replace(/[\s()]/g, '');
}
