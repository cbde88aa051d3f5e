import { actsOf, may, type Act, type GrantScope, type PersonSubject, type PersonViewer, type PlanSubject, type Subject, type Viewer } from '@milepost/domain';
import type { PlanOwnership } from './may-on-plan.ts';

/*
 * The policy decides about one subject. What a caller may do to something at least, and whom an act reaches, follows from asking it
 * about a made-up subject of each kind that could make a difference: nothing here decides by itself.
 */

/** Acts that the viewer may carry out on something at least. */
export function actsAnywhere(viewer: Viewer, manages: boolean): ReadonlySet<Act> {
  const person = viewer.kind === 'PERSON' ? viewer : viewer.maker;
  const subjects = probePlans(person).flatMap((plan) => probePeople(viewer, person, manages).map((each): Subject => ({ plan, person: each })));
  return new Set(subjects.flatMap((subject) => actsOf(viewer, subject)));
}

/** Whom an act reaches: the union of scopes, oneself, one's reports; all of it within `within` where an API key narrows it. */
export interface Reach {
  readonly scopes: readonly GrantScope[];
  readonly self: string | undefined;
  readonly manager: string | undefined;
  readonly within: GrantScope | undefined;
}

/** The people whom an act reaches: with one plan, without any (null), or with whichever. */
export function reachOf(viewer: Viewer, act: Act, plan?: PlanOwnership | null): Reach {
  if (viewer.kind === 'API_CLIENT') return { ...reachOf(viewer.maker, act, plan), self: undefined, manager: undefined, within: viewer.people };
  const plans = plan === undefined ? probePlans(viewer) : [plan as PlanSubject | null];
  const allowed = (grants: PersonViewer['grants'], person: PersonSubject): boolean =>
    plans.some((each) => may({ ...viewer, grants }, act, { plan: each, person }));
  return {
    scopes: viewer.grants.filter((grant) => allowed([grant], insideOf(grant.scope))).map((grant) => grant.scope),
    self: allowed([], oneself(viewer)) ? viewer.personId : undefined,
    manager: allowed([], reportOf(viewer)) ? viewer.personId : undefined,
    within: undefined,
  };
}

const nobody: PersonSubject = { personId: '00000000-0000-0000-0000-000000000000' as never, managerIds: [], departmentIds: [], groupIds: [] };

function probePlans({ personId }: PersonViewer): (Subject['plan'] | null)[] {
  return [null, { ownerId: personId, collaborationAllowed: true }, { ownerId: null, collaborationAllowed: true }];
}

function probePeople(viewer: Viewer, person: PersonViewer, manages: boolean): (PersonSubject | null)[] {
  const scopes = viewer.kind === 'API_CLIENT' ? [viewer.people, ...person.grants.map((grant) => grant.scope)] : person.grants.map((grant) => grant.scope);
  const own = viewer.kind === 'PERSON' ? [oneself(person)] : [];
  return [null, ...own, ...(manages ? [reportOf(person)] : []), ...scopes.map(insideOf)];
}

function oneself({ personId }: PersonViewer): PersonSubject {
  return { ...nobody, personId };
}

function reportOf({ personId }: PersonViewer): PersonSubject {
  return { ...nobody, managerIds: [personId] };
}

function insideOf(scope: GrantScope): PersonSubject {
  switch (scope.kind) {
    case 'ORGANIZATION':
      return nobody;
    case 'DEPARTMENT':
      return { ...nobody, departmentIds: [scope.departmentId] };
    case 'GROUP':
      return { ...nobody, groupIds: [scope.groupId] };
    case 'PARTNER_ACCOUNT':
      return { ...nobody, partnerAccountId: scope.partnerAccountId };
  }
}
