import { foldForSearch, succeed } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { checkReferences } from '../audiences/index.ts';
import { changedSincePreview, registerOperationKind, type Operation, type OperationChunk } from '../operations/index.ts';
import { evaluateGroups } from './evaluate-groups.ts';
import { stampEvaluated } from './evaluate-groups.queries.ts';
import { isOtherRuleRunning, readMembersAmong } from './group-rule.queries.ts';
import { lockGroup } from './group.queries.ts';
import { keepGroupRevision } from './keep-revision.ts';
import { nameGroup } from './name-group.ts';
import { setRule } from './set-rule.ts';
import { classifyRule, refuseCircle, type GroupRuleInput } from './preview-group-rule.ts';
import { undoGroupRule } from './undo-group-rule.ts';

/** Giving a group its rule, as a kind of operation: from the commit on it holds for whoever changes, and its rows bring in those who are there. */
registerOperationKind({
  kind: 'GROUP_RULE',
  act: 'DIRECTORY_EDIT',
  changesBeyondRows: () => true,
  ofOthers: ({ acts }, intent) => () => String(acts.has('DIRECTORY_EDIT') || (intent === 'SEE' && acts.has('AUDIT_READ'))),
  check,
  isOvertaken: async (transaction, operation) => {
    const { groupId } = ruleInputOf(operation);
    const running = await isOtherRuleRunning(transaction, groupId, operation.id);
    // Whoever evaluates the group at this moment comes to an end first, and the preview is compared with what that left.
    await lockGroup(transaction, groupId);
    return running;
  },
  classify: (transaction, operation) => classifyRule(transaction, operation.id, ruleInputOf(operation)),
  fills: ['group_membership'],
  begin,
  applyChunk,
  finish: (transaction, operation) => stampEvaluated(transaction, [ruleInputOf(operation).groupId]),
  undo: undoGroupRule,
});

function ruleInputOf(operation: Operation): GroupRuleInput {
  return operation.input as GroupRuleInput;
}

/** Refuses what others have made impossible: the group is gone, its name is taken, groups would by now refer to each other in a circle. */
async function check(transaction: Transaction, operation: Operation): Promise<Outcome<null>> {
  const input = ruleInputOf(operation);
  await isOtherRuleRunning(transaction, input.groupId, operation.id);
  if (input.isNew && !operation.committedAt) {
    const named = await nameGroup(transaction, input.name);
    if (!named.ok) return named;
  } else if (!(await lockGroup(transaction, input.groupId))) return refuseWith('UNKNOWN_GROUP');
  // What the rule names may have been removed since it was previewed.
  const named = await checkReferences(transaction, input.rule, 'rule');
  return named.ok ? ((await refuseCircle(transaction, input)) ?? succeed(null)) : named;
}

/** The rule holds from the commit on; a new group comes to be with it. */
async function begin(transaction: Transaction, operation: Operation): Promise<void> {
  const { groupId, isNew, name, rule } = ruleInputOf(operation);
  const { organizationId, now, actor } = transaction;
  if (isNew) {
    await transaction.query(
      `INSERT INTO person_group (organization_id, id, name, name_key, kind, rule, created_at, created_by, updated_at, updated_by)
       VALUES ($1, $2, $3, $4, 'DYNAMIC', $5, $6, $7, $6, $7)`,
      [organizationId, groupId, name, foldForSearch(name), JSON.stringify(rule), now, actor.id],
    );
  } else await setRule(transaction, groupId, rule);
  await keepGroupRevision(transaction, groupId, operation.id);
}

/** Brings the people of one chunk to where the rule says, as they are now: who is no longer what the preview showed stays where they belong. */
async function applyChunk(transaction: Transaction, operation: Operation, chunk: OperationChunk): Promise<readonly string[]> {
  const { groupId } = ruleInputOf(operation);
  await evaluateGroups(transaction, chunk.subjectIds, [groupId], { operationId: operation.id, chunk: chunk.number });
  const members = await readMembersAmong(transaction, groupId, chunk.subjectIds);
  return chunk.classes.map((each, index) => (members.has(chunk.subjectIds[index]!) === (each === 'JOINS') ? each : changedSincePreview));
}
