import type { Transaction } from '../../platform/database/transaction.ts';
import { judgeCourses, settleCourses, type WorkOfPerson } from '../facts/index.ts';
import { evaluateEnrollments, findCountDrift, findEnrollmentsTouchedBy, findStandingDrift, repairCounts, settleCycles, type CountDrift, type StandingDrift } from '../enrollments/index.ts';
import { lockPeople } from '../people/index.ts';
import { readEnrollmentsAfter, readModuleWork, readPeopleAfter, readSubjectAfter } from './drift-parts.queries.ts';

/** A course that somebody has completed by its modules, and no completion of it. */
interface CourseDrift extends WorkOfPerson {
  readonly kind: 'COURSE_COMPLETION_MISSING';
  readonly kept: null;
  /** The day on which it became complete. */
  readonly found: string | null;
}

/** Something that is kept otherwise than it follows from what is on record. */
export type Drift = StandingDrift | CourseDrift | CountDrift;

/** What a check goes through, one after the other; counts come last, so that they are those of standings that were set right. */
export const driftPhases = ['COURSES', 'STANDINGS', 'COUNTS'] as const;
type DriftPhase = (typeof driftPhases)[number];

/** Where a check stands: behind which person, enrollment, or plan or content. */
export interface DriftPosition {
  readonly phase: DriftPhase;
  readonly after: string | null;
}

/** What a part of a check came to. */
export interface CheckedPart {
  readonly checked: number;
  readonly drifts: readonly Drift[];
  /** Where the next part begins; null: that was the last. */
  readonly next: DriftPosition | null;
}

/** Where a check begins. */
export const driftStart: DriftPosition = { phase: driftPhases[0], after: null };

/** So many people or enrollments are looked at in one transaction, and one plan or content: it stays short, and what is known of them small. */
const atOnce = 250;

const readAfter = { COURSES: readPeopleAfter, STANDINGS: readEnrollmentsAfter, COUNTS: readSubjectAfter };

/** Compares one part of what is kept of an organization with what follows from its facts at this moment. Writes nothing. */
export async function checkPart(transaction: Transaction, { phase, after }: DriftPosition): Promise<CheckedPart> {
  const ids = await readAfter[phase](transaction, after, atOnce);
  const last = ids.at(-1);
  const following = driftPhases[driftPhases.indexOf(phase) + 1];
  const drifts = last === undefined ? [] : await findDrifts(transaction, phase, ids);
  return { checked: ids.length, drifts, next: last !== undefined ? { phase, after: last } : following === undefined ? null : { phase: following, after: null } };
}

async function findDrifts(transaction: Transaction, phase: DriftPhase, ids: readonly string[]): Promise<readonly Drift[]> {
  if (phase === 'STANDINGS') return findStandingDrift(transaction, ids);
  if (phase === 'COUNTS') return (await Promise.all(ids.map((id) => findCountDrift(transaction, id)))).flat();
  const courses = await judgeCourses(transaction, await readModuleWork(transaction, ids));
  return courses.flatMap(({ personId, courseId, standing }): CourseDrift[] =>
    standing.completionToRecord ? [{ kind: 'COURSE_COMPLETION_MISSING', personId, subjectId: courseId, kept: null, found: standing.completedOn }] : [],
  );
}

/**
 * Sets right what a part of a check found, by the same rules by which it would have been written: completions of courses, and what follows from them; standings;
 * which cycle is current; counts. What is right already by now stays as it is.
 *
 * @returns what the part comes to after that
 */
export async function repairDrifts(transaction: Transaction, position: DriftPosition, drifts: readonly Drift[]): Promise<readonly Drift[]> {
  const ofPeople = drifts.filter((drift) => 'personId' in drift);
  await lockPeople(transaction, [...new Set(ofPeople.map(({ personId }) => personId))], 'TO_RECORD');
  const completed = await settleCourses(transaction, ofPeople.filter(({ kind }) => kind === 'COURSE_COMPLETION_MISSING'), null);
  const touched = await findEnrollmentsTouchedBy(transaction, completed);
  const enrollments = new Set([...touched.map(({ id }) => id), ...ofPeople.flatMap((drift) => ('enrollmentId' in drift ? drift.enrollmentId : []))]);
  const { changed } = await evaluateEnrollments(transaction, [...enrollments]);
  const turned = await settleCycles(transaction, ofPeople.flatMap((drift) => (drift.kind === 'CYCLE' ? drift.enrollmentId : [])));
  for (const subjectId of new Set(drifts.flatMap((drift) => ('of' in drift ? drift.subjectId : [])))) await repairCounts(transaction, subjectId);
  await announce(transaction, [...new Set([...changed, ...turned])]);
  return (await checkPart(transaction, position)).drifts;
}

async function announce(transaction: Transaction, enrollmentIds: readonly string[]): Promise<void> {
  if (enrollmentIds.length === 0) return;
  const rows = await transaction.query<{ enrollmentId: string; subjectId: string; personId: string }>(
    'SELECT id AS "enrollmentId", subject_id AS "subjectId", person_id AS "personId" FROM enrollment WHERE organization_id = $1 AND id = ANY ($2::uuid[])',
    [transaction.organizationId, enrollmentIds],
  );
  await transaction.emit(...rows.map((ids) => ({ type: 'enrollment.changed', ids: { ...ids } })));
}
