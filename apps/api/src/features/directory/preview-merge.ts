import { checkDepartmentMerge, partsOf, succeed, type DepartmentId, type DepartmentTree } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { createOperation, storePreview, type Preview } from '../operations/index.ts';
import { lockTree } from './department.queries.ts';
import { refuseDepartment } from './edit-department.ts';
import { readUses, type Place, type Uses } from './in-use.queries.ts';
import { lockMerged, writeMergeRows, type MergedRow, type StructureRow } from './merge.queries.ts';

/** What the operation keeps of a merge. */
export interface MergeInput {
  readonly place: Place;
  readonly fromId: string;
  readonly intoId: string;
}

/** People per chunk: a transaction of a bulk act stays short. */
export const chunkSize = 250;

/**
 * Previews merging a department, position, job role or partner account into another: who moves, what comes below the other, and which
 * audiences and scopes will mean the other, because they name what is merged away. Nothing changes before the operation is committed.
 */
export async function previewMerge(transaction: Transaction, caller: Caller, input: MergeInput): Promise<Outcome<{ id: string }>> {
  if (!caller.acts.has('DIRECTORY_EDIT')) return refuseWith('NOT_ALLOWED');
  const checked = await checkMerge(transaction, input);
  if (!checked.ok) return checked;
  const { from, into } = checked.value;
  const id = await createOperation(transaction, { kind: 'MERGE', title: { from: from.name, into: into.name, place: input.place }, input });
  await storePreview(transaction, id, await classifyMerge(transaction, id, input));
  return succeed({ id });
}

/** Both ends of a merge, locked; refuses what cannot be merged, and says why. */
export async function checkMerge(transaction: Transaction, { place, fromId, intoId }: MergeInput): Promise<Outcome<{ from: MergedRow; into: MergedRow }>> {
  const tree = place === 'department' ? await lockTree(transaction) : undefined;
  const rows = await lockMerged(transaction, place, [fromId, intoId]);
  const [from, into] = [rows.get(fromId), rows.get(intoId)];
  if (!from || from.removed) return refuseWith('NOT_FOUND', 'fromId');
  if (!into || into.removed) return refuseWith('NOT_FOUND', 'intoId');
  if (from.id === into.id) return refuseWith('MERGED_WITH_ITSELF', { name: from.name }, 'intoId');
  if (!tree) return succeed({ from, into });
  const checked = checkDepartmentMerge(tree, tree.get(fromId as DepartmentId)!, tree.get(intoId as DepartmentId)!);
  return checked.ok ? succeed({ from, into }) : refuseDepartment(checked.problem, 'intoId');
}

/** Stores the rows of a merge as of now. */
export async function classifyMerge(transaction: Transaction, operationId: string, input: MergeInput): Promise<Preview> {
  const { place, fromId } = input;
  const tree = place === 'department' ? await lockTree(transaction) : undefined;
  const [from] = (await lockMerged(transaction, place, [fromId])).values();
  const uses = await readUses(transaction, place, fromId);
  const rows: StructureRow[] = [{ id: fromId, class: 'MERGED', details: { name: from!.name } }, ...partRows(tree, fromId), ...namedBy(fromId, uses)];
  return writeMergeRows(transaction, operationId, input, rows, chunkSize);
}

function partRows(tree: DepartmentTree | undefined, fromId: string): StructureRow[] {
  return tree ? partsOf(tree, fromId as DepartmentId).map(({ id, name }) => ({ id, class: 'PART', details: { name } })) : [];
}

/** Whatever names what is merged away: it will mean the other. */
function namedBy(fromId: string, uses: Uses): StructureRow[] {
  const kinds = ['assignments', 'plans', 'groups', 'admins', 'keys'] as const;
  return kinds.flatMap((use) => uses[use].map((name) => ({ id: fromId, class: 'MEANS_OTHER', details: { name, use } })));
}
