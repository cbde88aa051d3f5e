import type pg from 'pg';
import type { BenchContext } from '../bench-context.ts';
import { withClient } from '../../dev/postgres/prepare-database.ts';

/** What a bare classification found, by class. */
export type BareCounts = Readonly<Record<string, number>>;

/** Reads a file of completions by `COPY` and says of each of its rows what it comes to, in two tables. Answers the milliseconds. */
export async function classifyBare({ postgres }: BenchContext, path: string): Promise<{ readonly milliseconds: number; readonly counts: BareCounts }> {
  return withClient(postgres.url('superuser'), async (client) => {
    await client.query(`SET work_mem = '64MB'; DROP TABLE IF EXISTS bench.import_raw, bench.import_row;
      CREATE TABLE bench.import_raw (n bigint GENERATED ALWAYS AS IDENTITY, who text, type text, name text, day text)`);
    const begun = performance.now();
    await client.query(`COPY bench.import_raw (who, type, name, day) FROM '${path}' (FORMAT csv, HEADER)`);
    await client.query(`
      CREATE TABLE bench.import_row AS SELECT *, CASE
          WHEN person_id IS NULL OR item_id IS NULL OR day IS NULL OR day > (now() AT TIME ZONE time_zone)::date OR nth_of_day > 1 THEN 'ERROR'
          WHEN nth > 1 OR EXISTS (SELECT FROM completion_fact f WHERE f.organization_id = m.organization_id AND f.person_id = m.person_id AND f.subject_id = m.item_id
            AND NOT EXISTS (SELECT FROM revocation_fact x WHERE x.organization_id = f.organization_id AND x.completion_fact_id = f.id)) THEN 'ALREADY_COMPLETED'
          ELSE 'NEW' END AS class
      FROM (
        SELECT w.organization_id, r.n, r.who, r.name, p.id AS person_id, p.time_zone, o.id AS item_id, d.day,
          row_number() OVER (PARTITION BY p.id, o.id, d.day ORDER BY r.n) AS nth_of_day, row_number() OVER (PARTITION BY p.id, o.id ORDER BY r.n) AS nth
        FROM bench.import_raw r CROSS JOIN bench.world w
        LEFT JOIN person p ON p.organization_id = w.organization_id AND p.email_key = lower(btrim(r.who))
        LEFT JOIN learning_object o ON o.organization_id = w.organization_id AND o.kind = upper(btrim(r.type)) AND o.name_key = lower(btrim(r.name))
        CROSS JOIN LATERAL (SELECT CASE WHEN pg_input_is_valid(r.day, 'date') AND r.day ~ '^\\d{4}-\\d\\d-\\d\\d$' THEN r.day::date END AS day) d
      ) m`);
    const milliseconds = performance.now() - begun;
    return { milliseconds, counts: await countBy(client, 'SELECT class AS name, count(*)::int AS rows FROM bench.import_row GROUP BY class') };
  });
}

async function countBy(client: pg.Client, sql: string): Promise<BareCounts> {
  const { rows } = await client.query<{ name: string; rows: number }>(sql);
  return Object.fromEntries(rows.map((row) => [row.name, row.rows]));
}

/** The tables that an import writes rows into, and the column that tells when. */
const written = { completion_fact: 'recorded_at', standing_history: 'recorded_at', event_log: 'occurred_at' } as const;

/**
 * Writes by plain SQL once more what an import has written: the same rows in the same tables under the same constraints, each table by one
 * statement, in one transaction. What the import wrote is taken out before. Answers the milliseconds, and how many rows it wrote.
 *
 * @param since when the import was committed, by the database's clock
 */
export async function writeAgainBare({ postgres }: BenchContext, since: Date): Promise<{ readonly milliseconds: number; readonly counts: BareCounts }> {
  return withClient(postgres.url('superuser'), async (client) => {
    const counts: Record<string, number> = {};
    await client.query(`SET session_replication_role = replica; SET work_mem = '256MB'`);
    for (const [table, at] of Object.entries(written)) {
      await client.query(`DROP TABLE IF EXISTS bench.kept_${table}`);
      const { rowCount } = await client.query(`CREATE TABLE bench.kept_${table} AS SELECT * FROM ${table} WHERE ${at} >= $1::timestamptz`.replace('$1', `'${since.toISOString()}'`));
      await client.query(`DELETE FROM ${table} WHERE ${at} >= '${since.toISOString()}'`);
      counts[table] = rowCount ?? 0;
    }
    await client.query(`DROP TABLE IF EXISTS bench.kept_standing; CREATE TABLE bench.kept_standing AS SELECT * FROM standing WHERE evaluated_at >= '${since.toISOString()}'`);
    await client.query(`VACUUM ANALYZE completion_fact, standing_history, event_log, standing`);
    await client.query('CHECKPOINT; SET session_replication_role = origin');
    const columns = async (table: string): Promise<string> => {
      const { rows } = await client.query<{ list: string }>(
        `SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) AS list FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`,
        [table],
      );
      return rows[0]!.list;
    };
    const statements: string[] = [];
    for (const table of Object.keys(written)) {
      const list = await columns(table);
      statements.push(`INSERT INTO ${table} (${list}) OVERRIDING SYSTEM VALUE SELECT ${list} FROM bench.kept_${table}`);
    }
    const changed = ['status', 'progress', 'started_on', 'completed_on', 'completed_late', 'completion_class', 'milestones', 'evaluated_at'];
    statements.push(`UPDATE standing s SET ${changed.map((name) => `${name} = k.${name}`).join(', ')} FROM bench.kept_standing k WHERE k.organization_id = s.organization_id AND k.enrollment_id = s.enrollment_id`);
    const begun = performance.now();
    await client.query('BEGIN');
    for (const statement of statements) counts.standing = (await client.query(statement)).rowCount ?? 0;
    await client.query('COMMIT');
    return { milliseconds: performance.now() - begun, counts };
  });
}
