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
 * may concern are evaluated, in the same transaction. The people are to be locked before. One event tells of the completions, and one of each plan.
 */
export async function followWork(transaction: Transaction, work: readonly WorkOfPerson[], { operationId, chunk }: PartOfAct): Promise<void> {
  const followed = [...work, ...(await settleCourses(transaction, work, operationId))];
  const touched = await findEnrollmentsTouchedBy(transaction, followed);
  const { changed } = await evaluateEnrollments(transaction, touched.map(({ id }) => id));
  const isChanged = new Set(changed);
  const bySubject = Map.groupBy(touched.filter(({ id }) => isChanged.has(id)), ({ subjectId }) => subjectId);
  await transaction.emit(
    { type: 'completions.changed', ids: { operationId, chunk, people: new Set(work.map(({ personId }) => personId)).size } },
    ...[...bySubject].map(([subjectId, people]) => ({ type: 'enrollments.changed', ids: { subjectId, operationId, chunk, people: people.length } })),
  );
}
