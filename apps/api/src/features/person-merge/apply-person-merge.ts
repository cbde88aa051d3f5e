import { succeed } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { recordAudit } from '../audit/index.ts';
import { evaluateEnrollments } from '../enrollments/index.ts';
import { changedSincePreview, registerOperationKind, type Operation, type OperationChunk } from '../operations/index.ts';
import { lockPeople } from '../people/index.ts';
import { lockImports } from '../people-import/index.ts';
import { announceMerge } from './announce-merge.ts';
import { isOtherMergeRunning, readManager, readManagersOf } from './merge-inventory.queries.ts';
import { handOver, moveGrants, moveMemberships, moveReports, setMerged } from './move-belongings.queries.ts';
import { moveOverrides, moveSources, pairEnrollments, readEnrollmentIds } from './move-enrollments.queries.ts';
import { checkRecords, classifyPersonMerge, type PersonMergeInput, type PersonMergeRow } from './preview-person-merge.ts';
import { undoPersonMerge } from './undo-person-merge.ts';

/** Merging two records of one person, as a kind of operation: all that is one person's at once, then who reports to them. */
registerOperationKind({
  kind: 'MERGE_PERSON',
  act: 'DIRECTORY_EDIT',
  ofOthers: ({ acts }, intent) => () => String(acts.has('DIRECTORY_EDIT') || (intent === 'SEE' && acts.has('AUDIT_READ'))),
  oneByOne: true,
  check: async (transaction, operation) => {
    if (operation.committedAt) return succeed(null);
    const { fromId, intoId } = inputOf(operation);
    const checked = await checkRecords(transaction, fromId, intoId);
    return checked.ok ? succeed(null) : checked;
  },
  isOvertaken: (transaction, { id, undoOf, input }) => isOtherMergeRunning(transaction, undoOf ? [id, undoOf] : [id], input as PersonMergeInput),
  classify: (transaction, operation) => classifyPersonMerge(transaction, operation.id, inputOf(operation)),
  fills: ['enrollment_source', 'standing_history'],
  applyChunk,
  undo: undoPersonMerge,
});

function inputOf(operation: Operation): PersonMergeInput {
  return operation.input as PersonMergeInput;
}

async function applyChunk(transaction: Transaction, operation: Operation, chunk: OperationChunk): Promise<readonly string[]> {
  const { fromId, intoId } = inputOf(operation);
  const details = chunk.details as readonly PersonMergeRow['details'][];
  const idsOf = (what: string): string[] => chunk.subjectIds.filter((_, index) => details[index]!.what === what);
  const reports = idsOf('REPORT');
  await lockImports(transaction);
  await lockPeople(transaction, [...reports, ...(chunk.number === 0 ? [fromId, intoId] : [])], 'TO_CHANGE');
  if (chunk.number === 0) {
    if (!(await checkRecords(transaction, fromId, intoId)).ok) return chunk.classes.map(() => changedSincePreview);
    await mergeRecords(transaction, operation, { groups: idsOf('GROUP'), keys: idsOf('KEY'), plans: idsOf('PLAN'), records: idsOf('RECORD') });
  }
  // As of now: whoever stands above the survivor, or is it, reports to whom the record reported, and everybody else to the survivor.
  const circling = new Set([intoId, ...(await readManagersOf(transaction, intoId))]);
  const aside = await moveReports(transaction, fromId, await readManager(transaction, fromId), reports.filter((id) => circling.has(id)));
  const moved = new Set([...aside, ...(await moveReports(transaction, fromId, intoId, reports.filter((id) => !circling.has(id))))]);
  if (moved.size > 0) await transaction.emit({ type: 'people.changed', ids: { operationId: operation.id, chunk: chunk.number } });
  return chunk.classes.map((each, index) => (reports.includes(chunk.subjectIds[index]!) && !moved.has(chunk.subjectIds[index]!) ? changedSincePreview : each));
}

/** Everything that is one person's moves in one transaction: at no moment does anybody have half of it. */
async function mergeRecords(
  transaction: Transaction,
  operation: Operation,
  what: { readonly groups: readonly string[]; readonly keys: readonly string[]; readonly plans: readonly string[]; readonly records: readonly string[] },
): Promise<void> {
  const { fromId, intoId, statusBefore } = inputOf(operation);
  const move = { fromId, intoId, operationId: operation.id };
  const pairs = await pairEnrollments(transaction, move);
  await moveSources(transaction, pairs, move);
  await moveOverrides(transaction, pairs, move);
  await moveMemberships(transaction, move, what.groups);
  await moveGrants(transaction, move);
  await handOver(transaction, fromId, intoId, what);
  await setMerged(transaction, fromId, intoId, 'LEFT');
  await evaluateEnrollments(transaction, await readEnrollmentIds(transaction, [fromId, intoId]));
  await recordAudit(transaction, {
    act: 'person.merge',
    subject: { kind: 'person', id: fromId },
    before: { status: statusBefore },
    after: { mergedIntoId: intoId },
    operationId: operation.id,
  });
  await announceMerge(transaction, fromId, intoId);
}
