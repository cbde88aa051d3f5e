import { present } from '../../platform/graphql/answer.ts';
import type { ItemLock } from '../enrollments/index.ts';
import type { LearningObjectRow, StoredFileRow } from '../learning-objects/index.ts';
import { LearnerCourse, LearnerModule } from './learner-course.type.ts';
import type { CourseOfPerson } from './read-learner-course.ts';
import type { CourseLocks } from './read-locks.ts';

/** A person's course as GraphQL gives it. */
export function presentLearnerCourse(of: CourseOfPerson, locks: CourseLocks, files: ReadonlyMap<string, StoredFileRow>): LearnerCourse {
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
    lockedBecause: locks.course?.because ?? null,
    lockedIn: locks.course?.enrollmentId ?? null,
    modules: of.modules.map((module) => presentModule(module, of, locks.course ?? locks.modules.get(module.id) ?? null, files)),
  });
}

function presentModule(module: LearningObjectRow, of: CourseOfPerson, lock: ItemLock | null, files: ReadonlyMap<string, StoredFileRow>): LearnerModule {
  const item = of.progress.get(module.id)?.progress;
  const completedOn = of.completedOn.get(module.id) ?? null;
  const open = lock === null;
  return present(LearnerModule, {
    id: module.id,
    name: module.name,
    description: module.description,
    contentKind: module.contentKind as never,
    durationMinutes: module.durationMinutes,
    article: open ? module.article : null,
    url: open ? module.url : null,
    lockedBecause: lock?.because ?? null,
    lockedIn: lock?.enrollmentId ?? null,
    fileUrl: open && module.fileId ? `/files/${module.fileId}` : null,
    mediaType: (module.fileId && files.get(module.fileId)?.mediaType) || null,
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
