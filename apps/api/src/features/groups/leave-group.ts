import { isUuid, succeed } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { peopleScope } from '../access/index.ts';
import { changedSincePreview, createOperation, leftChangedSince, registerOperationKind, storePreview, writeRowsOfTargets, type Operation, type OperationChunk, type Preview } from '../operations/index.ts';
import { announceMembers } from './announce-members.ts';
import { lockGroup } from './group.queries.ts';
import { endMemberships, leavingRows, returnMembers, tookOut } from './leave-group.queries.ts';

/** What the operation keeps of taking people out of a static group. */
interface LeaveInput {
  readonly groupId: string;
  /** Null: everybody whom its maker may see. */
  readonly personIds: readonly string[] | null;
  readonly caller: Pick<Caller, 'organizationId' | 'viewer' | 'actor'>;
}

const takenBack = 'TAKEN_BACK';

/** People per chunk, and as many as can be named. */
const chunkSize = 500;
const mostNamed = 1000;

/** Taking people out of a static group, as a kind of operation; what they have by running assignments of the group ends as those say. */
registerOperationKind({
  kind: 'LEAVE_GROUP',
  act: 'DIRECTORY_EDIT',
  ofOthers: ({ acts }, intent) => () => String(acts.has('DIRECTORY_EDIT') || (intent === 'SEE' && acts.has('AUDIT_READ'))),
  check: async (transaction, operation) => ((await lockGroup(transaction, inputOf(operation).groupId)) ? succeed(null) : refuseWith('UNKNOWN_GROUP')),
  classify: (transaction, operation) => classify(transaction, operation.id, inputOf(operation)),
  fills: ['group_membership'],
  applyChunk,
  undo: { classify: (transaction, undo) => writeRowsOfTargets(transaction, undo.id, [{ targetId: null, rows: tookOut(inputOf(undo).groupId, undo.undoOf!) }], chunkSize), applyChunk: takeBack },
});

function inputOf(operation: Operation): LeaveInput {
  return operation.input as LeaveInput;
}

/** Previews taking people, or everybody, out of a static group; who leaves a dynamic one is decided by its rule. */
export async function previewLeaveGroup(transaction: Transaction, caller: Caller, given: { readonly groupId: string; readonly personIds?: readonly string[] | null }): Promise<Outcome<{ id: string }>> {
  const group = await lockGroup(transaction, given.groupId);
  if (!group) return refuseWith('NOT_FOUND');
  if (group.kind === 'DYNAMIC') return refuseWith('GROUP_IS_DYNAMIC');
  const personIds = given.personIds ? [...new Set(given.personIds.filter(isUuid))] : null;
  if (personIds?.length === 0) return refuseWith('NOTHING_SELECTED', 'personIds');
  if (personIds && personIds.length > mostNamed) return refuseWith('TOO_MANY', { limit: mostNamed }, 'personIds');
  const { organizationId, viewer, actor } = caller;
  const input: LeaveInput = { groupId: group.id, personIds, caller: { organizationId, viewer, actor } };
  const id = await createOperation(transaction, { kind: 'LEAVE_GROUP', title: { group: group.name }, input });
  await storePreview(transaction, id, await classify(transaction, id, input));
  return succeed({ id });
}

function classify(transaction: Transaction, operationId: string, { groupId, personIds, caller }: LeaveInput): Promise<Preview> {
  const rows = leavingRows(groupId, personIds, peopleScope(caller as Caller, 'PEOPLE_READ'));
  return writeRowsOfTargets(transaction, operationId, [{ targetId: null, rows }], chunkSize);
}

async function applyChunk(transaction: Transaction, operation: Operation, chunk: OperationChunk): Promise<readonly string[]> {
  const { groupId } = inputOf(operation);
  await lockGroup(transaction, groupId);
  const gone = await endMemberships(transaction, groupId, chunk.subjectIds.filter((_, index) => chunk.classes[index] === 'LEAVES'));
  await announceMembers(transaction, groupId, gone, { operationId: operation.id, chunk: chunk.number });
  const left = new Set(gone);
  return chunk.classes.map((each, index) => (each !== 'LEAVES' || left.has(chunk.subjectIds[index]!) ? each : changedSincePreview));
}

async function takeBack(transaction: Transaction, undo: Operation, chunk: OperationChunk): Promise<readonly string[]> {
  const { groupId } = inputOf(undo);
  const group = await lockGroup(transaction, groupId);
  const wanted = group ? chunk.subjectIds.filter((_, index) => chunk.classes[index] === takenBack) : [];
  const back = await returnMembers(transaction, groupId, wanted, undo.id);
  await announceMembers(transaction, groupId, back, { operationId: undo.id, chunk: chunk.number });
  const returned = new Set(back);
  return chunk.subjectIds.map((id) => (returned.has(id) ? takenBack : leftChangedSince));
}
