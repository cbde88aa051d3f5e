import { succeed } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { isLastMasterAdmin, mayNameAdmin, readRoles } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { EditedPerson } from './person-edit.queries.ts';
import { lockToEdit, writePerson, type PersonReference } from './save-person.ts';

/** Who takes part from now on, and why. */
export interface StatusChange extends PersonReference {
  readonly status: EditedPerson['status'];
  readonly reason?: string | null;
}

/**
 * Suspends a person, lets them return, or marks them as having left: who does not take part matches no audience and cannot sign in; all
 * records stay (2.1, 2.5). Nobody does it to themselves, nor to an admin whom they could not have named; the last master admin stays.
 */
export async function setPersonStatus(transaction: Transaction, caller: Caller, input: StatusChange): Promise<Outcome<{ id: string }>> {
  const found = await lockToEdit(transaction, caller, input);
  if (!found.ok) return found;
  const person = found.value;
  if (person.status === input.status) return refuseWith('STATUS_ALREADY', 'status');
  if (caller.actor.kind === 'PERSON' && caller.actor.id === person.id) return refuseWith('NOT_ONESELF');
  const roles = await readRoles(transaction, person.id);
  if (!roles.every((role) => mayNameAdmin(caller, role))) return refuseWith('NOT_ALLOWED');
  if (input.status !== 'ACTIVE' && (await isLastMasterAdmin(transaction, person.id))) return refuseWith('LAST_MASTER_ADMIN');
  await writePerson(transaction, { ...person, status: input.status });
  await recordAudit(transaction, {
    act: 'person.status',
    subject: { kind: 'person', id: person.id },
    before: { status: person.status },
    after: { status: input.status },
    ...(input.reason ? { reason: input.reason } : {}),
  });
  // Open sockets ask again whether they may stay.
  await transaction.emit({ type: 'access.changed', ids: { personId: person.id } });
  return succeed({ id: person.id });
}
