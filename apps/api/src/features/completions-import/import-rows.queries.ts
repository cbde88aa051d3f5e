import type { Transaction } from '../../platform/database/transaction.ts';
import { leftChangedSince, type Preview } from '../operations/index.ts';
import type { PersonCondition } from '../people/index.ts';
import { SqlParameters } from '../../platform/database/sql-parameters.ts';

/** When a file of the same content was imported last and not taken back since. */
export async function findEarlierImport(transaction: Transaction, sha256: string): Promise<Date | undefined> {
  const [row] = await transaction.query<{ at: Date | null }>(
    `SELECT max(committed_at) AS at FROM operation
     WHERE organization_id = $1 AND kind = 'IMPORT_COMPLETIONS' AND undo_of IS NULL AND committed_at IS NOT NULL AND state <> 'UNDONE' AND input->>'sha256' = $2`,
    [transaction.organizationId, sha256],
  );
  return row?.at ?? undefined;
}

/** Whether everybody for whom an import records something is among some people. */
export async function concernsOnly(transaction: Transaction, operationId: string, people: PersonCondition): Promise<boolean> {
  const parameters = new SqlParameters(transaction.organizationId);
  const operation = parameters.add(operationId, 'uuid');
  const rows = await transaction.query(
    `SELECT FROM operation_chunk c CROSS JOIN LATERAL unnest(c.subject_ids, c.classes) AS r (id, class)
     WHERE c.organization_id = $1 AND c.operation_id = ${operation} AND r.class = 'NEW'
       AND NOT EXISTS (SELECT FROM person p WHERE p.organization_id = $1 AND p.id = r.id AND ${people(parameters)}) LIMIT 1`,
    parameters.values,
  );
  return rows.length === 0;
}

/** Writes the rows of taking an import back: what it recorded and nobody has revoked since. */
export async function writeRowsOfUndo(transaction: Transaction, undoId: string, importId: string): Promise<Preview> {
  const parameters = [transaction.organizationId, undoId];
  await transaction.query('DELETE FROM operation_chunk WHERE organization_id = $1 AND operation_id = $2', parameters);
  await transaction.query(
    `INSERT INTO operation_chunk (organization_id, operation_id, number, state, subject_ids, classes, details)
     SELECT $1, $2, c.number, 'PENDING', array_agg(r.id ORDER BY r.place), array_agg(CASE WHEN EXISTS (
         SELECT FROM completion_fact f WHERE f.organization_id = $1 AND f.person_id = r.id AND f.subject_id = (r.details->>'itemId')::uuid AND f.operation_id = $3
           AND NOT EXISTS (SELECT FROM revocation_fact x WHERE x.organization_id = $1 AND x.completion_fact_id = f.id)
       ) THEN 'TAKEN_BACK' ELSE $4 END ORDER BY r.place), jsonb_agg(r.details ORDER BY r.place)
     FROM operation_chunk c
     CROSS JOIN LATERAL ROWS FROM (unnest(c.subject_ids), unnest(c.outcomes), jsonb_array_elements(c.details)) WITH ORDINALITY AS r (id, outcome, details, place)
     WHERE c.organization_id = $1 AND c.operation_id = $3 AND r.outcome = 'NEW' GROUP BY c.number`,
    [...parameters, importId, leftChangedSince],
  );
  const [row] = await transaction.query<Preview>(
    `SELECT coalesce(jsonb_object_agg(class, rows), '{}') AS counts, coalesce(sum(rows), 0)::int AS "rowsTotal",
       (SELECT coalesce(md5(string_agg(concat_ws(' ', hash_array_extended(subject_ids, 0), hash_array_extended(classes, 0)), ',' ORDER BY number)), 'none')
        FROM operation_chunk WHERE organization_id = $1 AND operation_id = $2) AS hash
     FROM (SELECT class, count(*) AS rows FROM operation_chunk c CROSS JOIN LATERAL unnest(c.classes) AS class WHERE c.organization_id = $1 AND c.operation_id = $2 GROUP BY class) g`,
    parameters,
  );
  return row!;
}
