import { refuse, succeed } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { updateVersioned } from '../../platform/database/update-versioned.ts';
import { problem, refuseStale, refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { recordAudit } from '../audit/index.ts';
import { findGroupUsers } from './group-users.ts';
import { lockGroup } from './group.queries.ts';
import { keepGroupRevision } from './keep-revision.ts';
import type { GroupReference } from './rename-group.ts';

/** Removes a group; who was in it and when stays known. Refused while something refers to it, which is named (2.5). */
export async function removeGroup(transaction: Transaction, input: GroupReference): Promise<Outcome<{ id: string }>> {
  const group = await lockGroup(transaction, input.groupId);
  if (!group) return refuseWith('NOT_FOUND');
  const users = await findGroupUsers(transaction, group.id);
  if (users.length > 0) return refuse([problem('GROUP_IN_USE', { users })]);
  const updated = await updateVersioned(transaction, 'person_group', group.id, input.rowVersion, { removed_at: transaction.now });
  if (updated.kind === 'STALE') return refuseStale(updated.rowVersion);
  await keepGroupRevision(transaction, group.id);
  await recordAudit(transaction, { act: 'group.remove', subject: { kind: 'group', id: group.id }, before: { name: group.name, kind: group.kind } });
  return succeed({ id: group.id });
}
