import { createHash } from 'node:crypto';
import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Preview } from './operation.ts';

/** Rows of an operation to be: SQL with the columns `id` and `class`. */
export type RowsSql = (parameters: SqlParameters) => string;

/** The same before a rule has given the classes: SQL with the column `id` and those that decide about a row, which together are its situation. */
export interface SituatedRows {
  readonly sql: RowsSql;
  readonly situation: readonly string[];
  /** Whether they are everybody of an audience, put together from whole sets. */
  readonly isWhole?: boolean;
}

/** The rows about one thing, such as the people to whom a plan is given. */
export interface RowsOfTarget {
  readonly targetId: string | null;
  readonly rows: RowsSql;
}

/** The same where a rule gives each of the few situations that occur its class. */
export interface SituatedRowsOfTarget<Situation> {
  readonly targetId: string | null;
  readonly rows: SituatedRows;
  readonly classOf: (situation: Situation) => string;
}

/**
 * Writes the rows of an operation's preview in chunks, in place of those that it had; in the order of ids. Where it is about several things
 * one statement does so for each, and their rows make chunks of their own.
 *
 * @param targets each with SQL with the columns `id` and `class`
 */
export function writeRowsOfTargets(transaction: Transaction, operationId: string, targets: readonly RowsOfTarget[], chunkSize: number): Promise<Preview> {
  const classed = targets.map(({ targetId, rows }) => ({ targetId, rows: { sql: rows, situation: ['class'] }, classOf: (row: { readonly class: string }) => row.class }));
  return classifyRowsOfTargets(transaction, operationId, classed, chunkSize);
}

