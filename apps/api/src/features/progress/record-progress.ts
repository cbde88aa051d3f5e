import {
  dateIn,
  isUuid,
  NO_PROGRESS,
  recordProgress as takeIn,
  succeed,
  type CompletionFact,
  type ItemProgress,
  type ModuleCompletionRule,
  type ProgressReport,
} from '@milepost/domain';
import { newId } from '../../platform/database/new-id.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { addToRecord, evaluateEnrollments, evaluateRecord, findEnrollmentsTouchedBy, isLocked, lockTouchedEnrollments, readPersonRecord, writeEvaluations, type Evaluation, type TouchedEnrollment } from '../enrollments/index.ts';
import { recordCompletions, settleCourses } from '../facts/index.ts';
import { readCoursesOf, type LearningObjectRow } from '../learning-objects/index.ts';
import { saveItemProgress } from './item-progress.queries.ts';
import { courseSince, judgeCourse, readCourseOfPerson, roundStart, type CourseOfPerson } from './read-learner-course.ts';

/** What a player tells of a module. */
export interface NewProgress extends ProgressReport {
  readonly moduleId: string;
  readonly courseId?: string | null;
}

/** What came of a report. */
export interface RecordedProgress {
  /** The course, or the module by itself, as it is then. */
  readonly of: CourseOfPerson;
  /** Whether that is open with all of its modules, as a course is that one of the person's plans opens. */
  readonly isWhollyOpen: boolean;
}

/**
 * Records how far the signed-in person has got with a module: progress only ever grows, and whatever becomes complete by it – module,
 * course, plan – becomes so in the same transaction, with the standings that it touches. All is read at once, worked out, and written
 * at once. Refuses what the person's plans do not open yet, by whichever way it is come to.
 */
export async function recordProgress(transaction: Transaction, caller: Caller, report: NewProgress): Promise<Outcome<RecordedProgress>> {
  const personId = caller.actor.id;
  const subjectId = report.courseId ?? report.moduleId;
  if (!isUuid(report.moduleId) || !isUuid(subjectId)) return refuseWith('NOT_FOUND');
  const touched = await lockTouchedEnrollments(transaction, personId, [subjectId, report.moduleId]);
  const ids = touched.map((each) => each.id);
  const [known, record, holders] = await Promise.all([
    readCourseOfPerson(transaction, personId, subjectId),
    readPersonRecord(transaction, personId, { only: ids }),
    readCoursesOf(transaction, [report.moduleId]),
  ]);
  const module = known?.modules.find((each) => each.id === report.moduleId);
  if (!known || !module || !record) return refuseWith('NOT_FOUND');
  const places = [report.moduleId, ...(holders.get(report.moduleId) ?? [])];
  const planned = await evaluateRecord(transaction, personId, record);
  if ((subjectId !== report.moduleId && isLocked(planned, [subjectId])) || isLocked(planned, places)) return refuseWith('LOCKED');

  const before = courseSince(known, roundStart(planned));
  const work = takeInReport(before, module, report, { now: transaction.now, zone: caller.timeZone });
  const items = [...work.items].map(([learningObjectId, progress]) => ({ ...progress, learningObjectId: learningObjectId as never }));
  const reevaluates = work.begun || work.facts.length > 0;
  const evaluations = reevaluates ? await evaluateRecord(transaction, personId, addToRecord(record, work.facts, items)) : [];
  const [changed] = await Promise.all([
    writeEvaluations(transaction, evaluations),
    recordCompletions(transaction, work.facts.map((fact) => ({ ...fact, personId, completedAt: new Date(fact.completedAt!), origin: 'AUTO' as const }))),
    ...items.map((item) => saveItemProgress(transaction, personId, item.learningObjectId, item)),
  ]);
  const elsewhere = await completeElsewhere(transaction, personId, report, work, places);
  const subjectOf = new Map([...touched, ...elsewhere].map((each) => [each.id, each.subjectId]));
  await transaction.emit(
    ...[...new Set([...changed, ...elsewhere.map(({ id }) => id)])].map((enrollmentId) => ({ type: 'enrollment.changed', ids: { enrollmentId, subjectId: subjectOf.get(enrollmentId) ?? null, personId } })),
    ...(reevaluates ? items.map(({ learningObjectId }) => ({ type: 'training.changed', ids: { personId, subjectId: learningObjectId } })) : []),
  );
  return succeed({ of: work.course, isWhollyOpen: subjectId === report.moduleId || isPlanned(planned, subjectId) });
}

