import { evaluate, evaluateCourse, hasControlCharacters, isUuid, lengthBeyond, succeed, type CourseStanding, type Instant } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { peopleScope } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import { evaluateEnrollments, readEvaluations } from '../enrollments/index.ts';
import { readCoursesOfPeople, recordCompletions } from '../facts/index.ts';
import { findVisible, lockPeople } from '../people/index.ts';
import { findCurrentEnrollments, readWorkKey, workKey, type WorkKey } from '../training-progress/index.ts';
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
export async function reevaluateTraining(transaction: Transaction, caller: Caller, wish: Reevaluation): Promise<Outcome<null>> {
  const { personId, itemId, reason } = wish;
  if (!isUuid(personId) || !isUuid(itemId)) return refuseWith('NOT_FOUND');
  const [person] = await findVisible(transaction, peopleScope(caller, 'COMPLETIONS_CHANGE'), personId);
  if (!person) return refuseWith('NOT_FOUND');
  if (lengthBeyond(reason, REASON_LIMIT)) return refuseWith('TOO_LONG', { limit: REASON_LIMIT }, 'reason');
  if (hasControlCharacters(reason, 'ONE_LINE')) return refuseWith('CONTROL_CHARACTERS', 'reason');
  await lockPeople(transaction, [personId], 'TO_RECORD');
  const held = (await findHeldBack(transaction, [workKey(personId, itemId)])).get(workKey(personId, itemId));
  if (!held) return refuseWith('NOTHING_HELD_BACK');
  await (held.is === 'COURSE' ? completeCourse(transaction, wish, held.standing) : completePlan(transaction, wish, held.enrollmentId));
  await recordAudit(transaction, { act: 'completion.reevaluate', subject: { kind: 'person', id: personId }, after: { itemId }, reason });
  return succeed(null);
}

/** What is held back: a course with the standing that it would have, or the enrollment in a plan. */
type Held = { readonly is: 'COURSE'; readonly standing: CourseStanding } | { readonly is: 'PLAN'; readonly enrollmentId: string };

/** Which of some work of people is a course or plan that was complete once and would be so by what is on record, if {@link reevaluateTraining} let it; by {@link workKey}. */
export async function findHeldBack(transaction: Transaction, keys: readonly WorkKey[]): Promise<ReadonlyMap<WorkKey, Held>> {
  const work = keys.map(readWorkKey);
  const courses = await readCoursesOfPeople(transaction, work.map(({ personId, itemId }) => ({ personId, subjectId: itemId })));
  const enrollments = await findCurrentEnrollments(transaction, keys);
  const keyOf = new Map([...enrollments].map(([key, id]) => [id, key]));
  const now = transaction.now.toISOString() as Instant;
  const held = new Map<WorkKey, Held>();
  for (const course of courses) {
    if (evaluateCourse({ ...course, begunModuleIds: [] }).status === 'COMPLETED') continue;
    const standing = evaluateCourse({ ...course, begunModuleIds: [], reevaluatedAt: now });
    if (standing.completionToRecord) held.set(workKey(course.personId, course.courseId), { is: 'COURSE', standing });
  }
  for (const { prepared, situation, standing, enrollmentIds } of await readEvaluations(transaction, [...enrollments.values()])) {
    if (standing.status === 'COMPLETED' || evaluate(prepared, { ...situation, enrollment: { ...situation.enrollment, reevaluatedAt: now } }).status !== 'COMPLETED') continue;
    for (const enrollmentId of enrollmentIds) held.set(keyOf.get(enrollmentId)!, { is: 'PLAN', enrollmentId });
  }
  return held;
}

async function completeCourse(transaction: Transaction, { personId, itemId, reason }: Reevaluation, { completedOn, evidence }: CourseStanding): Promise<void> {
  await recordCompletions(transaction, [{ personId, learningObjectId: itemId, completedOn: completedOn!, origin: 'AUTO', evidence, reason: reason || null }]);
  await followWork(transaction, [{ personId, subjectId: itemId }], null);
}

async function completePlan(transaction: Transaction, { personId, itemId }: Reevaluation, enrollmentId: string): Promise<void> {
  await transaction.query('UPDATE enrollment SET reevaluated_at = $3 WHERE organization_id = $1 AND id = $2', [transaction.organizationId, enrollmentId, transaction.now]);
  await evaluateEnrollments(transaction, [enrollmentId]);
  await transaction.emit({ type: 'enrollment.changed', ids: { enrollmentId, subjectId: itemId, personId } });
}
