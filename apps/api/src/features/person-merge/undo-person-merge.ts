import type { Transaction } from '../../platform/database/transaction.ts';
import { recordAudit } from '../audit/index.ts';
import { evaluateEnrollments } from '../enrollments/index.ts';
import { changedSincePreview, leftChangedSince, writeGivenRows, type Operation, type OperationChunk, type OperationUndo } from '../operations/index.ts';
import { returnSources } from '../assignments/index.ts';
import { endOverridesOf, returnOverridesOf } from '../overrides/index.ts';
import { lockPeople } from '../people/index.ts';
import { lockImports } from '../people-import/index.ts';
import { announceMerge } from './announce-merge.ts';
import { findEndedSince, findSourcesStillHeld, lockRecords, readManager, readManagersOf, readMergedRows } from './merge-inventory.queries.ts';
import { handOver, moveReports, returnGrants, returnMemberships, setMerged } from './move-belongings.queries.ts';
import { leaveTakenBack, readEnrollmentIds } from './move-enrollments.queries.ts';
import { chunkSize, type PersonMergeInput, type PersonMergeRow } from './preview-person-merge.ts';

const takenBack = 'TAKEN_BACK';

/**
 * Takes a merge of two records apart again: the record is there as it was, with its reasons to have things, individual rules, groups and
 * rights, and what was done under it counts for it alone. What was done since stays with the survivor, as do dates of rules that began
 * anew. What has ended for the survivor since, by whatever cause, does not come back. Where the survivor has been merged away since, everything is left as it is.
 */
export const undoPersonMerge: OperationUndo = {
  classify: async (transaction, undo) => {
    const possible = await isPossible(transaction, inputOf(undo));
    const rows = (await readMergedRows(transaction, undo.undoOf!)).filter((row) => row.class !== changedSincePreview && row.details.what !== 'IDENTIFIER' && row.details.what !== 'EVIDENCE');
    const ended = await findEndedSince(transaction, undo.undoOf!, inputOf(undo));
    const classed = rows.map((row) => ({ ...row, class: possible && !ended.has(row.id) ? takenBack : leftChangedSince }));
    return writeGivenRows(transaction, undo.id, classed, String(possible), chunkSize);
  },
  applyChunk,
};

function inputOf(operation: Operation): PersonMergeInput {
  return operation.input as PersonMergeInput;
}

async function isPossible(transaction: Transaction, { fromId, intoId }: PersonMergeInput): Promise<boolean> {
  return (await lockRecords(transaction, [fromId, intoId])).get(fromId)?.mergedIntoId === intoId;
}

async function applyChunk(transaction: Transaction, undo: Operation, chunk: OperationChunk): Promise<readonly string[]> {
  if (!chunk.classes.includes(takenBack)) return chunk.classes;
  const input = inputOf(undo);
  const { fromId, intoId } = input;
  const details = chunk.details as readonly PersonMergeRow['details'][];
  const idsOf = (what: string): string[] => chunk.subjectIds.filter((_, index) => details[index]!.what === what && chunk.classes[index] === takenBack);
  const reports = idsOf('REPORT');
  const aside = new Set(chunk.subjectIds.filter((_, index) => details[index]!.reportsTo === 'ABOVE'));
  await lockImports(transaction);
  await lockPeople(transaction, [...reports, ...(chunk.number === 0 ? [fromId, intoId] : [])], 'TO_CHANGE');
  if (chunk.number === 0) {
    if (!(await isPossible(transaction, input))) return chunk.classes.map(() => leftChangedSince);
    await takeApart(transaction, undo, { groups: idsOf('GROUP'), keys: idsOf('KEY'), plans: idsOf('PLAN'), records: idsOf('RECORD') });
  }
  // Whoever stands above the record by now would come to manage themselves.
  const above = new Set(await readManagersOf(transaction, fromId));
  const returning = reports.filter((id) => !above.has(id));
  const returned = await moveReports(transaction, await readManager(transaction, fromId), fromId, returning.filter((id) => aside.has(id)));
  const moved = new Set([...returned, ...(await moveReports(transaction, intoId, fromId, returning.filter((id) => !aside.has(id))))]);
  if (moved.size > 0) await transaction.emit({ type: 'people.changed', ids: { operationId: undo.id, chunk: chunk.number } });
  return chunk.classes.map((each, index) => (reports.includes(chunk.subjectIds[index]!) && !moved.has(chunk.subjectIds[index]!) ? leftChangedSince : each));
}

async function takeApart(
  transaction: Transaction,
  undo: Operation,
  what: { readonly groups: readonly string[]; readonly keys: readonly string[]; readonly plans: readonly string[]; readonly records: readonly string[] },
): Promise<void> {
  const { fromId, intoId, statusBefore } = inputOf(undo);
  const move = { fromId, intoId, operationId: undo.undoOf! };
  const enrollmentIds = await readEnrollmentIds(transaction, [fromId, intoId]);
  const of = { operationId: undo.undoOf!, undoId: undo.id, enrollmentIds };
  const stillHeld = await findSourcesStillHeld(transaction, undo.undoOf!, intoId);
  await setMerged(transaction, fromId, null, statusBefore);
  await endOverridesOf(transaction, of);
  await returnOverridesOf(transaction, of);
  await returnSources(transaction, { ...of, onlySourceIds: stillHeld });
  await leaveTakenBack(transaction, intoId, enrollmentIds);
  await returnMemberships(transaction, move, undo.id, what.groups);
  await returnGrants(transaction, move, undo.id);
  await handOver(transaction, intoId, fromId, what);
  await evaluateEnrollments(transaction, enrollmentIds);
  await recordAudit(transaction, { act: 'person.unmerge', subject: { kind: 'person', id: fromId }, before: { mergedIntoId: intoId }, after: { status: statusBefore }, operationId: undo.id });
  await announceMerge(transaction, fromId, intoId);
}
