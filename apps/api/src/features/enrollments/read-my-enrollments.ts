import { isOpenStatus, type Standing } from '@milepost/domain';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { evaluateRecord, type PersonEvaluation } from './evaluate-person.ts';
import { readPersonRecord } from './person-record.queries.ts';

/** What the person who asks has, whole or one of it, evaluated at this moment: the most urgent first. */
export async function readMyEnrollments(context: RequestContext, only?: string): Promise<PersonEvaluation[]> {
  const personId = context.caller.actor.id;
  const found = await context.readAtOnce(async (transaction) => {
    const record = await readPersonRecord(transaction, personId, only === undefined ? undefined : [only]);
    return record && { record, now: transaction.now };
  });
  if (!found) return [];
  const evaluations = await evaluateRecord({ now: found.now, read: (work) => context.read(work) }, personId, found.record);
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
