import { succeed } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { recordAudit } from '../audit/index.ts';
import { evaluateEnrollments } from '../enrollments/index.ts';
import { changedSincePreview, leftChangedSince, registerOperationKind, type Operation, type OperationChunk, type OperationUndo, type Preview, writeGivenRows } from '../operations/index.ts';
import { lockPeople } from '../people/index.ts';
import { isOtherPolicyRunning, lockConflictPolicy, readDues, readPolicyRows, setConflictPolicy, type PolicyChangeRow } from './conflict-policy.queries.ts';
import { chunkSize, classifyConflictPolicy, compareUnder, type ConflictPolicyInput } from './preview-conflict-policy.ts';

const takenBack = 'TAKEN_BACK';

/** Takes a change of the rule back: the rule of before is in force again, and dates with it. Where another one has come since, nothing happens. */
const undo: OperationUndo = {
  classify: async (transaction, operation): Promise<Preview> => {
    const { from, to } = inputOf(operation);
    const { groupConflict } = await lockConflictPolicy(transaction);
    const rows = groupConflict === to ? await compareUnder(transaction, from) : [];
    const back = rows.filter((row) => row.class !== 'SAME').map((row) => ({ ...row, class: takenBack }));
    const known = new Set(back.map(({ details }) => details.enrollmentId));
    const left = (await readPolicyRows(transaction, operation.undoOf!)).filter((row) => row.class !== changedSincePreview && !known.has(row.details.enrollmentId));
    return writeGivenRows(transaction, operation.id, [...back, ...left.map((row) => ({ ...row, class: leftChangedSince }))], groupConflict, chunkSize);
  },
  begin: async (transaction, operation) => {
    const { from, to } = inputOf(operation);
    const { groupConflict } = await lockConflictPolicy(transaction);
    if (groupConflict === to) await putIntoForce(transaction, operation, { from: to, to: from });
  },
  applyChunk: (transaction, operation, chunk) => applyChunk(transaction, operation, chunk, leftChangedSince),
};

/** Changing which of several group assignments decides (2.4), as a kind of operation: the rule holds from the commit on, dates follow chunk by chunk. */
registerOperationKind({
  kind: 'SET_GROUP_CONFLICT',
  act: 'SETTINGS_EDIT',
  ofOthers: ({ acts }, intent) => () => String(acts.has('SETTINGS_EDIT') || (intent === 'SEE' && acts.has('AUDIT_READ'))),
  oneByOne: true,
  check,
  isOvertaken: (transaction, { id, undoOf }) => isOtherPolicyRunning(transaction, undoOf ? [id, undoOf] : [id]),
  classify: (transaction, operation) => classifyConflictPolicy(transaction, operation.id, inputOf(operation)),
  fills: ['standing_history', 'due_change'],
  changesBeyondRows: () => true,
  begin: (transaction, operation) => putIntoForce(transaction, operation, inputOf(operation)),
  applyChunk: (transaction, operation, chunk) => applyChunk(transaction, operation, chunk, changedSincePreview),
  undo,
});

function inputOf(operation: Operation): ConflictPolicyInput {
  return operation.input as ConflictPolicyInput;
}

async function check(transaction: Transaction, operation: Operation): Promise<Outcome<null>> {
  if (operation.committedAt) return succeed(null);
  const { groupConflict } = await lockConflictPolicy(transaction);
  return groupConflict === inputOf(operation).to ? refuseWith('POLICY_ALREADY', 'groupConflict') : succeed(null);
}

async function putIntoForce(transaction: Transaction, operation: Operation, { from, to }: ConflictPolicyInput): Promise<void> {
  await setConflictPolicy(transaction, to);
  await recordAudit(transaction, {
    act: 'settings.groupConflict',
    subject: { kind: 'organization', id: transaction.organizationId },
    before: { groupConflict: from },
    after: { groupConflict: to },
    operationId: operation.id,
  });
}

/** Evaluates the enrollments of one chunk under the rule that is in force. Whoever has come to another date than was shown is listed as such. */
async function applyChunk(transaction: Transaction, operation: Operation, chunk: OperationChunk, otherwise: string): Promise<readonly string[]> {
  const details = (chunk.details ?? []) as readonly PolicyChangeRow['details'][];
  const wanted = chunk.classes.flatMap((each, index) => (each === leftChangedSince ? [] : [details[index]!.enrollmentId]));
  if (wanted.length === 0) return chunk.classes;
  await lockPeople(transaction, [...new Set(chunk.subjectIds)], 'TO_RECORD');
  await evaluateEnrollments(transaction, wanted);
  const now = await readDues(transaction, wanted);
  for (const [subjectId, people] of Map.groupBy(now.values(), (each) => each.subjectId)) {
    await transaction.emit({ type: 'enrollments.changed', ids: { subjectId, operationId: operation.id, chunk: chunk.number, people: people.length } });
  }
  return chunk.classes.map((each, index) => (each === leftChangedSince || now.get(details[index]!.enrollmentId)?.due === details[index]!.to ? each : otherwise));
}
