import { isOpenStatus, type EnrollmentStatus } from '@milepost/domain';
import { briefPerson } from '../people/index.ts';
import type { EnrollmentRow } from './enrollment.queries.ts';
import { EnrollmentType, type EffectiveDue } from './enrollment.type.ts';

/** A row as GraphQL gives it at a moment. What every list shows is worked out here at once, and not field by field. */
export function presentEnrollment(row: EnrollmentRow, now: Date): EnrollmentType {
  const overdue = isOpenStatus(row.status as EnrollmentStatus) && row.dueEndsAt !== null && row.dueEndsAt < now;
  return Object.assign(new EnrollmentType(), row, { due: dueOf(row), overdue, person: briefPerson(row.personId, row) });
}

function dueOf({ dueOn, timeZone, dueEndsAt, dueOrigin }: EnrollmentRow): EffectiveDue | null {
  return dueOn && dueEndsAt ? { date: dueOn, timeZone, endsAt: dueEndsAt, origin: dueOrigin! } : null;
}
