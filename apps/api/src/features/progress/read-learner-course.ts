import { compareInstants, evaluateCourse, isOpenStatus, isUuid, type CompletionFact, type CourseStanding, type Instant, type Revocation } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Evaluation } from '../enrollments/index.ts';
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

/**
 * Since when work on some content counts for a person: since the latest cycle began, of what they have open, that holds it; null: ever. What
 * was done before has been counted, and is done again (2.6).
 */
export function roundStart(evaluations: readonly Evaluation[]): Instant | null {
  const open = evaluations.filter(({ standing, situation }) => isOpenStatus(standing.status) && situation.enrollment.cycle > 1);
  return open.flatMap(({ situation }) => situation.enrollment.cycleStartsAt ?? []).reduce<Instant | null>((last, each) => (last && compareInstants(last, each) > 0 ? last : each), null);
}

/** A course with what has been done of it since a moment. */
export function courseSince(of: CourseOfPerson, since: Instant | null): CourseOfPerson {
  if (since === null) return of;
  const isOfRound = (moment: Instant | null | undefined): boolean => moment != null && compareInstants(moment, since) >= 0;
  return judgeCourse({
    ...of,
    progress: new Map([...of.progress].filter(([, { progress }]) => isOfRound(progress.lastActivityAt))),
    facts: of.facts.filter((fact) => isOfRound(fact.completedAt ?? fact.recordedAt)),
  });
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
