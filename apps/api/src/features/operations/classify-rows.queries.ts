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
 * The same where a rule gives the class: it is asked once for each of the few situations that occur.
 *
 * @param situated SQL with the columns `id` and `situation`, a JSON object (`jsonb`)
 */
export async function classifyRows<Situation>(
  transaction: Transaction,
  operationId: string,
  situated: RowsSql,
  classOf: (situation: Situation) => string,
  chunkSize: number,
): Promise<Preview> {
  const parameters = new SqlParameters(transaction.organizationId);
  const found = await transaction.query<{ situation: Situation }>(`SELECT DISTINCT situation FROM (${situated(parameters)}) s`, parameters.values);
  const classes = found.map(({ situation }) => ({ situation, class: classOf(situation) }));
  const classed: RowsSql = (values) =>
    `SELECT s.id, c.class FROM (${situated(values)}) s
     JOIN jsonb_to_recordset(${values.add(JSON.stringify(classes), 'jsonb')}) AS c (situation jsonb, class text) ON c.situation = s.situation`;
  return writeRows(transaction, operationId, classed, chunkSize);
}

/** The class of each row as of now, by id; of those that are not there any more none. What is asked about is to be locked before. */
export async function classesOf<Situation>(transaction: Transaction, situated: RowsSql, classOf: (situation: Situation) => string): Promise<ReadonlyMap<string, string>> {
  const parameters = new SqlParameters(transaction.organizationId);
  const found = await transaction.query<{ situation: Situation; ids: string[] }>(
    `SELECT situation, array_agg(id) AS ids FROM (${situated(parameters)}) s GROUP BY situation`,
    parameters.values,
  );
  return new Map(found.flatMap(({ situation, ids }) => ids.map((id) => [id, classOf(situation)] as const)));
}

/** A row of a preview that was worked out in the process: what it concerns, its class, and what else is known of it. */
export interface GivenRow<Details = unknown> {
  readonly id: string;
  readonly class: string;
  readonly details: Details;
}

/**
 * Writes such rows in chunks, in their order, in place of those that the operation had.
 *
 * @param stamp what else the token of the preview stands for
 */
export async function writeGivenRows(transaction: Transaction, operationId: string, rows: readonly GivenRow[], stamp: string, chunkSize: number): Promise<Preview> {
  const { organizationId } = transaction;
  await transaction.query('DELETE FROM operation_chunk WHERE organization_id = $1 AND operation_id = $2', [organizationId, operationId]);
  const [row] = await transaction.query<Preview>(
    `WITH given AS MATERIALIZED (
       SELECT r.id, r.class, r.details, r.place, ((r.place - 1) / $4::integer)::integer AS number
       FROM ROWS FROM (jsonb_to_recordset($3::jsonb) AS (id uuid, class text, details jsonb)) WITH ORDINALITY AS r (id, class, details, place)
     ), written AS (
       INSERT INTO operation_chunk (organization_id, operation_id, number, subject_ids, classes, details)
       SELECT $1, $2, number, array_agg(id ORDER BY place), array_agg(class ORDER BY place), jsonb_agg(details ORDER BY place) FROM given GROUP BY number
     )
     SELECT (SELECT coalesce(jsonb_object_agg(class, rows), '{}') FROM (SELECT class, count(*) AS rows FROM given GROUP BY class) g) AS counts,
       (SELECT md5($5 || coalesce(string_agg(id::text || class || details::text, ',' ORDER BY place), 'none')) FROM given) AS hash,
       (SELECT count(*)::int FROM given) AS "rowsTotal"`,
    [organizationId, operationId, JSON.stringify(rows), chunkSize, stamp],
  );
  return row!;
}
