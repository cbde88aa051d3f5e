import { succeed, type ListIdentifier } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { createOperation } from '../operations/index.ts';
import { findImportFile } from '../people-import/index.ts';
import { columnCount, importCompletions, type CompletionsImportInput } from './completions-import.ts';
import { findEarlierImport } from './import-rows.queries.ts';

/** Which file is to be imported, and how it names people. */
export interface NewCompletionsImport {
  readonly fileId: string;
  readonly by?: ListIdentifier | null;
  readonly again: boolean;
}

/** Begins the analysis of an uploaded file of completions (U14–U22). Nothing is recorded by it; when the same file was imported before, its title says so. */
export async function previewCompletionsImport(transaction: Transaction, caller: Caller, input: NewCompletionsImport): Promise<Outcome<{ id: string }>> {
  const file = await findImportFile(transaction, input.fileId, caller.actor.id ?? undefined);
  if (!file) return refuseWith('UNKNOWN_FILE', 'fileId');
  const { organizationId, viewer, actor } = caller;
  const by = input.by ?? 'EMAIL';
  const kept: CompletionsImportInput = { storageKey: file.storageKey, sha256: file.sha256, by, again: input.again, columns: columnCount, caller: { organizationId, viewer, actor } };
  const importedAt = await findEarlierImport(transaction, file.sha256);
  const id = await createOperation(transaction, { kind: importCompletions, title: { file: file.name, by, ...(importedAt && { importedAt: importedAt.toISOString() }) }, input: kept });
  await enqueueCompletionsAnalysis(transaction, id);
  return succeed({ id });
}

/** Has the file analysed, or analysed again. */
export async function enqueueCompletionsAnalysis(transaction: Transaction, operationId: string): Promise<void> {
  await transaction.enqueue({ task: 'analyse-completions-import', payload: { operationId }, key: `analyse:${operationId}` });
}
