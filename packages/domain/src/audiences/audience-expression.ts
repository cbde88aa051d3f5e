import type { CalendarDate } from '../shared/calendar.ts';
import type { DepartmentId, GroupId, JobRoleId, PartnerAccountId, PersonId, PositionId } from '../shared/ids.ts';
import type { Message } from '../shared/message.ts';

/** Chooses people; one tree wherever people are chosen (2.1). */
export type AudienceExpression = AudienceLeaf | AudienceCombination;

export type AudienceLeaf =
  | { readonly kind: 'EVERYONE' }
  | { readonly kind: 'PEOPLE'; readonly personIds: readonly PersonId[] }
  | { readonly kind: 'GROUPS'; readonly groupIds: readonly GroupId[] }
  | { readonly kind: 'DEPARTMENTS'; readonly departmentIds: readonly DepartmentId[]; readonly includeSubDepartments: boolean }
  | { readonly kind: 'POSITIONS'; readonly positionIds: readonly PositionId[] }
  | { readonly kind: 'JOB_ROLES'; readonly jobRoleIds: readonly JobRoleId[] }
  /** BCP 47; 'zh' matches 'zh-CN'. */
  | { readonly kind: 'LANGUAGES'; readonly languages: readonly string[] }
  | { readonly kind: 'PARTNER_ACCOUNTS'; readonly partnerAccountIds: readonly PartnerAccountId[] }
  /** Both ends inclusive, at least one of them given. */
  | { readonly kind: 'HIRE_DATE'; readonly from?: CalendarDate | null; readonly to?: CalendarDate | null };

export type AudienceCombination =
  | { readonly kind: 'AND'; readonly operands: readonly AudienceExpression[] }
  | { readonly kind: 'OR'; readonly operands: readonly AudienceExpression[] }
  | { readonly kind: 'NOT'; readonly operand: AudienceExpression };

/** How large an expression may be. */
export const AUDIENCE_LIMITS = { depth: 8, nodes: 100, idsPerLeaf: 1000, languageLength: 35 } as const;

export type AudienceProblemShapes = {
  NOT_AN_OBJECT: {};
  UNKNOWN_KIND: { kind: string };
  UNKNOWN_FIELD: { field: string };
  FIELD_MISSING: { field: string };
  NOT_A_LIST: {};
  LIST_EMPTY: {};
  TOO_MANY_IDS: { limit: number };
  NOT_AN_ID: {};
  NOT_A_LANGUAGE: {};
  NOT_A_BOOLEAN: {};
  NOT_A_DATE: {};
  RANGE_EMPTY: {};
  RANGE_REVERSED: {};
  TOO_DEEP: { limit: number };
  TOO_MANY_NODES: { limit: number };
};

/** What is wrong with an expression, and where: `['operands', 0, 'groupIds', 3]`. */
export type AudienceProblem = Message<AudienceProblemShapes> & { readonly path: readonly (string | number)[] };

/** What is known of a person when an audience is asked about them. Only ACTIVE people match. */
export interface AudienceFacts {
  readonly personId: PersonId;
  /** Other records of the person that were merged into this one: whoever names one of them means the person. */
  readonly mergedIds?: readonly PersonId[];
  readonly status: 'ACTIVE' | 'SUSPENDED' | 'LEFT';
  readonly groupIds: readonly GroupId[];
  /** Each department that the person belongs to, with all departments above it. */
  readonly departments: readonly { readonly id: DepartmentId; readonly ancestorIds: readonly DepartmentId[] }[];
  readonly positionIds: readonly PositionId[];
  readonly jobRoleIds: readonly JobRoleId[];
  readonly language: string;
  readonly partnerAccountId?: PartnerAccountId | null;
  readonly hiredOn?: CalendarDate | null;
}

/** The names that a sentence needs, by id; an id without a name is said as unknown. */
export interface AudienceNames {
  readonly people?: { readonly [id: string]: string };
  readonly groups?: { readonly [id: string]: string };
  readonly departments?: { readonly [id: string]: string };
  readonly positions?: { readonly [id: string]: string };
  readonly jobRoles?: { readonly [id: string]: string };
  readonly partnerAccounts?: { readonly [id: string]: string };
}
