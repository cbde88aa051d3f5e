import type { Act, ApiScope, Right } from './access.ts';

/** What a viewer can be to what is acted upon: the columns of the rights matrix. */
export const RELATIONS = [
  'MASTER_ADMIN', 'SUB_ADMIN', 'PLAN_OWNER', 'COLLABORATOR', 'OTHER_ADMIN', 'MANAGER', 'PARTNER_ADMIN', 'LEARNER', 'AUDITOR',
] as const;
export type Relation = (typeof RELATIONS)[number];

/** YES; NO; IF_ALLOWED by the organization or the grant; or only with a right of the grant. */
export type Verdict = 'YES' | 'NO' | 'IF_ALLOWED' | { readonly withRight: Right };

/**
 * What an act is about, and so what has to be named when it is asked for: a plan, a person, both, or the whole
 * organization; ANYTHING asks for neither.
 */
export type About = 'PLAN' | 'PERSON' | 'PLAN_AND_PERSON' | 'ORGANIZATION' | 'ANYTHING';

export interface PolicyRow {
  readonly about: About;
  /** What an API client must have been given. */
  readonly apiScope: ApiScope;
  /** One for each of RELATIONS, in that order. */
  readonly verdicts: readonly [Verdict, Verdict, Verdict, Verdict, Verdict, Verdict, Verdict, Verdict, Verdict];
}

const NO = 'NO';
const YES = 'YES';
const IF = 'IF_ALLOWED';
const COMPLETIONS = { withRight: 'COMPLETIONS' } as const;
const CONTENT = { withRight: 'CONTENT' } as const;
const PEOPLE = { withRight: 'PEOPLE' } as const;
const SETTINGS = { withRight: 'SETTINGS' } as const;

/**
 * THE rights matrix (domain.md 2.11; D16, D17, D35). A manager acts on own reports, a partner admin on people of the
 * own partner, a learner on themselves; a plan admin to whom no plan is named acts as the owner of what they make.
 * What is not here, nobody may.
 */
