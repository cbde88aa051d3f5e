import type { Language } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';

/** What an organization calls a learning plan, by language; a language that is absent says it as the product does. */
export type PlanTerms = Readonly<Partial<Record<Language, string>>>;

export interface StoredPlanTerms {
  readonly terms: PlanTerms;
  readonly rowVersion: number;
}

export async function readPlanTerms(transaction: Transaction, lock: '' | 'FOR UPDATE' = ''): Promise<StoredPlanTerms> {
  const [row] = await transaction.query<StoredPlanTerms>(`SELECT plan_term AS terms, row_version AS "rowVersion" FROM organization WHERE organization_id = $1 ${lock}`, [
    transaction.organizationId,
  ]);
  return row!;
}

export async function writePlanTerms(transaction: Transaction, terms: PlanTerms): Promise<void> {
  await transaction.query('UPDATE organization SET plan_term = $2, row_version = row_version + 1, updated_at = $3, updated_by = $4 WHERE organization_id = $1', [
    transaction.organizationId,
    JSON.stringify(terms),
    transaction.now,
    transaction.actor.id,
  ]);
}
