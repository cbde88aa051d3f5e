import { changeRelease, refuse, sayReleaseProblem, succeed, type Instant, type ReleaseAct } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { recordAudit } from '../audit/index.ts';
import { evaluateEnrollments } from '../enrollments/index.ts';
import { lockOverridden } from './lock-overridden.ts';
import { writeStepReleases } from './step-release.queries.ts';

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
  const locked = await lockOverridden(transaction, caller, input);
  if (!locked.ok) return locked;
  const { enrollment, reason, evaluation } = locked.value;
  const step = evaluation.standing.milestones.find(({ key }) => key === input.milestoneKey);
  if (!step) return refuseWith('NOT_FOUND', 'milestoneKey');
  const changed = changeRelease(input.act, evaluation.standing.status, step, transaction.now.toISOString() as Instant);
  if (!changed.ok) return refuse([{ code: changed.problem.code, field: 'act', say: (language) => sayReleaseProblem(changed.problem, language) }]);
  if (changed.value === null) return succeed({ id: enrollment.id });

  const { milestoneKey, act } = input;
  await writeStepReleases(transaction, { milestoneKey, act, reason, operationId: null, changes: [{ enrollmentId: enrollment.id, ...changed.value }] });
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
