import { foldForSearch, type PlanFileCandidate, type PlanFileItem } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';

/** The content that items of a plan file could mean: of their ids, and of their kinds and names, accents written either way. */
export function readPlanFileCandidates(transaction: Transaction, items: readonly PlanFileItem[]): Promise<PlanFileCandidate[]> {
  return transaction.query<PlanFileCandidate>(
    `SELECT o.id, o.kind, o.name, o.status FROM learning_object o WHERE o.organization_id = $1 AND o.id = ANY ($2::uuid[])
     UNION
     SELECT o.id, o.kind, o.name, o.status FROM unnest($3::text[], $4::text[]) AS wanted (kind, name_key)
     JOIN learning_object o ON o.organization_id = $1 AND o.kind = wanted.kind AND o.name_key = wanted.name_key`,
    [transaction.organizationId, items.map(({ id }) => id), items.map(({ kind }) => kind), items.map(({ name }) => foldForSearch(name))],
  );
}
