import type { KeptOverride, OverrideContent } from '@milepost/domain';
import { newId } from '../../platform/database/new-id.ts';
import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { defineLoader, defineLoaderFor } from '../../platform/request/loader.ts';
import type { TakenBack } from '../assignments/index.ts';
import { enrollmentScope, peopleScope, progressScope } from '../access/index.ts';
import type { PersonCondition } from '../people/index.ts';

/** An enrollment that somebody wants to change for its person. */
export interface OverriddenEnrollment {
  readonly id: string;
  readonly personId: string;
  readonly subjectId: string;
  readonly mayOverride: boolean;
}

/** The enrollments in which the caller may override, as a condition on `enrollment e` of `person p`: in plans as in each plan, in content by itself as in any. */
function overrideScope(caller: Caller): PersonCondition {
  return (parameters) =>
    `CASE WHEN e.plan_id IS NULL THEN ${peopleScope(caller, 'CONTENT_OVERRIDE', null)(parameters)} ELSE ${enrollmentScope(caller, 'PROGRESS_OVERRIDE')(parameters)} END`;
}

/** An enrollment that the caller may see, and whether they may override in it; undefined when there is none for them. */
export async function findOverridden(transaction: Transaction, caller: Caller, id: string): Promise<OverriddenEnrollment | undefined> {
  if (!caller.acts.has('PROGRESS_READ')) return undefined;
  const parameters = new SqlParameters(transaction.organizationId);
  const [found] = await transaction.query<OverriddenEnrollment>(
    `SELECT e.id, e.person_id AS "personId", e.subject_id AS "subjectId", ${overrideScope(caller)(parameters)} AS "mayOverride"
     FROM enrollment e JOIN person p ON p.organization_id = $1 AND p.id = e.person_id
     WHERE e.organization_id = $1 AND e.id = ${parameters.add(id, 'uuid')} AND ${progressScope(caller)(parameters)}`,
    parameters.values,
  );
  return found;
}

/** Which of some enrollments the caller may override in; the others are missing. */
export const overridableLoader = defineLoaderFor<Caller, string, true>(async (transaction, ids, caller) => {
  const parameters = new SqlParameters(transaction.organizationId);
  const rows = await transaction.query<{ id: string }>(
    `SELECT e.id FROM enrollment e JOIN person p ON p.organization_id = $1 AND p.id = e.person_id
     WHERE e.organization_id = $1 AND e.id = ANY (${parameters.add(ids, 'uuid[]')}) AND ${overrideScope(caller)(parameters)}`,
    parameters.values,
  );
  return new Map(rows.map(({ id }) => [id, true]));
});

/** An override as it is kept, in force or ended. */
export type OverrideRow = KeptOverride & {
  readonly enrollmentId: string;
  readonly validFrom: Date;
  readonly validTo: Date | null;
  readonly createdBy: string | null;
  readonly endedBy: string | null;
  readonly reason: string | null;
};

const columns = `v.id, v.enrollment_id AS "enrollmentId", v.act, v.milestone_key AS "milestoneKey", trim_scale(v.units)::text AS units, v.due_on::text AS due,
  v.note, v.valid_from AS "validFrom", v.valid_to AS "validTo", v.created_by AS "createdBy", v.ended_by AS "endedBy", v.reason`;

/** All overrides that enrollments have or had, the oldest first. */
export async function readOverrides(transaction: Transaction, enrollmentIds: readonly string[]): Promise<readonly OverrideRow[]> {
  return transaction.query<OverrideRow>(
    `SELECT ${columns} FROM override v WHERE v.organization_id = $1 AND v.enrollment_id = ANY ($2::uuid[]) ORDER BY v.valid_from, v.id`,
    [transaction.organizationId, enrollmentIds],
  );
}

export const overridesLoader = defineLoader<string, readonly OverrideRow[]>(async (transaction, enrollmentIds) =>
  Map.groupBy(await readOverrides(transaction, enrollmentIds), (row) => row.enrollmentId),
);

/** New overrides of many enrollments, and those that end, by one reason. */
export interface OverrideWrites {
  readonly begin: readonly { readonly enrollmentId: string; readonly content: OverrideContent }[];
  readonly end: readonly string[];
  readonly reason: string;
  /** The bulk act that they are part of. */
  readonly operationId?: string;
}

/** Writes what begins and ends, dated by the transaction; nothing is overwritten. */
export async function writeOverrides(transaction: Transaction, { begin, end, reason, operationId }: OverrideWrites): Promise<void> {
  const { organizationId, now, actor } = transaction;
  if (end.length > 0) {
    await transaction.query(
      'UPDATE override SET valid_to = $3, ended_by = $4, ended_in = $5 WHERE organization_id = $1 AND id = ANY ($2::uuid[]) AND valid_to IS NULL',
      [organizationId, end, now, actor.id, operationId ?? null],
    );
  }
  if (begin.length === 0) return;
  const rows = begin.map(({ enrollmentId, content }) => ({ ...content, id: newId(), enrollmentId }));
  await transaction.query(
    `INSERT INTO override (organization_id, id, enrollment_id, milestone_key, act, units, due_on, note, reason, operation_id, valid_from, created_at, created_by)
     SELECT $1, r.id, r."enrollmentId", r."milestoneKey", r.act, r.units, r.due, r.note, $3, $4, $5, $5, $6
     FROM jsonb_to_recordset($2::jsonb) AS r (id uuid, "enrollmentId" uuid, "milestoneKey" uuid, act text, units numeric, due date, note text)`,
    [organizationId, JSON.stringify(rows), reason, operationId ?? null, now, actor.id],
  );
}

/** Ends the overrides that a bulk act began. */
export async function endOverridesOf(transaction: Transaction, { operationId, undoId, enrollmentIds }: TakenBack): Promise<void> {
  const { organizationId, now, actor } = transaction;
  await transaction.query(
    `UPDATE override SET valid_to = $5, ended_by = $6, ended_in = $4
     WHERE organization_id = $1 AND operation_id = $2 AND enrollment_id = ANY ($3::uuid[]) AND valid_to IS NULL`,
    [organizationId, operationId, enrollmentIds, undoId, now, actor.id],
  );
}

/** Begins again what a bulk act ended; it is dated anew, for nothing is overwritten. */
export async function returnOverridesOf(transaction: Transaction, { operationId, undoId, enrollmentIds }: TakenBack): Promise<void> {
  const ended = await transaction.query<OverrideRow>(
    `SELECT ${columns} FROM override v WHERE v.organization_id = $1 AND v.ended_in = $2 AND v.enrollment_id = ANY ($3::uuid[])`,
    [transaction.organizationId, operationId, enrollmentIds],
  );
  for (const [reason, rows] of Map.groupBy(ended, (row) => row.reason ?? '')) {
    await writeOverrides(transaction, { begin: rows.map((row) => ({ enrollmentId: row.enrollmentId, content: row })), end: [], reason, operationId: undoId });
  }
}
