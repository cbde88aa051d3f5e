import type { Act, GrantScope, PersonId, Viewer } from '@milepost/domain';

/** Whom an act reaches: the union of scopes, oneself, one's reports; all of it within `within` where an API key narrows it. */
export interface Reach {
  readonly scopes: readonly GrantScope[];
  readonly self: PersonId | undefined;
  readonly manager: PersonId | undefined;
  readonly within: GrantScope | undefined;
}

/** Acts that everybody may do for themselves, and those that managers may do for their reports. */
const ownActs: readonly Act[] = ['PROGRESS_READ', 'PROFILE_EDIT', 'PEOPLE_READ', 'PLAN_TRACK'];
const managerActs: readonly Act[] = ['PROGRESS_READ', 'PEOPLE_READ', 'PLAN_TRACK'];

/** The people that a viewer's grants reach for an act. */
export function scopesFor(viewer: Viewer, act: Act): Reach {
  if (viewer.kind === 'API_CLIENT') {
    const maker = scopesFor(viewer.maker, act);
    return { ...maker, self: undefined, manager: undefined, within: viewer.people };
  }
  return {
    scopes: viewer.grants.map((grant) => grant.scope),
    self: ownActs.includes(act) ? viewer.personId : undefined,
    manager: managerActs.includes(act) ? viewer.personId : undefined,
    within: undefined,
  };
}
