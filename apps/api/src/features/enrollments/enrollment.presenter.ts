import { present } from '../../platform/graphql/answer.ts';
import type { EnrollmentRow } from './enrollment.queries.ts';
import { EnrollmentType } from './enrollment.type.ts';

/** A row as GraphQL gives it. */
export function presentEnrollment(row: EnrollmentRow): EnrollmentType {
  return present(EnrollmentType, row as unknown as EnrollmentType);
}
