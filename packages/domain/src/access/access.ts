import type { DepartmentId, GroupId, PartnerAccountId, PersonId } from '../shared/ids.ts';

export type AdminRole = 'MASTER_ADMIN' | 'SUB_ADMIN' | 'PLAN_ADMIN' | 'PARTNER_ADMIN' | 'AUDITOR';

/** Rights that a grant can hold beyond those of its role (2.11: "with right", "if allowed"). */
export type Right =
  | 'COMPLETIONS' | 'CONTENT' | 'PEOPLE' | 'SETTINGS' | 'ASSIGN';

/** On whom and what a grant acts. */
export type GrantScope =
  | { readonly kind: 'ORGANIZATION' }
  | { readonly kind: 'DEPARTMENT'; readonly departmentId: DepartmentId }
  | { readonly kind: 'GROUP'; readonly groupId: GroupId }
  | { readonly kind: 'PARTNER_ACCOUNT'; readonly partnerAccountId: PartnerAccountId };

/** Rights × scope. */
export interface Grant {
  readonly role: AdminRole;
  readonly rights: readonly Right[];
  readonly scope: GrantScope;
}

/** What can be done; the acts of the rights matrix (2.11). */
export type Act =
  | 'PLAN_EDIT' | 'PLAN_PUBLISH' | 'PLAN_INACTIVATE' | 'PLAN_ASSIGN' | 'ASSIGNMENT_READ' | 'PLAN_SET_VISIBLE_RANGE'
  | 'PLAN_TRACK' | 'PLAN_REMIND' | 'PLAN_EXPORT' | 'PLAN_SET_COLLABORATION' | 'PLAN_CREATE' | 'PLAN_READ'
  | 'CATALOG_READ' | 'CATALOG_EDIT'
  | 'PROGRESS_OVERRIDE' | 'PROGRESS_REQUEST_OVERRIDE' | 'COMPLETIONS_CHANGE' | 'PROGRESS_READ'
  | 'CONTENT_EDIT' | 'CONTENT_READ' | 'CONTENT_ASSIGN' | 'CONTENT_ASSIGNMENT_READ' | 'CONTENT_OVERRIDE' | 'PEOPLE_EDIT' | 'PEOPLE_READ' | 'DIRECTORY_EDIT' | 'PROFILE_EDIT'
  | 'SETTINGS_EDIT' | 'SETTINGS_READ' | 'AUDIT_READ';

/** The features that an API client's scopes are given for. */
export type ApiFeature = 'plans' | 'assignments' | 'progress' | 'completions' | 'content' | 'people' | 'settings' | 'audit';
export type ApiScope = `${'read' | 'write'}:${ApiFeature}`;

/** Who asks. */
export type Viewer = PersonViewer | ApiClientViewer;

export interface PersonViewer {
  readonly kind: 'PERSON';
  readonly personId: PersonId;
  readonly grants: readonly Grant[];
  /** What the organization allows managers to do. */
  readonly managersMayAssign: boolean;
}

/** An API key acts within its own scopes and people, and never beyond who made it (2.11). */
export interface ApiClientViewer {
  readonly kind: 'API_CLIENT';
  readonly scopes: readonly ApiScope[];
  readonly people: GrantScope;
  readonly maker: PersonViewer;
}

/** What is acted upon. What concerns people names the person; what concerns a plan names the plan; both where both do. */
export interface Subject {
  readonly plan?: PlanSubject | null;
  readonly person?: PersonSubject | null;
}

export interface PlanSubject {
  readonly ownerId: PersonId | null;
  readonly collaborationAllowed: boolean;
}

export interface PersonSubject {
  readonly personId: PersonId;
  /** All who manage the person, all levels up (2.1). */
  readonly managerIds: readonly PersonId[];
  /** The person's departments, with all departments above them. */
  readonly departmentIds: readonly DepartmentId[];
  readonly groupIds: readonly GroupId[];
  readonly partnerAccountId?: PartnerAccountId | null;
}
