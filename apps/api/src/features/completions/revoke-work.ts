import { evaluate, evaluateCourse } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { readEvaluations } from '../enrollments/index.ts';
import { readCoursesOfPeople, readLiveFacts, readRestingOn, recordAgain, recordRevocations, type LiveFact, type Revoking, type WorkOfPerson } from '../facts/index.ts';
import { followWork, type PartOfAct } from './follow-work.ts';
import { restoreItems, resetItems } from './item-states.queries.ts';

/**
 * Takes back that people have completed things (U29–U34, 2.8): each live completion by a fact of its own. What rests on them stays complete, unless
 * the act takes that back as well. The people are to be locked before.
 */
export async function revokeWork(transaction: Transaction, work: readonly WorkOfPerson[], revoking: Revoking, chunk: number): Promise<void> {
  await revokeFacts(transaction, await readLiveFacts(transaction, work), revoking, chunk);
}

/** The same of some completions, such as those that an act recorded which is taken back. */
export async function revokeFacts(transaction: Transaction, facts: readonly LiveFact[], revoking: Revoking, chunk: number): Promise<void> {
  if (facts.length === 0) return;
  await recordRevocations(transaction, idsOf(facts), revoking);
  const parents = revoking.cascade === 'PARENTS' ? await revokeParents(transaction, facts, revoking) : [];
  const work = [...facts, ...parents];
  await resetItems(transaction, work);
  await followWork(transaction, work, { operationId: revoking.operationId, chunk });
}

/** Gives back what an act took from people: the same completions, recorded once more. */
export async function reinstateWork(transaction: Transaction, facts: readonly LiveFact[], part: PartOfAct): Promise<void> {
  if (facts.length === 0) return;
  await recordAgain(transaction, idsOf(facts), part.operationId);
  await restoreItems(transaction, facts);
  await followWork(transaction, facts, part);
}

/** Takes back what rests on completions that were taken back and is not complete without them: first courses, then plans. */
async function revokeParents(transaction: Transaction, facts: readonly LiveFact[], revoking: Revoking): Promise<readonly LiveFact[]> {
  const courses = await leaveSupportedCourses(transaction, (await readRestingOn(transaction, facts)).filter(({ planId }) => planId === null));
  await recordRevocations(transaction, idsOf(courses), revoking);
  const plans = await leaveSupportedPlans(transaction, (await readRestingOn(transaction, [...facts, ...courses])).filter(({ planId }) => planId !== null));
  await recordRevocations(transaction, idsOf(plans), revoking);
  return [...courses, ...plans];
}

/** Those of some courses that would not be complete by what is left of their modules. */
async function leaveSupportedCourses(transaction: Transaction, parents: readonly LiveFact[]): Promise<readonly LiveFact[]> {
  if (parents.length === 0) return [];
  const courses = await readCoursesOfPeople(transaction, parents);
  const supported = new Set(
    courses
      .filter((course) => evaluateCourse({ ...course, facts: course.facts.filter((fact) => fact.learningObjectId !== course.courseId), begunModuleIds: [] }).completionToRecord)
      .map(({ personId, courseId }) => keyOf(personId, courseId)),
  );
  return parents.filter(({ personId, subjectId }) => !supported.has(keyOf(personId, subjectId)));
}

/** Those of some plans that would not be complete by what is left of the work in them. */
async function leaveSupportedPlans(transaction: Transaction, parents: readonly LiveFact[]): Promise<readonly LiveFact[]> {
  if (parents.length === 0) return [];
  const enrollments = await transaction.query<{ id: string; key: string }>(
    `SELECT e.id, concat_ws(' ', p.person_id, p.subject_id) AS key FROM unnest($2::uuid[], $3::uuid[], $4::integer[]) AS p (person_id, subject_id, cycle)
     JOIN enrollment e ON e.organization_id = $1 AND e.person_id = p.person_id AND e.subject_id = p.subject_id AND e.cycle = p.cycle`,
    [transaction.organizationId, parents.map(({ personId }) => personId), parents.map(({ subjectId }) => subjectId), parents.map(({ cycle }) => cycle)],
  );
  const evaluations = await readEvaluations(transaction, enrollments.map(({ id }) => id));
  const supported = new Set(
    evaluations.flatMap(({ prepared, situation, enrollmentIds }) => (evaluate(prepared, { ...situation, planFacts: [] }).status === 'COMPLETED' ? enrollmentIds : [])),
  );
  const keys = new Set(enrollments.filter(({ id }) => supported.has(id)).map(({ key }) => key));
  return parents.filter(({ personId, subjectId }) => !keys.has(keyOf(personId, subjectId)));
}

const keyOf = (personId: string, subjectId: string): string => `${personId} ${subjectId}`;

function idsOf(facts: readonly LiveFact[]): string[] {
  return facts.map(({ id }) => id);
}
