import type { MergedRecord } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { defineLoader } from '../../platform/request/loader.ts';
import type { GivenRow } from '../operations/index.ts';

/** Two records of one person, locked, by id. */
export async function lockRecords(transaction: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, MergedRecord & { readonly rowVersion: number }>> {
  const rows = await transaction.query<MergedRecord & { readonly rowVersion: number }>(
    `SELECT id, display_name AS name, status, merged_into_id AS "mergedIntoId", row_version AS "rowVersion" FROM person
     WHERE organization_id = $1 AND id = ANY ($2::uuid[]) ORDER BY id FOR UPDATE`,
    [transaction.organizationId, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Something that a record has: what it is, which of it, by what it is known, and what makes it the same as another record's. */
export interface Held {
  readonly what: 'ENROLLMENT' | 'RULE' | 'GROUP' | 'GRANT' | 'KEY' | 'PLAN' | 'RECORD' | 'REPORT' | 'IDENTIFIER' | 'EVIDENCE';
  readonly id: string;
  readonly key: string;
  readonly name: string;
}

/** Everything that a merge moves or leaves, of some records: one statement for both, so that they are of one moment. */
export async function readHeld(transaction: Transaction, personIds: readonly string[]): Promise<ReadonlyMap<string, readonly Held[]>> {
  const rows = await transaction.query<Held & { personId: string }>(
    `WITH who AS (SELECT unnest($2::uuid[]) AS id), learning AS (
       SELECT e.id, e.person_id, e.subject_id, e.cycle, coalesce(l.name, o.name) AS name FROM who w
       JOIN enrollment e ON e.organization_id = $1 AND e.person_id = w.id
       LEFT JOIN learning_plan l ON l.organization_id = $1 AND l.id = e.plan_id LEFT JOIN learning_object o ON o.organization_id = $1 AND o.id = e.learning_object_id
     )
     SELECT person_id AS "personId", 1 AS place, 'ENROLLMENT' AS what, id, subject_id || '/' || cycle AS key, name FROM learning
     UNION ALL SELECT e.person_id, 2, 'RULE', v.id, concat_ws('/', e.subject_id, e.cycle, v.act, v.milestone_key), e.name FROM learning e
       JOIN override v ON v.organization_id = $1 AND v.enrollment_id = e.id AND v.valid_to IS NULL
     UNION ALL SELECT m.person_id, 3, 'GROUP', g.id, g.id::text, g.name FROM who w JOIN group_membership m ON m.organization_id = $1 AND m.person_id = w.id AND m.valid_to IS NULL
       JOIN person_group g ON g.organization_id = $1 AND g.id = m.group_id AND g.kind = 'STATIC' AND g.removed_at IS NULL
     UNION ALL SELECT a.person_id, 4, 'GRANT', a.id, concat_ws('/', a.role, a.scope_kind, a.scope_id, a.rights::text), a.role FROM who w
       JOIN admin_grant a ON a.organization_id = $1 AND a.person_id = w.id AND a.valid_to IS NULL
     UNION ALL SELECT c.made_by, 5, 'KEY', c.id, c.id::text, c.name FROM who w JOIN api_client c ON c.organization_id = $1 AND c.made_by = w.id AND c.revoked_at IS NULL
     UNION ALL SELECT l.owner_id, 6, 'PLAN', l.id, l.id::text, l.name FROM who w JOIN learning_plan l ON l.organization_id = $1 AND l.owner_id = w.id
     UNION ALL SELECT p.merged_into_id, 7, 'RECORD', p.id, p.id::text, p.display_name FROM who w JOIN person p ON p.organization_id = $1 AND p.merged_into_id = w.id
     UNION ALL SELECT p.manager_id, 8, 'REPORT', p.id, p.id::text, p.display_name FROM who w JOIN person p ON p.organization_id = $1 AND p.manager_id = w.id
     UNION ALL SELECT p.id, 9, 'IDENTIFIER', p.id, i.kind, i.value FROM who w JOIN person p ON p.organization_id = $1 AND p.id = w.id
       CROSS JOIN LATERAL (VALUES ('employeeNumber', p.employee_number), ('email', p.email)) AS i (kind, value) WHERE i.value IS NOT NULL
     UNION ALL SELECT w.id, 10, 'EVIDENCE', o.id, o.id::text, o.name FROM who w JOIN LATERAL (SELECT DISTINCT f.subject_id FROM completion_fact f
         WHERE f.organization_id = $1 AND f.person_id = w.id AND f.learning_object_id IS NOT NULL) f ON true
       JOIN learning_object o ON o.organization_id = $1 AND o.id = f.subject_id
     ORDER BY place, name, id`,
    [transaction.organizationId, personIds],
  );
  return Map.groupBy(rows, (row) => row.personId);
}

/** Everybody above a person, up to the top. */
export async function readManagersOf(transaction: Transaction, personId: string): Promise<string[]> {
  const rows = await transaction.query<{ id: string }>(
    `WITH RECURSIVE up AS (
       SELECT manager_id AS id FROM person WHERE organization_id = $1 AND id = $2
       UNION SELECT p.manager_id FROM person p JOIN up ON p.organization_id = $1 AND p.id = up.id
     )
     SELECT id FROM up WHERE id IS NOT NULL`,
    [transaction.organizationId, personId],
  );
  return rows.map(({ id }) => id);
}

/** The rows of a merge that was carried out, each with what came of it. */
export function readMergedRows(transaction: Transaction, operationId: string): Promise<GivenRow<{ readonly name: string; readonly what: Held['what'] | 'PERSON' }>[]> {
  return transaction.query(
    `SELECT r.id, r.outcome AS class, c.details->(r.place - 1)::int AS details FROM operation_chunk c
     CROSS JOIN LATERAL unnest(c.subject_ids, c.outcomes) WITH ORDINALITY AS r (id, outcome, place)
     WHERE c.organization_id = $1 AND c.operation_id = $2 ORDER BY c.number, r.place`,
    [transaction.organizationId, operationId],
  );
}

/** Whether another merge that speaks of one of the records is being carried out. */
export async function isOtherMergeRunning(transaction: Transaction, own: readonly string[], { fromId, intoId }: { readonly fromId: string; readonly intoId: string }): Promise<boolean> {
  const rows = await transaction.query(
    `SELECT id FROM operation WHERE organization_id = $1 AND kind = 'MERGE_PERSON' AND state IN ('APPLYING', 'UNDOING') AND id <> ALL ($2::uuid[])
       AND (input->>'fromId' = ANY ($3::text[]) OR input->>'intoId' = ANY ($3::text[])) LIMIT 1`,
    [transaction.organizationId, own, [fromId, intoId]],
  );
  return rows.length > 0;
}

/** A record that was merged into that of a person. */
export interface MergedAwayRow {
  readonly id: string;
  readonly displayName: string;
  readonly employeeNumber: string | null;
  readonly email: string | null;
  readonly mergedAt: Date;
}

export const mergedRecordsLoader = defineLoader<string, readonly MergedAwayRow[]>(async (transaction, personIds) => {
  const rows = await transaction.query<MergedAwayRow & { intoId: string }>(
    `SELECT id, display_name AS "displayName", employee_number AS "employeeNumber", email, merged_at AS "mergedAt", merged_into_id AS "intoId" FROM person
     WHERE organization_id = $1 AND merged_into_id = ANY ($2::uuid[]) ORDER BY merged_at DESC, id`,
    [transaction.organizationId, personIds],
  );
  return Map.groupBy(rows, (row) => row.intoId);
});
