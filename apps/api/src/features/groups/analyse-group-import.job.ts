import type { FileStore } from '../../platform/files/file-store.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { JobHandler } from '../../platform/jobs/job-runner.ts';
import type { Operation } from '../operations/index.ts';
import { analyseList } from '../people-import/index.ts';
import { readMembership } from './group-import.queries.ts';
import type { GroupImportInput } from './preview-group-import.ts';

/** Analyses a list of people for a group: whom each row means, and why it means nobody. Nobody joins by it. */
export function analyseGroupImport(files: FileStore): JobHandler {
  return analyseList(files, { within: async () => () => 'true', classesOf: classesInGroup });
}

/** What a list into a group comes to for some people. */
export async function classesInGroup(transaction: Transaction, operation: Operation, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { groupId } = operation.input as GroupImportInput;
  const membership = await readMembership(transaction, groupId, personIds);
  return new Map([...membership].map(([id, isIn]) => [id, isIn ? 'ALREADY_IN' : 'JOINS']));
}
