import { isUuid, succeed } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { createOperation } from '../operations/index.ts';
import { lockGroup } from './group.queries.ts';

/** What the operation keeps of a list of people for a group. */
export interface GroupImportInput {
  readonly groupId: string;
  readonly storageKey: string;
}

/** Begins the analysis of an uploaded list of job numbers whose people are to come into a static group (D26). */
export async function previewGroupImport(transaction: Transaction, input: { readonly groupId: string; readonly fileId: string }): Promise<Outcome<{ id: string }>> {
  const group = isUuid(input.groupId) ? await lockGroup(transaction, input.groupId) : undefined;
  if (!group) return refuseWith('NOT_FOUND');
  if (group.kind === 'DYNAMIC') return refuseWith('GROUP_IS_DYNAMIC');
  const [file] = isUuid(input.fileId)
    ? await transaction.query<{ name: string; storageKey: string }>(
        `SELECT name, storage_key AS "storageKey" FROM stored_file WHERE organization_id = $1 AND id = $2 AND purpose = 'IMPORT'`,
        [transaction.organizationId, input.fileId],
      )
    : [];
  if (!file) return refuseWith('UNKNOWN_FILE', 'fileId');
  const kept: GroupImportInput = { groupId: group.id, storageKey: file.storageKey };
  const id = await createOperation(transaction, { kind: 'IMPORT_GROUP', title: { group: group.name, file: file.name }, input: kept });
  await enqueueGroupAnalysis(transaction, id);
  return succeed({ id });
}

/** Has the list analysed, or analysed again when what it was compared with has changed. */
export async function enqueueGroupAnalysis(transaction: Transaction, operationId: string): Promise<void> {
  await transaction.enqueue({ task: 'analyse-group-import', payload: { operationId }, key: `analyse:${operationId}` });
}
