import { WRITTEN_COMPLETION_CLASSES } from '@milepost/domain';
import type { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { readLiveFacts, readRevokedBy, type LiveFact } from '../facts/index.ts';
import { leftChangedSince, writeRowsOfTargets, type Operation, type OperationChunk, type OperationUndo } from '../operations/index.ts';
import { lockPeople } from '../people/index.ts';
import { chunkSize } from './completion-act.ts';
import { live } from './completion-situations.queries.ts';
import { reinstateWork, revokeFacts } from './revoke-work.ts';

const TAKEN_BACK = 'TAKEN_BACK';

/** Takes recorded completions back, with what was completed by them and is not complete without them. Those that were taken back since are left alone. */
export const undoAdding: OperationUndo = {
  classify: (transaction, undo) => writeDoneRows(transaction, undo, (parameters, person, item) => live(item, `AND f.operation_id = ${parameters.add(undo.undoOf, 'uuid')}`, person)),
  applyChunk: async (transaction, undo, chunk) => {
    await lockPeople(transaction, chunk.subjectIds, 'TO_RECORD');
    const live = await readLiveFacts(transaction, chunk.subjectIds.map((personId) => ({ personId, subjectId: chunk.targetId! })));
    const own = live.filter(({ operationId }) => operationId === undo.undoOf);
    await revokeFacts(transaction, own, { reason: '', cascade: 'PARENTS', operationId: undo.id }, chunk.number);
    return outcomesOf(chunk, own);
  },
};

/** Gives back what was taken: the same completions once more, with what was taken back along with them. Who has completed it anew keeps that. */
export const undoRevoking: OperationUndo = {
  classify: (transaction, undo) => writeDoneRows(transaction, undo, (_, person, item) => `NOT ${live(item, '', person)}`),
  applyChunk: async (transaction, undo, chunk) => {
    await lockPeople(transaction, chunk.subjectIds, 'TO_RECORD');
    const given = await readToGiveBack(transaction, undo, chunk);
    await reinstateWork(transaction, given, { operationId: undo.id, chunk: chunk.number });
    return outcomesOf(chunk, given);
  },
};

/** What an act took from the people of a chunk and nothing has taken the place of; and what it took along because it rested on that. */
async function readToGiveBack(transaction: Transaction, undo: Operation, chunk: OperationChunk): Promise<readonly LiveFact[]> {
  const taken = await readRevokedBy(transaction, undo.undoOf!, chunk.subjectIds);
  const anew = new Set((await readLiveFacts(transaction, taken)).map(keyOf));
  const missing = taken.filter((fact) => !anew.has(keyOf(fact)));
  const given = missing.filter(({ subjectId }) => subjectId === chunk.targetId);
  const ids = new Set(given.flatMap(({ id, rootId }) => [id, rootId]));
  for (const parent of missing.filter(({ evidence }) => evidence.length > 0).sort(coursesFirst)) {
    if (given.includes(parent) || !parent.evidence.some((id) => ids.has(id))) continue;
    given.push(parent);
    ids.add(parent.id).add(parent.rootId);
  }
  return given;
}

const keyOf = ({ personId, subjectId }: LiveFact): string => `${personId} ${subjectId}`;
const coursesFirst = (a: LiveFact, b: LiveFact): number => Number(a.planId !== null) - Number(b.planId !== null);

function outcomesOf({ subjectIds, classes, targetId }: OperationChunk, facts: readonly LiveFact[]): readonly string[] {
  const done = new Set(facts.filter(({ subjectId }) => subjectId === targetId).map(({ personId }) => personId));
  return subjectIds.map((id, index) => (classes[index] === TAKEN_BACK && done.has(id) ? TAKEN_BACK : leftChangedSince));
}

/** The rows for which an act wrote something, by what they are about; `stands` says of which it can still be taken back. */
async function writeDoneRows(transaction: Transaction, undo: Operation, stands: (parameters: SqlParameters, person: string, item: string) => string) {
  const targets = await transaction.query<{ id: string }>(
    'SELECT DISTINCT target_id AS id FROM operation_chunk WHERE organization_id = $1 AND operation_id = $2 ORDER BY 1',
    [transaction.organizationId, undo.undoOf],
  );
  return writeRowsOfTargets(
    transaction,
    undo.id,
    targets.map(({ id }) => ({
      targetId: id,
      rows: (parameters) => {
        const item = parameters.add(id, 'uuid');
        return `SELECT r.id, CASE WHEN ${stands(parameters, 'r.id', item)} THEN '${TAKEN_BACK}' ELSE '${leftChangedSince}' END AS class
          FROM operation_chunk c CROSS JOIN LATERAL unnest(c.subject_ids, c.outcomes) AS r (id, outcome)
          WHERE c.organization_id = $1 AND c.operation_id = ${parameters.add(undo.undoOf, 'uuid')} AND c.target_id = ${item} AND r.outcome = ANY (${parameters.add([...WRITTEN_COMPLETION_CLASSES], 'text[]')})`;
      },
    })),
    chunkSize,
  );
}
