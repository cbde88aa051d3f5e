import type { Transaction } from '../../platform/database/transaction.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import type { JobHandler } from '../../platform/jobs/job-runner.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { peopleScope } from '../access/index.ts';
import { moveOperation, registerOperationKind, type Operation } from '../operations/index.ts';
import { analyseList, hashList, listProblemsOf } from '../people-import/index.ts';
import { assigning } from './apply-assignment.ts';
import { enqueueAssignmentAnalysis, type AssignmentImportInput } from './preview-assignment-import.ts';
import { findPlan, readClasses } from './preview-assignment.ts';

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
      const { caller, planId } = inputOf(operation);
      return peopleScope(caller as Caller, 'PLAN_ASSIGN', await findPlan(transaction, planId));
    },
    classesOf,
  });
}

function inputOf(operation: Operation): AssignmentImportInput {
  return operation.input as AssignmentImportInput;
}

async function classesOf(transaction: Transaction, operation: Operation, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const classes = await readClasses(transaction, inputOf(operation), personIds);
  return new Map([...classes].map(([id, each]) => [id, each.class]));
}
