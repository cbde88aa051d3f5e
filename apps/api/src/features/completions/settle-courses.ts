import { evaluateCourse } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { recordCompletions, type NewCompletion } from '../facts/index.ts';
import { noteCourseProgress, readCoursesOfPeople, type WorkOfPerson } from './courses-of-people.queries.ts';

/**
 * Courses follow their modules: those that have become complete by some work get a completion of their own, and how far people are with those that
 * they have begun is noted anew. The people are to be locked before.
 *
 * @returns the courses that were completed
 */
export async function settleCourses(transaction: Transaction, work: readonly WorkOfPerson[], operationId: string | null): Promise<readonly WorkOfPerson[]> {
  const courses = await readCoursesOfPeople(transaction, work);
  const judged = courses.map((course) => ({ ...course, standing: evaluateCourse({ ...course, begunModuleIds: [] }) }));
  const completed = judged.flatMap(({ personId, courseId, standing }): NewCompletion[] =>
    standing.completionToRecord ? [{ personId, learningObjectId: courseId, completedOn: standing.completedOn!, origin: 'AUTO', evidence: standing.evidence, operationId }] : [],
  );
  await recordCompletions(transaction, completed);
  await noteCourseProgress(
    transaction,
    judged.flatMap(({ personId, courseId, isBegun, standing }) => (isBegun ? [{ personId, courseId, isComplete: standing.status === 'COMPLETED', progress: standing.progress }] : [])),
  );
  return completed.map(({ personId, learningObjectId }) => ({ personId, subjectId: learningObjectId }));
}
