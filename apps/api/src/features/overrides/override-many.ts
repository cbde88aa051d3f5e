import { detachFromGroups, type OverrideContent } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { lockEnrollments, readEvaluations } from '../enrollments/index.ts';
import { detachEnrollments } from './detach-enrollments.ts';
import { readOverrides, writeOverrides } from './override.queries.ts';

/** The same individual rule for many people. */
interface OverrideOfMany {
  readonly operationId: string;
  readonly reason: string;
  /** Null: of the plan itself. */
  readonly milestoneKey: string | null;
  readonly people: readonly { readonly enrollmentId: string; readonly class: string }[];
  readonly begin: () => readonly OverrideContent[];
  /** Which of what is in force at the place ends by it. */
  readonly ends: (kept: OverrideContent) => boolean;
}

/** Settles an individual rule for many people at once; those of groups leave them with their dates (L44). */
export async function overrideMany(transaction: Transaction, { operationId, reason, milestoneKey, people, begin, ends }: OverrideOfMany): Promise<void> {
  const enrollmentIds = people.map(({ enrollmentId }) => enrollmentId);
  await lockEnrollments(transaction, enrollmentIds);
  const leaving = people.flatMap((each) => (each.class === 'CHANGED_AND_DETACHED' ? [each.enrollmentId] : []));
  const evaluations = await readEvaluations(transaction, leaving);
  await detachEnrollments(
    transaction,
    evaluations.flatMap(({ enrollmentIds: alike, standing }) => alike.map((enrollmentId) => ({ enrollmentId, keeps: detachFromGroups(standing) }))),
    operationId,
  );
  const kept = (await readOverrides(transaction, enrollmentIds)).filter((row) => row.validTo === null && (row.milestoneKey ?? null) === milestoneKey && ends(row));
  await writeOverrides(transaction, {
    begin: enrollmentIds.flatMap((enrollmentId) => begin().map((content) => ({ enrollmentId, content }))),
    end: kept.map(({ id }) => id),
    reason,
    operationId,
  });
}
