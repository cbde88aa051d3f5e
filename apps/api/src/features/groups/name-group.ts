import { foldForSearch, hasControlCharacters, lengthBeyond, succeed, tidy } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { refuseWith, type Outcome } from '../../platform/request/user-problem.ts';

const nameLimit = 100;

/** A name for a group, tidied: given, short enough, on one line, and of no other group that is there. */
export async function nameGroup(transaction: Transaction, wanted: string, groupId?: string): Promise<Outcome<{ name: string; nameKey: string }>> {
  const name = tidy(wanted);
  if (name === '' || hasControlCharacters(name, 'ONE_LINE')) return refuseWith('NAME_MISSING', 'name');
  if (lengthBeyond(name, nameLimit)) return refuseWith('TOO_LONG', { limit: nameLimit }, 'name');
  const nameKey = foldForSearch(name);
  // Two who take one name at the same time come one after the other, up to the end of the transaction.
  await transaction.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`group-name:${transaction.organizationId}:${nameKey}`]);
  const taken = await transaction.query<{ id: string }>(
    'SELECT id FROM person_group WHERE organization_id = $1 AND name_key = $2 AND removed_at IS NULL AND id IS DISTINCT FROM $3',
    [transaction.organizationId, nameKey, groupId ?? null],
  );
  return taken.length > 0 ? refuseWith('DUPLICATED_NAME', { name }, 'name') : succeed({ name, nameKey });
}