/** A module that was completed in one course may be the last one of another that holds it (2.0.5): that is complete too, with the plans that ask for it. Answers the enrollments that changed. */
async function completeElsewhere(transaction: Transaction, personId: string, { moduleId, courseId }: NewProgress, work: Work, places: readonly string[]): Promise<readonly TouchedEnrollment[]> {
  const isCompleted = work.facts.some((fact) => fact.learningObjectId === moduleId);
  if (!isCompleted || places.every((place) => place === moduleId || place === courseId)) return [];
  const completed = await settleCourses(transaction, [{ personId, subjectId: moduleId }], null);
  if (completed.length === 0) return [];
  await transaction.emit(...completed.map((each) => ({ type: 'training.changed', ids: { ...each } })));
  const concerned = await findEnrollmentsTouchedBy(transaction, completed);
  const { changed } = await evaluateEnrollments(transaction, concerned.map(({ id }) => id));
  return concerned.filter(({ id }) => changed.includes(id));
}

function isPlanned(evaluations: readonly Evaluation[], learningObjectId: string): boolean {
  return evaluations.some(({ standing }) => standing.milestones.some(({ items }) => items.some((item) => item.learningObjectId === learningObjectId)));
}

/** What a report comes to: the course as it is then, and what of it is new. */
interface Work {
  readonly course: CourseOfPerson;
  readonly begun: boolean;
  readonly items: ReadonlyMap<string, ItemProgress>;
  readonly facts: readonly CompletionFact[];
}

function takeInReport(before: CourseOfPerson, module: LearningObjectRow, report: NewProgress, clock: { readonly now: Date; readonly zone: string }): Work {
  const now = clock.now.toISOString() as never;
  const known = before.progress.get(module.id);
  const { progress, completion } = takeIn(known?.progress ?? NO_PROGRESS, report, ruleOf(module), { now, zone: clock.zone });
  const items = new Map([[module.id, progress]]);
  const facts: CompletionFact[] = [];
  if (completion && !before.completedOn.has(module.id)) facts.push(newFact(module.id, completion, now, []));
  const begun = known === undefined;
  if (before.course.kind !== 'COURSE') return { course: withWork(before, items, facts), begun, items, facts };

  // A course follows its modules: begun with the first, complete with the last.
  const { standing } = withWork(before, items, facts);
  const ofCourse = before.progress.get(before.course.id)?.progress;
  if (begun || ofCourse?.progress !== standing.progress) {
    const was = ofCourse ?? NO_PROGRESS;
    items.set(before.course.id, { ...was, state: standing.status, progress: standing.progress, startedAt: was.startedAt ?? now, lastActivityAt: now });
  }
  if (standing.completionToRecord) {
    const completedOn = standing.completedOn ?? dateIn(now, clock.zone);
    facts.push(newFact(before.course.id, { completedOn, completedAt: now }, now, standing.evidence));
  }
  return { course: withWork(before, items, facts), begun, items, facts };
}

function withWork(before: CourseOfPerson, items: ReadonlyMap<string, ItemProgress>, facts: readonly CompletionFact[]): CourseOfPerson {
  const changed = [...items].map(([learningObjectId, progress]) => [learningObjectId, { learningObjectId, progress }] as const);
  return judgeCourse({ ...before, progress: new Map([...before.progress, ...changed]), facts: [...before.facts, ...facts] });
}

type Completion = Pick<CompletionFact, 'completedOn' | 'completedAt'>;

function newFact(learningObjectId: string, completion: Completion, recordedAt: never, evidence: CompletionFact['evidence']): CompletionFact {
  return { id: newId() as never, learningObjectId: learningObjectId as never, ...completion, recordedAt, origin: 'AUTO', evidence };
}

function ruleOf(module: LearningObjectRow): ModuleCompletionRule {
  switch (module.completionRule) {
    case 'VIEWED':
      return { kind: 'VIEWED', ratio: (module.completionPercent ?? 100) / 100 };
    case 'READ':
      return { kind: 'READ_TO_END' };
    default:
      return { kind: 'CONFIRMED' };
  }
}
