import { GROUP_SOURCE_KINDS, type GroupConflictPolicy } from '@milepost/domain';
import { newId } from '../../platform/database/new-id.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { GivenRow } from '../operations/index.ts';

/** The rule for several group assignments, and since when it is in force. */
export interface ConflictPolicyRow {
  readonly groupConflict: GroupConflictPolicy;
  readonly since: Date | null;
  readonly changedById: string | null;
}

/** The rule that is in force now. */
export async function readConflictPolicy(transaction: Transaction): Promise<ConflictPolicyRow> {
  const [row] = await transaction.query<ConflictPolicyRow>(
    `SELECT o.group_conflict AS "groupConflict", r.valid_from AS since, r.created_by AS "changedById" FROM organization o
     LEFT JOIN LATERAL (SELECT valid_from, created_by FROM organization_revision WHERE organization_id = $1 ORDER BY valid_from DESC, id DESC LIMIT 1) r ON true
     WHERE o.organization_id = $1`,
    [transaction.organizationId],
  );
  return row!;
}

/** The same, locked up to the end of the transaction, with the version of the organization's settings. */
export async function lockConflictPolicy(transaction: Transaction): Promise<ConflictPolicyRow> {
  await transaction.query('SELECT organization_id FROM organization WHERE organization_id = $1 FOR NO KEY UPDATE', [transaction.organizationId]);
  return readConflictPolicy(transaction);
}

/** Puts another rule into force, dated. */
export async function setConflictPolicy(transaction: Transaction, groupConflict: GroupConflictPolicy): Promise<void> {
  const { organizationId, now, actor } = transaction;
  await transaction.query('UPDATE organization SET group_conflict = $2, row_version = row_version + 1, updated_at = $3, updated_by = $4 WHERE organization_id = $1', [
    organizationId,
    groupConflict,
    now,
    actor.id,
  ]);
  await transaction.query('INSERT INTO organization_revision (organization_id, id, group_conflict, valid_from, created_by) VALUES ($1, $2, $3, $4, $5)', [
    organizationId,
    newId(),
    groupConflict,
    now,
    actor.id,
  ]);
}

/** An open enrollment that a person has by several groups: for nobody else does the rule matter. */
export interface ContestedEnrollment {
  readonly enrollmentId: string;
  readonly personId: string;
  readonly plan: string;
}

/** All of them, in the order of people. */
export function findContested(transaction: Transaction): Promise<ContestedEnrollment[]> {
  return transaction.query<ContestedEnrollment>(
    `SELECT e.id AS "enrollmentId", e.person_id AS "personId", coalesce(l.name, o.name) AS plan
     FROM (SELECT x.enrollment_id FROM enrollment_source x WHERE x.organization_id = $1 AND x.valid_to IS NULL AND x.suppressed_reason IS NULL
       AND x.kind = ANY ($2::text[]) GROUP BY x.enrollment_id HAVING count(*) > 1) c
     JOIN enrollment e ON e.organization_id = $1 AND e.id = c.enrollment_id
     JOIN standing s ON s.organization_id = $1 AND s.enrollment_id = e.id AND s.status IN ('NOT_STARTED', 'IN_PROGRESS')
     LEFT JOIN learning_plan l ON l.organization_id = $1 AND l.id = e.plan_id
     LEFT JOIN learning_object o ON o.organization_id = $1 AND o.id = e.learning_object_id
     ORDER BY e.person_id, e.id`,
    [transaction.organizationId, GROUP_SOURCE_KINDS],
  );
}

/** A row of a change of the rule: an enrollment of a person, with what becomes of its date. */
export type PolicyChangeRow = GivenRow<{ readonly enrollmentId: string; readonly plan: string; readonly from: string | null; readonly to: string | null }>;

/** The rows that another operation changed something for. */
export function readPolicyRows(transaction: Transaction, operationId: string): Promise<PolicyChangeRow[]> {
  return transaction.query<PolicyChangeRow>(
    `SELECT r.id, r.outcome AS class, c.details->(r.place - 1)::int AS details FROM operation_chunk c
     CROSS JOIN LATERAL unnest(c.subject_ids, c.outcomes) WITH ORDINALITY AS r (id, outcome, place)
     WHERE c.organization_id = $1 AND c.operation_id = $2 ORDER BY c.number, r.place`,
    [transaction.organizationId, operationId],
  );
}

/** Whether the rule is being changed at this moment by another operation. */
export async function isOtherPolicyRunning(transaction: Transaction, own: readonly string[]): Promise<boolean> {
  const rows = await transaction.query(
    `SELECT id FROM operation WHERE organization_id = $1 AND kind = 'SET_GROUP_CONFLICT' AND state IN ('APPLYING', 'UNDOING') AND id <> ALL ($2::uuid[]) LIMIT 1`,
    [transaction.organizationId, own],
  );
  return rows.length > 0;
}

/** By when enrollments are due now, and what they are in. */
export async function readDues(transaction: Transaction, enrollmentIds: readonly string[]): Promise<ReadonlyMap<string, { readonly subjectId: string; readonly due: string | null }>> {
  const rows = await transaction.query<{ id: string; subjectId: string; due: string | null }>(
    'SELECT enrollment_id AS id, subject_id AS "subjectId", due_on::text AS due FROM standing WHERE organization_id = $1 AND enrollment_id = ANY ($2::uuid[])',
    [transaction.organizationId, enrollmentIds],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
