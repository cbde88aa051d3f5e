declare const brand: unique symbol;

/** A value that the compiler tells apart from others of the same shape: a PersonId is no PlanId. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

export type OrganizationId = Brand<string, 'OrganizationId'>;
export type PersonId = Brand<string, 'PersonId'>;
export type DepartmentId = Brand<string, 'DepartmentId'>;
export type PositionId = Brand<string, 'PositionId'>;
export type JobRoleId = Brand<string, 'JobRoleId'>;
export type GroupId = Brand<string, 'GroupId'>;
export type PartnerAccountId = Brand<string, 'PartnerAccountId'>;
export type AdminGrantId = Brand<string, 'AdminGrantId'>;
export type ApiClientId = Brand<string, 'ApiClientId'>;
export type LearningObjectId = Brand<string, 'LearningObjectId'>;
export type SessionId = Brand<string, 'SessionId'>;
export type FileId = Brand<string, 'FileId'>;
export type ExamInstanceId = Brand<string, 'ExamInstanceId'>;
export type PlanId = Brand<string, 'PlanId'>;
export type PlanVersionId = Brand<string, 'PlanVersionId'>;
/** Names a milestone within its plan, stable across the plan's versions. */
export type MilestoneKey = Brand<string, 'MilestoneKey'>;
export type EnrollmentId = Brand<string, 'EnrollmentId'>;
export type SourceId = Brand<string, 'SourceId'>;
export type AssignmentId = Brand<string, 'AssignmentId'>;
export type FactId = Brand<string, 'FactId'>;
export type OperationId = Brand<string, 'OperationId'>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text has the form of a UUID of any version, in either case; says nothing of whether something bears it. */
export function isUuid(text: unknown): text is string {
  return typeof text === 'string' && UUID.test(text);
}
