import { isUuid, lengthBeyond, succeed, tidy } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { evaluatePerson, lockEnrollments } from '../enrollments/index.ts';
import { lockPeople } from '../people/index.ts';
import { findOverridden } from './override.queries.ts';

/** How long the reason of a change may be. */
export const REASON_LIMIT = 500;

/** What is settled by hand, and why. */
interface SettledByHand {
  readonly enrollmentId: string;
  readonly reason: string;
}

/** An enrollment that the caller may settle by hand, locked with its person and evaluated as of now; with the reason, tidied. */
export interface LockedOverridden {
  readonly enrollment: NonNullable<Awaited<ReturnType<typeof findOverridden>>>;
  readonly reason: string;
  readonly evaluation: Awaited<ReturnType<typeof evaluatePerson>>[number];
}

/** Refuses an enrollment that is none, or not for this caller, and a reason that is missing or too long. */
export async function lockOverridden(transaction: Transaction, caller: Caller, input: SettledByHand): Promise<Outcome<LockedOverridden>> {
  const enrollment = isUuid(input.enrollmentId) ? await findOverridden(transaction, caller, input.enrollmentId) : undefined;
  if (!enrollment) return refuseWith('NOT_FOUND', 'enrollmentId');
  if (!enrollment.mayOverride) return refuseWith('NOT_ALLOWED');
  const reason = tidy(input.reason);
  if (reason === '') return refuseWith('REASON_MISSING', 'reason');
  if (lengthBeyond(reason, REASON_LIMIT)) return refuseWith('TOO_LONG', { limit: REASON_LIMIT }, 'reason');
  await lockPeople(transaction, [enrollment.personId], 'TO_RECORD');
  await lockEnrollments(transaction, [enrollment.id]);
  const [evaluation] = await evaluatePerson(transaction, enrollment.personId, [enrollment.id]);
  return evaluation ? succeed({ enrollment, reason, evaluation }) : refuseWith('NOT_FOUND', 'enrollmentId');
}
