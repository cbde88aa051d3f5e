import type { EnrollmentStatus } from '../../gql/schema-types.ts';

/** The statuses that every count shows, also when nobody has them. */
export const mainStatuses = ['NOT_STARTED', 'IN_PROGRESS', 'COMPLETED'] as const satisfies readonly EnrollmentStatus[];

/** Every status, in the order in which it is told. */
export const statuses = [...mainStatuses, 'EXEMPT', 'NOT_COMPLETED', 'WITHDRAWN'] as const satisfies readonly EnrollmentStatus[];
