import { subjectOf } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import type { JobHandler } from '../../platform/jobs/job-runner.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { moveOperation, registerOperationKind, type Operation } from '../operations/index.ts';
import { analyseList, hashList, listProblemsOf } from '../people-import/index.ts';
import { assigning } from './apply-assignment.ts';
import { enqueueAssignmentAnalysis, type AssignmentImportInput } from './preview-assignment-import.ts';
import { receiversOf, type Target } from './assignment-target.ts';
import { readClasses, readTarget } from './classify-assignment.ts';

/** Assigning a plan to the people of a list, as a kind of operation: another way to choose people, the same way to give. */
registerOperationKind({
  ...assigning,
  kind: 'IMPORT_ASSIGNMENT',
  classify: async (transaction, operation) => ({
    hash: await hashList(transaction, operation, classesOf),
    counts: operation.counts,
    rowsTotal: operation.rowsTotal,
  }),
  renew: async (transaction, operation) => {
    if (await moveOperation(transaction, operation.id, 'PREVIEWED', 'ANALYSING')) await enqueueAssignmentAnalysis(transaction, operation.id);
  },
  problemsOf: listProblemsOf,
});

/** Analyses a list of people for an assignment, those whom its maker may assign: everybody else is as unknown to it as somebody elsewhere. */
export function analyseAssignmentImport(files: FileStore): JobHandler {
  return analyseList(files, {
    within: async (transaction, operation) => {
      return receiversOf(inputOf(operation).caller as Caller, await targetOf(transaction, operation));
    },
    classesOf,
    targetId: (operation) => subjectOf(inputOf(operation).targets[0]!),
  });
}

function inputOf(operation: Operation): AssignmentImportInput {
  return operation.input as AssignmentImportInput;
}

async function classesOf(transaction: Transaction, operation: Operation, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const classes = await readClasses(transaction, inputOf(operation), await targetOf(transaction, operation), personIds);
  return new Map([...classes].map(([id, each]) => [id, each.class]));
}

/** The one thing that is given to the people of a list. */
function targetOf(transaction: Transaction, operation: Operation): Promise<Target> {
  const input = inputOf(operation);
  return readTarget(transaction, input, subjectOf(input.targets[0]!));
}
