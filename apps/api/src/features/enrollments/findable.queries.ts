import type { AudienceExpression } from '@milepost/domain';
import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { audienceCondition } from '../audiences/index.ts';

/** Those of some plans that a person can find without being assigned: in use, shown, and the person is in their visible range. */
export async function readFindable(transaction: Transaction, personId: string, planIds: readonly string[]): Promise<ReadonlySet<string>> {
  const shown = await transaction.query<{ id: string; range: AudienceExpression }>(
    `SELECT id, visible_range AS range FROM learning_plan
     WHERE organization_id = $1 AND id = ANY ($2::uuid[]) AND lifecycle = 'ACTIVE' AND display_on_front_end AND visible_range IS NOT NULL`,
    [transaction.organizationId, planIds],
  );
  const found = new Set<string>();
  for (const { id, range } of shown) {
    const parameters = new SqlParameters(transaction.organizationId);
    const person = parameters.add(personId, 'uuid');
    const rows = await transaction.query(
      `SELECT FROM person p WHERE p.organization_id = $1 AND p.id = ${person} AND ${audienceCondition(range, parameters)}`,
      parameters.values,
    );
    if (rows.length > 0) found.add(id);
  }
  return found;
}
