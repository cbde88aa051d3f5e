import { isOpenStatus, type EnrollmentStatus } from '@milepost/domain';
import { present } from '../../platform/graphql/answer.ts';
import { briefPerson } from '../people/index.ts';
import type { EnrollmentRow } from './enrollment.queries.ts';
import { EnrollmentType, PlanProgress, type EffectiveDue } from './enrollment.type.ts';
import type { TrackedProgress } from './read-plan-progress.ts';

/** A row as GraphQL gives it at a moment. What every list shows is worked out here at once, and not field by field. */
export function presentEnrollment(row: EnrollmentRow, now: Date): EnrollmentType {
  return Object.assign(new EnrollmentType(), row, { due: dueOf(row), overdue: isOverdueAt(row, now), person: briefPerson(row.personId, row) });
}

/** Whether it was open at a moment, and its due date had passed. */
export function isOverdueAt({ status, dueEndsAt }: Pick<EnrollmentRow, 'status' | 'dueEndsAt'>, moment: Date): boolean {
  return isOpenStatus(status as EnrollmentStatus) && dueEndsAt !== null && dueEndsAt < moment;
}

/** By when something is due, from the columns that are kept of it. */
export function dueOf({ dueOn, timeZone, dueEndsAt, dueOrigin }: Pick<EnrollmentRow, 'dueOn' | 'timeZone' | 'dueEndsAt' | 'dueOrigin'>): EffectiveDue | null {
  return dueOn && dueEndsAt ? { date: dueOn, timeZone, endsAt: dueEndsAt, origin: dueOrigin! } : null;
}

/** How many have it: who was withdrawn is not among them. */
export function countHolders(counts: readonly { readonly status: string; readonly people: number }[]): number {
  return counts.reduce((sum, { status, people }) => (status === 'WITHDRAWN' ? sum : sum + people), 0);
}

/** Totals as GraphQL gives them. */
export function presentProgress(progress: TrackedProgress | null): PlanProgress | null {
  if (!progress) return null;
  return present(PlanProgress, { ...progress, total: countHolders(progress.counts) } as unknown as PlanProgress);
}
