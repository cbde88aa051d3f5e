import { evaluateCourse, isUuid, type CourseStanding } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { present } from '../../platform/graphql/answer.ts';
import { readPersonFacts } from '../facts/index.ts';
import { courseModulesLoader, learningObjectLoader, type LearningObjectRow } from '../learning-objects/index.ts';
import { readItemProgress, type ItemProgressRow } from './item-progress.queries.ts';
import { LearnerCourse, LearnerModule } from './learner-course.type.ts';

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

/** A person's course as GraphQL gives it. */
export function presentLearnerCourse(of: CourseOfPerson, lockedBecause: string | null, mediaTypes: ReadonlyMap<string, string>): LearnerCourse {
  const { course, standing } = of;
  return present(LearnerCourse, {
    id: course.id,
    kind: course.kind as never,
    name: course.name,
    description: course.description,
    state: standing.status,
    progress: standing.status === 'COMPLETED' ? 1 : progressOf(of),
    completedOn: standing.completedOn,
    nextModuleId: standing.nextModuleId ?? (course.kind === 'MODULE' ? course.id : null),
    lockedBecause,
    modules: of.modules.map((module) => presentModule(module, of, lockedBecause, mediaTypes)),
  });
}

function presentModule(module: LearningObjectRow, of: CourseOfPerson, lockedBecause: string | null, mediaTypes: ReadonlyMap<string, string>): LearnerModule {
  const item = of.progress.get(module.id)?.progress;
  const completedOn = of.completedOn.get(module.id) ?? null;
  const open = lockedBecause === null;
  return present(LearnerModule, {
    id: module.id,
    name: module.name,
    description: module.description,
    contentKind: module.contentKind as never,
    durationMinutes: module.durationMinutes,
    article: open ? module.article : null,
    url: open ? module.url : null,
    fileUrl: open && module.fileId ? `/files/${module.fileId}` : null,
    mediaType: module.fileId ? (mediaTypes.get(module.fileId) ?? null) : null,
    completionRule: module.completionRule as never,
    completionPercent: module.completionPercent,
    state: completedOn ? 'COMPLETED' : (item?.state ?? 'NOT_STARTED'),
    progress: completedOn ? 1 : (item?.progress ?? 0),
    resumeAt: item?.resume?.value ?? null,
    completedOn,
  });
}

/** A course counts its modules; a module by itself what has been seen of it. */
function progressOf({ course, standing, progress }: CourseOfPerson): number {
  return course.kind === 'MODULE' ? (progress.get(course.id)?.progress.progress ?? 0) : standing.progress;
}
