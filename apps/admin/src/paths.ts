import { definePath } from '@milepost/web/ui/define-path.ts';

/** Every URL of the admin's app, below its base `/admin`. */
export const paths = {
  home: definePath('/'),
  plans: definePath('/plans'),
  plan: definePath('/plans/:planId'),
  /** `?step=`: basics, content, visibility, collaboration or publish; `&at=` a milestone. */
  planEditor: definePath('/plans/:planId/edit'),
  catalogs: definePath('/plans/catalogs'),
  catalog: definePath('/plans/catalogs/:catalogId'),
  content: definePath('/content'),
  contentItem: definePath('/content/:contentId'),
  people: definePath('/people'),
  importPeople: definePath('/people/import'),
  departments: definePath('/people/departments'),
  positions: definePath('/people/positions'),
  jobRoles: definePath('/people/job-roles'),
  partnerAccounts: definePath('/people/partner-accounts'),
  partnerAccount: definePath('/people/partner-accounts/:partnerAccountId'),
  groups: definePath('/people/groups'),
  group: definePath('/people/groups/:groupId'),
  /** `?operation=` the list that was analysed. */
  importGroup: definePath('/people/groups/:groupId/import'),
  person: definePath('/people/:personId'),
  assignments: definePath('/assignments'),
  /** `?plan=` what is given, `?operation=` the list that was analysed. */
  importAssignment: definePath('/assignments/import'),
  assignment: definePath('/assignments/:assignmentId'),
  exceptions: definePath('/exceptions'),
  progress: definePath('/progress'),
  /** `?operation=` the file that was analysed. */
  importCompletions: definePath('/progress/training/import'),
  /** A plan as it is followed by who looks after people and does not read the plan itself; `?enrollment=` one of them. */
  trackedPlan: definePath('/progress/plans/:planId'),
  /** How its people stood at the end of a day: `?on=` which, `?with=` the one that it is compared with. */
  planAsOf: definePath('/progress/plans/:planId/as-of'),
  /** `?type=` of what kind. */
  trainingProgress: definePath('/progress/training'),
  trainingAsOf: definePath('/progress/training/as-of'),
  operation: definePath('/progress/operations/:operationId'),
  settings: definePath('/settings'),
  profile: definePath('/profile'),
  /** Where invitation and reset links lead: `?token=`. */
  welcome: definePath('/welcome'),
} as const;

/** The learner's app, which stands beside this one. */
export const learnerHome = '/learn/';
