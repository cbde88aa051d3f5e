import { session } from '@milepost/web/i18n/locales/en/session.ts';
import { ui } from '@milepost/web/i18n/locales/en/ui.ts';

/** Words of the learner's start page and of what surrounds every page. */
export const learner = {
  app: 'Milepost',
  nav: { home: 'Home', myLearning: 'My learning', centre: 'Learning centre', inbox: 'Inbox', profile: 'Profile' },
  unread_one: '{{count}} unread message',
  unread_other: '{{count}} unread messages',
  action: { start: 'Start', continue: 'Continue' },
  kind: { content: 'Content', COURSE: 'Course', MODULE: 'Module', ACTIVITY: 'Activity' },
  home: {
    greeting: 'Hello, {{name}}',
    goOn: 'Continue where you stopped',
    begin: 'Start here',
    overdue: 'Overdue',
    dueSoon: 'Due soon',
    inProgress: 'In progress',
    toStart: 'To start',
    toMyLearning: 'All of my learning',
    emptyTitle: 'Nothing to learn right now',
    emptyText: 'When something is assigned to you, it appears here by itself.',
    allDoneTitle: 'All done',
    allDoneText: 'You have finished everything that you have. What is assigned to you next appears here by itself.',
    arrived: 'New {{term}}: {{names}}',
  },
  card: {
    fresh: 'New',
    due: 'Due',
    next: 'Next: {{name}}',
    opensOn: '{{name}} opens on {{date}}',
    left: 'About {{time}} left',
    completedOn: 'Completed on {{date}}',
    progress: 'Progress in {{name}}',
  },
} as const;

/** What the learner's app says in English from the start. */
export const messages = { ui, session, learner };
