import { succeed } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { updateVersioned } from '../../platform/database/update-versioned.ts';
import { refuseStale, refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { recordAudit } from '../audit/index.ts';
import { lockGroup } from './group.queries.ts';
import { keepGroupRevision } from './keep-revision.ts';
import { nameGroup } from './name-group.ts';

/** Which group as the caller saw it: another version is refused. */
export interface GroupReference {
  readonly groupId: string;
  readonly rowVersion: number;
}

/** Gives a group another name. */
export async function renameGroup(transaction: Transaction, input: GroupReference & { readonly name: string }): Promise<Outcome<{ id: string }>> {
  const group = await lockGroup(transaction, input.groupId);
  if (!group) return refuseWith('NOT_FOUND');
  const named = await nameGroup(transaction, input.name, group.id);
  if (!named.ok) return named;
  const updated = await updateVersioned(transaction, 'person_group', group.id, input.rowVersion, { name: named.value.name, name_key: named.value.nameKey });
  if (updated.kind === 'STALE') return refuseStale(updated.rowVersion);
  await keepGroupRevision(transaction, group.id);
  await recordAudit(transaction, { act: 'group.rename', subject: { kind: 'group', id: group.id }, before: { name: group.name }, after: { name: named.value.name } });
  return succeed({ id: group.id });
}
