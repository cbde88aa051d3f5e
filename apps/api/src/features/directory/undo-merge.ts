import { checkDepartmentPlace, foldForSearch, type DepartmentId, type DepartmentNode } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { leftChangedSince, type Operation, type OperationChunk, type OperationUndo, type Preview } from '../operations/index.ts';
import { lockPeople } from '../people/index.ts';
import { lockTree, recordRevisions } from './department.queries.ts';
import { lockMerged, movePeople, readMergedParts, setMergedInto, setParent, writeUndoMergeRows, type StructureRow } from './merge.queries.ts';
import { chunkSize, type MergeInput } from './preview-merge.ts';

const takenBack = 'TAKEN_BACK';

/**
 * Takes a merge back: what was merged away is there again, with the parts that are still where the merge put them, and with the people who
 * belong to the other for no other reason. Where its place or name has been taken since, all is left as it is.
 */
export const undoMerge: OperationUndo = { classify, applyChunk };

function inputOf(operation: Operation): MergeInput {
  return operation.input as MergeInput;
}

async function classify(transaction: Transaction, undo: Operation): Promise<Preview> {
  const { place, intoId } = inputOf(undo);
  const { possible, rows } = await readStructure(transaction, undo);
  return writeUndoMergeRows(transaction, undo.id, { place, operationId: undo.undoOf!, intoId, possible }, rows, chunkSize);
}

/** What there is to restore, as of now. */
async function readStructure(transaction: Transaction, undo: Operation): Promise<{ possible: boolean; rows: StructureRow[] }> {
  const { place, fromId, intoId } = inputOf(undo);
  const tree = place === 'department' ? await lockTree(transaction) : undefined;
  const [from] = (await lockMerged(transaction, place, [fromId])).values();
  const details = { name: from!.name };
  const isAway = from!.removed && from!.mergedIntoId === intoId;
  if (!tree) {
    const possible = isAway && (await isNameFree(transaction, place as 'job_position', from!.name));
    return { possible, rows: [{ id: fromId, class: possible ? takenBack : leftChangedSince, details }] };
  }
  const parts = (await readMergedParts(transaction, undo.undoOf!)).map((part) => ({ ...part, there: tree.get(part.id as DepartmentId)?.parentId === intoId }));
  const parentId = await readParent(transaction, fromId);
  const restored = new Map<DepartmentId, DepartmentNode>(tree);
  restored.set(fromId as DepartmentId, { id: fromId as DepartmentId, parentId, name: from!.name });
  for (const { id, there } of parts) if (there) restored.set(id as DepartmentId, { ...tree.get(id as DepartmentId)!, parentId: fromId as DepartmentId });
  const possible = isAway && (parentId === null || tree.has(parentId)) && checkDepartmentPlace(restored, restored.get(fromId as DepartmentId)!).ok;
  const rows = [
    { id: fromId, class: possible ? takenBack : leftChangedSince, details },
    ...parts.map(({ id, name, there }) => ({ id, class: possible && there ? takenBack : leftChangedSince, details: { name } })),
  ];
  return { possible, rows };
}

async function applyChunk(transaction: Transaction, undo: Operation, chunk: OperationChunk): Promise<readonly string[]> {
  return chunk.number === 0 ? restoreStructure(transaction, undo, chunk) : takePeopleBack(transaction, undo, chunk);
}

async function restoreStructure(transaction: Transaction, undo: Operation, chunk: OperationChunk): Promise<readonly string[]> {
  const { place, fromId, intoId } = inputOf(undo);
  const now = await readStructure(transaction, undo);
  const classNow = new Map(now.rows.map((row) => [row.id, row.class]));
  const outcomes = chunk.subjectIds.map((id, index) => (chunk.classes[index] === takenBack ? (classNow.get(id) ?? leftChangedSince) : leftChangedSince));
  if (outcomes[0] !== takenBack) return outcomes.map(() => leftChangedSince);
  const parts = chunk.subjectIds.filter((id, index) => id !== fromId && outcomes[index] === takenBack);
  if (place === 'department') await setParent(transaction, parts, fromId);
  await setMergedInto(transaction, place, fromId, null);
  if (place === 'department') {
    await recordRevisions(transaction, [fromId, ...parts]);
    await transaction.emit({ type: 'departments.changed', ids: { departmentId: fromId } }, { type: 'departments.changed', ids: { departmentId: intoId } });
  }
  return outcomes;
}

async function takePeopleBack(transaction: Transaction, undo: Operation, chunk: OperationChunk): Promise<readonly string[]> {
  const { place, fromId, intoId } = inputOf(undo);
  const [from] = (await lockMerged(transaction, place, [fromId])).values();
  const wanted = from!.removed ? [] : chunk.subjectIds.filter((_, index) => chunk.classes[index] === takenBack);
  await lockPeople(transaction, wanted, 'TO_CHANGE');
  const because = place === 'partner_account' ? undefined : undo.undoOf!;
  const moved = await movePeople(transaction, { place, fromId: intoId, toId: fromId, operationId: undo.id, because }, wanted);
  if (moved.size > 0) await transaction.emit({ type: 'people.changed', ids: { operationId: undo.id, chunk: chunk.number } });
  return chunk.subjectIds.map((id) => (moved.has(id) ? takenBack : leftChangedSince));
}

async function isNameFree(transaction: Transaction, place: 'job_position' | 'job_role' | 'partner_account', name: string): Promise<boolean> {
  const rows = await transaction.query(`SELECT id FROM ${place} WHERE organization_id = $1 AND name_key = $2 AND removed_at IS NULL`, [transaction.organizationId, foldForSearch(name)]);
  return rows.length === 0;
}

async function readParent(transaction: Transaction, departmentId: string): Promise<DepartmentId | null> {
  const [row] = await transaction.query<{ parentId: DepartmentId | null }>('SELECT parent_id AS "parentId" FROM department WHERE organization_id = $1 AND id = $2', [
    transaction.organizationId,
    departmentId,
  ]);
  return row!.parentId;
}
