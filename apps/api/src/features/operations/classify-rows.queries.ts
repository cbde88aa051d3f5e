import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Preview } from './operation.ts';

/** Rows of an operation to be: SQL with the columns `id` and `class`. */
export type RowsSql = (parameters: SqlParameters) => string;

/** The same before a rule has given the classes: SQL with the column `id` and those that decide about a row, which together are its situation. */
export interface SituatedRows {
  readonly sql: RowsSql;
  readonly situation: readonly string[];
}

/**
 * Writes the rows of an operation's preview in chunks, by one statement, in place of those that it had; in the order of ids.
 *
 * @param classed SQL with the columns `id` and `class`
 */
export async function writeRows(transaction: Transaction, operationId: string, classed: RowsSql, chunkSize: number): Promise<Preview> {
  await transaction.query('DELETE FROM operation_chunk WHERE organization_id = $1 AND operation_id = $2', [transaction.organizationId, operationId]);
  const parameters = new SqlParameters(transaction.organizationId);
  const from = classed(parameters);
  const [row] = await transaction.query<Preview>(
    `WITH classed AS MATERIALIZED (
       SELECT r.id, r.class, ((row_number() OVER (ORDER BY r.id)) - 1) / ${parameters.add(chunkSize, 'integer')} AS number FROM (${from}) r
     ), written AS (
       INSERT INTO operation_chunk (organization_id, operation_id, number, subject_ids, classes)
       SELECT $1, ${parameters.add(operationId, 'uuid')}, number, array_agg(id ORDER BY id), array_agg(class ORDER BY id) FROM classed GROUP BY number
     )
     SELECT (SELECT coalesce(jsonb_object_agg(class, rows), '{}') FROM (SELECT class, count(*) AS rows FROM classed GROUP BY class) g) AS counts,
       (SELECT coalesce(md5(string_agg(part, '' ORDER BY number)), 'none') FROM (
         SELECT number, md5(string_agg(id::text || class, ',' ORDER BY id)) AS part FROM classed GROUP BY number) h) AS hash,
       (SELECT count(*)::int FROM classed) AS "rowsTotal"`,
    parameters.values,
  );
  return row!;
}

/**
 * The same where a rule gives the class: the rows are read once and written by their situation, and the rule is asked once for each of the
 * few situations that occur.
 */
export async function classifyRows<Situation>(
  transaction: Transaction,
  operationId: string,
  { sql, situation }: SituatedRows,
  classOf: (situation: Situation) => string,
  chunkSize: number,
): Promise<Preview> {
  await transaction.query('DELETE FROM operation_chunk WHERE organization_id = $1 AND operation_id = $2', [transaction.organizationId, operationId]);
  const parameters = new SqlParameters(transaction.organizationId);
  const columns = columnsOf(situation);
  const from = sql(parameters);
  const kinds = await transaction.query<{ kind: string; rows: number; situation: Situation }>(
    `WITH kinds AS MATERIALIZED (
       SELECT (row_number() OVER ())::text AS kind, ${columns}, array_agg(id) AS ids FROM (${from}) s GROUP BY ${columns}
     ), placed AS (
       SELECT r.id, k.kind, ((row_number() OVER (ORDER BY r.id)) - 1) / ${parameters.add(chunkSize, 'integer')} AS number FROM kinds k CROSS JOIN LATERAL unnest(k.ids) AS r (id)
     ), written AS (
       INSERT INTO operation_chunk (organization_id, operation_id, number, subject_ids, classes)
       SELECT $1, ${parameters.add(operationId, 'uuid')}, number, array_agg(id ORDER BY id), array_agg(kind ORDER BY id) FROM placed GROUP BY number
     )
     SELECT kind, cardinality(ids) AS rows, (SELECT to_jsonb(x) FROM (SELECT ${columns}) x) AS situation FROM kinds`,
    parameters.values,
  );
  const classes = Object.fromEntries(kinds.map(({ kind, situation }) => [kind, classOf(situation)]));
  const counts: Record<string, number> = {};
  for (const { kind, rows } of kinds) counts[classes[kind]!] = (counts[classes[kind]!] ?? 0) + rows;
  return { counts, hash: await nameClasses(transaction, operationId, classes), rowsTotal: kinds.reduce((sum, { rows }) => sum + rows, 0) };
}

/** Puts the classes in the place of the situations that they were given to; answers a hash over all rows. */
async function nameClasses(transaction: Transaction, operationId: string, classes: Readonly<Record<string, string>>): Promise<string> {
  const [row] = await transaction.query<{ hash: string }>(
    `WITH written AS (
       UPDATE operation_chunk SET classes = ARRAY(SELECT $3::jsonb->>kind FROM unnest(classes) AS kind)
       WHERE organization_id = $1 AND operation_id = $2
       RETURNING number, md5(subject_ids::text || classes::text) AS part
     )
     SELECT coalesce(md5(string_agg(part, '' ORDER BY number)), 'none') AS hash FROM written`,
    [transaction.organizationId, operationId, JSON.stringify(classes)],
  );
  return row!.hash;
}

/** What the rule gives each row as of now, by id; of those that are not there any more nothing. What is asked about is to be locked before. */
export async function classesOf<Situation, Class>(
  transaction: Transaction,
  { sql, situation }: SituatedRows,
  classOf: (situation: Situation) => Class,
): Promise<ReadonlyMap<string, Class>> {
  const parameters = new SqlParameters(transaction.organizationId);
  const columns = columnsOf(situation);
  const kinds = await transaction.query<{ situation: Situation; ids: string[] }>(
    `SELECT (SELECT to_jsonb(x) FROM (SELECT ${columns}) x) AS situation, ids FROM (
       SELECT ${columns}, array_agg(id) AS ids FROM (${sql(parameters)}) s GROUP BY ${columns}) k`,
    parameters.values,
  );
  return new Map(
    kinds.flatMap((kind) => {
      const given = classOf(kind.situation);
      return kind.ids.map((id) => [id, given] as const);
    }),
  );
}

function columnsOf(situation: readonly string[]): string {
  return situation.map((name) => `"${name}"`).join(', ');
}
