import { changeRelease, isUuid, lengthBeyond, refuse, sayReleaseProblem, succeed, tidy, type Instant, type ReleaseAct } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { recordAudit } from '../audit/index.ts';
import { evaluateEnrollments, evaluatePerson, lockEnrollments } from '../enrollments/index.ts';
import { lockPeople } from '../people/index.ts';
import { REASON_LIMIT } from './override-enrollment.ts';
import { findOverridden } from './override.queries.ts';
import { writeStepRelease } from './step-release.queries.ts';

/** What is done by hand with a step of one person. */
export interface StepReleaseAct {
  readonly enrollmentId: string;
  readonly milestoneKey: string;
  readonly act: ReleaseAct;
  readonly reason: string;
}

/**
 * Holds a step of one person, leaves it to its schedule again, or opens it at once (C3, C16), and evaluates. Done already it changes
 * nothing. Refuses what the domain refuses: above all to close what has opened.
 */
export async function setStepRelease(transaction: Transaction, caller: Caller, input: StepReleaseAct): Promise<Outcome<{ id: string }>> {
  const enrollment = isUuid(input.enrollmentId) ? await findOverridden(transaction, caller, input.enrollmentId) : undefined;
  if (!enrollment) return refuseWith('NOT_FOUND', 'enrollmentId');
  if (!enrollment.mayOverride) return refuseWith('NOT_ALLOWED');
  const reason = tidy(input.reason);
  if (reason === '') return refuseWith('REASON_MISSING', 'reason');
  if (lengthBeyond(reason, REASON_LIMIT)) return refuseWith('TOO_LONG', { limit: REASON_LIMIT }, 'reason');

  await lockPeople(transaction, [enrollment.personId], 'TO_RECORD');
  await lockEnrollments(transaction, [enrollment.id]);
  const [evaluation] = await evaluatePerson(transaction, enrollment.personId, [enrollment.id]);
  const step = evaluation?.standing.milestones.find(({ key }) => key === input.milestoneKey);
  if (!evaluation || !step) return refuseWith('NOT_FOUND', evaluation ? 'milestoneKey' : 'enrollmentId');
  const changed = changeRelease(input.act, evaluation.standing.status, step, transaction.now.toISOString() as Instant);
  if (!changed.ok) return refuse([{ code: changed.problem.code, field: 'act', say: (language) => sayReleaseProblem(changed.problem, language) }]);
  if (changed.value === null) return succeed({ id: enrollment.id });

  await writeStepRelease(transaction, { enrollmentId: enrollment.id, milestoneKey: input.milestoneKey, ...changed.value });
  await evaluateEnrollments(transaction, [enrollment.id]);
  await recordAudit(transaction, {
    act: 'PROGRESS_OVERRIDE',
    subject: { kind: 'enrollment', id: enrollment.id },
    before: { milestoneKey: input.milestoneKey, held: step.held, opensOn: step.opensOn },
    after: { milestoneKey: input.milestoneKey, held: changed.value.heldAt !== null, release: input.act },
    reason,
  });
  await transaction.emit({ type: 'enrollment.changed', ids: { enrollmentId: enrollment.id, subjectId: enrollment.subjectId, personId: enrollment.personId } });
  return succeed({ id: enrollment.id });
}
