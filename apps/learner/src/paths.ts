import { definePath } from '@milepost/web/ui/define-path.ts';

/** Every URL of the learner's app, below its base `/learn`. */
export const paths = {
  home: definePath('/'),
  myLearning: definePath('/my-learning'),
  profile: definePath('/profile'),
  /** Where invitation and reset links lead: `?token=`. */
  welcome: definePath('/welcome'),
} as const;
