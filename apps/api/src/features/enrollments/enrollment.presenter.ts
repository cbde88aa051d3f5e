import { isOpenStatus, type EnrollmentStatus } from '@milepost/domain';
import { present } from '../../platform/graphql/answer.ts';
import { briefPerson } from '../people/index.ts';
import type { EnrollmentRow } from './enrollment.queries.ts';
import { EnrollmentType, PlanProgress, type EffectiveDue } from './enrollment.type.ts';
import type { TrackedProgress } from './read-plan-progress.ts';

/** A row as GraphQL gives it at a moment. What every list shows is worked out here at once, and not field by field. */
export function presentEnrollment(row: EnrollmentRow, now: Date): EnrollmentType {
  const overdue = isOpenStatus(row.status as EnrollmentStatus) && row.dueEndsAt !== null && row.dueEndsAt < now;
  return Object.assign(new EnrollmentType(), row, { due: dueOf(row), overdue, person: briefPerson(row.personId, row) });
}

function dueOf({ dueOn, timeZone, dueEndsAt, dueOrigin }: EnrollmentRow): EffectiveDue | null {
  return dueOn && dueEndsAt ? { date: dueOn, timeZone, endsAt: dueEndsAt, origin: dueOrigin! } : null;
}

/** Totals as GraphQL gives them; who was withdrawn is not among the people of a plan. */
export function presentProgress(progress: TrackedProgress | null): PlanProgress | null {
  if (!progress) return null;
  const total = progress.counts.filter(({ status }) => status !== 'WITHDRAWN').reduce((sum, { people }) => sum + people, 0);
  return present(PlanProgress, { ...progress, total } as unknown as PlanProgress);
}
