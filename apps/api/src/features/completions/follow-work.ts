import type { Transaction } from '../../platform/database/transaction.ts';
import { evaluateEnrollments, findEnrollmentsTouchedBy } from '../enrollments/index.ts';
import { settleCourses, type WorkOfPerson } from '../facts/index.ts';

/** The part of a bulk act that changes completions; whoever watches reads its people. */
export interface PartOfAct {
  readonly operationId: string;
  readonly chunk: number;
}

/**
 * Everything that follows from completions that were just recorded or taken back: courses follow their modules, and the enrollments that any of it
 * may concern are evaluated, in the same transaction. The people are to be locked before. Of a bulk act one event tells of the completions, and one of each
 * plan; else each person's are told by themselves.
 */
export async function followWork(transaction: Transaction, work: readonly WorkOfPerson[], part: PartOfAct | null): Promise<void> {
  const followed = [...work, ...(await settleCourses(transaction, work, part?.operationId ?? null))];
  const touched = await findEnrollmentsTouchedBy(transaction, followed);
  const { changed } = await evaluateEnrollments(transaction, touched.map(({ id }) => id));
  const isChanged = new Set(changed);
  const told = touched.filter(({ id }) => isChanged.has(id));
  if (!part) {
    await transaction.emit(
      ...followed.map(({ personId, subjectId }) => ({ type: 'training.changed', ids: { personId, subjectId } })),
      ...told.map(({ id, subjectId, personId }) => ({ type: 'enrollment.changed', ids: { enrollmentId: id, subjectId, personId } })),
    );
    return;
  }
  const { operationId, chunk } = part;
  const bySubject = Map.groupBy(told, ({ subjectId }) => subjectId);
  await transaction.emit(
    { type: 'completions.changed', ids: { operationId, chunk, people: new Set(work.map(({ personId }) => personId)).size } },
    ...[...bySubject].map(([subjectId, people]) => ({ type: 'enrollments.changed', ids: { subjectId, operationId, chunk, people: people.length } })),
  );
}
