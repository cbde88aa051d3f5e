import { isOpenStatus, type Standing } from '@milepost/domain';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { evaluateRecord, type PersonEvaluation } from './evaluate-person.ts';
import { readPersonRecord } from './person-record.queries.ts';

/** Something that a person has, with what of it was assigned to them by itself as well (2.6). */
export interface OwnEnrollment extends PersonEvaluation {
  /** Content that the plan holds open, by id. */
  readonly alsoAssigned: ReadonlyMap<string, PersonEvaluation>;
}

/**
 * What the person who asks has, whole or one of it, evaluated at this moment: the most urgent first. Content that was assigned by itself,
 * and that one of their plans asks for and opens, is shown there, and only there (2.6).
 */
export async function readMyEnrollments(context: RequestContext, only?: string): Promise<OwnEnrollment[]> {
  const { actor, recordIds } = context.caller;
  const personId = actor.id;
  const found = await context.readAtOnce(async (transaction) => {
    const record = await readPersonRecord(transaction, personId, { ...(only !== undefined && { only: [only] }), andContent: true, recordIds });
    return record && { record, now: transaction.now };
  });
  if (!found) return [];
  const evaluations = await evaluateRecord({ now: found.now, read: (work) => context.read(work) }, personId, found.record);
  const owned = gather(evaluations.filter(({ storedStatus }) => storedStatus !== null && storedStatus !== 'WITHDRAWN'));
  return owned
    .filter(({ enrollmentId, isShownElsewhere }) => (only === undefined ? !isShownElsewhere : enrollmentId === only))
    .sort((a, b) => urgency(a.standing) - urgency(b.standing) || compareDue(a, b) || (a.enrollmentId < b.enrollmentId ? -1 : 1));
}

/** Brings open content together with the open plans that hold it. */
function gather(evaluations: readonly PersonEvaluation[]): (OwnEnrollment & { readonly isShownElsewhere: boolean })[] {
  const content = evaluations.filter(({ learningObjectId, standing }) => learningObjectId !== null && isOpenStatus(standing.status));
  const heldBy = (plan: PersonEvaluation): [string, PersonEvaluation][] =>
    plan.planId === null || !isOpenStatus(plan.standing.status)
      ? []
      : content.flatMap((each): [string, PersonEvaluation][] => (opens(plan.standing, each.learningObjectId!) ? [[each.learningObjectId!, each]] : []));
  const owned = evaluations.map((each) => ({ ...each, alsoAssigned: new Map(heldBy(each)) }));
  const shownElsewhere = new Set(owned.flatMap(({ alsoAssigned }) => [...alsoAssigned.values()].map(({ enrollmentId }) => enrollmentId)));
  return owned.map((each) => ({ ...each, isShownElsewhere: shownElsewhere.has(each.enrollmentId) }));
}

/** Whether a plan asks the learner for some content, shows it, and lets them do it; an elective does not ask for it. */
function opens({ milestones }: Standing, learningObjectId: string): boolean {
  return milestones.some(
    ({ elective, detailsHidden, titleHidden, items }) => !elective && !detailsHidden && !titleHidden && items.some((item) => item.learningObjectId === learningObjectId && item.locked === null),
  );
}

/** What is open before what is done. */
function urgency({ status }: Standing): number {
  if (isOpenStatus(status)) return 0;
  return status === 'NOT_COMPLETED' ? 1 : 2;
}

function compareDue(a: OwnEnrollment, b: OwnEnrollment): number {
  const [first, second] = [earliestDue(a)?.date ?? '9999-12-31', earliestDue(b)?.date ?? '9999-12-31'];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** By when something of it is to be done: its own date, or the earlier one of what of it was assigned by itself (2.6). */
export function earliestDue({ standing, alsoAssigned }: OwnEnrollment): Standing['effectiveDue'] {
  const all = [standing.effectiveDue, ...[...alsoAssigned.values()].map((each) => each.standing.effectiveDue)];
  return all.reduce((first, each) => (each?.date && (!first?.date || each.date < first.date) ? each : first));
}
