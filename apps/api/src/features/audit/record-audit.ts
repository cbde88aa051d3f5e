import { newId } from '../../platform/database/new-id.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

/** One act, as the audit keeps it. `before` and `after` hold what changed, without secrets. */
export interface AuditedAct {
  readonly act: string;
  readonly subject: { readonly kind: string; readonly id: string | null };
  readonly before?: unknown;
  readonly after?: unknown;
  readonly reason?: string;
  readonly operationId?: string;
}

/** Writes who did what to what, in the transaction that does it. */
export async function recordAudit(transaction: Transaction, audited: AuditedAct): Promise<void> {
  const { organizationId, actor, now } = transaction;
  await transaction.query(
    `INSERT INTO audit_entry (organization_id, id, at, actor_kind, actor_id, act, subject_kind, subject_id, before, after, reason, operation_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      organizationId,
      newId(),
      now,
      actor.kind,
      actor.id,
      audited.act,
      audited.subject.kind,
      audited.subject.id,
      toJson(audited.before),
      toJson(audited.after),
      audited.reason ?? null,
      audited.operationId ?? null,
    ],
  );
}

function toJson(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