export const POLICY: { readonly [A in Act]: PolicyRow } = {
  //                                                                                    MASTER SUB  OWNER COLLAB OTHER MANAGER PARTNER LEARNER AUDITOR
  PLAN_READ: { about: 'PLAN', apiScope: 'read:plans', verdicts:                          [YES, YES, YES, YES, NO, NO, NO, NO, YES] },
  PLAN_CREATE: { about: 'ANYTHING', apiScope: 'write:plans', verdicts:                   [YES, YES, YES, NO, NO, NO, NO, NO, NO] },
  PLAN_EDIT: { about: 'PLAN', apiScope: 'write:plans', verdicts:                         [YES, YES, YES, NO, NO, NO, NO, NO, NO] },
  PLAN_PUBLISH: { about: 'PLAN', apiScope: 'write:plans', verdicts:                      [YES, YES, YES, NO, NO, NO, NO, NO, NO] },
  PLAN_INACTIVATE: { about: 'PLAN', apiScope: 'write:plans', verdicts:                   [YES, YES, YES, NO, NO, NO, NO, NO, NO] },
  PLAN_SET_COLLABORATION: { about: 'PLAN', apiScope: 'write:plans', verdicts:            [YES, YES, YES, NO, NO, NO, NO, NO, NO] },
  PLAN_SET_VISIBLE_RANGE: { about: 'PLAN', apiScope: 'write:plans', verdicts:            [YES, YES, YES, YES, NO, NO, NO, NO, NO] },
  CATALOG_READ: { about: 'ANYTHING', apiScope: 'read:plans', verdicts:                   [YES, YES, YES, YES, YES, NO, NO, NO, YES] },
  // A catalog shows things to whoever its audience names: that concerns the whole organization. What stands in it is asked of each plan (PLAN_SET_VISIBLE_RANGE) and of content.
  CATALOG_EDIT: { about: 'ORGANIZATION', apiScope: 'write:plans', verdicts:              [YES, YES, NO, NO, NO, NO, NO, NO, NO] },
  PLAN_ASSIGN: { about: 'PLAN', apiScope: 'write:assignments', verdicts:                 [YES, YES, YES, YES, NO, IF, IF, NO, NO] },
  ASSIGNMENT_READ: { about: 'PLAN', apiScope: 'read:assignments', verdicts:              [YES, YES, YES, YES, NO, NO, NO, NO, YES] },
  PLAN_TRACK: { about: 'PLAN', apiScope: 'read:progress', verdicts:                      [YES, YES, YES, YES, NO, YES, YES, YES, YES] },
  PLAN_REMIND: { about: 'PLAN', apiScope: 'write:progress', verdicts:                    [YES, YES, YES, YES, NO, YES, YES, YES, NO] },
  PLAN_EXPORT: { about: 'PLAN', apiScope: 'read:progress', verdicts:                     [YES, YES, YES, YES, NO, YES, YES, YES, YES] },
  PROGRESS_READ: { about: 'PERSON', apiScope: 'read:progress', verdicts:                 [YES, YES, YES, YES, NO, YES, YES, YES, YES] },
  PROGRESS_OVERRIDE: { about: 'PLAN_AND_PERSON', apiScope: 'write:progress', verdicts:   [YES, YES, YES, NO, NO, NO, NO, NO, NO] },
  PROGRESS_REQUEST_OVERRIDE: { about: 'PLAN_AND_PERSON', apiScope: 'write:progress', verdicts: [NO, NO, NO, NO, NO, YES, YES, YES, NO] },
  COMPLETIONS_CHANGE: { about: 'PERSON', apiScope: 'write:completions', verdicts:        [YES, YES, COMPLETIONS, NO, NO, NO, COMPLETIONS, NO, NO] },
  CONTENT_READ: { about: 'ANYTHING', apiScope: 'read:content', verdicts:                 [YES, YES, YES, YES, YES, NO, NO, NO, YES] },
  CONTENT_EDIT: { about: 'ANYTHING', apiScope: 'write:content', verdicts:                [YES, YES, CONTENT, CONTENT, CONTENT, NO, NO, NO, NO] },
  // Content belongs to nobody in particular: who may assign at all may assign any of it, within the scope of the people (C7, C12).
  CONTENT_ASSIGN: { about: 'ANYTHING', apiScope: 'write:assignments', verdicts:          [YES, YES, YES, YES, YES, IF, IF, NO, NO] },
  CONTENT_ASSIGNMENT_READ: { about: 'ANYTHING', apiScope: 'read:assignments', verdicts:  [YES, YES, YES, YES, YES, NO, NO, NO, YES] },
  // What a plan's owner may, nobody may as the owner of content: it has none.
  CONTENT_OVERRIDE: { about: 'PERSON', apiScope: 'write:progress', verdicts:             [YES, YES, NO, NO, NO, NO, NO, NO, NO] },
  PEOPLE_READ: { about: 'PERSON', apiScope: 'read:people', verdicts:                     [YES, YES, YES, YES, YES, YES, YES, YES, YES] },
  PEOPLE_EDIT: { about: 'PERSON', apiScope: 'write:people', verdicts:                    [YES, YES, PEOPLE, PEOPLE, PEOPLE, NO, YES, NO, NO] },
  DIRECTORY_EDIT: { about: 'ORGANIZATION', apiScope: 'write:people', verdicts:           [YES, YES, PEOPLE, PEOPLE, PEOPLE, NO, NO, NO, NO] },
  PROFILE_EDIT: { about: 'PERSON', apiScope: 'write:people', verdicts:                   [YES, YES, PEOPLE, PEOPLE, PEOPLE, NO, YES, YES, NO] },
  SETTINGS_READ: { about: 'ORGANIZATION', apiScope: 'read:settings', verdicts:           [YES, YES, NO, NO, NO, NO, NO, NO, YES] },
  SETTINGS_EDIT: { about: 'ORGANIZATION', apiScope: 'write:settings', verdicts:          [YES, SETTINGS, NO, NO, NO, NO, NO, NO, NO] },
  AUDIT_READ: { about: 'ORGANIZATION', apiScope: 'read:audit', verdicts:                 [YES, SETTINGS, NO, NO, NO, NO, NO, NO, YES] },
};
