import { refuse, succeed, type DueRule, type ListIdentifier } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { createOperation } from '../operations/index.ts';
import { findImportFile, type ListInput } from '../people-import/index.ts';
import { checkGift, findAssignmentProblems, type AssignedList, type AssignmentInput } from './preview-assignment.ts';

/** What an admin decides when assigning by a list. */
export interface NewAssignmentImport {
  readonly fileId: string;
  readonly by?: ListIdentifier | null;
  readonly planId: string;
  readonly name?: string | null;
  readonly dueRule?: DueRule | null;
  readonly notify?: boolean | null;
}

/** What the operation keeps of it. */
export interface AssignmentImportInput extends AssignmentInput, ListInput {
  readonly list: AssignedList;
}

/** Begins the analysis of an uploaded list of people to whom a plan is to be given (D25, D26, X5). Nothing is given by it. */
export async function previewAssignmentImport(transaction: Transaction, caller: Caller, input: NewAssignmentImport): Promise<Outcome<{ id: string }>> {
  const checked = await checkGift(transaction, caller, input);
  if (!checked.ok) return checked;
  const file = await findImportFile(transaction, input.fileId, caller.actor.id);
  if (!file) return refuseWith('UNKNOWN_FILE', 'fileId');
  const by = input.by ?? 'EMPLOYEE_NUMBER';
  const { gift, title } = checked.value;
  const imported: AssignmentImportInput = {
    ...gift,
    // Who is on a list is in no audience: the members say who they are.
    audience: { kind: 'PEOPLE', personIds: [] },
    mode: 'ONE_TIME',
    onLeave: 'KEEP_IF_STARTED',
    list: { name: file.name, by },
    storageKey: file.storageKey,
    by,
  };
  const problems = findAssignmentProblems(transaction, caller, { ...imported, audience: { kind: 'EVERYONE' } });
  if (problems.length > 0) return refuse(problems);
  const id = await createOperation(transaction, { kind: 'IMPORT_ASSIGNMENT', title: { ...title, file: file.name }, input: imported });
  await enqueueAssignmentAnalysis(transaction, id);
  return succeed({ id });
}

/** Has the list analysed, or analysed again when what its people come to has changed. */
export async function enqueueAssignmentAnalysis(transaction: Transaction, operationId: string): Promise<void> {
  await transaction.enqueue({ task: 'analyse-assignment-import', payload: { operationId }, key: `analyse:${operationId}` });
}