/** Where the rows of one target go: how many make a chunk, and the number of the first. */
interface Chunks {
  readonly size: number;
  readonly first: number;
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
 * The same where rules give the classes: the rows are read once and written by their situation, and the rule is asked once for each of the
 * few situations that occur.
 */
export async function classifyRowsOfTargets<Situation>(
  transaction: Transaction,
  operationId: string,
  targets: readonly SituatedRowsOfTarget<Situation>[],
  chunkSize: number,
): Promise<Preview> {
  await transaction.query('DELETE FROM operation_chunk WHERE organization_id = $1 AND operation_id = $2', [transaction.organizationId, operationId]);
  const previews: { readonly targetId: string | null; readonly preview: Preview }[] = [];
  let first = 0;
  for (const target of targets) {
    const preview = await insertRows(transaction, operationId, target, { size: chunkSize, first });
    previews.push({ targetId: target.targetId, preview });
    first += Math.ceil(preview.rowsTotal / chunkSize);
  }
  return joinPreviews(previews);
}

async function insertRows<Situation>(
  transaction: Transaction,
  operationId: string,
  { targetId, rows: { sql, situation, isWhole }, classOf }: SituatedRowsOfTarget<Situation>,
  chunks: Chunks,
): Promise<Preview> {
  const parameters = new SqlParameters(transaction.organizationId);
  const columns = columnsOf(situation);
  const from = sql(parameters);
  const size = parameters.add(chunks.size, 'integer');
  // Minutes after a bulk act the planner still believes that nobody has what it gave, and would walk through all who have it for each person.
  if (isWhole) await transaction.query('SET LOCAL enable_nestloop = off');
  const kinds = await transaction.query<{ kind: string; rows: number; situation: Situation }>(
    `WITH kinds AS MATERIALIZED (
       SELECT (row_number() OVER ())::integer AS kind, ${columns}, array_agg(id) AS ids FROM (${from}) s GROUP BY ${columns}
     ), ordered AS MATERIALIZED (
       SELECT array_agg(r.id ORDER BY r.id) AS ids, array_agg(k.kind ORDER BY r.id) AS kind_of FROM kinds k CROSS JOIN LATERAL unnest(k.ids) AS r (id)
     ), written AS (
       INSERT INTO operation_chunk (organization_id, operation_id, number, target_id, subject_ids, classes)
       SELECT $1, ${parameters.add(operationId, 'uuid')}, n + ${parameters.add(chunks.first, 'integer')}, ${parameters.add(targetId, 'uuid')},
         ids[n * ${size} + 1:(n + 1) * ${size}], kind_of[n * ${size} + 1:(n + 1) * ${size}]::text[]
       FROM ordered CROSS JOIN LATERAL generate_series(0, (cardinality(ids) - 1) / ${size}) AS n
     )
     SELECT kind::text, cardinality(ids) AS rows, (SELECT to_jsonb(x) FROM (SELECT ${columns}) x) AS situation FROM kinds`,
    parameters.values,
  );
  if (isWhole) await transaction.query('SET LOCAL enable_nestloop = on');
  const classes = Object.fromEntries(kinds.map((each) => [each.kind, classOf(each.situation)]));
  const counts: Record<string, number> = {};
  for (const { kind, rows } of kinds) counts[classes[kind]!] = (counts[classes[kind]!] ?? 0) + rows;
  const hash = await nameClasses(transaction, operationId, chunks.first, classes);
  return { counts, hash, rowsTotal: kinds.reduce((sum, { rows }) => sum + rows, 0) };
}

/** Puts the classes in the place of the situations that they were given to, in the chunks from the first on; answers a hash over their rows. */
async function nameClasses(transaction: Transaction, operationId: string, firstChunk: number, classes: Readonly<Record<string, string>>): Promise<string> {
  const [row] = await transaction.query<{ hash: string }>(
    `WITH written AS (
       UPDATE operation_chunk SET classes = ARRAY(SELECT $3::jsonb->>kind FROM unnest(classes) AS kind)
       WHERE organization_id = $1 AND operation_id = $2 AND number >= $4
       RETURNING number, concat_ws(' ', hash_array_extended(subject_ids, 0), hash_array_extended(classes, 0), '') AS part
     )
     SELECT coalesce(md5(string_agg(part, '' ORDER BY number)), 'none') AS hash FROM written`,
    [transaction.organizationId, operationId, JSON.stringify(classes), firstChunk],
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

/** Rows of a preview that are alike: they share their class and what else is known of them. */
export interface SharedRows<Details = unknown> {
  readonly ids: readonly string[];
  readonly class: string;
  readonly details: Details;
}

/**
 * Writes such rows in chunks, in the order of their ids, in place of those that the operation had. The token stands for who is in which class,
 * and not for what else is known of them: details that move without moving anybody to another class make no preview stale.
 *
 * @param stamp what else the token of the preview stands for
 */
export async function writeSharedRows(transaction: Transaction, operationId: string, groups: readonly SharedRows[], stamp: string, chunkSize: number): Promise<Preview> {
  const { organizationId } = transaction;
  await transaction.query('DELETE FROM operation_chunk WHERE organization_id = $1 AND operation_id = $2', [organizationId, operationId]);
  const kinds = groups.map((group, kind) => ({ kind, class: group.class, details: group.details }));
  const [row] = await transaction.query<Preview>(
    `WITH given AS MATERIALIZED (
       SELECT r.id, k.class, k.details, ((row_number() OVER (ORDER BY r.id) - 1) / $4::integer)::integer AS number
       FROM unnest($5::uuid[], $6::integer[]) AS r (id, kind)
       JOIN jsonb_to_recordset($3::jsonb) AS k (kind integer, class text, details jsonb) ON k.kind = r.kind
     ), written AS (
       INSERT INTO operation_chunk (organization_id, operation_id, number, subject_ids, classes, details)
       SELECT $1, $2, number, array_agg(id ORDER BY id), array_agg(class ORDER BY id), jsonb_agg(details ORDER BY id) FROM given GROUP BY number
     )
     SELECT (SELECT coalesce(jsonb_object_agg(class, rows), '{}') FROM (SELECT class, count(*) AS rows FROM given GROUP BY class) g) AS counts,
       (SELECT md5($7 || coalesce(string_agg(id::text || class, ',' ORDER BY id), 'none')) FROM given) AS hash,
       (SELECT count(*)::int FROM given) AS "rowsTotal"`,
    [organizationId, operationId, JSON.stringify(kinds), chunkSize, groups.flatMap(({ ids }) => ids), groups.flatMap(({ ids }, kind) => ids.map(() => kind)), stamp],
  );
  return row!;
}
