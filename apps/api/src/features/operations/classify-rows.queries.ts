import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Preview } from './operation.ts';

/** Rows of an operation to be: SQL with the columns `id` and `class`, or `id` and `situation`. */
export type RowsSql = (parameters: SqlParameters) => string;

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
 *
 * @param situated SQL with the columns `id` and `situation`, a value that becomes a JSON object; a row of a subquery is the cheapest
 */
export async function classifyRows<Situation>(
  transaction: Transaction,
  operationId: string,
  situated: RowsSql,
  classOf: (situation: Situation) => string,
  chunkSize: number,
): Promise<Preview> {
  await transaction.query('DELETE FROM operation_chunk WHERE organization_id = $1 AND operation_id = $2', [transaction.organizationId, operationId]);
  const parameters = new SqlParameters(transaction.organizationId);
  const from = situated(parameters);
  const kinds = await transaction.query<{ kind: number; rows: number; situation: Situation }>(
    `WITH kinds AS MATERIALIZED (
       SELECT (row_number() OVER ())::int AS kind, situation, array_agg(id) AS ids FROM (${from}) s GROUP BY situation
     ), placed AS (
       SELECT r.id, k.kind, ((row_number() OVER (ORDER BY r.id)) - 1) / ${parameters.add(chunkSize, 'integer')} AS number FROM kinds k CROSS JOIN LATERAL unnest(k.ids) AS r (id)
     ), written AS (
       INSERT INTO operation_chunk (organization_id, operation_id, number, subject_ids, classes)
       SELECT $1, ${parameters.add(operationId, 'uuid')}, number, array_agg(id ORDER BY id), array_agg(kind::text ORDER BY id) FROM placed GROUP BY number
     )
     SELECT kind, cardinality(ids) AS rows, to_jsonb(situation) AS situation FROM kinds`,
    parameters.values,
  );
  const classes = kinds.map(({ kind, situation }) => ({ kind: String(kind), class: classOf(situation) }));
  const counts: Record<string, number> = {};
  for (const [index, { rows }] of kinds.entries()) counts[classes[index]!.class] = (counts[classes[index]!.class] ?? 0) + rows;
  return { counts, hash: await nameClasses(transaction, operationId, classes), rowsTotal: kinds.reduce((sum, { rows }) => sum + rows, 0) };
}

/** Puts the classes in the place of the situations that they were given to; answers a hash over all rows. */
async function nameClasses(transaction: Transaction, operationId: string, classes: readonly { readonly kind: string; readonly class: string }[]): Promise<string> {
  const [row] = await transaction.query<{ hash: string }>(
    `WITH named AS (
       SELECT c.number, array_agg(n.class ORDER BY r.place) AS classes FROM operation_chunk c
       CROSS JOIN LATERAL unnest(c.classes) WITH ORDINALITY AS r (kind, place)
       JOIN jsonb_to_recordset($3::jsonb) AS n (kind text, class text) ON n.kind = r.kind
       WHERE c.organization_id = $1 AND c.operation_id = $2 GROUP BY c.number
     ), written AS (
       UPDATE operation_chunk c SET classes = named.classes FROM named WHERE c.organization_id = $1 AND c.operation_id = $2 AND c.number = named.number
       RETURNING c.number, md5(array_to_string(c.subject_ids, ',') || array_to_string(c.classes, ',')) AS part
     )
     SELECT coalesce(md5(string_agg(part, '' ORDER BY number)), 'none') AS hash FROM written`,
    [transaction.organizationId, operationId, JSON.stringify(classes)],
  );
  return row!.hash;
}

/** What the rule gives each row as of now, by id; of those that are not there any more nothing. What is asked about is to be locked before. */
export async function classesOf<Situation, Class>(transaction: Transaction, situated: RowsSql, classOf: (situation: Situation) => Class): Promise<ReadonlyMap<string, Class>> {
  const parameters = new SqlParameters(transaction.organizationId);
  const found = await transaction.query<{ situation: Situation; ids: string[] }>(
    `SELECT to_jsonb(situation) AS situation, array_agg(id) AS ids FROM (${situated(parameters)}) s GROUP BY s.situation`,
    parameters.values,
  );
  return new Map(
    found.flatMap(({ situation, ids }) => {
      const given = classOf(situation);
      return ids.map((id) => [id, given] as const);
    }),
  );
}
