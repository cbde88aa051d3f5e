import type { Transaction } from '../../platform/database/transaction.ts';
import { queueOf, type OperationKind } from './operation.ts';

/** Has an operation carried out by whichever worker is free. */
export async function enqueueApplication(transaction: Transaction, kind: OperationKind, operationId: string): Promise<void> {
  const queue = kind.oneByOne ? queueOf(kind.kind, transaction.organizationId) : undefined;
  await transaction.enqueue({ task: 'apply-operation', payload: { operationId }, key: `operation:${operationId}`, queue });
}
