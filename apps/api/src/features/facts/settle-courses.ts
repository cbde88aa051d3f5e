import { evaluateCourse, type CourseStanding } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { recordCompletions, type NewCompletion } from './completion-facts.ts';
import { noteCourseProgress, readCoursesOfPeople, type CourseOfPerson, type WorkOfPerson } from './courses-of-people.queries.ts';

/**
 * Courses follow their modules: those that have become complete by some work get a completion of their own, and how far people are with those that
 * they have begun is noted anew. The people are to be locked before.
 *
 * @returns the courses that were completed
 */
export async function settleCourses(transaction: Transaction, work: readonly WorkOfPerson[], operationId: string | null): Promise<readonly WorkOfPerson[]> {
  const judged = await judgeCourses(transaction, work);
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

/** A course of a person, and where they stand in it at this moment. */
export interface JudgedCourse extends CourseOfPerson {
  readonly standing: CourseStanding;
}

/** Where people stand in the courses that follow from some work. Writes nothing. */
export async function judgeCourses(transaction: Transaction, work: readonly WorkOfPerson[]): Promise<JudgedCourse[]> {
  return (await readCoursesOfPeople(transaction, work)).map((course) => ({ ...course, standing: evaluateCourse({ ...course, begunModuleIds: [] }) }));
}
