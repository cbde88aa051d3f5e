import { evaluateCourse, isUuid, type CourseStanding } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { readPersonFacts } from '../facts/index.ts';
import { courseModulesLoader, learningObjectLoader, type LearningObjectRow } from '../learning-objects/index.ts';
import { readItemProgress, type ItemProgressRow } from './item-progress.queries.ts';

/** A course with everything that a person has done of it; a module by itself is a course of one. */
export interface CourseOfPerson {
  readonly course: LearningObjectRow;
  readonly modules: readonly LearningObjectRow[];
  readonly progress: ReadonlyMap<string, ItemProgressRow>;
  readonly standing: CourseStanding;
  readonly completedOn: ReadonlyMap<string, string>;
}

/** Reads a course in use and how far the person is with it; undefined when there is none. */
export async function readCourseOfPerson(transaction: Transaction, personId: string, id: string): Promise<CourseOfPerson | undefined> {
  if (!isUuid(id)) return undefined;
  const course = (await learningObjectLoader.load(transaction, [id])).get(id);
  if (!course || course.status === 'DRAFT') return undefined;
  const modules = course.kind === 'COURSE' ? ((await courseModulesLoader.load(transaction, [id])).get(id) ?? []) : course.kind === 'MODULE' ? [course] : [];
  const moduleIds = modules.map((each) => each.id);
  const ids = [...new Set([id, ...moduleIds])];
  const progress = await readItemProgress(transaction, personId, ids);
  const { facts, revocations } = await readPersonFacts(transaction, personId, ids);
  const standing = evaluateCourse({
    courseId: id as never,
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
  return { course, modules, progress, standing, completedOn };
}
