import type { NumberedPerson } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';

/** Everybody who has a job number. */
export async function readNumberedPeople(transaction: Transaction): Promise<NumberedPerson[]> {
  return transaction.query<NumberedPerson>(
    `SELECT id, employee_number AS "employeeNumber", display_name AS "displayName", status FROM person WHERE organization_id = $1 AND employee_number IS NOT NULL`,
    [transaction.organizationId],
  );
}

/** Who is in a group now. */
export async function readMemberIds(transaction: Transaction, groupId: string): Promise<ReadonlySet<string>> {
  const rows = await transaction.query<{ id: string }>('SELECT person_id AS id FROM group_membership WHERE organization_id = $1 AND group_id = $2 AND valid_to IS NULL', [
    transaction.organizationId,
    groupId,
  ]);
  return new Set(rows.map((row) => row.id));
}

/** What the rows of a preview rest on: of each person whom a row means whether they are in the group, and whether they have left; of the group whether it is there. */
export async function readImportStamp(transaction: Transaction, operationId: string, groupId: string): Promise<string> {
  const [row] = await transaction.query<{ stamp: string }>(
    `SELECT md5(concat_ws('/', (SELECT removed_at FROM person_group WHERE organization_id = $1 AND id = $3),
       (SELECT string_agg(concat(r.id, p.status = 'LEFT', m.id IS NOT NULL), ',' ORDER BY c.number, r.place) FROM operation_chunk c
         CROSS JOIN LATERAL unnest(c.subject_ids) WITH ORDINALITY AS r (id, place)
         JOIN person p ON p.organization_id = $1 AND p.id = r.id
         LEFT JOIN group_membership m ON m.organization_id = $1 AND m.group_id = $3 AND m.person_id = r.id AND m.valid_to IS NULL
         WHERE c.organization_id = $1 AND c.operation_id = $2))) AS stamp`,
    [transaction.organizationId, operationId, groupId],
  );
  return row!.stamp;
}

/** Lets people into a group who are not in it and have not left; answers who came in. */
export async function joinMembers(
  transaction: Transaction,
  groupId: string,
  people: readonly { readonly membershipId: string; readonly personId: string }[],
  operation: { readonly id: string; readonly createdBy: string | null },
): Promise<string[]> {
  const rows = await transaction.query<{ id: string }>(
    `INSERT INTO group_membership (organization_id, id, group_id, person_id, valid_from, cause, operation_id, created_at, created_by)
     SELECT $1, n.id, $2, p.id, $5, 'IMPORT', $6, $5, $7 FROM unnest($3::uuid[], $4::uuid[]) AS n (id, person_id)
     JOIN person p ON p.organization_id = $1 AND p.id = n.person_id AND p.status <> 'LEFT'
     ON CONFLICT (organization_id, group_id, person_id) WHERE valid_to IS NULL DO NOTHING RETURNING person_id AS id`,
    [transaction.organizationId, groupId, people.map((each) => each.membershipId), people.map((each) => each.personId), transaction.now, operation.id, operation.createdBy],
  );
  return rows.map((row) => row.id);
}

/** Copies the rows of an import that brought somebody in to its undo, with whether that membership is still the same. */
export async function writeImportUndoRows(transaction: Transaction, undoId: string, operationId: string, groupId: string) {
  const { organizationId } = transaction;
  await transaction.query('DELETE FROM operation_chunk WHERE organization_id = $1 AND operation_id = $2', [organizationId, undoId]);
  const [row] = await transaction.query<{ counts: Record<string, number>; hash: string; rowsTotal: number }>(
    `WITH classed AS MATERIALIZED (
       SELECT c.number, r.id, r.place, CASE WHEN m.id IS NULL THEN 'LEFT_CHANGED_SINCE' ELSE 'TAKEN_BACK' END AS class
       FROM operation_chunk c CROSS JOIN LATERAL unnest(c.subject_ids, c.outcomes) WITH ORDINALITY AS r (id, outcome, place)
       LEFT JOIN group_membership m ON m.organization_id = $1 AND m.group_id = $4 AND m.person_id = r.id AND m.valid_to IS NULL AND m.operation_id = $3
       WHERE c.organization_id = $1 AND c.operation_id = $3 AND r.outcome = 'JOINS'
     ), written AS (
       INSERT INTO operation_chunk (organization_id, operation_id, number, subject_ids, classes)
       SELECT $1, $2, (row_number() OVER (ORDER BY number)) - 1, array_agg(id ORDER BY place), array_agg(class ORDER BY place) FROM classed GROUP BY number
     )
     SELECT (SELECT coalesce(jsonb_object_agg(class, people), '{}') FROM (SELECT class, count(*) AS people FROM classed GROUP BY class) g) AS counts,
       (SELECT coalesce(md5(string_agg(id::text || class, ',' ORDER BY id)), 'none') FROM classed) AS hash, (SELECT count(*)::int FROM classed) AS "rowsTotal"`,
    [organizationId, undoId, operationId, groupId],
  );
  return row!;
}
