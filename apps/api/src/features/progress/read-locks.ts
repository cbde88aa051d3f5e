import type { Instant, Language } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { evaluatePerson, findTouchedEnrollments, isLocked, sayItemLocks, type ItemLock } from '../enrollments/index.ts';
import { readCoursesOf } from '../learning-objects/index.ts';
import { roundStart, type CourseOfPerson } from './read-learner-course.ts';

/** Why a person cannot do a course, and each of its modules, yet; null where nothing is in the way. */
export interface CourseLocks {
  /** Since when work on it counts for the person; null: ever. */
  readonly since: Instant | null;
  readonly course: ItemLock | null;
  readonly modules: ReadonlyMap<string, ItemLock | null>;
}

/**
 * What of a course a person's plans do not open yet. Whoever may do it by any of their plans may do it; what is in none of them is not
 * locked by any. A module is as locked as what holds it, by whichever way it is come to.
 */
export async function readCourseLocks(transaction: Transaction, personId: string, of: CourseOfPerson, language: Language): Promise<CourseLocks> {
  const moduleIds = of.modules.map((module) => module.id);
  const { evaluations, placesOf } = await readPlaces(transaction, personId, [of.course.id, ...moduleIds]);
  const lockOf = (ids: readonly string[]): ItemLock | null => {
    const locks = evaluations.flatMap((evaluation) => sayItemLocks(evaluation, ids, language));
    return locks.length > 0 && locks.every((lock) => lock !== null) ? locks[0]! : null;
  };
  return { since: roundStart(evaluations), course: lockOf(placesOf(of.course.id)), modules: new Map(moduleIds.map((id) => [id, lockOf(placesOf(id))])) };
}

/** Whether a person's plans open one of some modules. */
export async function isAnyOpen(transaction: Transaction, personId: string, moduleIds: readonly string[]): Promise<boolean> {
  if (moduleIds.length === 0) return false;
  const { evaluations, placesOf } = await readPlaces(transaction, personId, moduleIds);
  return moduleIds.some((id) => !isLocked(evaluations, placesOf(id)));
}

async function readPlaces(transaction: Transaction, personId: string, ids: readonly string[]) {
  const [touched, holders] = await Promise.all([findTouchedEnrollments(transaction, personId, ids), readCoursesOf(transaction, ids)]);
  const enrollmentIds = touched.map((each) => each.id);
  return {
    evaluations: enrollmentIds.length > 0 ? await evaluatePerson(transaction, personId, enrollmentIds) : [],
    placesOf: (id: string): readonly string[] => [id, ...(holders.get(id) ?? [])],
  };
}
