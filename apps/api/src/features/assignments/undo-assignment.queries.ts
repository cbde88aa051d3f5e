import type { UndoSituation } from '@milepost/domain';
import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Preview } from '../operations/index.ts';

/** Whom an assignment reached, with what decides whether it can be taken back from them. `among` narrows to some people. */
function reachedPeople(parameters: SqlParameters, assignmentId: string, operationId: string, among?: readonly string[]): string {
  const assignment = parameters.add(assignmentId, 'uuid');
  const operation = parameters.add(operationId, 'uuid');
  const narrowed = among ? `AND r.person_id = ANY (${parameters.add(among, 'uuid[]')})` : '';
  return `
    SELECT r.person_id AS id, r.outcome, m.state, s.status, EXISTS (SELECT FROM enrollment_source x WHERE x.organization_id = $1
        AND x.enrollment_id = m.enrollment_id AND x.valid_to IS NULL AND x.assignment_id IS DISTINCT FROM ${assignment}) AS has_other
    FROM operation_chunk c
    CROSS JOIN LATERAL unnest(c.subject_ids, c.outcomes) AS r (person_id, outcome)
    LEFT JOIN assignment_member m ON m.organization_id = $1 AND m.assignment_id = ${assignment} AND m.person_id = r.person_id
    LEFT JOIN standing s ON s.organization_id = $1 AND s.enrollment_id = m.enrollment_id
    WHERE c.organization_id = $1 AND c.operation_id = ${operation} AND r.outcome <> 'SKIPPED_CHANGED_SINCE_PREVIEW' ${narrowed}`;
}

const situation = `outcome, state, status, has_other AS "hasOtherSource"`;

/** The situations that occur among those whom an assignment reached. */
export async function readUndoSituations(transaction: Transaction, assignmentId: string, operationId: string): Promise<UndoSituation[]> {
  const parameters = new SqlParameters(transaction.organizationId);
  return transaction.query<UndoSituation>(`SELECT DISTINCT ${situation} FROM (${reachedPeople(parameters, assignmentId, operationId)}) r`, parameters.values);
}

/** The situations of some of them as they are now, each with who is in it. The people are to be locked before. */
export async function readUndoSituationsOf(
  transaction: Transaction,
  assignmentId: string,
  operationId: string,
  personIds: readonly string[],
): Promise<(UndoSituation & { readonly personIds: readonly string[] })[]> {
  const parameters = new SqlParameters(transaction.organizationId);
  return transaction.query(
    `SELECT ${situation}, array_agg(id) AS "personIds" FROM (${reachedPeople(parameters, assignmentId, operationId, personIds)}) r GROUP BY 1, 2, 3, 4`,
    parameters.values,
  );
}

/** Writes the rows of the preview of an undo, with the class that each of the few situations has. */
export async function writeUndoRows(
  transaction: Transaction,
  undoId: string,
  { assignmentId, operationId }: { readonly assignmentId: string; readonly operationId: string },
  classes: readonly { readonly situation: UndoSituation; readonly class: string }[],
  chunkSize: number,
): Promise<Preview> {
  await transaction.query('DELETE FROM operation_chunk WHERE organization_id = $1 AND operation_id = $2', [transaction.organizationId, undoId]);
  const parameters = new SqlParameters(transaction.organizationId);
  const reached = reachedPeople(parameters, assignmentId, operationId);
  const classMap = parameters.add(JSON.stringify(classes.map((each) => ({ ...each.situation, class: each.class }))), 'jsonb');
  const [row] = await transaction.query<Preview>(
    `WITH classed AS MATERIALIZED (
       SELECT r.id, c.class, ((row_number() OVER (ORDER BY r.id)) - 1) / ${parameters.add(chunkSize, 'integer')} AS number FROM (${reached}) r
       JOIN jsonb_to_recordset(${classMap}) AS c (outcome text, state text, status text, "hasOtherSource" boolean, class text)
         ON c.outcome = r.outcome AND c.state IS NOT DISTINCT FROM r.state AND c.status IS NOT DISTINCT FROM r.status AND c."hasOtherSource" = r.has_other
     ), written AS (
       INSERT INTO operation_chunk (organization_id, operation_id, number, subject_ids, classes)
       SELECT $1, ${parameters.add(undoId, 'uuid')}, number, array_agg(id ORDER BY id), array_agg(class ORDER BY id) FROM classed GROUP BY number
     )
     SELECT (SELECT coalesce(jsonb_object_agg(class, people), '{}') FROM (SELECT class, count(*) AS people FROM classed GROUP BY class) g) AS counts,
       (SELECT coalesce(md5(string_agg(id::text || class, ',' ORDER BY id)), 'none') FROM classed) AS hash,
       (SELECT count(*)::int FROM classed) AS "rowsTotal"`,
    parameters.values,
  );
  return row!;
}

/** What an assignment gave some people. */
export async function readEnrollmentsOf(transaction: Transaction, assignmentId: string, people: readonly string[]): Promise<{ readonly enrollmentIds: readonly string[] }> {
  const [row] = await transaction.query<{ enrollmentIds: string[] }>(
    `SELECT coalesce(array_agg(enrollment_id), '{}') AS "enrollmentIds" FROM assignment_member
     WHERE organization_id = $1 AND assignment_id = $2 AND person_id = ANY ($3::uuid[]) AND enrollment_id IS NOT NULL`,
    [transaction.organizationId, assignmentId, people],
  );
  return row!;
}
