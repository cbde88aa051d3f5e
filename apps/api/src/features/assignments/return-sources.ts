import { dateIn, resolveDueRule, type DueRule } from '@milepost/domain';
import { newId } from '../../platform/database/new-id.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

/** What of a bulk act is taken back, by which undo, in which enrollments. */
export interface TakenBack {
  readonly operationId: string;
  readonly undoId: string;
  readonly enrollmentIds: readonly string[];
}

/** A source that an act has ended. */
interface EndedSource {
  readonly enrollmentId: string;
  readonly kind: string;
  readonly assignmentId: string | null;
  readonly dueRule: DueRule | null;
  readonly milestoneDueRules: readonly { readonly milestoneKey: string; readonly dueRule: DueRule }[] | null;
  readonly dormant: boolean;
  readonly kept: boolean;
  readonly suppressedReason: string | null;
  readonly validFrom: Date;
  readonly timeZone: string;
}

/**
 * Takes back what an act did to the sources of people: those that it began end, those that it ended begin again, and memberships with them.
 * A date that was counted from the assignment stays the day that it was.
 *
 * @param onlySourceIds of those that it ended, those that may begin again; absent: all
 */
export async function returnSources(transaction: Transaction, { operationId, undoId, enrollmentIds, onlySourceIds }: TakenBack & { readonly onlySourceIds?: readonly string[] }): Promise<void> {
  const { organizationId, now, actor } = transaction;
  await transaction.query(
    `UPDATE enrollment_source SET valid_to = $5, ended_because = 'UNDONE', ended_by = $6, ended_in = $4
     WHERE organization_id = $1 AND operation_id = $2 AND enrollment_id = ANY ($3::uuid[]) AND valid_to IS NULL`,
    [organizationId, operationId, enrollmentIds, undoId, now, actor.id],
  );
  const ended = await transaction.query<EndedSource>(
    `SELECT x.enrollment_id AS "enrollmentId", x.kind, x.assignment_id AS "assignmentId", x.due_rule AS "dueRule", x.milestone_due_rules AS "milestoneDueRules",
       x.dormant, x.kept, x.suppressed_reason AS "suppressedReason", x.valid_from AS "validFrom", p.time_zone AS "timeZone"
     FROM enrollment_source x
     JOIN enrollment e ON e.organization_id = $1 AND e.id = x.enrollment_id
     JOIN person p ON p.organization_id = $1 AND p.id = e.person_id
     WHERE x.organization_id = $1 AND x.ended_in = $2 AND x.enrollment_id = ANY ($3::uuid[]) AND ($4::uuid[] IS NULL OR x.id = ANY ($4::uuid[]))`,
    [organizationId, operationId, enrollmentIds, onlySourceIds ?? null],
  );
  if (ended.length === 0) return;
  const rows = ended.map((source) => ({
    ...source,
    id: newId(),
    dueRule: source.dueRule && heldFast(source.dueRule, source),
    milestoneDueRules: source.milestoneDueRules?.map((each) => ({ ...each, dueRule: heldFast(each.dueRule, source) })) ?? null,
  }));
  await transaction.query(
    `WITH returned AS (
       SELECT r.* FROM jsonb_to_recordset($2::jsonb) AS r (id uuid, "enrollmentId" uuid, kind text, "assignmentId" uuid, "dueRule" jsonb,
         "milestoneDueRules" jsonb, dormant boolean, kept boolean, "suppressedReason" text)
     ), members AS (
       UPDATE assignment_member m SET state = CASE WHEN r.dormant THEN 'CONFLICT' ELSE 'APPLIED' END, reason = NULL FROM returned r
       WHERE m.organization_id = $1 AND m.assignment_id = r."assignmentId" AND m.enrollment_id = r."enrollmentId" AND NOT r.kept
         AND r."suppressedReason" IS NULL AND m.state IN ('DETACHED', 'REMOVED')
     )
     INSERT INTO enrollment_source (organization_id, id, enrollment_id, kind, assignment_id, due_rule, milestone_due_rules, dormant, kept, suppressed_reason,
       operation_id, valid_from, created_at, created_by)
     SELECT $1, r.id, r."enrollmentId", r.kind, r."assignmentId", nullif(r."dueRule", 'null'), nullif(r."milestoneDueRules", 'null'), r.dormant, r.kept,
       r."suppressedReason", $4, $3, $3, $5 FROM returned r`,
    [organizationId, JSON.stringify(rows), now, undoId, actor.id],
  );
}

function heldFast(rule: DueRule, { validFrom, timeZone }: EndedSource): DueRule {
  if (rule.kind !== 'RELATIVE' || rule.anchor !== 'ASSIGNED') return rule;
  const assignedOn = dateIn(validFrom.toISOString() as never, timeZone);
  const due = resolveDueRule(rule, { enrolledOn: assignedOn, assignedOn, firstSignInOn: null, hiredOn: null, previousStepOn: undefined });
  return due.kind === 'DATE' ? { kind: 'FIXED', date: due.date } : rule;
}
