import { webMessages } from '@milepost/web/i18n/locales/en.ts';

/** Words of the learner's shell. */
export const learner = {
  app: 'Milepost',
  nav: { home: 'Home', myLearning: 'My learning', profile: 'Profile' },
  start: {
    greeting: 'Hello, {{name}}',
    title: 'Nothing to learn right now',
    home: 'When something is assigned to you, it appears here by itself.',
    myLearning: 'What you learn and have learned will stand here.',
  },
} as const;

/** Everything the learner's app says in English. */
export const messages = { ...webMessages, learner };
