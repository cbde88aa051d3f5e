import { classifyVersionUndo, evaluate } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { evaluateBeside, evaluateEnrollments, lockEnrollments, readPlanCohort, writeEvaluations } from '../enrollments/index.ts';
import { prepareDefinitions } from '../learning-plans/index.ts';
import { leftChangedSince, writeSharedRows, type Operation, type OperationChunk, type OperationUndo, type SharedRows } from '../operations/index.ts';
import { returnOverridesOf } from '../overrides/index.ts';
import { lockPeople } from '../people/index.ts';
import { endBegunCycles, readMoved, writePins, type MovedMember } from './migration.queries.ts';
import { chunkSize, type MigrationInput } from './preview-publish-version.ts';
import { tellPlanChanged } from './tell-plan-changed.ts';

/**
 * Takes a migration back (V6): pins go back, what it ended is in force again, cycles that it began end. Who has completed since stays, and is
 * listed. The version stays published: whoever gets the plan from now on gets it.
 */
export const undoMigration: OperationUndo = {
  classify: async (transaction, undo) => {
    const classed = Map.groupBy(await readMoved(transaction, undo.undoOf!, null), classOf);
    const rows = [...classed].map(([name, members]): SharedRows => ({ class: name, details: null, ids: members.map(({ personId }) => personId) }));
    return writeSharedRows(transaction, undo.id, rows, undo.undoOf!, chunkSize);
  },
  applyChunk: takeBack,
  finish: tellPlanChanged,
};

function classOf({ status, versionId, movedTo, isCurrent }: MovedMember): string {
  return classifyVersionUndo({ status, isAsMoved: isCurrent && versionId === movedTo });
}

async function takeBack(transaction: Transaction, undo: Operation, chunk: OperationChunk): Promise<readonly string[]> {
  await lockPeople(transaction, chunk.subjectIds, 'TO_RECORD');
  const members = await readMoved(transaction, undo.undoOf!, chunk.subjectIds);
  await lockEnrollments(transaction, members.map(({ enrollmentId }) => enrollmentId));
  const known = new Map(members.map((member) => [member.personId, member]));
  const outcomes = chunk.subjectIds.map((id, index) => {
    const member = known.get(id);
    return member && chunk.classes[index] === classOf(member) ? chunk.classes[index] : leftChangedSince;
  });
  const going = chunk.subjectIds.flatMap((id, index) => (outcomes[index] === 'TAKEN_BACK' ? [known.get(id)!] : []));
  if (going.length === 0) return outcomes;
  await returnPins(transaction, undo, going.filter(({ movedFrom }) => movedFrom !== null));
  await endCycles(transaction, undo, going.flatMap(({ movedFrom, enrollmentId }) => (movedFrom === null ? [enrollmentId] : [])));
  const { planId } = undo.input as MigrationInput;
  await transaction.emit({ type: 'enrollments.changed', ids: { subjectId: planId, operationId: undo.id, chunk: chunk.number, people: going.length } });
  return outcomes;
}

async function returnPins(transaction: Transaction, undo: Operation, members: readonly MovedMember[]): Promise<void> {
  if (members.length === 0) return;
  await returnOverridesOf(transaction, { operationId: undo.undoOf!, undoId: undo.id, enrollmentIds: members.map(({ enrollmentId }) => enrollmentId) });
  await writePins(transaction, undo.id, members.map(({ enrollmentId, movedFrom }) => ({ enrollmentId, versionId: movedFrom! })));
  const versions = await prepareDefinitions(transaction, members.map(({ movedFrom }) => movedFrom!));
  const cohort = await readPlanCohort(transaction, (undo.input as MigrationInput).planId, members.map(({ enrollmentId }) => enrollmentId));
  for (const [from, alike] of Map.groupBy(members, ({ movedFrom }) => movedFrom!)) {
    const version = versions.get(from)!;
    const others = new Map(alike.map(({ movedTo }) => [movedTo, { id: from, version }]));
    const evaluations = await evaluateBeside(transaction, cohort, alike, others);
    await writeEvaluations(transaction, evaluations.map((each) => ({ ...each, planVersionId: from, prepared: version.prepared, standing: evaluate(version.prepared, each.situation) })));
  }
}

async function endCycles(transaction: Transaction, undo: Operation, enrollmentIds: readonly string[]): Promise<void> {
  if (enrollmentIds.length === 0) return;
  await endBegunCycles(transaction, { operationId: undo.undoOf!, undoId: undo.id, enrollmentIds });
  await evaluateEnrollments(transaction, enrollmentIds);
}
