import { classifyRevokedCompletion, isUuid, lengthBeyond, succeed, tidy, WRITTEN_COMPLETION_CLASSES } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { peopleScope } from '../access/index.ts';
import { changedSincePreview, classesOf, classifyRowsOfTargets, createOperation, registerOperationKind, storePreview, type Operation, type OperationChunk, type Preview } from '../operations/index.ts';
import { lockPeople, named, type PersonCondition } from '../people/index.ts';
import { findItemsOfRecords, isPlanType, peopleOfRecords, type MatchingRecords, type TrainingType } from '../training-progress/index.ts';
import { changingCompletions, chunkSize, NAMED_LIMIT, REASON_LIMIT, type CompletionActInput } from './completion-act.ts';
import { revokingSituations } from './completion-situations.queries.ts';
import { revokeWork } from './revoke-work.ts';
import { findTrainedItem } from './trained-item.queries.ts';
import { undoRevoking } from './undo-completions.ts';

/** A record of training progress: a person, and what they take. */
export interface NamedRecord {
  readonly personId: string;
  readonly itemId: string;
}

/** Which completions are taken back, and why. */
export interface CompletionsToRevoke {
  readonly type: TrainingType;
  /** These records; null: all that the filter lets through. */
  readonly records: readonly NamedRecord[] | null;
  readonly filter: MatchingRecords['filter'] | null;
  readonly reason: string;
  readonly cascade: 'NONE' | 'PARENTS';
}

interface RevokeInput extends CompletionActInput, Omit<CompletionsToRevoke, 'type'> {}

/** Taking completions back, as a kind of operation (U29–U34, 2.8). */
registerOperationKind({
  ...changingCompletions,
  kind: 'REVOKE_COMPLETIONS',
  classify: (transaction, operation, caller) => classifyRevoking(transaction, operation.id, inputOf(operation), caller),
  applyChunk,
  undo: undoRevoking,
});

const inputOf = (operation: Operation): RevokeInput => operation.input as RevokeInput;

/** Previews taking back that people have completed something (U29, X10). Nothing is written before it is committed. */
export async function previewRevoking(transaction: Transaction, caller: Caller, input: CompletionsToRevoke): Promise<Outcome<{ id: string }>> {
  const { records, filter, type } = input;
  if ((records === null) === (filter === null) || records?.length === 0) return refuseWith('NOTHING_SELECTED', 'records');
  if (records && records.length > NAMED_LIMIT) return refuseWith('TOO_MANY', { limit: NAMED_LIMIT }, 'records');
  const items = new Map((records ?? []).map(({ itemId }) => [itemId, null as string | null]));
  for (const id of items.keys()) items.set(id, (await findTrainedItem(transaction, type, id))?.name ?? null);
  if ([...items.values()].includes(null) || !(records ?? []).every(({ personId }) => isUuid(personId))) return refuseWith('NOT_FOUND', 'records');
  const reason = tidy(input.reason);
  if (reason === '') return refuseWith('REASON_MISSING', 'reason');
  if (lengthBeyond(reason, REASON_LIMIT)) return refuseWith('TOO_LONG', { limit: REASON_LIMIT }, 'reason');
  const { organizationId, viewer, actor } = caller;
  const kept: RevokeInput = { ...input, reason, caller: { organizationId, viewer, actor } };
  const [only] = items.size === 1 ? items.values() : [];
  const id = await createOperation(transaction, { kind: 'REVOKE_COMPLETIONS', title: only ? { item: only } : {}, input: kept });
  const preview = await classifyRevoking(transaction, id, kept, caller);
  if (preview.rowsTotal === 0) return refuseWith('NOBODY_SELECTED', 'records');
  await storePreview(transaction, id, preview);
  return succeed({ id });
}

/** Those named, or who has completed something that the filter lets through; within what the maker could reach and the caller can. */
async function classifyRevoking(transaction: Transaction, operationId: string, input: RevokeInput, caller: Caller): Promise<Preview> {
  const scopes = [input.caller as Caller, caller].map((each) => peopleScope(each, 'COMPLETIONS_CHANGE'));
  const reach: PersonCondition = (parameters) => scopes.map((scope) => scope(parameters)).join(' AND ');
  return classifyRowsOfTargets<{ readonly completed: boolean }>(
    transaction,
    operationId,
    (await peopleByItem(transaction, input, reach)).map(({ itemId, people }) => ({
      targetId: itemId,
      rows: revokingSituations({ itemId, isPlan: isPlanType(input.type), people: (parameters) => `${people(parameters)} AND ${reach(parameters)}` }),
      classOf: classifyRevokedCompletion,
    })),
    chunkSize,
  );
}

async function peopleByItem(transaction: Transaction, { type, records, filter }: RevokeInput, reach: PersonCondition): Promise<readonly { readonly itemId: string; readonly people: PersonCondition }[]> {
  if (records) {
    const byItem = Map.groupBy(records, ({ itemId }) => itemId);
    return [...byItem].sort(([a], [b]) => (a < b ? -1 : 1)).map(([itemId, each]) => ({ itemId, people: (parameters) => named(parameters, each.map(({ personId }) => personId)) }));
  }
  const matching = { type, filter: filter! };
  const items = await findItemsOfRecords(transaction, matching, reach);
  return items.map((itemId) => ({ itemId, people: (parameters) => `p.id IN (${peopleOfRecords(matching, itemId, reach)(parameters)})` }));
}

async function applyChunk(transaction: Transaction, operation: Operation, chunk: OperationChunk): Promise<readonly string[]> {
  const { type, reason, cascade } = inputOf(operation);
  const itemId = chunk.targetId!;
  await lockPeople(transaction, chunk.subjectIds, 'TO_RECORD');
  const rows = revokingSituations({ itemId, isPlan: isPlanType(type), people: (parameters) => `p.id = ANY (${parameters.add(chunk.subjectIds, 'uuid[]')})` });
  const now = await classesOf(transaction, rows, classifyRevokedCompletion);
  const outcomes = chunk.subjectIds.map((id, index) => (now.get(id) === chunk.classes[index] ? chunk.classes[index]! : changedSincePreview));
  const people = chunk.subjectIds.filter((_, index) => WRITTEN_COMPLETION_CLASSES.has(outcomes[index]!));
  await revokeWork(transaction, people.map((personId) => ({ personId, subjectId: itemId })), { reason, cascade, operationId: operation.id }, chunk.number);
  return outcomes;
}
