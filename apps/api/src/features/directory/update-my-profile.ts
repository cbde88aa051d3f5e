import { readTypedPerson, refuse, sayRowProblem, succeed } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { recordAudit } from '../audit/index.ts';
import { lockPeople } from '../people/index.ts';
import { readEditedPerson } from './person-edit.queries.ts';
import { writePerson } from './save-person.ts';

/** Sets one's own language and time zone; nothing else of oneself is one's own to change. An API client is nobody. */
export async function updateMyProfile(
  transaction: Transaction,
  caller: Caller,
  input: { readonly locale?: string | null; readonly timeZone?: string | null },
): Promise<Outcome<{ id: string }>> {
  if (caller.actor.kind !== 'PERSON') return refuseWith('NOT_ALLOWED');
  await lockPeople(transaction, [caller.actor.id], 'TO_CHANGE');
  const before = (await readEditedPerson(transaction, caller.actor.id))!;
  const read = readTypedPerson({
    name: before.displayName,
    employeeNumber: before.employeeNumber,
    email: before.email,
    externalId: before.externalId,
    language: input.locale ?? before.locale,
    timeZone: input.timeZone ?? before.timeZone,
    hireDate: null,
  });
  if (!read.ok) return refuse(read.problem.map((found) => ({ code: found.code, field: found.column === 'language' ? 'locale' : found.column, say: (language) => sayRowProblem(found, language) })));
  const { language: locale = before.locale, timeZone = before.timeZone } = read.value;
  await writePerson(transaction, { ...before, locale: locale ?? before.locale, timeZone: timeZone ?? before.timeZone });
  await recordAudit(transaction, {
    act: 'person.profile',
    subject: { kind: 'person', id: before.id },
    before: { locale: before.locale, timeZone: before.timeZone },
    after: { locale, timeZone },
  });
  return succeed({ id: before.id });
}
