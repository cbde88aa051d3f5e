import type { Transaction } from '../../platform/database/transaction.ts';
import { defineLoader } from '../../platform/request/loader.ts';

/** A version as the list of a plan's versions shows it. */
export interface VersionOfPlan {
  readonly id: string;
  readonly planId: string;
  readonly number: number;
  readonly state: 'DRAFT' | 'PUBLISHED' | 'SUPERSEDED' | 'RETIRED';
  readonly name: string;
  readonly publishedAt: Date | null;
  readonly publishedBy: string | null;
  readonly changeNote: string | null;
}

/** The versions of each of some plans, the newest first. What a version asks beyond another one is part of it, and not listed. */
export const versionsOfPlanLoader = defineLoader<string, readonly VersionOfPlan[]>(async (transaction, planIds) => {
  const rows = await transaction.query<VersionOfPlan>(
    `SELECT v.plan_id AS "planId", v.id, v.number, v.state, v.name, v.published_at AS "publishedAt", v.published_by AS "publishedBy", v.change_note AS "changeNote"
     FROM plan_version v WHERE v.organization_id = $1 AND v.plan_id = ANY ($2::uuid[]) AND v.delta_from IS NULL ORDER BY v.number DESC`,
    [transaction.organizationId, planIds],
  );
  return Map.groupBy(rows, ({ planId }) => planId);
});

/** What a version asks beyond one that people have completed, and of which version both are. */
export interface VersionLineage {
  readonly id: string;
  readonly number: number;
  /** The version that was completed; null: a whole version. */
  readonly deltaFrom: string | null;
}

/** All versions of a plan that were published, with what they are derived from. */
export function readLineage(transaction: Transaction, planId: string): Promise<VersionLineage[]> {
  return transaction.query<VersionLineage>(
    `SELECT id, number, delta_from AS "deltaFrom" FROM plan_version WHERE organization_id = $1 AND plan_id = $2 AND state <> 'DRAFT' ORDER BY number, id`,
    [transaction.organizationId, planId],
  );
}
