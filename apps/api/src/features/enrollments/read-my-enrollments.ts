import { isOpenStatus, type Standing } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { evaluatePerson, type PersonEvaluation } from './evaluate-person.ts';

/** What a learner has, whole or one of it, evaluated at this moment: the most urgent first. */
export async function readMyEnrollments(transaction: Transaction, personId: string, only?: string): Promise<PersonEvaluation[]> {
  const evaluations = await evaluatePerson(transaction, personId, only === undefined ? undefined : [only]);
  return evaluations
    .filter(({ storedStatus }) => storedStatus !== null && storedStatus !== 'WITHDRAWN')
    .sort((a, b) => urgency(a.standing) - urgency(b.standing) || compareDue(a.standing, b.standing) || (a.enrollmentId < b.enrollmentId ? -1 : 1));
}

/** What is open before what is done. */
function urgency({ status }: Standing): number {
  if (isOpenStatus(status)) return 0;
  return status === 'NOT_COMPLETED' ? 1 : 2;
}

function compareDue(a: Standing, b: Standing): number {
  const [first, second] = [a.effectiveDue?.date ?? '9999-12-31', b.effectiveDue?.date ?? '9999-12-31'];
  return first < second ? -1 : first > second ? 1 : 0;
}
