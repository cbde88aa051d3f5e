import type { MergedRecord } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { defineLoader } from '../../platform/request/loader.ts';
import type { GivenRow } from '../operations/index.ts';

/** Whether a person has a right like that of a row of `admin_grant`. */
export const survivorHasGrant = (grant: string, person: string): string => `EXISTS (SELECT FROM admin_grant g WHERE g.organization_id = $1 AND g.person_id = ${person} AND g.valid_to IS NULL
  AND (g.role, g.rights, g.scope_kind) = (${grant}.role, ${grant}.rights, ${grant}.scope_kind) AND g.scope_id IS NOT DISTINCT FROM ${grant}.scope_id)`;

/** Whether a person has the same thing, in the same cycle, by the same cause as a row of `enrollment_source`. */
const survivorHasSource = (source: string, person: string): string => `EXISTS (SELECT FROM enrollment e
  JOIN enrollment n ON n.organization_id = $1 AND n.person_id = ${person} AND n.subject_id = e.subject_id AND n.cycle = e.cycle
  JOIN enrollment_source o ON o.organization_id = $1 AND o.enrollment_id = n.id AND o.valid_to IS NULL AND o.kind = ${source}.kind
    AND o.assignment_id IS NOT DISTINCT FROM ${source}.assignment_id
  WHERE e.organization_id = $1 AND e.id = ${source}.enrollment_id)`;

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

/** To whom a record reports, or whoever that was merged into; null: nobody. */
export async function readManager(transaction: Transaction, personId: string): Promise<string | null> {
  const [row] = await transaction.query<{ id: string | null }>(
    `SELECT coalesce(m.merged_into_id, m.id) AS id FROM person p LEFT JOIN person m ON m.organization_id = $1 AND m.id = p.manager_id WHERE p.organization_id = $1 AND p.id = $2`,
    [transaction.organizationId, personId],
  );
  return row?.id ?? null;
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
export function readMergedRows(transaction: Transaction, operationId: string): Promise<GivenRow<{ readonly name: string; readonly what: Held['what'] | 'PERSON'; readonly reportsTo?: 'ABOVE' }>[]> {
  return transaction.query(
    `SELECT r.id, r.outcome AS class, c.details->(r.place - 1)::int AS details FROM operation_chunk c
     CROSS JOIN LATERAL unnest(c.subject_ids, c.outcomes) WITH ORDINALITY AS r (id, outcome, place)
     WHERE c.organization_id = $1 AND c.operation_id = $2 ORDER BY c.number, r.place`,
    [transaction.organizationId, operationId],
  );
}

/**
 * What a merge moved and the survivor no longer has: groups that they have left, rights that were taken from them, and enrollments of
 * which every reason has ended for them. None of it comes back with the record.
 */
export async function findEndedSince(transaction: Transaction, operationId: string, { fromId, intoId }: { readonly fromId: string; readonly intoId: string }): Promise<ReadonlySet<string>> {
  const rows = await transaction.query<{ id: string }>(
    `SELECT m.group_id AS id FROM group_membership m WHERE m.organization_id = $1 AND m.person_id = $2 AND m.ended_because = 'MERGED'
       AND NOT EXISTS (SELECT FROM group_membership o WHERE o.organization_id = $1 AND o.group_id = m.group_id AND o.person_id = $3 AND o.valid_to IS NULL)
     UNION ALL
     SELECT a.id FROM admin_grant a WHERE a.organization_id = $1 AND a.ended_in = $4 AND NOT (${survivorHasGrant('a', '$3')})
     UNION ALL
     SELECT x.enrollment_id FROM enrollment_source x WHERE x.organization_id = $1 AND x.ended_in = $4 AND x.ended_because = 'MERGED'
     GROUP BY x.enrollment_id HAVING NOT bool_or(${survivorHasSource('x', '$3')})`,
    [transaction.organizationId, fromId, intoId, operationId],
  );
  return new Set(rows.map(({ id }) => id));
}

/** The sources of the record that a merge ended and the survivor still has by the same cause. */
export async function findSourcesStillHeld(transaction: Transaction, operationId: string, intoId: string): Promise<string[]> {
  const rows = await transaction.query<{ id: string }>(
    `SELECT x.id FROM enrollment_source x WHERE x.organization_id = $1 AND x.ended_in = $2 AND ${survivorHasSource('x', '$3')}`,
    [transaction.organizationId, operationId, intoId],
  );
  return rows.map(({ id }) => id);
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
