import { succeed } from '@milepost/domain';
import { newId } from '../../platform/database/new-id.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Outcome } from '../../platform/request/user-problem.ts';
import { recordAudit } from '../audit/index.ts';
import { keepGroupRevision } from './keep-revision.ts';
import { nameGroup } from './name-group.ts';

/** Makes a static group, with nobody in it yet (L59). One with a rule comes to be with the preview of its rule. */
export async function createStaticGroup(transaction: Transaction, input: { readonly name: string }): Promise<Outcome<{ id: string }>> {
  const named = await nameGroup(transaction, input.name);
  if (!named.ok) return named;
  const id = newId();
  const { organizationId, now, actor } = transaction;
  await transaction.query(
    `INSERT INTO person_group (organization_id, id, name, name_key, kind, created_at, created_by, updated_at, updated_by)
     VALUES ($1, $2, $3, $4, 'STATIC', $5, $6, $5, $6)`,
    [organizationId, id, named.value.name, named.value.nameKey, now, actor.id],
  );
  await keepGroupRevision(transaction, id);
  await recordAudit(transaction, { act: 'group.create', subject: { kind: 'group', id }, after: { name: named.value.name, kind: 'STATIC' } });
  return succeed({ id });
}
