import { isUuid, succeed } from '@milepost/domain';
import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { newId } from '../../platform/database/new-id.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { peopleScope } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import { among } from '../people/index.ts';
import { announceMembers } from './announce-members.ts';
import { lockGroup } from './group.queries.ts';

/** Who comes into a static group, or leaves it. */
export interface MemberChange {
  readonly groupId: string;
  readonly personIds: readonly string[];
}

/** As many as are chosen by hand; more come by an import. */
const mostByHand = 100;

/** Adds people to a static group by hand. Who is in it already stays in it as they are; a dynamic group is refused. */
export async function addGroupMembers(transaction: Transaction, caller: Caller, change: MemberChange): Promise<Outcome<{ id: string }>> {
  const checked = await checkChange(transaction, caller, change);
  if (!checked.ok) return checked;
  const { organizationId, now, actor } = transaction;
  const added = await transaction.query<{ personId: string }>(
    `INSERT INTO group_membership (organization_id, id, group_id, person_id, valid_from, cause, created_at, created_by)
     SELECT $1, n.id, $2, n.person_id, $5, 'BY_HAND', $5, $6 FROM unnest($3::uuid[], $4::uuid[]) AS n (id, person_id)
     ON CONFLICT (organization_id, group_id, person_id) WHERE valid_to IS NULL DO NOTHING RETURNING person_id AS "personId"`,
    [organizationId, change.groupId, checked.value.map(() => newId()), checked.value, now, actor.id],
  );
  return tell(transaction, 'group.addMembers', change.groupId, added);
}

/** Takes people out of a static group by hand; that they were in it stays known. Who is not in it is left as they are. */
export async function removeGroupMembers(transaction: Transaction, caller: Caller, change: MemberChange): Promise<Outcome<{ id: string }>> {
  const checked = await checkChange(transaction, caller, change);
  if (!checked.ok) return checked;
  const { organizationId, now, actor } = transaction;
  const removed = await transaction.query<{ personId: string }>(
    `UPDATE group_membership SET valid_to = $4, ended_because = 'BY_HAND', ended_by = $5
     WHERE organization_id = $1 AND group_id = $2 AND person_id = ANY ($3::uuid[]) AND valid_to IS NULL RETURNING person_id AS "personId"`,
    [organizationId, change.groupId, checked.value, now, actor.id],
  );
  return tell(transaction, 'group.removeMembers', change.groupId, removed);
}

async function checkChange(transaction: Transaction, caller: Caller, { groupId, personIds }: MemberChange): Promise<Outcome<readonly string[]>> {
  const group = await lockGroup(transaction, groupId);
  if (!group) return refuseWith('NOT_FOUND');
  if (group.kind === 'DYNAMIC') return refuseWith('GROUP_IS_DYNAMIC');
  const wanted = [...new Set(personIds)];
  if (wanted.length === 0) return refuseWith('NOTHING_SELECTED', 'personIds');
  if (wanted.length > mostByHand) return refuseWith('TOO_MANY', { limit: mostByHand }, 'personIds');
  const parameters = new SqlParameters(transaction.organizationId);
  const known = wanted.every(isUuid)
    ? await transaction.query(`SELECT p.id FROM person p WHERE p.organization_id = $1 AND ${among(parameters, wanted)} AND ${peopleScope(caller, 'PEOPLE_READ')(parameters)}`, parameters.values)
    : [];
  return known.length === wanted.length ? succeed(wanted) : refuseWith('UNKNOWN_PERSON', 'personIds');
}

async function tell(transaction: Transaction, act: string, groupId: string, changed: readonly { readonly personId: string }[]): Promise<Outcome<{ id: string }>> {
  const people = changed.map((each) => each.personId);
  if (people.length > 0) {
    await recordAudit(transaction, { act, subject: { kind: 'group', id: groupId }, after: { people } });
    await announceMembers(transaction, groupId, people);
  }
  return succeed({ id: groupId });
}
