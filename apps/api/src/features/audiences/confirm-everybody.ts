import { succeed, type AudienceExpression } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { peopleScope } from '../access/index.ts';
import { leavesOutNobody } from './audience.queries.ts';

/** Refuses an audience that leaves out nobody of those whom the caller may see, unless they have said that everybody is meant. */
export async function confirmEverybody(
  transaction: Transaction,
  caller: Caller,
  expression: AudienceExpression,
  isConfirmed: boolean | null | undefined,
  field: string,
): Promise<Outcome<null>> {
  if (isConfirmed || !(await leavesOutNobody(transaction, expression, peopleScope(caller, 'PEOPLE_READ')))) return succeed(null);
  return refuseWith('EVERYBODY_NOT_CONFIRMED', field);
}
