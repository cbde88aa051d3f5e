import type { RowProblem } from '@milepost/domain';
import { newId } from '../../platform/database/new-id.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { StoredRow } from './stored-row.ts';

/** How many rows are carried out at a time. */
export const rowsPerChunk = 250;

/** Whatever an analysis that was cut off has left. */
export async function clearRows(transaction: Transaction, operationId: string): Promise<void> {
  await transaction.query('DELETE FROM operation_chunk WHERE organization_id = $1 AND operation_id = $2', [transaction.organizationId, operationId]);
}

/**
 * Keeps rows of a preview.
 *
 * @param number of the chunk; below 0 for rows that are still to be arranged, which are shown to nobody
 */
export async function storeRows(transaction: Transaction, operationId: string, number: number, rows: readonly StoredRow<unknown>[]): Promise<void> {
  await transaction.query(
    `INSERT INTO operation_chunk (organization_id, operation_id, number, state, subject_ids, classes, details)
     VALUES ($1, $2, $3, 'PENDING', $4, $5, $6)`,
    [
      transaction.organizationId,
      operationId,
      number,
      rows.map((row) => row.subjectId),
      rows.map((row) => row.class),
      JSON.stringify(rows.map((row) => row.details)),
    ],
  );
}

/** What is known of a file's rows when all of them have been read; by their numbers in the file. */
export interface Arrangement {
  readonly problems: ReadonlyMap<number, RowProblem>;
  readonly levels: ReadonlyMap<number, number>;
}

/**
 * Brings the rows that were kept below 0, the first at -1, into the order in which they are to be carried out: those of a lower level first,
 * and as they stand in the file. Those with a problem are errors. Answers how many chunks there are.
 */
export async function arrangeRows(transaction: Transaction, operationId: string, { problems, levels }: Arrangement): Promise<number> {
  const lower = [...levels].filter(([, level]) => level > 0);
  const refused = [...problems].map(([row, problem]) => ({ row, problem, id: newId() }));
  const chunks = await transaction.execute(
    `INSERT INTO operation_chunk (organization_id, operation_id, number, state, subject_ids, classes, details)
     SELECT $1, $2, place / ${rowsPerChunk}, 'PENDING', array_agg(subject_id ORDER BY place), array_agg(class ORDER BY place), jsonb_agg(details ORDER BY place) FROM (
       SELECT row_number() OVER (ORDER BY coalesce(l.level, 0), c.number DESC, r.place)::int - 1 AS place, coalesce(p.id, r.subject_id) AS subject_id,
         CASE WHEN p.id IS NULL THEN r.class ELSE 'ERROR' END AS class,
         CASE WHEN p.id IS NULL THEN r.details ELSE jsonb_build_object('row', r.details->'row', 'name', r.details->'name', 'problems', jsonb_build_array(p.problem)) END AS details
       FROM operation_chunk c
       CROSS JOIN LATERAL ROWS FROM (unnest(c.subject_ids), unnest(c.classes), jsonb_array_elements(c.details)) WITH ORDINALITY AS r (subject_id, class, details, place)
       LEFT JOIN unnest($3::int[], $4::int[]) AS l (row, level) ON l.row = (r.details->>'row')::int
       LEFT JOIN jsonb_to_recordset($5::jsonb) AS p (row int, problem jsonb, id uuid) ON p.row = (r.details->>'row')::int
       WHERE c.organization_id = $1 AND c.operation_id = $2 AND c.number < 0
     ) arranged GROUP BY place / ${rowsPerChunk}`,
    [transaction.organizationId, operationId, lower.map(([row]) => row), lower.map(([, level]) => level), JSON.stringify(refused)],
  );
  await transaction.query('DELETE FROM operation_chunk WHERE organization_id = $1 AND operation_id = $2 AND number < 0', [transaction.organizationId, operationId]);
  return chunks;
}

/** How many rows there are of each class. */
export async function countRows(transaction: Transaction, operationId: string): Promise<Readonly<Record<string, number>>> {
  const rows = await transaction.query<{ class: string; rows: number }>(
    `SELECT class, count(*)::int AS rows FROM operation_chunk c CROSS JOIN LATERAL unnest(c.classes) AS class
     WHERE c.organization_id = $1 AND c.operation_id = $2 GROUP BY class`,
    [transaction.organizationId, operationId],
  );
  return Object.fromEntries(rows.map((row) => [row.class, row.rows]));
}
