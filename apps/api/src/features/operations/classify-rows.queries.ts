import { createHash } from 'node:crypto';
import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Preview } from './operation.ts';

/** Rows of an operation to be: SQL with the columns `id` and `class`, or `id` and `situation`. */
export type RowsSql = (parameters: SqlParameters) => string;

/** The rows about one thing, such as the people to whom a plan is given. */
export interface RowsOfTarget {
  readonly targetId: string | null;
  readonly rows: RowsSql;
}

/** The same with the rule that gives each of the few situations that occur its class. */
export interface SituatedRows<Situation> extends RowsOfTarget {
  readonly classOf: (situation: Situation) => string;
}

/**
 * Writes the rows of an operation's preview in chunks, in place of those that it had; in the order of ids. Where it is about several things
 * one statement does so for each, and their rows make chunks of their own.
 *
 * @param targets each with SQL with the columns `id` and `class`
 */
export async function writeRowsOfTargets(transaction: Transaction, operationId: string, targets: readonly RowsOfTarget[], chunkSize: number): Promise<Preview> {
  await transaction.query('DELETE FROM operation_chunk WHERE organization_id = $1 AND operation_id = $2', [transaction.organizationId, operationId]);
  const previews: { readonly targetId: string | null; readonly preview: Preview }[] = [];
  let firstChunk = 0;
  for (const { targetId, rows } of targets) {
    const preview = await insertRows(transaction, operationId, { targetId, rows }, { size: chunkSize, first: firstChunk });
    previews.push({ targetId, preview });
    firstChunk += Math.ceil(preview.rowsTotal / chunkSize);
  }
  return joinPreviews(previews);
}

async function insertRows(
  transaction: Transaction,
  operationId: string,
  { targetId, rows }: RowsOfTarget,
  chunks: { readonly size: number; readonly first: number },
): Promise<Preview> {
  const parameters = new SqlParameters(transaction.organizationId);
  const from = rows(parameters);
  const [row] = await transaction.query<Preview>(
    `WITH classed AS MATERIALIZED (
       SELECT r.id, r.class, ((row_number() OVER (ORDER BY r.id)) - 1) / ${parameters.add(chunks.size, 'integer')} + ${parameters.add(chunks.first, 'integer')} AS number
       FROM (${from}) r
     ), written AS (
       INSERT INTO operation_chunk (organization_id, operation_id, number, target_id, subject_ids, classes)
       SELECT $1, ${parameters.add(operationId, 'uuid')}, number, ${parameters.add(targetId, 'uuid')}, array_agg(id ORDER BY id), array_agg(class ORDER BY id)
       FROM classed GROUP BY number
     )
     SELECT (SELECT coalesce(jsonb_object_agg(class, rows), '{}') FROM (SELECT class, count(*) AS rows FROM classed GROUP BY class) g) AS counts,
       (SELECT coalesce(md5(string_agg(part, '' ORDER BY number)), 'none') FROM (
         SELECT number, md5(string_agg(id::text || class, ',' ORDER BY id)) AS part FROM classed GROUP BY number) h) AS hash,
       (SELECT count(*)::int FROM classed) AS "rowsTotal"`,
    parameters.values,
  );
  return row!;
}

/** What previews about several things come to in all; that of one thing is its own. */
function joinPreviews(previews: readonly { readonly targetId: string | null; readonly preview: Preview }[]): Preview {
  if (previews.length === 1) return previews[0]!.preview;
  const counts: Record<string, number> = {};
  for (const { preview } of previews) {
    for (const [name, rows] of Object.entries(preview.counts)) counts[name] = (counts[name] ?? 0) + Number(rows);
  }
  return {
    hash: createHash('md5').update(previews.map(({ targetId, preview }) => `${targetId} ${preview.hash}`).join()).digest('hex'),
    counts,
    countsByTarget: Object.fromEntries(previews.map(({ targetId, preview }) => [targetId ?? '', preview.counts])),
    rowsTotal: previews.reduce((sum, { preview }) => sum + preview.rowsTotal, 0),
  };
}

/**
 * The same where a rule gives the class: it is asked once for each of the few situations that occur.
 *
 * @param targets each with SQL with the columns `id` and `situation`, a JSON object (`jsonb`)
 */
export async function classifyRowsOfTargets<Situation>(
  transaction: Transaction,
  operationId: string,
  targets: readonly SituatedRows<Situation>[],
  chunkSize: number,
): Promise<Preview> {
  const classed: RowsOfTarget[] = [];
  for (const { targetId, rows, classOf } of targets) {
    const parameters = new SqlParameters(transaction.organizationId);
    const found = await transaction.query<{ situation: Situation }>(`SELECT DISTINCT situation FROM (${rows(parameters)}) s`, parameters.values);
    const classes = found.map(({ situation }) => ({ situation, class: classOf(situation) }));
    classed.push({
      targetId,
      rows: (values) =>
        `SELECT s.id, c.class FROM (${rows(values)}) s
         JOIN jsonb_to_recordset(${values.add(JSON.stringify(classes), 'jsonb')}) AS c (situation jsonb, class text) ON c.situation = s.situation`,
    });
  }
  return writeRowsOfTargets(transaction, operationId, classed, chunkSize);
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
