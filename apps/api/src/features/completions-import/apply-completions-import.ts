import { classifyAddedCompletion, columnOfCompletionProblem, sayCompletionFileProblem, sayCompletionRowProblem, type CalendarDate, type CompletionRowProblem, type Instant } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { UserProblem } from '../../platform/request/user-problem.ts';
import { peopleScope } from '../access/index.ts';
import { changingCompletions, readSituations, recordWork, revokeFacts } from '../completions/index.ts';
import { readLiveFacts, readRevokedBy } from '../facts/index.ts';
import { changedSincePreview, leftChangedSince, moveOperation, registerOperationKind, type Operation, type OperationChunk } from '../operations/index.ts';
import { fileProblemOf } from '../people-import/index.ts';
import { lockPeople } from '../people/index.ts';
import { importCompletions, type CompletionRowDetails, type CompletionsImportInput } from './completions-import.ts';
import { concernsOnly, writeRowsOfUndo } from './import-rows.queries.ts';
import { enqueueCompletionsAnalysis } from './preview-completions-import.ts';

/** Recording the completions of a file, as a kind of operation (U26–U28, 2.2): each row once, and none that is no longer what was shown. */
registerOperationKind({
  ...changingCompletions,
  kind: importCompletions,
  classify: async (transaction, operation, caller) => ({
    hash: (await concernsOnly(transaction, operation.id, peopleScope(caller, 'COMPLETIONS_CHANGE'))) ? operation.previewHash! : 'OUT_OF_REACH',
    counts: operation.counts,
    rowsTotal: operation.rowsTotal,
  }),
  renew: async (transaction, operation) => {
    if (await moveOperation(transaction, operation.id, 'PREVIEWED', 'ANALYSING')) await enqueueCompletionsAnalysis(transaction, operation.id);
  },
  applyChunk,
  problemsOf,
  undo: { classify: (transaction, undo) => writeRowsOfUndo(transaction, undo.id, undo.undoOf!), applyChunk: takeBack },
});

async function applyChunk(transaction: Transaction, operation: Operation, chunk: OperationChunk): Promise<readonly string[]> {
  const { again, caller } = operation.input as CompletionsImportInput;
  const rows = rowsOf(chunk).filter((row) => row.class === 'NEW');
  await lockPeople(transaction, rows.map(({ personId }) => personId), 'TO_RECORD');
  const situations = await readSituations(transaction, rows, operation.id);
  const now = transaction.now.toISOString() as Instant;
  const still = rows.filter(({ completedOn }, index) => {
    const situation = situations[index];
    return situation !== undefined && classifyAddedCompletion(situation, { completedOn, existsSince: null, again, now }).startsWith('NEW');
  });
  const origin = caller.actor.kind === 'PERSON' ? 'IMPORT' : 'API';
  await recordWork(transaction, still.map(({ personId, itemId, isPlan, completedOn }) => ({ personId, subjectId: itemId, isPlan, completedOn, origin })), {
    operationId: operation.id,
    chunk: chunk.number,
  });
  const places = new Set(still.map(({ place }) => place));
  return chunk.classes.map((each, place) => (each !== 'NEW' || places.has(place) ? each : changedSincePreview));
}

async function takeBack(transaction: Transaction, undo: Operation, chunk: OperationChunk): Promise<readonly string[]> {
  const rows = rowsOf(chunk);
  await lockPeople(transaction, chunk.subjectIds, 'TO_RECORD');
  const live = await readLiveFacts(transaction, rows.map(({ personId, itemId }) => ({ personId, subjectId: itemId })));
  const own = live.filter(({ operationId }) => operationId === undo.undoOf);
  await revokeFacts(transaction, own, { reason: '', cascade: 'PARENTS', operationId: undo.id }, chunk.number);
  // Further completions of the same go with the first.
  const taken = await readRevokedBy(transaction, undo.id, chunk.subjectIds);
  const done = new Set(taken.map(({ personId, subjectId }) => `${personId} ${subjectId}`));
  return rows.map((row) => (row.class === 'TAKEN_BACK' && done.has(`${row.personId} ${row.itemId}`) ? 'TAKEN_BACK' : leftChangedSince));
}

interface ImportedRow {
  readonly place: number;
  readonly class: string;
  readonly personId: string;
  readonly itemId: string;
  readonly isPlan: boolean;
  readonly completedOn: CalendarDate;
}

function rowsOf({ subjectIds, classes, details }: OperationChunk): readonly ImportedRow[] {
  return subjectIds.map((personId, place) => {
    const { itemId = '', isPlan = false, completedOn } = details![place] as CompletionRowDetails;
    return { place, class: classes[place]!, personId, itemId, isPlan, completedOn: completedOn as CalendarDate };
  });
}

/** What is wrong with a row, or with the whole file. */
function problemsOf(details: unknown): readonly UserProblem[] {
  const { code, params, problems } = (details ?? {}) as { code?: string; params?: never; problems?: readonly CompletionRowProblem[] };
  if (code === 'COMPLETION_COLUMNS' || code === 'OTHER_IDENTIFIER') return [{ code, field: null, say: (language) => sayCompletionFileProblem({ code, params: params! }, language) }];
  const ofFile = fileProblemOf(details);
  if (ofFile) return [ofFile];
  return (problems ?? []).map((each) => ({ code: each.code, field: columnOfCompletionProblem(each), say: (language) => sayCompletionRowProblem(each, language) }));
}
