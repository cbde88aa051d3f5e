import { checkCompletionDay, classifyAddedCompletion, isUuid, lengthBeyond, refuse, sayCompletionDayProblem, succeed, tidy, WRITTEN_COMPLETION_CLASSES, type AddedCompletionSituation, type CalendarDate, type Instant } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { peopleScope } from '../access/index.ts';
import { changedSincePreview, classesOf, classifyRowsOfTargets, createOperation, readPeopleOfChunk, registerOperationKind, storePreview, type Operation, type OperationChunk, type Preview } from '../operations/index.ts';
import { lockPeople, named, personLoader, type PersonCondition } from '../people/index.ts';
import { isPlanType, type TrainingType } from '../training-progress/index.ts';
import { changingCompletions, chunkSize, NAMED_LIMIT, REASON_LIMIT, type CompletionActInput } from './completion-act.ts';
import { addingSituations } from './completion-situations.queries.ts';
import { ownsEvidence } from './evidence-file.queries.ts';
import { recordWork } from './record-work.ts';
import { findTrainedItem } from './trained-item.queries.ts';
import { undoAdding } from './undo-completions.ts';

/** Completions of one thing that somebody records for people. */
export interface NewCompletions {
  readonly type: TrainingType;
  readonly itemId: string;
  readonly personIds: readonly string[];
  readonly completedOn: CalendarDate;
  readonly reason: string;
  readonly evidenceFileId: string | null;
  /** Who has completed it already gets a further completion. */
  readonly again: boolean;
}

interface AddInput extends CompletionActInput, Omit<NewCompletions, 'type'> {
  readonly existsSince: CalendarDate;
}

/** Recording completions by hand, as a kind of operation (U10–U13). */
registerOperationKind({
  ...changingCompletions,
  kind: 'ADD_COMPLETIONS',
  classify: (transaction, operation, caller) => classifyAdding(transaction, operation.id, inputOf(operation), caller),
  applyChunk,
  undo: undoAdding,
});

const inputOf = (operation: Operation): AddInput => operation.input as AddInput;

/** Previews recording that people have completed something. Nothing is written before it is committed. */
export async function previewAdding(transaction: Transaction, caller: Caller, input: NewCompletions): Promise<Outcome<{ id: string }>> {
  const item = await findTrainedItem(transaction, input.type, input.itemId);
  if (!item) return refuseWith('NOT_FOUND', 'itemId');
  const personIds = [...new Set(input.personIds)];
  if (personIds.length === 0) return refuseWith('NOTHING_SELECTED', 'personIds');
  if (personIds.length > NAMED_LIMIT) return refuseWith('TOO_MANY', { limit: NAMED_LIMIT }, 'personIds');
  if (!personIds.every(isUuid)) return refuseWith('NOT_FOUND', 'personIds');
  const reason = tidy(input.reason);
  if (lengthBeyond(reason, REASON_LIMIT)) return refuseWith('TOO_LONG', { limit: REASON_LIMIT }, 'reason');
  if (input.evidenceFileId !== null && !(await ownsEvidence(transaction, input.evidenceFileId))) return refuseWith('NOT_FOUND', 'evidenceFileId');
  const { organizationId, viewer, actor } = caller;
  const kept: AddInput = { ...input, personIds, reason, existsSince: item.existsSince, caller: { organizationId, viewer, actor } };
  const id = await createOperation(transaction, { kind: 'ADD_COMPLETIONS', title: { item: item.name, day: input.completedOn }, input: kept });
  const preview = await classifyAdding(transaction, id, kept, caller);
  if (preview.rowsTotal === 0) return refuseWith('NOBODY_SELECTED', 'personIds');
  if (preview.counts.DAY_AHEAD === preview.rowsTotal) return refuseAhead(transaction, id, kept.completedOn);
  await storePreview(transaction, id, preview);
  return succeed({ id });
}

/** Nobody of those whom the preview found has reached the day yet. */
async function refuseAhead(transaction: Transaction, operationId: string, completedOn: CalendarDate): Promise<Outcome<{ id: string }>> {
  const [personId] = await readPeopleOfChunk(transaction, operationId, 0);
  const person = (await personLoader.load(transaction, [personId!])).get(personId!);
  const checked = checkCompletionDay(completedOn, { zone: person!.timeZone, now: transaction.now.toISOString() as Instant });
  return checked.ok ? refuseWith('NOBODY_SELECTED', 'completedOn') : refuse([{ code: checked.problem.code, field: 'completedOn', say: (language) => sayCompletionDayProblem(checked.problem, language) }]);
}

function classifyAdding(transaction: Transaction, operationId: string, input: AddInput, caller: Caller): Promise<Preview> {
  const scopes = [input.caller as Caller, caller].map((each) => peopleScope(each, 'COMPLETIONS_CHANGE'));
  const people: PersonCondition = (parameters) => [named(parameters, input.personIds), ...scopes.map((scope) => scope(parameters))].join(' AND ');
  const rows = addingSituations({ itemId: input.itemId, isPlan: isPlanType(input.type), people }, input.completedOn);
  return classifyRowsOfTargets<AddedCompletionSituation>(transaction, operationId, [{ targetId: input.itemId, rows, classOf: classifierOf(input, transaction.now) }], chunkSize);
}

function classifierOf({ completedOn, existsSince, again }: AddInput, now: Date): (situation: AddedCompletionSituation) => string {
  return (situation) => classifyAddedCompletion(situation, { completedOn, existsSince, again, now: now.toISOString() as Instant });
}

async function applyChunk(transaction: Transaction, operation: Operation, chunk: OperationChunk): Promise<readonly string[]> {
  const input = inputOf(operation);
  const isPlan = isPlanType(input.type);
  await lockPeople(transaction, chunk.subjectIds, 'TO_RECORD');
  const rows = addingSituations({ itemId: input.itemId, isPlan, people: (parameters) => `p.id = ANY (${parameters.add(chunk.subjectIds, 'uuid[]')})` }, input.completedOn);
  const now = await classesOf(transaction, rows, classifierOf(input, transaction.now));
  const outcomes = chunk.subjectIds.map((id, index) => (now.get(id) === chunk.classes[index] ? chunk.classes[index]! : changedSincePreview));
  const people = chunk.subjectIds.filter((_, index) => WRITTEN_COMPLETION_CLASSES.has(outcomes[index]!));
  const { completedOn, reason, evidenceFileId, itemId: subjectId } = input;
  const origin = input.caller.actor.kind === 'PERSON' ? 'MANUAL' : 'API';
  await recordWork(transaction, people.map((personId) => ({ personId, subjectId, isPlan, completedOn, origin, reason: reason === '' ? null : reason, evidenceFileId })), {
    operationId: operation.id,
    chunk: chunk.number,
  });
  return outcomes;
}
