import { definePath } from '@milepost/web/ui/define-path.ts';

/** Every URL of the admin's app, below its base `/admin`. */
export const paths = {
  home: definePath('/'),
  plans: definePath('/plans'),
  content: definePath('/content'),
  people: definePath('/people'),
  assignments: definePath('/assignments'),
  progress: definePath('/progress'),
  settings: definePath('/settings'),
  profile: definePath('/profile'),
  /** Where invitation and reset links lead: `?token=`. */
  welcome: definePath('/welcome'),
} as const;

/** The learner's app, which stands beside this one. */
export const learnerHome = '/learn/';
