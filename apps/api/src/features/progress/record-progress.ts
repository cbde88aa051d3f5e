import { dateIn, isUuid, NO_PROGRESS, recordProgress as takeIn, succeed, type ModuleCompletionRule, type ProgressReport } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { evaluateEnrollments, findTouchedEnrollments } from '../enrollments/index.ts';
import { recordCompletions } from '../facts/index.ts';
import type { LearningObjectRow } from '../learning-objects/index.ts';
import { saveItemProgress } from './item-progress.queries.ts';
import { readCourseOfPerson } from './read-learner-course.ts';

/** What a player tells of a module. */
export interface NewProgress extends ProgressReport {
  readonly moduleId: string;
  readonly courseId?: string | null;
}

/**
 * Records how far the signed-in person has got with a module: progress only ever grows, and whatever becomes complete by it – module,
 * course, plan – becomes so in the same transaction, with the standings that it touches.
 */
export async function recordProgress(transaction: Transaction, caller: Caller, report: NewProgress): Promise<Outcome<{ id: string }>> {
  const personId = caller.actor.id;
  const subjectId = report.courseId ?? report.moduleId;
  if (!isUuid(report.moduleId) || !isUuid(subjectId)) return refuseWith('NOT_FOUND');
  // One report of a person after the other: two modules that end at once must see each other to complete their course.
  await transaction.query('SELECT id FROM person WHERE organization_id = $1 AND id = $2 FOR NO KEY UPDATE', [transaction.organizationId, personId]);
  const before = await readCourseOfPerson(transaction, personId, subjectId);
  const module = before?.modules.find((each) => each.id === report.moduleId);
  if (!before || !module) return refuseWith('NOT_FOUND');

  const known = before.progress.get(module.id);
  const clock = { now: transaction.now.toISOString() as never, zone: caller.timeZone };
  const { progress, completion } = takeIn(known?.progress ?? NO_PROGRESS, report, ruleOf(module), clock);
  await saveItemProgress(transaction, personId, module.id, progress);
  const begun = known === undefined;
  const completed: string[] = [];
  if (completion && !before.completedOn.has(module.id)) {
    await complete(transaction, personId, module.id, completion, []);
    completed.push(module.id);
  }
  if (before.course.kind === 'COURSE') completed.push(...(await followCourse(transaction, caller, subjectId, begun)));
  if (begun || completed.length > 0) await reevaluate(transaction, personId, [...new Set([subjectId, module.id])]);
  return succeed({ id: subjectId });
}

/** Brings a course after its modules: begun with the first, complete with the last. */
async function followCourse(transaction: Transaction, caller: Caller, courseId: string, begun: boolean): Promise<string[]> {
  const personId = caller.actor.id;
  const after = await readCourseOfPerson(transaction, personId, courseId);
  if (!after) return [];
  const { standing } = after;
  const known = after.progress.get(courseId);
  if (begun || known?.progress.progress !== standing.progress) {
    const now = transaction.now.toISOString() as never;
    const before = known?.progress ?? NO_PROGRESS;
    await saveItemProgress(transaction, personId, courseId, {
      ...before,
      state: standing.status,
      progress: standing.progress,
      startedAt: before.startedAt ?? now,
      lastActivityAt: now,
    });
  }
  if (!standing.completionToRecord) return [];
  const completedOn = standing.completedOn ?? dateIn(transaction.now.toISOString() as never, caller.timeZone);
  await complete(transaction, personId, courseId, { completedOn, completedAt: transaction.now.toISOString() }, standing.evidence);
  return [courseId];
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

interface Completion {
  readonly completedOn: string;
  readonly completedAt: string;
}

async function complete(
  transaction: Transaction,
  personId: string,
  learningObjectId: string,
  { completedOn, completedAt }: Completion,
  evidence: readonly string[],
): Promise<void> {
  await recordCompletions(transaction, [{ personId, learningObjectId, completedOn, completedAt: new Date(completedAt), origin: 'AUTO', evidence }]);
}

async function reevaluate(transaction: Transaction, personId: string, learningObjectIds: readonly string[]): Promise<void> {
  const touched = await findTouchedEnrollments(transaction, [personId], learningObjectIds);
  const { changed } = await evaluateEnrollments(
    transaction,
    touched.map((each) => each.id),
  );
  const changedIds = new Set(changed);
  await transaction.emit(
    ...touched
      .filter((each) => changedIds.has(each.id))
      .map((each) => ({ type: 'enrollment.changed', ids: { enrollmentId: each.id, subjectId: each.planId, personId } })),
  );
}
