import { evaluateCourse, isUuid, type CompletionFact, type CourseStanding, type Revocation } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { readPersonFacts } from '../facts/index.ts';
import { courseModulesLoader, learningObjectLoader, type LearningObjectRow } from '../learning-objects/index.ts';
import { readItemProgress, type ItemProgressRow } from './item-progress.queries.ts';

/** A course with everything that a person has done of it; a module by itself is a course of one. */
export interface CourseOfPerson {
  readonly course: LearningObjectRow;
  readonly modules: readonly LearningObjectRow[];
  readonly progress: ReadonlyMap<string, ItemProgressRow>;
  readonly facts: readonly CompletionFact[];
  readonly revocations: readonly Revocation[];
  readonly standing: CourseStanding;
  readonly completedOn: ReadonlyMap<string, string>;
}

/** Reads a course in use and how far the person is with it; undefined when there is none. What is read travels together. */
export async function readCourseOfPerson(transaction: Transaction, personId: string, id: string): Promise<CourseOfPerson | undefined> {
  if (!isUuid(id)) return undefined;
  const [courses, modulesOf, progress, record] = await Promise.all([
    learningObjectLoader.load(transaction, [id]),
    courseModulesLoader.load(transaction, [id]),
    readItemProgress(transaction, personId, id),
    readPersonFacts(transaction, personId, id),
  ]);
  const course = courses.get(id);
  if (!course || course.status === 'DRAFT') return undefined;
  const modules = course.kind === 'COURSE' ? (modulesOf.get(id) ?? []) : course.kind === 'MODULE' ? [course] : [];
  return judgeCourse({ course, modules, progress, ...record });
}

/** What follows from the record of a person's work on a course: its standing, and the day on which each part was done. */
export function judgeCourse(of: Omit<CourseOfPerson, 'standing' | 'completedOn'>): CourseOfPerson {
  const { course, modules, progress, facts, revocations } = of;
  const moduleIds = modules.map((each) => each.id);
  const standing = evaluateCourse({
    courseId: course.id as never,
    moduleIds: (course.kind === 'COURSE' ? moduleIds : []) as never,
    facts,
    revocations,
    begunModuleIds: moduleIds.filter((moduleId) => progress.has(moduleId)) as never,
  });
  const revoked = new Set<string>(revocations.map((revocation) => revocation.factId));
  const completedOn = new Map<string, string>();
  for (const fact of facts) {
    const known = completedOn.get(fact.learningObjectId);
    if (!revoked.has(fact.id) && (known === undefined || fact.completedOn < known)) completedOn.set(fact.learningObjectId, fact.completedOn);
  }
  return { ...of, standing, completedOn };
}
