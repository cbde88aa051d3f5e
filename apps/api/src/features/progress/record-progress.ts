import { dateIn, isUuid, succeed } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { evaluateEnrollments, findTouchedEnrollments } from '../enrollments/index.ts';
import { recordCompletions } from '../facts/index.ts';
import { mergeReport, type ProgressReport } from './merge-report.ts';
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
  const merged = mergeReport(known, report, module, transaction.now);
  await saveItemProgress(transaction, personId, merged);
  const begun = known === undefined;
  const completed: string[] = [];
  if (merged.state === 'COMPLETED' && !before.completedOn.has(module.id)) {
    await complete(transaction, caller, module.id, []);
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
  if (begun || known?.progress !== standing.progress) {
    await saveItemProgress(transaction, personId, {
      learningObjectId: courseId,
      state: standing.status,
      progress: standing.progress,
      position: null,
      positionAt: null,
      startedAt: known?.startedAt ?? transaction.now,
      lastActivityAt: transaction.now,
    });
  }
  if (!standing.completionToRecord) return [];
  await complete(transaction, caller, courseId, standing.evidence);
  return [courseId];
}

async function complete(transaction: Transaction, caller: Caller, learningObjectId: string, evidence: readonly string[]): Promise<void> {
  const completedOn = dateIn(transaction.now.toISOString() as never, caller.timeZone);
  await recordCompletions(transaction, [
    { personId: caller.actor.id, learningObjectId, completedOn, completedAt: transaction.now, origin: 'AUTO', evidence },
  ]);
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
