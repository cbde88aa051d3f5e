import { newId } from '../../platform/database/new-id.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Preview } from '../operations/index.ts';
import type { Place } from './in-use.queries.ts';

/** A row of a merge that is no person: a department, or whatever names it. */
export interface StructureRow {
  readonly id: string;
  readonly class: string;
  readonly details: { readonly name: string; readonly use?: string };
}

/** What is merged away, or was: by whose name it is known, and whether it is there. */
export interface MergedRow {
  readonly id: string;
  readonly name: string;
  readonly rowVersion: number;
  readonly removed: boolean;
  readonly mergedIntoId: string | null;
}

/** The column of a dated affiliation that says where somebody belongs; partner accounts stand with the person. */
const columns: Readonly<Record<Exclude<Place, 'partner_account'>, string>> = { department: 'department_id', job_position: 'position_id', job_role: 'job_role_id' };

/** What a merge speaks of, locked up to the end of the transaction. */
export async function lockMerged(transaction: Transaction, place: Place, ids: readonly string[]): Promise<ReadonlyMap<string, MergedRow>> {
  const rows = await transaction.query<MergedRow>(
    `SELECT id, name, row_version AS "rowVersion", removed_at IS NOT NULL AS removed, merged_into_id AS "mergedIntoId"
     FROM ${place} WHERE organization_id = $1 AND id = ANY ($2::uuid[]) ORDER BY id FOR UPDATE`,
    [transaction.organizationId, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Who belongs to it now, as a condition on `person p` with the id as `$3`. */
const belongsTo = (place: Place): string =>
  place === 'partner_account'
    ? 'p.partner_account_id = $3'
    : `EXISTS (SELECT FROM affiliation a WHERE a.organization_id = $1 AND a.person_id = p.id AND a.valid_to IS NULL AND a.${columns[place]} = $3)`;

/** Whether a merge, `$4`, is why somebody belongs where they do, and nothing has changed that since; `$5` is what they were merged into. */
const stillAsMerged = (place: Place): string =>
  place === 'partner_account'
    ? 'p.partner_account_id = $5'
    : `EXISTS (SELECT FROM affiliation a WHERE a.organization_id = $1 AND a.person_id = p.id AND a.valid_to IS NULL
        AND a.operation_id = $4 AND a.${columns[place]} = $5)`;

/** Stores the rows of a merge: what is no person first, then everybody who belongs to what is merged away. */
export async function writeMergeRows(
  transaction: Transaction,
  operationId: string,
  { place, fromId }: { readonly place: Place; readonly fromId: string },
  structure: readonly StructureRow[],
  chunkSize: number,
): Promise<Preview> {
  const people = `SELECT p.id, 'MOVED' AS class FROM person p WHERE p.organization_id = $1 AND ${belongsTo(place)}`;
  return writeRows(transaction, operationId, structure, { people, parameters: [fromId] }, chunkSize);
}

/** Stores the rows of taking a merge back: of the people whom it moved, those who are still as it left them. */
export async function writeUndoMergeRows(
  transaction: Transaction,
  undoId: string,
  merge: { readonly place: Place; readonly operationId: string; readonly intoId: string; readonly possible: boolean },
  structure: readonly StructureRow[],
  chunkSize: number,
): Promise<Preview> {
  const { place, operationId, intoId, possible } = merge;
  const people = `
    SELECT p.id, CASE WHEN $3::boolean AND ${stillAsMerged(place)} THEN 'TAKEN_BACK' ELSE 'LEFT_CHANGED_SINCE' END AS class
    FROM operation_chunk c CROSS JOIN LATERAL unnest(c.subject_ids, c.outcomes) AS r (person_id, outcome)
    JOIN person p ON p.organization_id = $1 AND p.id = r.person_id
    WHERE c.organization_id = $1 AND c.operation_id = $4 AND r.outcome = 'MOVED'`;
  return writeRows(transaction, undoId, structure, { people, parameters: [possible, operationId, intoId] }, chunkSize);
}

async function writeRows(
  transaction: Transaction,
  operationId: string,
  structure: readonly StructureRow[],
  { people, parameters }: { readonly people: string; readonly parameters: readonly unknown[] },
  chunkSize: number,
): Promise<Preview> {
  const { organizationId } = transaction;
  await transaction.query('DELETE FROM operation_chunk WHERE organization_id = $1 AND operation_id = $2', [organizationId, operationId]);
  await transaction.query('INSERT INTO operation_chunk (organization_id, operation_id, number, subject_ids, classes, details) VALUES ($1, $2, 0, $3, $4, $5)', [
    organizationId,
    operationId,
    structure.map((row) => row.id),
    structure.map((row) => row.class),
    JSON.stringify(structure.map((row) => row.details)),
  ]);
  const size = `$${parameters.length + 3}`;
  const [row] = await transaction.query<{ counts: Record<string, number>; hash: string; rowsTotal: number }>(
    `WITH classed AS MATERIALIZED (
       SELECT id, class, 1 + ((row_number() OVER (ORDER BY id)) - 1) / ${size}::integer AS number FROM (${people}) people
     ), written AS (
       INSERT INTO operation_chunk (organization_id, operation_id, number, subject_ids, classes)
       SELECT $1, $2, number, array_agg(id ORDER BY id), array_agg(class ORDER BY id) FROM classed GROUP BY number
     )
     SELECT (SELECT coalesce(jsonb_object_agg(class, people), '{}') FROM (SELECT class, count(*) AS people FROM classed GROUP BY class) g) AS counts,
       (SELECT coalesce(md5(string_agg(id::text || class, ',' ORDER BY id)), 'none') FROM classed) AS hash,
       (SELECT count(*)::int FROM classed) AS "rowsTotal"`,
    [organizationId, operationId, ...parameters, chunkSize],
  );
  const counts = { ...row!.counts };
  for (const each of structure) counts[each.class] = (counts[each.class] ?? 0) + 1;
  const [stamp] = await transaction.query<{ hash: string }>('SELECT md5($1 || $2) AS hash', [row!.hash, JSON.stringify(structure)]);
  return { counts, hash: stamp!.hash, rowsTotal: row!.rowsTotal + structure.length };
}

/**
 * Moves those of some people who belong to one to another, dated, with the operation that did it; answers who was moved.
 *
 * @param because of an undo: the merge that brought them there; who belongs there for another reason stays
 */
export async function movePeople(
  transaction: Transaction,
  move: { readonly place: Place; readonly fromId: string; readonly toId: string; readonly operationId: string; readonly because?: string },
  personIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const { organizationId, now, actor } = transaction;
  const { place, fromId, toId, operationId, because } = move;
  const moved = place === 'partner_account' ? await moveToPartner(transaction, fromId, toId, personIds) : await moveAffiliations(columns[place]);
  const ids = moved.map((row) => row.id);
  await transaction.query(
    `UPDATE person SET row_version = row_version + 1, updated_at = $3, updated_by = $4 WHERE organization_id = $1 AND id = ANY ($2::uuid[])`,
    [organizationId, ids, now, actor.id],
  );
  return new Set(ids);

  function moveAffiliations(column: string): Promise<{ id: string }[]> {
    const kept = ['department_id', 'position_id', 'job_role_id'].map((each) => (each === column ? '$4::uuid' : `e.${each}`)).join(', ');
    return transaction.query<{ id: string }>(
      `WITH n AS (SELECT * FROM unnest($2::uuid[], $7::uuid[]) AS n (person_id, id)), ended AS (
         UPDATE affiliation a SET valid_to = $6 FROM n
         WHERE a.organization_id = $1 AND a.person_id = n.person_id AND a.valid_to IS NULL AND a.${column} = $3
           AND ($8::uuid IS NULL OR a.operation_id = $8)
         RETURNING a.person_id, n.id, a.department_id, a.position_id, a.job_role_id
       ), begun AS (
         INSERT INTO affiliation (organization_id, id, person_id, department_id, position_id, job_role_id, valid_from, operation_id, created_at, created_by)
         SELECT $1, e.id, e.person_id, ${kept}, $6, $5, $6, $9 FROM ended e
       )
       SELECT person_id AS id FROM ended`,
      [organizationId, personIds, fromId, toId, operationId, now, personIds.map(() => newId()), because ?? null, actor.id],
    );
  }
}

async function moveToPartner(transaction: Transaction, fromId: string, toId: string, personIds: readonly string[]): Promise<{ id: string }[]> {
  const { organizationId, now, actor } = transaction;
  const moved = await transaction.query<{ id: string }>(
    `UPDATE person SET partner_account_id = $4 WHERE organization_id = $1 AND id = ANY ($2::uuid[]) AND partner_account_id = $3 RETURNING id`,
    [organizationId, personIds, fromId, toId],
  );
  const ids = moved.map((row) => row.id);
  await transaction.query(
    `INSERT INTO person_revision (organization_id, id, person_id, display_name, locale, time_zone, manager_id, partner_account_id, hire_date,
       status, valid_from, created_by)
     SELECT $1, n.id, p.id, p.display_name, p.locale, p.time_zone, p.manager_id, p.partner_account_id, p.hire_date, p.status, $4, $5
     FROM unnest($2::uuid[], $3::uuid[]) AS n (id, person_id) JOIN person p ON p.organization_id = $1 AND p.id = n.person_id`,
    [organizationId, ids.map(() => newId()), ids, now, actor.id],
  );
  return moved;
}

/**
 * Whether another merge that speaks of the same is being carried out.
 *
 * @param own the operation itself, and the one that it takes back
 */
export async function meetsRunningMerge(transaction: Transaction, own: readonly string[], ids: readonly string[]): Promise<boolean> {
  const [row] = await transaction.query<{ meets: boolean }>(
    `SELECT EXISTS (SELECT FROM operation WHERE organization_id = $1 AND kind = 'MERGE' AND state IN ('APPLYING', 'UNDOING') AND id <> ALL ($2::uuid[])
       AND (input->>'fromId' = ANY ($3::text[]) OR input->>'intoId' = ANY ($3::text[]))) AS meets`,
    [transaction.organizationId, own, ids],
  );
  return row!.meets;
}

/** What a merge did with departments, by the rows of its report. */
export async function readMergedParts(transaction: Transaction, operationId: string): Promise<{ id: string; name: string }[]> {
  return transaction.query(
    `SELECT r.id, r.detail->>'name' AS name FROM operation_chunk c
     CROSS JOIN LATERAL (SELECT s.id, s.class, c.details->(s.place - 1)::int AS detail
       FROM unnest(c.subject_ids, c.classes) WITH ORDINALITY AS s (id, class, place)) r
     WHERE c.organization_id = $1 AND c.operation_id = $2 AND c.number = 0 AND r.class = 'PART'`,
    [transaction.organizationId, operationId],
  );
}

/** Marks what is merged away as removed, and as meaning the other; or, with null, as there again. */
export async function setMergedInto(transaction: Transaction, place: Place, fromId: string, intoId: string | null): Promise<void> {
  const { organizationId, now, actor } = transaction;
  await transaction.query(
    `UPDATE ${place} SET removed_at = $3, merged_into_id = $4, row_version = row_version + 1, updated_at = $5, updated_by = $6
     WHERE organization_id = $1 AND id = $2`,
    [organizationId, fromId, intoId === null ? null : now, intoId, now, actor.id],
  );
}

/** Puts departments below another one. */
export async function setParent(transaction: Transaction, departmentIds: readonly string[], parentId: string): Promise<void> {
  const { organizationId, now, actor } = transaction;
  await transaction.query(
    `UPDATE department SET parent_id = $3, row_version = row_version + 1, updated_at = $4, updated_by = $5
     WHERE organization_id = $1 AND id = ANY ($2::uuid[])`,
    [organizationId, departmentIds, parentId, now, actor.id],
  );
}
