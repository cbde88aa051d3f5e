import { GROUP_SOURCE_KINDS, type IndividualSource } from '@milepost/domain';
import { newId } from '../../platform/database/new-id.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

/** An enrollment that leaves the assignments of groups, and what it keeps of them. */
export interface Detachment {
  readonly enrollmentId: string;
  readonly keeps: IndividualSource;
}

/**
 * Takes people out of the group assignments that gave them a plan (L44): the sources of groups end, their memberships become DETACHED, so
 * that no later change of the group reaches them, and an individual source with the dates of this moment begins.
 */
export async function detachEnrollments(transaction: Transaction, detachments: readonly Detachment[], operationId?: string): Promise<void> {
  if (detachments.length === 0) return;
  const { organizationId, now, actor } = transaction;
  const rows = detachments.map(({ enrollmentId, keeps }) => ({
    id: newId(),
    enrollmentId,
    dueRule: keeps.dueRule,
    milestoneDueRules: keeps.milestoneDueRules.length > 0 ? keeps.milestoneDueRules : null,
  }));
  await transaction.query(
    `WITH kept AS (
       SELECT r.* FROM jsonb_to_recordset($2::jsonb) AS r (id uuid, "enrollmentId" uuid, "dueRule" jsonb, "milestoneDueRules" jsonb)
     ), ended AS (
       UPDATE enrollment_source s SET valid_to = $3, ended_because = 'DETACHED', ended_by = $4, ended_in = $5 FROM kept k
       WHERE s.organization_id = $1 AND s.enrollment_id = k."enrollmentId" AND s.kind = ANY ($6::text[]) AND s.valid_to IS NULL AND s.suppressed_reason IS NULL
       RETURNING s.enrollment_id, s.assignment_id
     ), left_groups AS (
       UPDATE assignment_member m SET state = 'DETACHED', reason = 'OVERRIDE' FROM ended x
       WHERE m.organization_id = $1 AND m.assignment_id = x.assignment_id AND m.enrollment_id = x.enrollment_id
         AND m.state IN ('APPLIED', 'MERGED', 'CONFLICT', 'EXCEPTION', 'SKIPPED_ALREADY_COMPLETED')
     )
     INSERT INTO enrollment_source (organization_id, id, enrollment_id, kind, due_rule, milestone_due_rules, operation_id, valid_from, created_at, created_by)
     SELECT $1, k.id, k."enrollmentId", 'INDIVIDUAL', nullif(k."dueRule", 'null'), nullif(k."milestoneDueRules", 'null'), $5, $3, $3, $4 FROM kept k`,
    [organizationId, JSON.stringify(rows), now, actor.id, operationId ?? null, GROUP_SOURCE_KINDS],
  );
}
