import type { Transaction } from '../../platform/database/transaction.ts';
import type { Operation } from '../operations/index.ts';
import type { MigrationInput } from './preview-publish-version.ts';

/** After the last chunk: whoever looks at the plan sees that nobody is on the way any more, and who is on which version. */
export async function tellPlanChanged(transaction: Transaction, operation: Operation): Promise<void> {
  await transaction.emit({ type: 'plan.changed', ids: { planId: (operation.input as MigrationInput).planId } });
}
