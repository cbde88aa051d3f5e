import type { GroupId } from '@milepost/domain';
import type { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { leftChangedSince, type Operation, type OperationChunk, type OperationUndo } from '../operations/index.ts';
import { announceMembers } from './announce-members.ts';
import { evaluateGroups } from './evaluate-groups.ts';
import { stampEvaluated } from './evaluate-groups.queries.ts';
import { findGroupUsers } from './group-users.ts';
import { readMembersAmong, readRuleHistory, ruleChanges, writeRuleRows } from './group-rule.queries.ts';
import { keepGroupRevision } from './keep-revision.ts';
import { chunkSize, type GroupRuleInput } from './preview-group-rule.ts';
import { setRule } from './set-rule.ts';
import { endMembersOfRemoved } from './undo-members.queries.ts';

const takenBack = 'TAKEN_BACK';

/**
 * Takes a rule back: the group has its rule of before again, and everybody is where that says; a group that came to be with the rule is
 * removed. Where another rule has come since, or something refers to a group that would go, everything is left alone.
 */
export const undoGroupRule: OperationUndo = {
  classify: async (transaction, undo) => {
    const { groupId } = inputOf(undo);
    const way = await readWay(transaction, undo);
    return writeRuleRows(transaction, undo.id, (parameters) => changesBack(parameters, groupId, undo.undoOf!, way), JSON.stringify(way), chunkSize);
  },
  begin: async (transaction, undo) => {
    const { groupId } = inputOf(undo);
    const way = await readWay(transaction, undo);
    if (way.back === 'NOTHING') return;
    if (way.back === 'RULE') await setRule(transaction, groupId, way.rule);
    else {
      await transaction.query('UPDATE person_group SET removed_at = $3, row_version = row_version + 1, updated_at = $3, updated_by = $4 WHERE organization_id = $1 AND id = $2', [
        transaction.organizationId,
        groupId,
        transaction.now,
        transaction.actor.id,
      ]);
    }
    await keepGroupRevision(transaction, groupId, undo.id);
  },
  applyChunk,
  finish: (transaction, undo) => stampEvaluated(transaction, [inputOf(undo).groupId]),
};

function inputOf(operation: Operation): GroupRuleInput {
  return operation.input as GroupRuleInput;
}

type Way = { readonly back: 'RULE'; readonly rule: GroupRuleInput['rule'] } | { readonly back: 'GROUP' } | { readonly back: 'NOTHING' };

/** What taking the rule back would come to now. */
async function readWay(transaction: Transaction, undo: Operation): Promise<Way> {
  const { groupId, isNew } = inputOf(undo);
  const { lastOperationId, before } = await readRuleHistory(transaction, groupId, undo.undoOf!);
  if (lastOperationId !== undo.undoOf) return { back: 'NOTHING' };
  if (before) return { back: 'RULE', rule: before };
  return isNew && (await findGroupUsers(transaction, groupId)).length === 0 ? { back: 'GROUP' } : { back: 'NOTHING' };
}

/** Whom that would move, and whom the operation had moved and it would not, as `id` and `class`. */
function changesBack(parameters: SqlParameters, groupId: GroupId, operationId: string, way: Way): string {
  const moved = `SELECT r.id FROM operation_chunk c CROSS JOIN LATERAL unnest(c.subject_ids, c.outcomes) AS r (id, outcome)
    WHERE c.organization_id = $1 AND c.operation_id = ${parameters.add(operationId, 'uuid')} AND r.outcome IN ('JOINS', 'LEAVES')`;
  const left = `SELECT id, '${leftChangedSince}' AS class FROM (${moved}) t`;
  if (way.back === 'NOTHING') return left;
  const back =
    way.back === 'RULE'
      ? ruleChanges(groupId, way.rule, { joins: takenBack, leaves: takenBack })(parameters)
      : `SELECT person_id AS id, '${takenBack}' AS class FROM group_membership
         WHERE organization_id = $1 AND group_id = ${parameters.add(groupId, 'uuid')} AND valid_to IS NULL`;
  return `SELECT id, class FROM (${back}) x UNION ALL ${left} WHERE id NOT IN (SELECT id FROM (${back}) x)`;
}

async function applyChunk(transaction: Transaction, undo: Operation, chunk: OperationChunk): Promise<readonly string[]> {
  const { groupId } = inputOf(undo);
  const people = chunk.subjectIds.filter((_, index) => chunk.classes[index] === takenBack);
  const reference = { operationId: undo.id, chunk: chunk.number };
  const before = await readMembersAmong(transaction, groupId, people);
  await announceMembers(transaction, groupId, await endMembersOfRemoved(transaction, groupId, people), reference);
  await evaluateGroups(transaction, people, [groupId], reference);
  const after = await readMembersAmong(transaction, groupId, people);
  return chunk.subjectIds.map((id) => (before.has(id) !== after.has(id) ? takenBack : leftChangedSince));
}
