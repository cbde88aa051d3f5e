import { isUuid, succeed, type ListIdentifier } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { createOperation } from '../operations/index.ts';
import { findImportFile, type ListInput } from '../people-import/index.ts';
import { lockGroup } from './group.queries.ts';

/** What the operation keeps of a list of people for a group. */
export interface GroupImportInput extends ListInput {
  readonly groupId: string;
}

/** Which list is to come into which group. */
export interface NewGroupImport {
  readonly groupId: string;
  readonly fileId: string;
  readonly by?: ListIdentifier | null;
}

/** Begins the analysis of an uploaded list whose people are to come into a static group (D26, X5). */
export async function previewGroupImport(transaction: Transaction, input: NewGroupImport): Promise<Outcome<{ id: string }>> {
  const group = isUuid(input.groupId) ? await lockGroup(transaction, input.groupId) : undefined;
  if (!group) return refuseWith('NOT_FOUND');
  if (group.kind === 'DYNAMIC') return refuseWith('GROUP_IS_DYNAMIC');
  const file = await findImportFile(transaction, input.fileId);
  if (!file) return refuseWith('UNKNOWN_FILE', 'fileId');
  const kept: GroupImportInput = { groupId: group.id, storageKey: file.storageKey, by: input.by ?? 'EMPLOYEE_NUMBER' };
  const id = await createOperation(transaction, { kind: 'IMPORT_GROUP', title: { group: group.name, file: file.name }, input: kept });
  await enqueueGroupAnalysis(transaction, id);
  return succeed({ id });
}

/** Has the list analysed, or analysed again when what it was compared with has changed. */
export async function enqueueGroupAnalysis(transaction: Transaction, operationId: string): Promise<void> {
  await transaction.enqueue({ task: 'analyse-group-import', payload: { operationId }, key: `analyse:${operationId}` });
}
