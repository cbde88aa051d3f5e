import { succeed } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { changedSincePreview, registerOperationKind, type Operation, type OperationChunk } from '../operations/index.ts';
import { lockPeople } from '../people/index.ts';
import { recordRevisions } from './department.queries.ts';
import { meetsRunningMerge, movePeople, readMergedParts, setMergedInto, setParent } from './merge.queries.ts';
import { checkMerge, classifyMerge, type MergeInput } from './preview-merge.ts';
import { undoMerge } from './undo-merge.ts';

/** Merging departments, positions, job roles or partner accounts, as a kind of operation. */
registerOperationKind({
  kind: 'MERGE',
  act: 'DIRECTORY_EDIT',
  ofOthers: ({ acts }, intent) => () => String(acts.has('DIRECTORY_EDIT') || (intent === 'SEE' && acts.has('AUDIT_READ'))),
  oneByOne: true,
  check: async (transaction, operation) => {
    const checked = await checkMerge(transaction, inputOf(operation));
    return checked.ok ? succeed(null) : checked;
  },
  isOvertaken: (transaction, operation) => {
    const { fromId, intoId } = inputOf(operation);
    return meetsRunningMerge(transaction, [operation.id, ...(operation.undoOf ? [operation.undoOf] : [])], [fromId, intoId]);
  },
  classify: (transaction, operation) => classifyMerge(transaction, operation.id, inputOf(operation)),
  fills: ['affiliation', 'person_revision'],
  begin,
  applyChunk,
  undo: undoMerge,
});

function inputOf(operation: Operation): MergeInput {
  return operation.input as MergeInput;
}

/** With the commit what is merged away is gone, so that nobody can be put there any more; its people follow chunk by chunk. */
async function begin(transaction: Transaction, operation: Operation): Promise<void> {
  const { place, fromId, intoId } = inputOf(operation);
  // What is merged away frees its name before its parts come to where it may have stood.
  await setMergedInto(transaction, place, fromId, intoId);
  if (place !== 'department') return;
  const parts = (await readMergedParts(transaction, operation.id)).map((part) => part.id);
  await setParent(transaction, parts, intoId);
  await recordRevisions(transaction, [fromId, ...parts]);
  await transaction.emit({ type: 'departments.changed', ids: { departmentId: fromId } }, { type: 'departments.changed', ids: { departmentId: intoId } });
}

async function applyChunk(transaction: Transaction, operation: Operation, chunk: OperationChunk): Promise<readonly string[]> {
  if (chunk.number === 0) return chunk.classes;
  const { place, fromId, intoId } = inputOf(operation);
  await lockPeople(transaction, chunk.subjectIds, 'TO_CHANGE');
  const moved = await movePeople(transaction, { place, fromId, toId: intoId, operationId: operation.id }, chunk.subjectIds);
  if (moved.size > 0) await transaction.emit({ type: 'people.changed', ids: { operationId: operation.id, chunk: chunk.number } });
  return chunk.subjectIds.map((id) => (moved.has(id) ? 'MOVED' : changedSincePreview));
}
