import { evaluate, evaluateCourse, hasControlCharacters, isUuid, lengthBeyond, succeed, type Instant } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { peopleScope } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import { evaluateEnrollments, readEvaluations } from '../enrollments/index.ts';
import { readCoursesOfPeople, recordCompletions } from '../facts/index.ts';
import { findVisible, lockPeople } from '../people/index.ts';
import { findCurrentEnrollment } from '../training-progress/index.ts';
import { REASON_LIMIT } from './completion-act.ts';
import { followWork } from './follow-work.ts';

/** Whose standing, in which course or plan, and why it is to be complete again. */
export interface Reevaluation {
  readonly personId: string;
  readonly itemId: string;
  readonly reason: string;
}

/**
 * Lets a course or plan whose completion was taken back be complete again by what is on record (2.8), though nothing was recorded since. Refused where
 * it would not be complete by that. It is taken back as every completion is.
 */
export async function reevaluateTraining(transaction: Transaction, caller: Caller, { personId, itemId, reason }: Reevaluation): Promise<Outcome<null>> {
  if (!isUuid(personId) || !isUuid(itemId)) return refuseWith('NOT_FOUND');
  const [person] = await findVisible(transaction, peopleScope(caller, 'COMPLETIONS_CHANGE'), personId);
  if (!person) return refuseWith('NOT_FOUND');
  if (lengthBeyond(reason, REASON_LIMIT)) return refuseWith('TOO_LONG', { limit: REASON_LIMIT }, 'reason');
  if (hasControlCharacters(reason, 'ONE_LINE')) return refuseWith('CONTROL_CHARACTERS', 'reason');
  await lockPeople(transaction, [personId], 'TO_RECORD');
  const isComplete = (await completeCourse(transaction, personId, itemId, reason)) || (await completePlan(transaction, personId, itemId));
  if (!isComplete) return refuseWith('NOTHING_HELD_BACK');
  await recordAudit(transaction, { act: 'completion.reevaluate', subject: { kind: 'person', id: personId }, after: { itemId }, reason });
  return succeed(null);
}

/** Whether a course or plan was completed by it once and is held back, so that {@link reevaluateTraining} would complete it. */
export async function isHeldBack(transaction: Transaction, personId: string, itemId: string): Promise<boolean> {
  return (await findHeldCourse(transaction, personId, itemId)) !== undefined || (await findHeldPlan(transaction, personId, itemId)) !== undefined;
}

async function findHeldCourse(transaction: Transaction, personId: string, courseId: string) {
  const course = (await readCoursesOfPeople(transaction, [{ personId, subjectId: courseId }])).find((each) => each.courseId === courseId);
  if (!course || evaluateCourse({ ...course, begunModuleIds: [] }).status === 'COMPLETED') return undefined;
  const standing = evaluateCourse({ ...course, begunModuleIds: [], reevaluatedAt: nowOf(transaction) });
  return standing.completionToRecord ? standing : undefined;
}

async function completeCourse(transaction: Transaction, personId: string, courseId: string, reason: string): Promise<boolean> {
  const standing = await findHeldCourse(transaction, personId, courseId);
  if (!standing) return false;
  await recordCompletions(transaction, [{ personId, learningObjectId: courseId, completedOn: standing.completedOn!, origin: 'AUTO', evidence: standing.evidence, reason: reason || null }]);
  await followWork(transaction, [{ personId, subjectId: courseId }], null);
  return true;
}

async function findHeldPlan(transaction: Transaction, personId: string, planId: string): Promise<string | undefined> {
  const enrollmentId = await findCurrentEnrollment(transaction, personId, planId);
  if (enrollmentId === undefined) return undefined;
  const [evaluation] = await readEvaluations(transaction, [enrollmentId]);
  if (!evaluation || evaluation.standing.status === 'COMPLETED') return undefined;
  const { prepared, situation } = evaluation;
  const { status } = evaluate(prepared, { ...situation, enrollment: { ...situation.enrollment, reevaluatedAt: nowOf(transaction) } });
  return status === 'COMPLETED' ? enrollmentId : undefined;
}

async function completePlan(transaction: Transaction, personId: string, planId: string): Promise<boolean> {
  const enrollmentId = await findHeldPlan(transaction, personId, planId);
  if (enrollmentId === undefined) return false;
  await transaction.query('UPDATE enrollment SET reevaluated_at = $3 WHERE organization_id = $1 AND id = $2', [transaction.organizationId, enrollmentId, transaction.now]);
  await evaluateEnrollments(transaction, [enrollmentId]);
  await transaction.emit({ type: 'enrollment.changed', ids: { enrollmentId, subjectId: planId, personId } });
  return true;
}

const nowOf = ({ now }: Transaction): Instant => now.toISOString() as Instant;
