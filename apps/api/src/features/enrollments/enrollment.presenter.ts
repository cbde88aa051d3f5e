import { isOpenStatus, type EnrollmentStatus } from '@milepost/domain';
import { present } from '../../platform/graphql/answer.ts';
import type { EnrollmentRow } from './enrollment.queries.ts';
import { EffectiveDue, EnrollmentType } from './enrollment.type.ts';

/** A row as GraphQL gives it at a moment. What every list shows is worked out here at once, and not field by field. */
export function presentEnrollment(row: EnrollmentRow, now: Date): EnrollmentType {
  const overdue = isOpenStatus(row.status as EnrollmentStatus) && row.dueEndsAt !== null && row.dueEndsAt < now;
  return present(EnrollmentType, { ...row, due: dueOf(row), overdue } as unknown as EnrollmentType);
}

function dueOf({ dueOn, dueZone, dueEndsAt, dueOrigin }: EnrollmentRow): EffectiveDue | null {
  return dueOn && dueEndsAt ? present(EffectiveDue, { date: dueOn, timeZone: dueZone, endsAt: dueEndsAt, origin: dueOrigin! }) : null;
}
