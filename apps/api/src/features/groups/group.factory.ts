import type { AudienceExpression } from '@milepost/domain';
import type { Database } from '../../platform/database/database.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { carryOutAsSeen } from '../operations/operation.factory.ts';
import './apply-group-rule.ts';
import { addGroupMembers } from './change-members.ts';
import { createStaticGroup } from './create-group.ts';
import { previewGroupRule, type NewGroupRule } from './preview-group-rule.ts';

let counter = 0;

/** A static group of these people; answers its id. */
export async function buildStaticGroup(database: Database, admin: Caller, personIds: readonly string[] = [], name = `Group ${++counter}`): Promise<string> {
  return database.write(admin, async (transaction) => {
    const made = await createStaticGroup(transaction, { name });
    if (!made.ok) throw new Error(`No group: ${made.problem[0]?.code}`);
    const groupId = made.value.id;
    const added = personIds.length > 0 ? await addGroupMembers(transaction, admin, { groupId, personIds }) : made;
    if (!added.ok) throw new Error(`Nobody was added: ${added.problem[0]?.code}`);
    return groupId;
  });
}

/** Previews a rule; answers the operation's id. */
export async function buildRulePreview(database: Database, admin: Caller, rule: NewGroupRule): Promise<string> {
  const previewed = await database.write(admin, (transaction) => previewGroupRule(transaction, admin, { confirmEverybody: true, ...rule }));
  if (!previewed.ok) throw new Error(`No rule: ${previewed.problem.map((each) => each.code).join(', ')}`);
  return previewed.value.id;
}

/** A dynamic group with its people; answers its id. */
export async function buildDynamicGroup(database: Database, admin: Caller, rule: AudienceExpression, name = `Rule ${++counter}`): Promise<string> {
  const operationId = await buildRulePreview(database, admin, { name, rule });
  await carryOutAsSeen(database, admin, operationId);
  return database.read(admin, async (transaction) => {
    const [row] = await transaction.query<{ id: string }>("SELECT input->>'groupId' AS id FROM operation WHERE organization_id = $1 AND id = $2", [admin.organizationId, operationId]);
    return row!.id;
  });
}
