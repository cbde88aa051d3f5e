import { succeed } from '@milepost/domain';
import { newId } from '../../platform/database/new-id.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { refuseWith } from '../../platform/request/user-problem.ts';
import { changedSincePreview, leftChangedSince, moveOperation, registerOperationKind, writeRowsOfTargets, type Operation, type OperationChunk } from '../operations/index.ts';
import { hashList, listProblemsOf } from '../people-import/index.ts';
import { classesInGroup } from './analyse-group-import.job.ts';
import { announceMembers } from './announce-members.ts';
import { broughtIn, joinMembers } from './group-import.queries.ts';
import { lockGroup } from './group.queries.ts';
import { enqueueGroupAnalysis, type GroupImportInput } from './preview-group-import.ts';
import { endMembersOf } from './undo-members.queries.ts';

const chunkSize = 250;

/** Bringing a list of people into a static group, as a kind of operation. */
registerOperationKind({
  kind: 'IMPORT_GROUP',
  act: 'DIRECTORY_EDIT',
  ofOthers: ({ acts }, intent) => () => String(acts.has('DIRECTORY_EDIT') || (intent === 'SEE' && acts.has('AUDIT_READ'))),
  check: async (transaction, operation) => ((await lockGroup(transaction, inputOf(operation).groupId)) ? succeed(null) : refuseWith('UNKNOWN_GROUP')),
  classify: async (transaction, operation) => ({
    hash: await hashList(transaction, operation, classesInGroup),
    counts: operation.counts,
    rowsTotal: operation.rowsTotal,
  }),
  renew: async (transaction, operation) => {
    if (await moveOperation(transaction, operation.id, 'PREVIEWED', 'ANALYSING')) await enqueueGroupAnalysis(transaction, operation.id);
  },
  fills: ['group_membership'],
  applyChunk,
  problemsOf: listProblemsOf,
  undo: {
    classify: (transaction, undo) => writeRowsOfTargets(transaction, undo.id, [{ targetId: null, rows: broughtIn(inputOf(undo).groupId, undo.undoOf!) }], chunkSize),
    applyChunk: takeBack,
  },
});

function inputOf(operation: Operation): GroupImportInput {
  return operation.input as GroupImportInput;
}

async function applyChunk(transaction: Transaction, operation: Operation, chunk: OperationChunk): Promise<readonly string[]> {
  const { groupId } = inputOf(operation);
  const wanted = chunk.subjectIds.filter((_, index) => chunk.classes[index] === 'JOINS');
  const group = await lockGroup(transaction, groupId);
  const joined = group ? await joinMembers(transaction, groupId, wanted.map((personId) => ({ membershipId: newId(), personId })), operation.id) : [];
  await announceMembers(transaction, groupId, joined, { operationId: operation.id, chunk: chunk.number });
  const came = new Set(joined);
  return chunk.classes.map((each, index) => (each !== 'JOINS' || came.has(chunk.subjectIds[index]!) ? each : changedSincePreview));
}

async function takeBack(transaction: Transaction, undo: Operation, chunk: OperationChunk): Promise<readonly string[]> {
  const { groupId } = inputOf(undo);
  const ended = await endMembersOf(transaction, groupId, chunk.subjectIds, undo.undoOf!);
  await announceMembers(transaction, groupId, ended, { operationId: undo.id, chunk: chunk.number });
  const gone = new Set(ended);
  return chunk.subjectIds.map((id) => (gone.has(id) ? 'TAKEN_BACK' : leftChangedSince));
}
