import type { Act, ApiClientViewer, Grant, GrantScope, PersonSubject, PersonViewer, Subject, Viewer } from './access.ts';
import { POLICY, RELATIONS, type About, type PolicyRow, type Relation, type Verdict } from './policy.ts';

/**
 * Whether a viewer may do something. Denies by default: what the policy does not know, what names less than the act
 * is about, and whoever nothing connects with the subject. A grant acts only within its scope; where a plan alone is
 * named the people come later, and are asked about one by one (D35).
 */
export function may(viewer: Viewer, act: Act, subject: Subject = {}): boolean {
  const row = Object.hasOwn(POLICY, act) ? POLICY[act] : undefined;
  if (row === undefined || !namesWhatItIsAbout(row.about, subject)) return false;
  return viewer.kind === 'API_CLIENT' ? clientMay(viewer, row, subject) : personMay(viewer, row, subject);
}

/** All that a viewer may do with something: what the API tells as `viewerCan`. */
export function actsOf(viewer: Viewer, subject: Subject): readonly Act[] {
  return (Object.keys(POLICY) as Act[]).filter((act) => may(viewer, act, subject));
}

function namesWhatItIsAbout(about: About, { plan, person }: Subject): boolean {
  switch (about) {
    case 'PLAN': return plan != null;
    case 'PERSON': return person != null;
    case 'PLAN_AND_PERSON': return plan != null && person != null;
    case 'ORGANIZATION':
    case 'ANYTHING': return true;
  }
}

/** Its scopes × its people × what its maker may: never more than who made it (2.11). */
function clientMay({ scopes, people, maker }: ApiClientViewer, row: PolicyRow, subject: Subject): boolean {
  return scopes.includes(row.apiScope) && covers(people, row.about, subject) && personMay(maker, row, subject);
}

function personMay(viewer: PersonViewer, row: PolicyRow, subject: Subject): boolean {
  return viewer.grants.some((grant) => covers(grant.scope, row.about, subject) && allows(verdictOf(row, relationOf(viewer, grant, subject)), grant.rights, 'ASSIGN'))
    || (manages(viewer, subject) && allows(verdictOf(row, 'MANAGER'), viewer.managersMayAssign ? ['ASSIGN'] : [], 'ASSIGN'))
    || (isSelf(viewer, subject) && verdictOf(row, 'LEARNER') === 'YES');
}

function verdictOf(row: PolicyRow, relation: Relation): Verdict {
  return row.verdicts[RELATIONS.indexOf(relation)] ?? 'NO';
}

function allows(verdict: Verdict, rights: Grant['rights'], allowance: Grant['rights'][number]): boolean {
  if (verdict === 'YES' || verdict === 'NO') return verdict === 'YES';
  return rights.includes(verdict === 'IF_ALLOWED' ? allowance : verdict.withRight);
}

/** What a grant makes its holder to the subject; a plan admin is owner, collaborator or neither. */
function relationOf(viewer: PersonViewer, { role }: Grant, { plan }: Subject): Relation {
  if (role !== 'PLAN_ADMIN') return role;
  if (plan == null || plan.ownerId === viewer.personId) return 'PLAN_OWNER';
  return plan.collaborationAllowed ? 'COLLABORATOR' : 'OTHER_ADMIN';
}

/** Whether a scope reaches the subject. What concerns the whole organization takes a scope of that size. */
function covers(scope: GrantScope, about: About, { person }: Subject): boolean {
  if (scope.kind === 'ORGANIZATION') return true;
  if (about === 'ORGANIZATION') return false;
  // A partner admin has to do with people of the partner only, so that nothing is theirs while nobody is named.
  if (person == null) return scope.kind !== 'PARTNER_ACCOUNT';
  return contains(scope, person);
}

function contains(scope: Exclude<GrantScope, { kind: 'ORGANIZATION' }>, person: PersonSubject): boolean {
  switch (scope.kind) {
    case 'DEPARTMENT': return person.departmentIds.includes(scope.departmentId);
    case 'GROUP': return person.groupIds.includes(scope.groupId);
    case 'PARTNER_ACCOUNT': return person.partnerAccountId === scope.partnerAccountId;
  }
}

function manages(viewer: PersonViewer, { person }: Subject): boolean {
  return person != null && person.managerIds.includes(viewer.personId);
}

function isSelf(viewer: PersonViewer, { person }: Subject): boolean {
  return person != null && person.personId === viewer.personId;
}
