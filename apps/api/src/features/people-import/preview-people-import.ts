import { succeed } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { createOperation, queueOf } from '../operations/index.ts';
import { findImportFile } from './find-import-file.ts';

/** What the operation keeps of a people import. */
export interface PeopleImportInput {
  readonly storageKey: string;
  /** Whoever is not in the file is marked as having left. */
  readonly complete?: boolean;
}

/** Begins the analysis of an uploaded file of people; nothing is written before the operation is committed. */
export async function previewPeopleImport(transaction: Transaction, caller: Caller, input: { readonly fileId: string; readonly complete?: boolean | null }): Promise<Outcome<{ id: string }>> {
  if (!caller.acts.has('DIRECTORY_EDIT')) return refuseWith('NOT_ALLOWED');
  const file = await findImportFile(transaction, input.fileId);
  if (!file) return refuseWith('UNKNOWN_FILE', 'fileId');
  const kept: PeopleImportInput = { storageKey: file.storageKey, complete: input.complete ?? false };
  const id = await createOperation(transaction, { kind: 'IMPORT_PEOPLE', title: { file: file.name }, input: kept });
  await enqueueAnalysis(transaction, id);
  return succeed({ id });
}

/** Has the file analysed, or analysed again, once no other import is under way: what it is compared with would change meanwhile. */
export async function enqueueAnalysis(transaction: Transaction, operationId: string): Promise<void> {
  await transaction.enqueue({ task: 'analyse-people-import', payload: { operationId }, key: `analyse:${operationId}`, queue: queueOf('IMPORT_PEOPLE', transaction.organizationId) });
}
